"""What speaks against lines that may be another's words: advice above the answer, who answers inside of it.

On pages of no known site, whose parts nothing but their wording and their order tells.
"""

import re
from collections.abc import Iterator

from extractor.layout import Kind
from extractor.readers.text.edges import MAX_TITLE
from extractor.readers.text.grammar.features import has_sentences, is_credit, persons_in, speaks_to_reader
from extractor.readers.text.grammar.states import State
from extractor.readers.text.letters import tells_and_asks
from extractor.readers.text.notices import has_notice
from extractor.readers.text.reader import TextReading
from extractor.readers.text.salutations import is_name, is_salutation, is_signed_by_stranger
from extractor.vocabulary import QUESTION_MARKS, has_question_mark

_LABELS = frozenset((Kind.QUESTION, Kind.ANSWER, Kind.BYLINE, Kind.COUNT))
_TEXT = (State.HEADLINE, State.FIRST, State.BODY)
_IN_ANSWERS = tuple((above, below) for above in _TEXT for below in (State.FIRST, State.BODY))
_TOLD = (State.QUESTION, State.BODY)
_HEAD = 5
"""Lines among which the title is."""
_MAX_SECTION_WORDS = 3
"""Fewer than where headlines say that titles are questions (`edges`)."""
_MAX_NOTICE, _MAX_SIGNATURE = 60, 80
_DASHES = "-–—"
_SHORT = 40
"""Characters of a line in a text that may be none of it: who answers, a salutation, an entry of a menu."""
_MENU = 5
"""Short lines in a row; a list in a text has signs before its lines, or is shorter."""
_OF_WRITER = 2
"""Words by which an asker speaks more of himself than to a reader, at least."""
_WIDE = 2
"""Blank lines that are more than paragraphs have."""
_WORDS = re.compile(r"\w+")
_LETTER = re.compile(r"Q (?=[^\W\d_a-z])")


def advice_as_question(read: TextReading) -> Iterator[int]:
    """What is read as the question, asks nothing and speaks to a reader, below a title in which somebody has asked."""
    states, items = read.reading.states, read.cut.items
    if states[:2] != (State.TITLE, State.QUESTION) or not tells_and_asks(items[0].text):
        return
    if State.BYLINE in states or State.HEADLINE in states or any(hit.kind in _LABELS for hit in read.cut.hits):
        return
    asked = [index for index, state in enumerate(states) if state == State.QUESTION]
    text = " ".join([items[index].text for index in asked])
    if speaks_to_reader(text) and not has_question_mark(text):
        yield asked[0]


def labels_as_titles(read: TextReading) -> Iterator[int]:
    """Titles of a word or two that ask nothing, above a line that asks and stands alone above the question."""
    for index in read.reading.places_of(State.TITLE, State.QUESTION, State.QUESTION):
        if index >= _HEAD:
            break
        title, asking, below = read.cut.items[index : index + 3]
        is_alone = asking.blanks > 0 and below.blanks > 0 and len(asking.text) <= MAX_TITLE
        is_short = len(title.text.split()) <= _MAX_SECTION_WORDS and not has_question_mark(title.text)
        if is_short and is_alone and asking.text.endswith(QUESTION_MARKS) and not tells_and_asks(asking.text):
            yield index


def heads_in_questions(read: TextReading) -> Iterator[int]:
    """Lines of a question that stand alone in it, or below the title, and are like a headline of something else."""
    items = read.cut.items
    for above in (State.TITLE, State.QUESTION):
        for index in read.reading.places_of(above, State.QUESTION, State.QUESTION):
            item, look = items[index + 1], items[index + 1].look
            is_alone = item.blanks > 0 and items[index + 2].blanks > 0 and len(item.text) <= MAX_TITLE
            if is_alone and look.is_bare and not (look.opening or look.is_closing):
                yield index + 1


