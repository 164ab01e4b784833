"""The title of a page on which several lines stand above the label of the question: sites print theirs above it."""

import re
from dataclasses import replace

from extractor.layout import labels
from extractor.readers.people.names import introduces
from extractor.readers.text.grammar.features import is_credit, stems_of
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.looks import MAX_TITLE
from extractor.readers.text.grammar.states import Flag, State
from extractor.readers.text.labels.dated import opens_with_day
from extractor.readers.text.letters.closings import is_name
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import QUESTION_MARKS

_CHOICE = frozenset((State.TITLE, State.UNASSIGNED))
_WORD = re.compile(r"[^\W\d_]{3}|[\u3040-\u9fff]")
_DOCTOR = re.compile(rf"{labels.titled('{0,3}')} ?(?:[/|,–—-]|\Z)")
"""Who writes, and what of."""


def with_nearest_title(read: TextReading) -> TextReading:
    """The reading with the last line above the label that may be a title as this, if all others are read as nothing.

    Names of papers, columns and lists stand above, or between: the last of which the text has a word is nearer. Days,
    captions and names of who writes are none.
    """
    if not read.cut.mode.is_labelled_below:
        return read
    states, items = read.reading.states, read.cut.items
    label = next((index for index, item in enumerate(items) if item.gap.flags & Flag.QUESTION), 0)
    above = states[:label]
    if not _CHOICE.issuperset(above):
        return read
    candidates = [index for index in range(label) if _may_be_title(items[index])]
    if above.count(State.TITLE) > 1 or not candidates:
        return read
    below = " ".join(["", *[item.text for item in items[label:]]]).casefold() if len(candidates) > 1 else ""
    nearest = max((index for index in candidates if _is_spoken_of(items[index].text, below)), default=candidates[-1])
    told = tuple(State.TITLE if index == nearest else State.UNASSIGNED for index in range(label))
    return replace(read, reading=replace(read.reading, states=(*told, *states[label:])))


def _is_spoken_of(title: str, text: str) -> bool:
    """Whether a text has a longer word of a title, inflected or not."""
    return any(f" {stem}" in text for stem in stems_of(title))


def _may_be_title(item: Item) -> bool:
    """Whether a line is short, ends as no sentence or asks, and names nobody; a row of signs has no word."""
    text = item.text
    if not _WORD.search(text):
        return False
    if opens_with_day(text) or sum(map(str.isdigit, text)) > sum(map(str.isalpha, text)):  # a day, and an hour
        return False
    if not (item.look.is_bare or (text.endswith(QUESTION_MARKS) and len(text) <= MAX_TITLE)):
        return False
    return not (is_name(text) or introduces(text) or is_credit(text) or _DOCTOR.match(text))
