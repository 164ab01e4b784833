"""Bylines on one line: name, credentials, specialty and place between separators, perhaps in brackets behind a text.

Dr. Jane Rowe, MD, Dermatologist, Leeds
(Jane Rowe, MD, Leeds Dermatologist)
"""

import re

from extractor.readers.people.fields import BylineFields, Found
from extractor.readers.people.name_words import word_of
from extractor.readers.people.names import is_name_line, name_fields, split_name
from extractor.readers.people.pieces import MAX_BYLINE_LINE, split
from extractor.readers.people.places import is_place, place_fields
from extractor.vocabulary import is_title
from extractor.vocabulary.specialties import is_specialty

_JOINED = re.compile(r"\s*(?P<degree>[A-Z]{2,6})(?=[A-Z][a-z])")
"""A degree that has lost the space behind it."""
_MIN_GLUED = 2
"""Words behind the last comma: a degree, and a specialty."""
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]*+(?:\([^()]*\))?[^()\[\]]*+)[)\]]\.?$")


def one_line_fields(text: str, start: int) -> BylineFields | None:
    """The fields of a byline that stands on one line, whatever parts its parts.

    It must name a person and a specialty.

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(one_line_fields("Dr. Jane Rowe, MD, Dermatologist, Leeds", 0))
    {'name': 'Jane Rowe', 'credentials': ('MD',), 'specialty': 'Dermatologist', 'location': 'Leeds'}
    """
    fields, parts = split_name(text, start)
    if is_title(text.split(" ", 1)[0]) and (named := _name_and_work(text, start)):
        return named
    if not parts or not is_name_line(fields, text, is_sure=True):
        return None
    for part, begin, end in parts:
        place = place_fields(part, begin) or in_small_letters(part, begin)
        if place and fields.specialty is None:
            fields = place.or_else(fields)
        elif place and fields.specialty and not place.location and not fields.location:
            first = fields.specialty.start
            fields = fields._replace(specialty=Found(text[first - start : end - start], first, end))
        elif fields.specialty:
            rest = text[begin - start :].rstrip()
            if not is_place(rest):
                return None
            fields = fields.or_else(BylineFields(location=Found(rest, begin, begin + len(rest))))
            break
        else:
            return None
    return fields if fields.specialty else None


def in_small_letters(text: str, start: int) -> BylineFields | None:
    """A specialty as it stands in a sentence: "Dr. Ada Rowe, dermatologist"."""
    return (
        BylineFields(specialty=Found(text, start, start + len(text))) if text.islower() and is_specialty(text) else None
    )


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


def bracket_fields(text: str, start: int) -> tuple[int, BylineFields] | None:
    """A byline in brackets at the end of a body line, and where in `text` its bracket opens; None if there is none."""
    if not text.endswith((")", ").", "]")):
        return None
    match = _BRACKETS.search(text, max(0, len(text) - MAX_BYLINE_LINE - len("().")))
    if match is None:
        return None
    fields = one_line_fields(match["inside"], start + match.start("inside"))
    return (match.start(), fields) if fields else None
