"""Bylines on one line: name, credentials, specialty and place between separators, perhaps in brackets behind a text.

Dr. Jane Rowe, MD, Dermatologist, Leeds
(Jane Rowe, MD, Leeds Dermatologist)
"""

import re
from collections.abc import Iterator

from extractor.readers.people.asides import is_aside
from extractor.readers.people.fields import NO_FIELDS, BylineFields, Found
from extractor.readers.people.name_words import word_of
from extractor.readers.people.names import is_name_line, name_fields, split_name
from extractor.readers.people.pieces import MAX_BYLINE_LINE, Piece, parts_of, split
from extractor.readers.people.places import is_place, place_fields, work_fields
from extractor.readers.people.ratings import rating_fields
from extractor.vocabulary import is_title
from extractor.vocabulary.specialties import is_specialty

_JOINED = re.compile(r"\s*(?P<degree>[A-Z]{2,6})(?=[A-Z][a-z])")
"""A degree that has lost the space behind it."""
_MIN_GLUED = 2
"""Words behind the last comma: a degree, and a specialty."""
_OPENS = re.compile(r"[(\[]")
_AS_COMMAS = str.maketrans("()[]", ",,,,")
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
    is_whole = fields is not None and not (fields.note and text[-1] == ")")
    others = (_by_separators(one, start, is_sure=is_sure) for one in (() if is_whole else _opened(text)))
    return next(filter(None, others), fields)


def _by_separators(text: str, start: int, *, is_sure: bool) -> BylineFields | None:
    named, parts = split_name(text, start)
    if is_title(text.split(" ", 1)[0]) and (whole := _name_and_work(text, start)):
        return whole
    if not named.name:
        return None
    work = _work(text[parts[0][1] - start : parts[-1][2] - start], parts[0][1]) if parts else None
    if (work is None or not work.specialty) and any(map(str.isdigit, text)):
        work = _work_beside(text, start, max(one.end for one in (named.name, *named.credentials)))
    if work is None or not (work.specialty or (named.credentials and work)):
        return None
    place, specialty = work.location, work.specialty
    is_sure |= place is not None and specialty is not None and place.start > specialty.start
    if work.rating:  # a bracket at the end counts reviews
        named = named._replace(note=None)
    return work.or_else(named) if is_name_line(named, text, is_sure=not is_sure) else None


def _work(text: str, start: int) -> BylineFields | None:
    """Specialty and place, or the specialty alone, in small letters too; None if the text is anything else."""
    if work := work_fields(text, start):
        return work
    is_work = text.islower() and is_specialty(text)
    return BylineFields(specialty=Found(text, start, start + len(text))) if is_work else None


def _work_beside(text: str, start: int, behind: int) -> BylineFields | None:
    """Specialty and place among parts, from `behind` on, of which others are by their form none: stars, dates, badges.

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(one_line_fields("Jane Rowe, MD - Dermatologist - 12 years experience - Leeds - 31 reviews", 0))
    {'name': 'Jane Rowe', 'credentials': ('MD',), 'specialty': 'Dermatologist', 'location': 'Leeds', 'reviews': 31}
    """
    told, works = NO_FIELDS, list[Piece]()
    is_apart = True
    for part, begin, end in parts_of(text[behind - start :], behind):
        rated = rating_fields(part, begin, is_expected=True)
        if rated or is_aside(part):
            told, is_apart = told.or_else(rated or NO_FIELDS), True
        else:
            first = begin if is_apart else works.pop()[1]
            works.append((text[first - start : end - start], first, end))
            is_apart = False
    if not works:
        return told or None
    fields = _work(*works[0][:2])
    if fields and len(works) > 1 and not fields.location and is_place(works[1][0]):
        fields, works = fields._replace(location=Found(*works[1])), works[1:]
    return fields.or_else(told) if fields and len(works) == 1 else None


def _opened(text: str) -> Iterator[str]:
    """The text with separators in place of its last brackets; then of all, if a whole name stands before them.

    >>> list(_opened("Ada Rowe, MD (Dermatologist), Leeds")), list(_opened("Ada Rowe [MD] [Leeds]"))
    (['Ada Rowe, MD ,Dermatologist,, Leeds', 'Ada Rowe, MD ,Dermatologist,, Leeds'], ['Ada Rowe ,MD, ,Leeds,'])
    """
    head, _, behind = text.rpartition("(")
    inside, is_closed, tail = behind.partition(")")
    if head and is_closed:
        yield f"{head},{inside},{tail}"
    if (first := _OPENS.search(text)) and " " in text[: first.start()].rstrip():
        yield text.translate(_AS_COMMAS)


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
