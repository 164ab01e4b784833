"""Pages told by their bylines: signed with stars where the head of a known site is lost, or as many as are declared."""

from collections.abc import Iterator
from dataclasses import replace

from extractor.layout import Side
from extractor.readers.people.fields import BylineFields
from extractor.readers.text.grammar.features import speaks_of_writer, speaks_to_reader
from extractor.readers.text.grammar.states import State
from extractor.readers.text.reader import TextReading

_SEVERAL = 2
"""Texts of a page that doctors sign."""
_TEXT = (State.TITLE, State.QUESTION, State.FIRST, State.BODY)


def reading_of_rated(read: TextReading) -> TextReading | None:
    """The reading, in doubt, if doctors with specialty and stars sign several texts; None if not."""
    is_likely = not read.layout.is_generic and read.page.may_be_unmarked and read.cut.mode.side is Side.AFTER
    if not is_likely or not _are_rated(read):
        return None
    return replace(read, lead=min(read.lead, read.weights.margin.suspect))


def reading_of_counted(read: TextReading) -> TextReading | None:
    """The reading if as many doctors with name and specialty sign as the page declares answers, several; else None.

    It is in doubt if it has another number of answers. It needs no word of any language.
    """
    declared = read.cut.declared or 0
    signed = [fields for fields in _signed(read) if fields.name and fields.specialty]
    if declared < _SEVERAL or len(signed) != declared:
        return None
    if read.reading.answers == declared and State.QUESTION in read.reading.states:
        return read
    return replace(read, lead=min(read.lead, read.weights.margin.suspect))


def _are_rated(read: TextReading) -> bool:
    """Whether doctors with specialty and stars sign several texts, which speak to somebody, or of the writers."""
    told = read.text_of(*_TEXT)
    rated = [fields for fields in _signed(read) if fields.specialty and fields.rating]
    return len(rated) >= _SEVERAL and (speaks_to_reader(told) or speaks_of_writer(told))


def _signed(read: TextReading) -> Iterator[BylineFields]:
    """What the bylines of the page say."""
    for item, state in zip(read.cut.items, read.reading.states, strict=True):
        if state == State.BYLINE and item.fields:
            yield item.fields
