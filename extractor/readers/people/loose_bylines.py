"""Bylines as elements hold them: parts side by side on one line, or each on a line of its own, in any order."""

import re
from collections.abc import Sequence

from extractor.layout import writers
from extractor.readers.lines import Line, split_lines
from extractor.readers.people.bylines import find_bylines
from extractor.readers.people.credentials import listed_credentials
from extractor.readers.people.fields import NO_FIELDS, BylineFields, Found
from extractor.readers.people.names import is_name_line, name_fields, split_name
from extractor.readers.people.one_line import glued_fields, one_line_fields
from extractor.readers.people.places import is_in_state, is_place, work_fields
from extractor.readers.people.ratings import rating_fields
from extractor.vocabulary.specialties import specialty_in_front

_LEAD = re.compile(rf"[\s–—·|-]*(?:{writers.by_whom()}\s+)?", re.IGNORECASE)
_BADGE = re.compile(rf"(?<!\s)\s++(?:(?:[✓✔]\s*+)?{writers.verified()}|{writers.answered()})$", re.IGNORECASE)


def short_rating_fields(text: str, start: int) -> BylineFields | None:
    """Rating and reviews, also where the line is no more than the two numbers, or the reviews are alone on it.

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(short_rating_fields("4.9 (203)", 0)), values_of(short_rating_fields("203 reviews", 0))
    ({'rating': 4.9, 'reviews': 203}, {'reviews': 203})
    """
    fields = rating_fields(text, start, is_expected=True)
    if fields is None or (not fields.rating and "vote" in text):  # votes alone may be those for the answer
        return None
    return fields if fields.reviews or rating_fields(text, start) else None


def is_byline(text: str) -> bool:
    """Whether the line is surely a byline: a name with a title or credentials, and what may follow it."""
    fields, lead = line_fields(text, 0), _LEAD.match(text)
    if fields is None or lead is None or fields.name is None:
        return False
    return is_name_line(fields, text[lead.end() :], is_sure=True)


def line_fields(text: str, start: int) -> BylineFields | None:
    """The fields of a line that begins with a name: credentials, then specialty and place, or a place."""
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    text, start = _BADGE.sub("", text[begin:]), start + begin
    if not text:
        return None
    fields = one_line_fields(text, start) or name_fields(text, start)
    fields = fields or _by_commas(text, start) or glued_fields(text, start)
    return _with_work_before_place(fields) if fields and fields.location else fields


def _with_work_before_place(fields: BylineFields) -> BylineFields:
    """A place that begins with a specialty is both: a card says "MD - Dermatology", "Dermatologist" and "Leeds"."""
    place = fields.location
    work = specialty_in_front(place.value) if place else None
    if place is None or work is None:
        return fields
    cut = place.start + len(work)
    rest = Found(place.value[len(work) + 1 :], cut + 1, place.end)
    return fields._replace(specialty=Found(work, place.start, cut), location=rest)


def _by_commas(text: str, start: int) -> BylineFields | None:
    """A name, and behind a comma what is known as specialty and place, or a place behind degrees."""
    fields, rest = split_name(text, start)
    if not fields or not rest:
        return None
    tail = text[rest[0][1] - start :].rstrip()
    if work := work_fields(tail, rest[0][1]):
        return work.or_else(fields)
    if fields.credentials and is_place(tail):
        return fields._replace(location=Found(tail, rest[0][1], rest[0][1] + len(tail)))
    return None


def byline_fields(text: str, offset: int, *, is_named: bool = False) -> BylineFields:
    """The fields of a byline of one or more lines that stands at `offset`; a bare name is none if that is known."""
    lines = [line._replace(start=line.start + offset, end=line.end + offset) for line in split_lines(text)]
    fields = NO_FIELDS
    bylines = find_bylines(lines)
    if is_named:  # "Fargo, ND" may be a town below the name, and is then no Fargo with a degree
        towns = {number for number, line in enumerate(lines) if is_in_state(line.text)}
        bylines = [one for one in bylines if towns.isdisjoint(range(one.first, one.last + 1))]
    for byline in bylines:
        fields = fields.or_else(byline.fields.moved(lines[byline.first].start))
    taken = {number for byline in bylines for number in range(byline.first, byline.last + 1)}
    return _completed(fields, [line for number, line in enumerate(lines) if number not in taken], is_named=is_named)


def _completed(fields: BylineFields, lines: Sequence[Line], *, is_named: bool) -> BylineFields:
    """The fields, and what lines that are no bylines add to them."""
    for line in lines:
        named, work = line_fields(line.text, line.start), work_fields(line.text, line.start)
        if is_named and is_in_state(line.text):
            fields = fields.or_else(BylineFields(location=Found(line.text, line.start, line.end)))
        elif named and not fields.name and (named._replace(name=None) or not (work or is_named)):
            fields = fields.or_else(named)
        elif found := work or short_rating_fields(line.text, line.start):
            fields = fields.or_else(found)
        elif not fields.location and ((fields.specialty and is_place(line.text)) or is_in_state(line.text)):
            fields = fields._replace(location=Found(line.text, line.start, line.end))
        elif not fields.credentials and (degrees := listed_credentials((line.text, line.start, line.end))):
            fields = fields._replace(credentials=tuple(degrees))
    return fields
