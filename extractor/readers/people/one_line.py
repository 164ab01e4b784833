"""Bylines on one line: name, credentials, specialty and place between separators, perhaps in brackets behind a text.

Dr. Jane Rowe, MD, Dermatologist, Leeds
(Jane Rowe, MD, Leeds Dermatologist)
"""

import re

from extractor.readers.people.fields import BylineFields, Found
from extractor.readers.people.name_words import word_of
from extractor.readers.people.names import is_name_line, name_fields, split_name
from extractor.readers.people.pieces import MAX_BYLINE_LINE, split
from extractor.readers.people.places import place_fields, work_fields
from extractor.vocabulary import is_title
from extractor.vocabulary.specialties import is_specialty

_JOINED = re.compile(r"\s*(?P<degree>[A-Z]{2,6})(?=[A-Z][a-z])")
"""A degree that has lost the space behind it."""
_MIN_GLUED = 2
"""Words behind the last comma: a degree, and a specialty."""
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]*+(?:\([^()]*\))?[^()\[\]]*+)[)\]]\.?$")


def one_line_fields(text: str, start: int, *, is_sure: bool = False) -> BylineFields | None:
    """The fields of a byline that stands on one line, whatever parts its parts.

    It must name a person and a specialty. A name without title and credentials is one if the place stands behind the
    specialty, or if it `is_sure` by what stands around the line.

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(one_line_fields("Dr. Jane Rowe, MD, Dermatologist, Leeds", 0))
    {'name': 'Jane Rowe', 'credentials': ('MD',), 'specialty': 'Dermatologist', 'location': 'Leeds'}
    """
    fields = _by_separators(text, start, is_sure=is_sure)
    opened = _opened(text) if fields is None or (fields.note and text[-1] == ")") else None
    return (_by_separators(opened, start, is_sure=is_sure) if opened else None) or fields


def _by_separators(text: str, start: int, *, is_sure: bool) -> BylineFields | None:
    named, parts = split_name(text, start)
    if is_title(text.split(" ", 1)[0]) and (whole := _name_and_work(text, start)):
        return whole
    if not (parts and named.name):
        return None
    work = _work(text[parts[0][1] - start : parts[-1][2] - start], parts[0][1])
    if work is None or not work.specialty:
        return None
    is_sure |= work.location is not None and work.location.start > work.specialty.start
    return work.or_else(named) if is_name_line(named, text, is_sure=not is_sure) else None


def _work(text: str, start: int) -> BylineFields | None:
    """Specialty and place, or the specialty alone, in small letters too; None if the text is anything else."""
    if work := work_fields(text, start):
        return work
    is_work = text.islower() and is_specialty(text)
    return BylineFields(specialty=Found(text, start, start + len(text))) if is_work else None


def _opened(text: str) -> str | None:
    """The text with separators in place of its last brackets, as of "Ada Rowe, MD (Dermatologist), Leeds"."""
    head, _, behind = text.rpartition("(")
    inside, is_closed, tail = behind.partition(")")
    return f"{head},{inside},{tail}" if head and is_closed else None


def _name_and_work(text: str, start: int) -> BylineFields | None:
    """A name behind a title, and a specialty behind the name with nothing between them: Dr. Ada Rowe Dermatologist."""
    work = place_fields(text, start)
    if work is None or work.location is None:
        return None
    named = name_fields(work.location.value, start)
    return named.or_else(work._replace(location=None)) if named and named.name and " " in named.name.value else None


def glued_fields(text: str, start: int) -> BylineFields | None:
    """A name with degrees, and place and specialty behind the last of them with nothing between, as of two lines.

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(glued_fields("Jane Rowe, MD Salt Lake City Dermatologist", 0))
    {'name': 'Jane Rowe', 'credentials': ('MD',), 'specialty': 'Dermatologist', 'location': 'Salt Lake City'}
    >>> values_of(glued_fields("Jane Rowe, MDBoise Dermatologist", 0))
    {'name': 'Jane Rowe', 'credentials': ('MD',), 'specialty': 'Dermatologist', 'location': 'Boise'}
    """
    last = text.rfind(",")
    words = split(text[last + 1 :], last + 1) if last > 0 else []
    is_degree = bool(words) and word_of(words[0][0]).is_credential
    joined = None if is_degree else _JOINED.match(text, last + 1)
    if joined and word_of(joined["degree"]).is_credential:
        behind = joined.end()
    elif len(words) < _MIN_GLUED or not is_degree:
        return None
    else:
        behind = next((place for word, place, _ in words if not word_of(word).is_credential), len(text))
    named, place = name_fields(text[:behind].rstrip(), start), place_fields(text[behind:], start + behind)
    return (
        place.or_else(named)
        if place and named and named.credentials and named.name and " " in named.name.value
        else None
    )


def bracket_fields(text: str) -> tuple[int, BylineFields] | None:
    """Where a bracket opens at the end of a body line, and the fields of the byline in it, as places behind there."""
    if not text.endswith((")", ").", "]")):
        return None
    match = _BRACKETS.search(text, max(0, len(text) - MAX_BYLINE_LINE - len("().")))
    if match is None:
        return None
    fields = one_line_fields(match["inside"], len("("))
    return (match.start(), fields) if fields else None
