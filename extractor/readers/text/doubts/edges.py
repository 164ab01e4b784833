"""What speaks against lines at the ends of a page's parts: a copy may break off anywhere, and lose blank lines.

The last line may be all that is left of one more answer, the first of one its headline.
"""

from collections.abc import Iterator

from extractor.readers.text.doubts.finder import finder
from extractor.readers.text.doubts.first_lines import (
    MAX_HEADLINE,
    NO_GAP,
    first_lines_apart,
    first_lines_close_to_text,
)
from extractor.readers.text.grammar.features import has_sentences
from extractor.readers.text.grammar.looks import MAX_REMARK
from extractor.readers.text.grammar.states import BEGINNINGS, Flag, Gap, State
from extractor.readers.text.letters.closings import closes
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import QUESTION_MARKS, SENTENCE_ENDS, is_rule

_SHOUTED = 5
"""Characters in capitals that say that a heading may begin so: a quick look."""
_ONE_BLANK = Gap(1)


def last_headlines(read: TextReading) -> Iterator[int]:
    """The last line, if it stands alone like the headlines of the page and is no sentence: its text may be lost."""
    states, items, closing = read.reading.states, read.cut.items, read.cut.closing
    if states[-2:-1] == (State.HEADLINE,):  # it is all that is left of the text below that
        return
    is_signed = State.BYLINE in states and states[-1] == State.FIRST
    if not is_signed and (State.HEADLINE not in states or states[-1] not in (State.FIRST, State.BODY)):
        return
    item = items[-1]
    is_exclaimed = states[-1] == State.FIRST and len(item.text) <= MAX_REMARK and item.text[-1] in "!?"
    is_short = item.look.is_bare or (is_exclaimed and not item.look.is_closing)
    if item.forced is None and is_short and item.gap.blanks and not closing.flags and len(states) > 1:
        yield len(states) - 1


def sections_below_answer(read: TextReading) -> Iterator[int]:
    """Paragraphs of an answer below a rule, or that open with words in capitals and a colon: columns have sections."""
    if not read.layout.is_generic:
        return
    lines, items = read.cut.lines, read.cut.items
    for index in read.reading.places_of(State.BODY):
        item = items[index]
        is_below_rule = items[index - 1].last < item.first - 1 and is_rule(lines[item.first - 1].text)
        if is_below_rule or (item.blanks and _is_shouted(item.text)):
            yield index


def _is_shouted(text: str) -> bool:
    """Whether a paragraph opens with several words in capitals, and a colon."""
    if not text[:_SHOUTED].isupper():
        return False
    heading, colon, _ = text[:MAX_HEADLINE].partition(": ")
    return bool(colon) and heading.isupper() and " " in heading


def ends_above_titles(read: TextReading) -> Iterator[int]:
    """Lines that ask, or are no sentence and no farewell, and end an answer above the next title, or question."""
    for below in (State.TITLE, State.QUESTION):
        for index in read.reading.places_of(State.BODY, below):
            item = read.cut.items[index]
            if item.text.endswith(QUESTION_MARKS) or (item.look.is_bare and not closes(item.text)):
                yield index


def ends_above_headlines(read: TextReading) -> Iterator[int]:
    """Lines without an end of a sentence that end an answer above the next headline, and stand alone as it does."""
    for index in read.reading.places_of(State.BODY, State.HEADLINE):
        item = read.cut.items[index]
        if item.look.is_bare and item.gap.blanks and not item.gap.flags & Flag.VOTE:
            yield index


def heads_close_to_text(read: TextReading) -> Iterator[int]:
    """Lines like headlines that have lost the blank line above or below them, where no byline parts answers."""
    states, items = read.reading.states, read.cut.items
    if State.BYLINE in states or read.cut.mode.is_dense:
        return
    for index in range(1, len(states) - 1):
        above, item, below = items[index - 1 : index + 2]
        if not item.look.is_bare or item.look.opening or states[index] not in (State.QUESTION, State.BODY):
            continue
        is_below_text = item.gap == NO_GAP and above.text.endswith(SENTENCE_ENDS) and below.blanks > 0
        is_above_text = item.blanks > 0 and below.gap == NO_GAP
        if states[index + 1] == states[index] and below.text[0].isupper() and (is_below_text or is_above_text):
            yield index


def headlines_like_text(read: TextReading) -> Iterator[int]:
    """Headlines that are several sentences, or have no text below: the headline may be lost, and this be the text.

    Votes stand below a headline.
    """
    items = read.cut.items
    for index in read.reading.places_of(State.HEADLINE):
        item, below = items[index], read.reading.states[index + 1 : index + 2]
        is_text = item.text.endswith(".") and has_sentences(item.text)
        is_text = is_text and not (below and items[index + 1].gap.flags & Flag.VOTE)
        if item.forced is None and (is_text or below in ((State.BYLINE,), ())):
            yield index


def headlines_above_headlines(read: TextReading) -> Iterator[int]:
    """Headlines with one more line below them that looks like one, and stands below a blank line."""
    for index in read.reading.places_of(State.HEADLINE, State.BODY, State.BODY):
        headline, item, text = read.cut.items[index : index + 3]
        if headline.forced is not None:
            continue
        is_apart = text.gap.blanks > 0 or (len(item.text) <= MAX_REMARK and text.text.endswith(SENTENCE_ENDS))
        is_like_one = item.look.is_bare and not (item.look.opening or item.look.is_closing)
        if item.gap == _ONE_BLANK and is_apart and is_like_one:
            yield index


def remarks_below_question(read: TextReading) -> Iterator[int]:
    """The last line of a question, if it stands alone above the count of answers and is no sentence."""
    for opening in BEGINNINGS:
        for index in read.reading.places_of(State.QUESTION, State.QUESTION, opening):
            above, item, answer = read.cut.items[index : index + 3]
            if opening == State.FIRST and not answer.gap.flags & Flag.COUNT:  # who asked may sign
                continue
            is_alone = item.gap == _ONE_BLANK and answer.gap.blanks > 0 and above.text.endswith(SENTENCE_ENDS)
            if is_alone and item.look.is_bare and len(item.text) <= MAX_REMARK and not item.look.is_closing:
                yield index + 1


AT_EDGES = (
    finder(
        remarks_below_question,
        "question question headline | question question first",
        "it is no sentence and ends the question, and may be the site's",
    ),
    finder(headlines_above_headlines, "headline body body", "one more line that looks like a headline stands below it"),
    finder(headlines_like_text, "headline", "it looks like text, and its headline may be lost"),
    finder(first_lines_close_to_text, "first body", "it stands directly above the text, and may be its headline"),
    finder(first_lines_apart, "first body", "it stands alone above the text, and may be its headline"),
    finder(heads_close_to_text, "headline", "it looks like a headline that has lost a blank line"),
    finder(ends_above_headlines, "body headline", "it stands alone above a headline, and looks like one itself"),
    finder(
        ends_above_titles,
        "body title | body question",
        "it asks or is no sentence, above the next title or question, and may be no part of this answer",
    ),
    finder(sections_below_answer, "body", "a rule or a heading opens it, and it may be another section of the page"),
    finder(last_headlines, "", "it is no sentence and ends the page: it may be the headline of one more answer"),
)
"""What finds lines that something speaks against, and what that is."""
