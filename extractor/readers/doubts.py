"""What speaks against a reading although it is the best: lines that look like parts of something that was not found.

A byline or a vote line that is damaged is read as a headline or as body, often without a rival. These checks lower the
margin of such lines, so that their answer is flagged.
"""

import re
from collections.abc import Sequence

from extractor.readers.grammar import State
from extractor.readers.items import Item
from extractor.readers.layout import Side
from extractor.readers.names import Fields, name_fields
from extractor.readers.text import TextReading

DOUBTFUL = 0.5
"""The margin of a line that is read in a way that something speaks against."""

_MAX_FRAGMENT = 90
_RATING_FRAGMENT = re.compile(
    r"\d out of \d|\bstars?\b.*\breviews?$|^[\d,.]+ (?:reviews?|ratings?)$|^(?:\d\.\d )?out of\b|^reviews?$"
)
_TEXT_STATES = frozenset({State.TITLE, State.QUESTION, State.HEADLINE, State.FIRST, State.BODY})


def lowered(read: TextReading, margins: Sequence[float]) -> list[float]:
    """`margins`, an item each, no higher than `DOUBTFUL` where something speaks against the item's state."""
    return [
        DOUBTFUL if margin > DOUBTFUL and _is_suspect(read, index) else margin for index, margin in enumerate(margins)
    ]


def _is_suspect(read: TextReading, index: int) -> bool:
    item, state = read.page.items[index], read.reading.states[index]
    if state == State.BYLINE:
        return item.fields is not None and item.forced is None and _is_odd(item.fields, item)
    if state == State.FIRST and _lacks_byline(read, index):
        return True
    if len(item.text) > _MAX_FRAGMENT or state not in _TEXT_STATES:
        return False
    return (
        _looks_damaged(item, state)
        or _touches_byline(read, index)
        or _is_lost_byline(read, index)
        or _is_second_headline(read, index)
    )


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
    if read.page.items[index].fields is None or read.page.mode.side is Side.BEFORE:
        return False
    return State.BYLINE not in read.reading.states[index + 1 : index + 4]


def _is_second_headline(read: TextReading, index: int) -> bool:
    """A line alone at the end of a body, directly above a headline, that looks like a headline itself."""
    states, item = read.reading.states, read.page.items[index]
    if not (item.look.is_bare and states[index] == State.BODY and item.gap.blanks):
        return False
    return index + 1 < len(states) and states[index + 1] == State.HEADLINE


def _looks_damaged(item: Item, state: int) -> bool:
    """Whether there are left-overs of a template, a rating or a name line in it."""
    text = item.text
    if "{{" in text or "}}" in text or "voteCount" in text:
        return True
    if ("star" in text or "review" in text or "out of" in text) and _RATING_FRAGMENT.search(text):
        return True
    if state != State.HEADLINE or "," not in text:
        return False
    fields = name_fields(text, item.start)
    return fields is not None and "credentials" in fields
