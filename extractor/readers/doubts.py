"""What speaks against a reading although it is the best: lines that look like parts of something that was not found.

A byline or a vote line that is damaged is read as a headline or as body, often without a rival. These checks lower the
margin of such lines, so that their answer is flagged.
"""

import re
from collections.abc import Iterator, Sequence

from extractor.readers.bylines import name_fields
from extractor.readers.grammar import Gap, State
from extractor.readers.items import Item
from extractor.readers.text import TextReading

DOUBTFUL = 0.5
"""The margin of a line that is read in a way that something speaks against."""

_MAX_FRAGMENT = 90
_RATING_FRAGMENT = re.compile(r"\d out of \d|\bstars?\b.*\breviews?$|^[\d,.]+ (?:reviews?|ratings?)$|^(?:\d\.\d )?out of\b|^reviews?$")
_TEMPLATE = ("{{", "}}", "voteCount")
_TEXT_STATES = frozenset({State.TITLE, State.QUESTION, State.HEADLINE, State.FIRST, State.BODY})


def lowered(read: TextReading, margins: Sequence[float]) -> list[float]:
    """`margins`, an item each, no higher than `DOUBTFUL` where something speaks against the item's state."""
    items, states = read.page.items, read.reading.states
    gaps = [*(item.gap for item in items[1:]), read.page.closing]
    return [
        min(margin, DOUBTFUL) if _is_suspect(item, state, below) else margin
        for item, state, margin, below in zip(items, states, margins, gaps, strict=True)
    ]


def _is_suspect(item: Item, state: int, below: Gap) -> bool:
    return state in _TEXT_STATES and len(item.text) <= _MAX_FRAGMENT and any(_suspicions(item, state, below))


def _suspicions(item: Item, state: int, below: Gap) -> Iterator[bool]:
    text = item.text
    yield any(part in text for part in _TEMPLATE)
    yield ("star" in text or "review" in text or "out of" in text) and _RATING_FRAGMENT.search(text) is not None
    if item.fields is not None:  # a byline that touches the next line, yet is read as text
        yield below.blanks == 0
    if state == State.HEADLINE and "," in text:
        fields = name_fields(text, item.start)
        yield fields is not None and "credentials" in fields