def notices_as_titles(read: TextReading) -> Iterator[int]:
    """Titles in which a site speaks to its readers, as above a FAQ, whose questions nobody may have asked."""
    for index in read.reading.places_of(State.TITLE):
        text = read.cut.items[index].text
        if index < _HEAD and len(text) <= _MAX_NOTICE and has_notice(text):
            yield index


def askers_as_titles(read: TextReading) -> Iterator[int]:
    """Titles that say by whom a text is, and the line above the first answer, read as its headline, if that greets.

    Where doctors stand at their answers, answers have headlines, and may greet below them.
    """
    states, items = read.reading.states, read.cut.items
    if states[0] == State.TITLE and is_signed_by_stranger(items[0].text):
        yield 0
    index = states.index(State.HEADLINE) if State.HEADLINE in states[1:-1] and State.BYLINE not in states else 0
    if index and states[index - 1] == State.QUESTION and is_salutation(items[index + 1].text):
        yield index


def titles_below_labels(read: TextReading) -> Iterator[int]:
    """The first line of a question without a title, if it asks and stands alone, and the next says the same again."""
    states, items = read.reading.states, read.cut.items
    if states[:2] != (State.QUESTION, State.QUESTION) or State.TITLE in states:
        return
    asking, below = items[:2]
    words = set(_WORDS.findall(asking.text.casefold()))
    is_alone = below.blanks > 0 and len(asking.text) <= min(MAX_TITLE, len(below.text))
    is_said_again = 2 * len(words & set(_WORDS.findall(below.text.casefold()))) > len(words)
    if is_alone and is_said_again and asking.text.endswith(QUESTION_MARKS):
        yield 0


def parted_questions(read: TextReading) -> Iterator[int]:
    """What goes on with a question although it stands as far from what is above it as the only answer does.

    Above a letter a site, or who answers, may say what it is about.
    """
    states, items = read.reading.states, read.cut.items
    if states.count(State.FIRST) != 1 or State.HEADLINE in states:
        return
    gap = items[states.index(State.FIRST)].blanks
    if gap < _WIDE or any(item.blanks >= gap for item, state in zip(items, states, strict=True) if state == State.BODY):
        return
    for index in read.reading.places_of(State.QUESTION, State.QUESTION):
        if items[index + 1].blanks >= gap:
            yield index + 1


def askers_in_answers(read: TextReading) -> Iterator[int]:
    """The first line of the first answer, if it asks and speaks of its writer, and what is read as the question not.

    So does a headline that tells something of its writer and asks.
    """
    states, items = read.reading.states, read.cut.items
    for place in read.reading.places_of(State.HEADLINE):
        text = items[place].text
        if text.endswith(QUESTION_MARKS) and persons_in(text) >= _OF_WRITER and has_sentences(text):
            yield place
    index = states.index(State.FIRST) if State.FIRST in states and read.steps else 0
    item = items[index]
    if not index or item.forced is not None or item.gap.flags or not has_question_mark(item.text):
        return
    asked = " ".join([above.text for above, state in zip(items, states, strict=True) if state == State.QUESTION])
    if persons_in(item.text) >= _OF_WRITER and persons_in(asked) <= 0:
        yield index


def labels_in_answers(read: TextReading) -> Iterator[int]:
    """Lines of answers that begin with the letter that labels questions, without a colon behind it."""
    for index, (item, state) in enumerate(zip(read.cut.items, read.reading.states, strict=True)):
        if state in _TEXT and item.text[0] == "Q" and _LETTER.match(item.text):
            yield index


def lines_said_twice(read: TextReading) -> Iterator[int]:
    """Lines of an answer that are the same as the line above: captions, or buttons."""
    items = read.cut.items
    for pair in _IN_ANSWERS:
        for index in read.reading.places_of(*pair):
            if items[index].text == items[index + 1].text and len(items[index].text) >= _SHORT:
                yield index + 1


