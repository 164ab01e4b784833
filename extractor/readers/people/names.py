"""Names of doctors with what belongs to them: titles in front, suffixes, credentials, a note in brackets.

Dr. Harold C. Penn, Jr, MD, FACS (in memoriam)
"""

import re
from functools import lru_cache
from typing import NamedTuple

from extractor.readers.people.fields import NO_FIELDS, BylineFields, Found
from extractor.vocabulary import (
    ends_like_specialty,
    is_credential,
    is_name_suffix,
    is_particle,
    is_special,
    is_specialty,
    is_title,
)

MAX_BYLINE_LINE = 120
"""Characters; no byline line seen is longer than 90."""
CLOSING_WORDS = frozenset(
    "all best care cheers cordially dear good hello hi hope kind luck many no regards respectfully sincerely take "
    "thank thanks the warm warmest warmly wishes yes yours".split()
)
"""Capitalised words that begin a line, and no name."""


Piece = tuple[str, int, int]
"""A piece of a line and where it stands, `[start, end)`."""

_NOTE = re.compile(r"\((?P<note>[^()]{2,40})\)$")
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.){1,3}|(?:[dDlLOo]['’])?[^\W\d_][\w'’.-]*")
_MAX_NAME_WORDS = 7
_REMEMBERED_WORDS = 10_000


def name_fields(text: str, start: int) -> BylineFields | None:
    """Name, credentials and note of a line that holds nothing else; None if it does.

    `text` stands at `start` of the page.

    >>> values_of(name_fields("Dr. Harold C. Penn, Jr, MD, FACS (in memoriam)", 0))
    {'name': 'Harold C. Penn, Jr', 'credentials': ('MD', 'FACS'), 'note': 'in memoriam'}
    """
    fields, rest = split_name(text, start)
    return fields if fields and not rest else None


def split_name(text: str, start: int) -> tuple[BylineFields, list[Piece]]:
    """The name, credentials and note that `text` begins with, and the comma-separated parts that follow them."""
    if len(text) > MAX_BYLINE_LINE:
        return NO_FIELDS, []
    note: Found[str] | None = None
    if text[-1:] == ")" and (match := _NOTE.search(text)):
        note = Found(match["note"], start + match.start("note"), start + match.end("note"))
        text = text[: match.start()]
    parts = split(text, start, ",")
    name, credentials = _cut_name(parts[0]) if parts else (None, [])
    if name is None:
        return NO_FIELDS, []
    rest = 1
    while rest < len(parts) and _word(parts[rest][0]).is_suffix:
        end = parts[rest][2]
        name = Found(text[name.start - start : end - start], name.start, end)
        rest += 1
    while rest < len(parts) and (found := _all_credentials(parts[rest])):
        credentials += found
        rest += 1
    return BylineFields(name, tuple(credentials), note), parts[rest:]


def split(text: str, start: int, separator: str | None = None) -> list[Piece]:
    """The words of `text` (or its parts between separators) and where they stand."""
    pieces = []
    at = 0
    for part in text.split(separator):
        stripped = part.strip()
        if stripped:
            at = text.index(stripped, at)
            end = at + len(stripped)
            pieces.append((stripped, start + at, start + end))
            at = end
    return pieces


def is_name_line(fields: BylineFields, text: str, *, is_sure: bool) -> bool:
    """Whether a line shaped like a name is one: it has a title or credentials or, unless we must be sure, two words."""
    if fields.credentials or is_title(text.split(None, 1)[0]):
        return True
    return not is_sure and fields.name is not None and len(fields.name.value.split()) > 1


class _Word(NamedTuple):
    """What a word can be."""

    is_title: bool
    is_suffix: bool
    is_credential: bool
    is_name: bool
    """It can be part of a name."""
    is_first: bool
    """A name can begin with it."""
    ends_specialty: bool


@lru_cache(maxsize=_REMEMBERED_WORDS)
def _word(word: str) -> _Word:
    """Remembered because the same first names, initials and credentials are on page after page."""
    if word.isalpha() and not is_special(word):
        is_name = word[0].isupper()
        is_first = is_name and word.casefold() not in CLOSING_WORDS
        return _Word(
            is_title=False,
            is_suffix=False,
            is_credential=False,
            is_name=is_name,
            is_first=is_first,
            ends_specialty=ends_like_specialty(word),
        )
    is_credential_too = is_credential(word)
    is_name = is_particle(word) or (_NAME_WORD.fullmatch(word) is not None and (word[0].isupper() or "'" in word))
    return _Word(
        is_title(word),
        is_name_suffix(word),
        is_credential_too,
        is_name,
        is_name and word[0].isupper() and not is_credential_too and word.casefold() not in CLOSING_WORDS,
        ends_like_specialty(word),
    )


def _cut_name(head: Piece) -> tuple[Found[str] | None, list[Found[str]]]:
    """The name in `head` without the titles before and the credentials behind it; None if it is not shaped like one."""
    text, start, _ = head
    texts = text.split()
    words = list(map(_word, texts))
    first, last = 0, len(words)
    while first < last and words[first].is_title:
        first += 1
    while last > first + 1 and words[last - 1].is_credential:
        last -= 1
    if not _is_name(texts[first:last], words[first:last]):
        return None, []
    if last - first == len(words):
        return Found(*head), []
    places = split(text, start)
    begin, end = places[first][1], places[last - 1][2]
    return Found(text[begin - start : end - start], begin, end), [Found(*place) for place in places[last:]]


def _is_name(texts: list[str], words: list[_Word]) -> bool:
    if not 0 < len(words) <= _MAX_NAME_WORDS or not words[0].is_first:
        return False
    for word in words:  # no generator: it costs more than the look-ups
        if not word.is_name:
            return False
    return not (words[-1].ends_specialty and is_specialty(" ".join(texts)))


def credentials_in(text: str, start: int) -> tuple[Found[str], ...]:
    """The credentials of a text that holds nothing else, known ones or not, parted by commas.

    >>> [found.value for found in credentials_in("MD FACS, Reg. 12", 0)]
    ['MD', 'FACS', 'Reg. 12']
    """
    return tuple([found for part in split(text, start, ",") for found in _all_credentials(part) or [Found(*part)]])


def _all_credentials(part: Piece) -> list[Found[str]]:
    """The credentials that `part` consists of; none if anything else is in it."""
    text, start, _ = part
    if _word(text).is_credential:
        return [Found(*part)]
    words = split(text, start)
    return [Found(*word) for word in words] if all(_word(word).is_credential for word, _, _ in words) else []
