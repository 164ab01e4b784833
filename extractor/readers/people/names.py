"""Names of doctors with what belongs to them: titles in front, suffixes, credentials, a note in brackets.

Dr. Harold C. Penn, Jr, MD, FACS (in memoriam)
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from extractor.readers.people.fields import NO_FIELDS, BylineFields, Found
from extractor.vocabulary import (
    ends_like_specialty,
    is_badge,
    is_credential,
    is_name_suffix,
    is_particle,
    is_praise,
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

_NOTE = re.compile(r"[(\[](?P<note>[^()\[\]]{2,60})[)\]]$")
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.){1,3}|(?:[dDlLOo]['’])?[^\W\d_][\w'’.-]*")
_NICKNAME = re.compile(r"[(\"“‘'«][^\W\d_][\w.'’ -]*[)\"”’'»]")
_SEPARATOR = re.compile(r"\s+(?:[-–—―]+|/)\s+|\s*[,;|·•]\s*")
_OTHER_SEPARATOR = re.compile(r"[;|·•–—―]|\s(?:-+|/)\s")
_COMPOUND = re.compile(r"[/&+-]")
_INVISIBLE = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF]
)
"""Signs that take no room: soft hyphens, joiners, and marks of the direction of writing."""
_CAPITALS = re.compile(r"[A-Z]{3,6}")
_COUNTRIES = frozenset(("USA", "UAE", "NYC"))
_MAX_NAME_WORDS = 7
_REMEMBERED_WORDS = 10_000


def name_fields(text: str, start: int) -> BylineFields | None:
    """Name, credentials and note of a line that holds nothing else; None if it does.

    `text` stands at `start` of the page.

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(name_fields("Dr. Harold C. Penn, Jr, MD, FACS (in memoriam)", 0))
    {'name': 'Harold C. Penn, Jr', 'credentials': ('MD', 'FACS'), 'note': 'in memoriam'}
    """
    fields, rest = split_name(text, start)
    return fields if fields is not NO_FIELDS and not rest else None


def split_name(text: str, start: int) -> tuple[BylineFields, list[Piece]]:
    """The name, credentials and note that `text` begins with, and the parts that follow them, whatever parts them."""
    if len(text) > MAX_BYLINE_LINE:
        return NO_FIELDS, []
    note: Found[str] | None = None
    credentials: list[Found[str]] = []
    if text[-1:] in (")", "]") and (bracket := _NOTE.search(text)):
        place = (bracket["note"], start + bracket.start("note"), start + bracket.end("note"))
        credentials = _credentials_in(place)
        if not credentials:
            note = Found(*place)
        text = text[: bracket.start()]
    parts = parts_of(text, start)
    name, first = _cut_name(parts[0]) if parts else (None, [])
    if name is None:
        return NO_FIELDS, []
    name, rest = _with_suffixes(name, parts[1:], text, start)
    while rest and (found := _all_credentials(rest[0]) or (first and _unknown_credential(rest[0]))):
        first += found
        rest = rest[1:]
    rest = [part for part in rest if not is_badge(part[0])]
    if text.islower() and not (first and " " in name.value):
        return NO_FIELDS, []
    if not text.isascii():
        name = name._replace(value=visible(name.value))
    return BylineFields(name, (*first, *credentials), note), rest


def _with_suffixes(name: Found[str], parts: list[Piece], text: str, start: int) -> tuple[Found[str], list[Piece]]:
    """The name with the suffixes that follow it, and the parts that are left."""
    for index, (part, _, end) in enumerate(parts):
        if not _word(part).is_suffix:
            return name, parts[index:]
        name = Found(text[name.start - start : end - start], name.start, end)
    return name, []


def parts_of(text: str, start: int) -> list[Piece]:
    """The parts of a byline line, and where they stand."""
    if _OTHER_SEPARATOR.search(text) is None:
        return split(text, start, ",")
    begins = [0, *[match.end() for match in _SEPARATOR.finditer(text)]]
    ends = [*[match.start() for match in _SEPARATOR.finditer(text)], len(text.rstrip())]
    return [
        (text[begin:end], start + begin, start + end) for begin, end in zip(begins, ends, strict=True) if begin < end
    ]


def visible(text: str) -> str:
    """`text` without the signs in it that take no room."""
    return text if text.isascii() else text.translate(_INVISIBLE)


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
    if word.isascii() and word.isalpha() and not is_special(word):
        is_name = word[0].isupper()
        is_first = is_name and word.casefold() not in CLOSING_WORDS and not is_praise(word)
        return _Word(
            is_title=False,
            is_suffix=False,
            is_credential=False,
            is_name=is_name,
            is_first=is_first,
            ends_specialty=ends_like_specialty(word),
        )
    letters = word if word.isascii() else _letters(word)
    is_credential_too = is_credential(letters) or _is_compound(letters)
    is_name = is_particle(letters) or _is_name_word(letters)
    return _Word(
        is_title(letters),
        is_name_suffix(letters),
        is_credential_too,
        is_name,
        is_name
        and not letters[:1].islower()
        and letters[:1].isalpha()
        and not is_credential_too
        and letters.casefold() not in CLOSING_WORDS,
        ends_like_specialty(letters),
    )


def _letters(word: str) -> str:
    """The word without accents that stand apart from their letters, and without what takes no room."""
    return "".join([sign for sign in visible(word) if unicodedata.category(sign)[0] != "M"])


def _is_name_word(word: str) -> bool:
    """Whether a word can be part of a name; writing that knows no capitals has names as well."""
    if _NICKNAME.fullmatch(word):
        return True
    return _NAME_WORD.fullmatch(word) is not None and (not word[0].islower() or "'" in word)


def _is_compound(word: str) -> bool:
    """Whether the word is several credentials in one: MD-PhD, DDS/MD."""
    pieces = _COMPOUND.split(word)
    return len(pieces) > 1 and " " not in word and all(map(is_credential, pieces))


def _recased(word: str) -> str:
    """A word of a line in small letters as it would be with capitals."""
    return word.upper() if is_credential(word.upper()) else word if is_particle(word) else word.capitalize()


def _cut_name(head: Piece) -> tuple[Found[str] | None, list[Found[str]]]:
    """The name in `head` without the titles before and the credentials behind it; None if it is not shaped like one."""
    text, start, _ = head
    texts = text.split()
    words = list(map(_word, map(_recased, texts) if text.islower() else texts))
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
    """The credentials of a text that holds nothing else, known ones or not.

    >>> [found.value for found in credentials_in("MD FACS, Reg. 12", 0)]
    ['MD', 'FACS', 'Reg. 12']
    """
    parts = parts_of(text, start)
    return tuple([found for part in parts for found in _all_credentials(part) or [Found(*part)]])


def all_credentials(text: str, start: int) -> list[Found[str]]:
    """The credentials that `text` consists of; none if anything else is in it."""
    return _all_credentials((text, start, start + len(text)))


def _unknown_credential(part: Piece) -> list[Found[str]]:
    """The part, if it is shaped like credentials that are in no list: three to six capitals."""
    return [Found(*part)] if _CAPITALS.fullmatch(part[0]) and part[0] not in _COUNTRIES else []


def _all_credentials(part: Piece) -> list[Found[str]]:
    """The credentials that `part`, which may end with others in brackets, consists of; none if it has anything else."""
    text, start, end = part
    if text.isalpha():  # most are one word
        return [Found(*part)] if _is_credential(text) else []
    if text[-1:] == ")" and (bracket := _NOTE.search(text)) and bracket.start():
        head = text[: bracket.start()].rstrip()
        inside = (bracket["note"], start + bracket.start("note"), end - 1)
        outer, inner = _all_credentials((head, start, start + len(head))), _credentials_in(inside)
        return outer + inner if outer and inner else []
    return _credentials_in(part)


def _credentials_in(part: Piece) -> list[Found[str]]:
    found: list[Found[str]] = []
    for text, start, end in parts_of(part[0], part[1]):
        piece = (
            (text[:-1], start, end - 1)
            if text.endswith(".") and text[:-1].isupper() and text.isascii() and "." not in text[:-1]
            else (text, start, end)
        )
        if _is_credential(piece[0]):
            found.append(Found(*piece))
            continue
        words = [word for word in split(piece[0], piece[1]) if word[0] not in ("and", "&")]
        if not all(_is_credential(word) for word, _, _ in words):
            return []
        found += [Found(*word) for word in words]
    return found


def _is_credential(word: str) -> bool:
    return _word(_recased(word) if word.islower() else word).is_credential
