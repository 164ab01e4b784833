"""What the publisher of a page says to its readers at the end of an answer, which is no part of it.

The wordings are by language, in `vocabulary/notices.toml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extractor import vocabulary
from extractor.layout import Kind
from extractor.layout.wordings import one_of_patterns
from extractor.readers.text.doubts.finder import finder
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.persons import has_persons
from extractor.readers.text.grammar.states import State
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import QUESTION_MARKS, is_title

_ADDRESS = re.compile(r"\w@\w[\w.-]*\.[a-z]{2}")
_NO_ENDS = frozenset("@»>›→|&+#")
_MAX_LINK, _MAX_NOTICE = 40, 200
_MAX_LAST_NOTICE, _LAST = 450, 3
"""Characters of a line up to which a publisher may speak in it; longer ones are paragraphs of an answer. The last lines
of a page, of which there are so many, may be longer: who answers, and where to write to."""


def notices(read: TextReading) -> Iterator[int]:
    """Lines at the end of a page in which its publisher seems to speak, where no byline ends the last answer.

    On pages of no known site those at the end of other answers, too; in dumps without blank lines headlines.
    """
    items, states = read.cut.items, read.reading.states
    first = len(items)
    while first and states[first - 1] in (State.BODY, State.HEADLINE):
        first -= 1
    headlines = [index for index in range(first) if states[index] == State.HEADLINE] if read.cut.mode.is_dense else ()
    ends = [
        *headlines,
        *(_ends_of_answers(states[:first]) if read.layout.is_generic else ()),
        *range(first, len(items)),
    ]
    short = [index for index in ends if len(items[index].text) <= _longest(index, items)]
    if has_notice("\n".join([items[index].text for index in short])):  # mostly there is none
        yield from (index for index in short if has_notice(items[index].text))


def feet(read: TextReading) -> Iterator[int]:
    """The last line, where the site's own below it is missing; of no known site, if it is a link to more.

    That asks nobody, or ends with a sign with which no sentence does.
    """
    states, item = read.reading.states, read.cut.items[-1]
    is_cut = item.text[-1] in _NO_ENDS
    if states[-1] != State.BODY or (read.layout.is_generic and not (item.gap.blanks or is_cut)):
        return
    is_link = is_cut or (item.text.endswith(QUESTION_MARKS) and not has_persons(item.text))
    is_link = is_link and len(item.text) <= _MAX_LINK
    has_end = any(hit.kind is Kind.END for hit in read.cut.hits)
    if is_link if read.layout.is_generic else read.layout.has_end and not has_end:
        yield len(states) - 1


def without_last_notices(read: TextReading) -> TextReading:
    """The reading without what its publisher says in one of the last paragraphs of a page, and what follows there.

    A day, a number or an address that ends the page is his as well, and so are names of doctors above the life of one.
    Only on pages of no known site; of others it is known where answers end.
    """
    items, states = read.cut.items, read.reading.states
    last = len(items) if read.layout.is_generic else 0
    first = last
    for index in range(last - 1, 0, -1):
        is_datum = index == first - 1 and items[index].look.is_datum
        is_apart = is_datum or items[index].blanks or read.cut.mode.is_dense
        if index < first - _LAST or states[index] != State.BODY or not is_apart:
            break
        text = items[index].text
        is_notice = len(text) <= _MAX_LAST_NOTICE and any(pattern.search(text.lower()) for pattern in _wordings())
        first = index if is_datum or is_notice else first
    if first == last:
        return read
    while states[first - 1] == State.BODY and _is_doctor(items[first - 1].text):
        first -= 1
    told = (*states[:first], *[State.UNASSIGNED] * (last - first))
    return replace(read, reading=replace(read.reading, states=told))


def _is_doctor(text: str) -> bool:
    """Whether a line is short, begins with the title of a doctor, and is no sentence."""
    return len(text) <= _MAX_LINK and is_title(text.partition(" ")[0]) and text[-1].isalnum()


def _ends_of_answers(states: Sequence[int]) -> Iterator[int]:
    """The last items of each body that something other than text follows."""
    for index, state in enumerate(states):
        if state == State.BODY and any(below != State.BODY for below in states[index : index + _LAST + 1]):
            yield index


def _longest(index: int, items: Sequence[Item]) -> int:
    """Characters up to which an item may be a notice."""
    return _MAX_LAST_NOTICE if index >= len(items) - _LAST else _MAX_NOTICE


def has_notice(text: str) -> bool:
    """Whether a publisher speaks to his readers in a text, or a line of it says where to write to, or tells a life.

    >>> has_notice("Frequently Asked Questions"), has_notice("Questions that I was asked")
    (True, False)
    """
    lowered = text.lower()
    return any(pattern.search(lowered) for pattern in _wordings()) or (
        "@" in text and _ADDRESS.search(text) is not None
    )


@cache
def _wordings() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands anywhere, what begins a line, and lives: the pattern for all would be tried at every letter."""
    tables = dict(vocabulary.table_of("notices.toml"))
    lives = tables.pop("lives")
    wordings = [wording for table in tables.values() for wording in table]
    anywhere = one_of_patterns(wording for wording in wordings if wording[0] != "^")
    beginnings, of_lives = ("|".join(begins) for begins in ([one for one in wordings if one[0] == "^"], lives))
    return (
        re.compile(rf"(?<!\w){anywhere}"),
        re.compile(beginnings, re.MULTILINE),
        re.compile(of_lives, re.MULTILINE),
    )


OF_SITE = (
    finder(notices, "", "it speaks to the readers of the site, and the answer may have ended above it"),
    finder(feet, "body", "the line of the site below the last answer is missing, and its foot may be in that"),
)
"""What finds lines at the ends of answers in which the site may speak, and what that is."""
