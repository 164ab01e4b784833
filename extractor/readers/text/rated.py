"""Texts signed with stars: what is left of a page of a known site whose head, with the number of answers, is lost."""

from dataclasses import replace

from extractor.layout import Side
from extractor.readers.text.grammar.features import speaks_of_writer, speaks_to_reader
from extractor.readers.text.grammar.states import State
from extractor.readers.text.reader import TextReading

_MIN_RATED = 2
"""Texts of a page that doctors with stars sign."""
_TEXT = (State.TITLE, State.QUESTION, State.FIRST, State.BODY)


def reading_of_rated(read: TextReading) -> TextReading | None:
    """The reading, in doubt, if doctors with specialty and stars sign several texts; None if not."""
    is_likely = not read.layout.is_generic and read.page.may_be_unmarked and read.cut.mode.side is Side.AFTER
    if not is_likely or not _are_rated(read):
        return None
    return replace(read, lead=min(read.lead, read.weights.margin.suspect))


def _are_rated(read: TextReading) -> bool:
    """Whether doctors with specialty and stars sign several texts, which speak to somebody, or of the writers."""
    pairs = list(zip(read.cut.items, read.reading.states, strict=True))
    signed = [item.fields for item, state in pairs if state == State.BYLINE and item.fields]
    told = " ".join([item.text for item, state in pairs if state in _TEXT])
    rated = [fields for fields in signed if fields.specialty and fields.rating]
    return len(rated) >= _MIN_RATED and (speaks_to_reader(told) or speaks_of_writer(told))
