"""What speaks against a reading although it is the best: lines that look like parts of something that was not found.

A byline or a vote line that is damaged is read as a headline or as body, often without a rival. These checks lower the
margin of such lines, so that their answer is flagged.
"""

import re
from collections.abc import Iterator, Sequence

from extractor.readers.bylines import Fields, name_fields
from extractor.readers.features import is_bare_heading
from extractor.readers.grammar import State
from extractor.readers.items import Item
from extractor.readers.layout import Side
from extractor.readers.text import TextReading

DOUBTFUL = 0.5
"""The margin of a line that is read in a way that something speaks against."""

_MAX_FRAGMENT = 90
_RATING_FRAGMENT = re.compile(
    r"\d out of \d|\bstars?\b.*\breviews?$|^[\d,.]+ (?:reviews?|ratings?)$|^(?:\d\.\d )?out of\b|^reviews?$"
)
_TEMPLATE = ("{{", "}}", "voteCount")
_TEXT_STATES = frozenset({State.TITLE, State.QUESTION, State.HEADLINE, State.FIRST, State.BODY})


def lowered(read: TextReading, margins: Sequence[float]) -> list[float]:
    """`margins`, an item each, no higher than `DOUBTFUL` where something speaks against the item's state."""
    return [min(margin, DOUBTFUL) if _is_suspect(read, index) else margin for index, margin in enumerate(margins)]


def _is_suspect(read: TextReading, index: int) -> bool:
    item, state = read.page.items[index], read.reading.states[index]
    if state == State.BYLINE:
        return item.fields is not None and item.forced is None and _is_odd(item.fields, item)
    if state == State.FIRST and _lacks_byline(read, index):
        return True
    if state not in _TEXT_STATES or len(item.text) > _MAX_FRAGMENT:
        return False
    return any(_suspicions(item, state)) or any(check(read, index) for check in _CHECKS)


def _lacks_byline(read: TextReading, index: int) -> bool:
    """An answer that a label opens, where every other is opened by a byline and a label."""
    mode = read.page.mode
    if mode.side is Side.AFTER or not (mode.has_labels and mode.has_bylines):
        return False
    return index == 0 or read.reading.states[index - 1] != State.BYLINE


def _is_odd(fields: Fields, item: Item) -> bool:
    """A byline with a part missing in its middle, as when the part was not recognised and stayed above."""
    if "rating" in fields and "specialty" not in fields:
        return item.blanks == 0
    return "name" in fields and not fields.keys() & {"credentials", "location", "rating"} and item.first != item.last


def _touches_byline(read: TextReading, index: int) -> bool:
    """Text on the line directly above a byline: it is likely to be part of it."""
    items, mode = read.page.items, read.page.mode
    if index + 1 >= len(items) or mode.side is Side.BEFORE or mode.is_dense:
        return False
    below = items[index + 1]
    return read.reading.states[index + 1] == State.BYLINE and below.blanks == 0 and below.first > items[index].last


def _is_lost_byline(read: TextReading, index: int) -> bool:
    """What looks like a byline and is read as text, unless it is a signature with the byline soon below."""
    soon = read.reading.states[index + 1 : index + 4]
    if read.page.mode.side is Side.BEFORE:
        return False
    return read.page.items[index].fields is not None and State.BYLINE not in soon


def _is_second_headline(read: TextReading, index: int) -> bool:
    """A line alone at the end of a body, directly above a headline, that looks like a headline itself."""
    states, item = read.reading.states, read.page.items[index]
    is_last = index + 1 < len(states) and states[index + 1] == State.HEADLINE
    return is_last and states[index] == State.BODY and item.gap.blanks > 0 and is_bare_heading(item.text)


_CHECKS = (_touches_byline, _is_lost_byline, _is_second_headline)


def _suspicions(item: Item, state: int) -> Iterator[bool]:
    text = item.text
    yield any(part in text for part in _TEMPLATE)
    yield ("star" in text or "review" in text or "out of" in text) and _RATING_FRAGMENT.search(text) is not None
    if state == State.HEADLINE and "," in text:
        fields = name_fields(text, item.start)
        yield fields is not None and "credentials" in fields