def credits_in_answers(read: TextReading) -> Iterator[int]:
    """The second line of an answer, if it says by whom it is ("By Expert 3"), and no byline was found in it.

    So does the last of a page that is a name behind a dash, with a paper behind it or without.
    """
    items = read.cut.items
    if read.reading.states[-2:] == (State.BODY, State.BODY) and _is_signature(items[-1].text, items[-2].text):
        yield len(items) - 1
    for opening in (State.FIRST, State.HEADLINE):
        for index in read.reading.places_of(opening, State.BODY):
            text = items[index + 1].text
            if len(text) <= _SHORT and text[-1].isalnum() and is_credit(text):
                yield index + 1


def _is_signature(text: str, above: str) -> bool:
    """Whether a line is a name behind a dash, and no item of a list."""
    if text[0] not in _DASHES or above[0] in _DASHES or len(text) > _MAX_SIGNATURE:
        return False
    return is_name(text.lstrip(f"{_DASHES} ").partition(", ")[0])


def days_in_answers(read: TextReading) -> Iterator[int]:
    """The last line of the page, if it says no more than a day and was read as text."""
    last = read.cut.items[-1]
    if read.reading.states[-1] == State.BODY and last.look.is_datum:
        yield len(read.cut.items) - 1


def letters_in_answers(read: TextReading) -> Iterator[int]:
    """Lines that greet somebody and stand alone, further below in an answer: one more letter, or the reply to it."""
    for index in read.reading.places_of(State.BODY, State.BODY, State.BODY):
        item = read.cut.items[index + 2]
        if len(item.text) <= _SHORT and item.text[-1] in ",:" and item.look.opening == "greeting":
            yield index + 2


def menus_as_text(read: TextReading) -> Iterator[int]:
    """Lines of a text that are one of several short ones in a row, none a sentence: a menu, or what a site offers."""
    items, states = read.cut.items, read.reading.states
    run: list[int] = []
    for index, (item, state) in enumerate(zip(items, states, strict=True)):
        is_next = bool(run) and not item.blanks and state == states[run[-1]]
        if state in _TOLD and len(item.text) <= _SHORT and item.look.is_bare and not item.look.opening:
            run = [*run, index] if is_next else [index]
            if len(run) == _MENU:
                yield run[0]
        else:
            run = []


def links_below_answers(read: TextReading) -> Iterator[int]:
    """Lines that end the page, each alone and like a headline, below a paragraph: what else the site offers."""
    items, states = read.cut.items, read.reading.states
    first = len(items)
    while first > 1 and states[first - 1] in _TEXT and items[first - 1].look.is_bare and items[first - 1].blanks:
        first -= 1
    if len(items) - first > 1 and not any(is_name(item.text) for item in items[first:]):
        yield first


MISPLACED = (
    (menus_as_text, "it is the first of several short lines in a row, which may be a menu of the site"),
    (advice_as_question, "it asks nothing and speaks to a reader, and may be the first answer"),
    (labels_as_titles, "it is short, and the line below it asks and stands alone: that may be the title"),
    (heads_in_questions, "it stands alone in the question and is no sentence: a title, or the head of something else"),
    (notices_as_titles, "it speaks to the readers of the site, and may be the title of more than this question"),
    (askers_as_titles, "it may be the name with which somebody asked"),
    (titles_below_labels, "it stands alone and the line below it says the same again: it may be the title"),
    (parted_questions, "it stands as far from what is above it as the answer does, and only this may be the question"),
    (askers_in_answers, "it asks and speaks of its writer, and may be the question"),
    (labels_in_answers, "it begins with the label of a question"),
    (lines_said_twice, "it says the same as the line above, and may be a caption"),
    (credits_in_answers, "it may say who answers"),
    (days_in_answers, "it is a day, and may be no part of the answer"),
    (letters_in_answers, "it greets somebody, and another letter or reply may begin there"),
    (links_below_answers, "it stands alone at the end of the page with others, and may be the site's"),
)
"""What finds lines that something speaks against, and what that is."""
