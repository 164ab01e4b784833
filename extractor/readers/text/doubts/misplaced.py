"""What speaks against lines that may be another's words: advice above the answer, what the site says inside of it.

On pages of no known site, whose parts nothing but their wording and their order tells. Most of what was read wrongly
there without a warning stood in a line that is no sentence inside a text (who answers, a day, a caption, a menu, a
link), or in a title of which the text below says nothing (the name of a column, an offer, who asks). What the line is
need not be known to doubt it.
"""

import re
from collections.abc import Iterator

from extractor.layout import Kind, labels
from extractor.readers.text.doubts.finder import finder
from extractor.readers.text.doubts.loose import loose_lines, loose_openings
from extractor.readers.text.doubts.names_as_text import names_as_headlines, replies_below_names
from extractor.readers.text.doubts.notices import has_notice
from extractor.readers.text.doubts.titles import MAX_TITLE
from extractor.readers.text.grammar.features import stems_of
from extractor.readers.text.grammar.persons import persons_in, speaks_to_reader
from extractor.readers.text.grammar.states import TEXTS, State
from extractor.readers.text.letters.letter import tells_and_asks
from extractor.readers.text.letters.salutations import is_opening, salutation_end
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import QUESTION_MARKS, has_question_mark

_LABELS = frozenset((Kind.QUESTION, Kind.ANSWER, Kind.BYLINE, Kind.COUNT))
_HEAD = 5
"""Lines among which the title is."""
_MAX_NOTICE = 60
_LEAST_TOLD = 300
"""Characters of a text in which a word of its title would stand."""
_OF_WRITER = 2
"""Words by which an asker speaks more of himself than to a reader, at least."""
_WIDE = 2
"""Blank lines that are more than paragraphs have."""
_WORDS = re.compile(r"\w+")
_LABEL_LIKE = re.compile(r"[^\W\d_a-z][\w'’-]{1,20}(?: [\w'’-]{1,20})?: ")
_TITLED_NAME = re.compile(rf"\b{labels.titled('{0,3}')}")


def titles_of_other_texts(read: TextReading) -> Iterator[int]:
    """Titles of which no word stands in question or answer, but for a salutation: a column's, an offer, who asks.

    Those that name a doctor and nothing else are of his column, whose name stands in the text.
    """
    items, titles = read.cut.items, read.reading.places_of(State.TITLE)[:1]
    if not titles or items[titles[0]].text.endswith(QUESTION_MARKS):
        return
    title = _TITLED_NAME.sub("", items[titles[0]].text)
    stems = stems_of(title)
    if not stems and title != items[titles[0]].text:
        yield titles[0]
    told = 0
    for text in read.texts_of(*TEXTS):
        rest = text[salutation_end(text) :].casefold()
        if any(stem in rest for stem in stems):  # mostly in the first line
            return
        told += len(rest)
    if stems and told >= _LEAST_TOLD:
        yield titles[0]


def advice_as_question(read: TextReading) -> Iterator[int]:
    """What is read as the question, asks nothing and speaks to a reader, below a title in which somebody has asked."""
    states, items = read.reading.states, read.cut.items
    if states[:2] != (State.TITLE, State.QUESTION) or not tells_and_asks(items[0].text):
        return
    if State.BYLINE in states or State.HEADLINE in states or any(hit.kind in _LABELS for hit in read.cut.hits):
        return
    asked = read.text_of(State.QUESTION)
    if speaks_to_reader(asked) and not has_question_mark(asked):
        yield 1


def notices_as_titles(read: TextReading) -> Iterator[int]:
    """Titles in which a site speaks to its readers, as above a FAQ, whose questions nobody may have asked."""
    for index in read.reading.places_of(State.TITLE):
        text = read.cut.items[index].text
        if index < _HEAD and len(text) <= _MAX_NOTICE and has_notice(text):
            yield index


def words_in_front_of_questions(read: TextReading) -> Iterator[int]:
    """The question above the label of an answer, if a word or two and a colon are left in front of it."""
    if not any(hit.kind is Kind.ANSWER for hit in read.cut.hits):
        return
    for index in read.reading.places_of(State.QUESTION)[:1]:
        text = read.cut.items[index].text
        if _LABEL_LIKE.match(text) and not (salutation_end(text) or is_opening(text)):
            yield index


def titles_below_labels(read: TextReading) -> Iterator[int]:
    """The first line of a question without a title, if it asks and stands alone, and the next says the same again.

    So is one that is short and no sentence, above a longer one.
    """
    states, items = read.reading.states, read.cut.items
    if states[:2] != (State.QUESTION, State.QUESTION) or State.TITLE in states:
        return
    asking, below = items[:2]
    words = set(_WORDS.findall(asking.text.casefold()))
    is_alone = below.blanks > 0 and len(asking.text) <= min(MAX_TITLE, len(below.text))
    is_said_again = 2 * len(words & set(_WORDS.findall(below.text.casefold()))) > len(words)
    is_said_again = is_said_again or has_question_mark(below.text)
    is_like_title = asking.look.is_bare and not asking.look.opening and len(asking.text) < len(below.text)
    if is_like_title or (is_alone and is_said_again and asking.text.endswith(QUESTION_MARKS)):
        yield 0


def parted_questions(read: TextReading) -> Iterator[int]:
    """What goes on with a question although it stands as far from what is above it as the only answer does.

    Above a letter a site, or who answers, may say what it is about.
    """
    states, items = read.reading.states, read.cut.items
    if states.count(State.FIRST) != 1 or State.HEADLINE in states:
        return
    gap = items[states.index(State.FIRST)].blanks
    if gap < _WIDE or any(item.blanks >= gap for _, item, state in read.told() if state == State.BODY):
        return
    for index in read.reading.places_of(State.QUESTION, State.QUESTION):
        if items[index + 1].blanks >= gap:
            yield index + 1


def askers_in_answers(read: TextReading) -> Iterator[int]:
    """The first line of the first answer, if it asks and speaks of its writer, and what is read as the question not."""
    states, items = read.reading.states, read.cut.items
    index = states.index(State.FIRST) if State.FIRST in states and read.steps else 0
    item = items[index]
    if not index or item.forced is not None or item.gap.flags or not has_question_mark(item.text):
        return
    if persons_in(item.text) >= _OF_WRITER and persons_in(read.text_of(State.QUESTION)) <= 0:
        yield index


MISPLACED = (
    finder(replies_below_names, "first", "the name above it, taken for that of who asked, may be that of who answers"),
    finder(titles_of_other_texts, "title", "the text below has no word of it, and it may be no title of it"),
    finder(names_as_headlines, "headline", "it looks like the name of who answers"),
    finder(advice_as_question, "title question", "it asks nothing and speaks to a reader, and may be the first answer"),
    finder(
        notices_as_titles,
        "title",
        "it speaks to the readers of the site, and may be the title of more than this question",
    ),
    finder(words_in_front_of_questions, "question", "what stands in front of its colon may be a label, or who asks"),
    finder(
        titles_below_labels,
        "question question",
        "it stands above the question, is no sentence or says the same as the line below: it may be the title",
    ),
    finder(
        parted_questions,
        "question question",
        "it stands as far from what is above it as the answer does, and only this may be the question",
    ),
    finder(askers_in_answers, "first", "it asks and speaks of its writer, and may be the question"),
    finder(
        loose_lines,
        "question question | first body | body body",
        "it is short and no sentence, and may be no part of the text",
    ),
    finder(loose_openings, "first body", "it is short and no sentence, and may say who answers"),
)
"""What finds lines that something speaks against, and what that is."""
