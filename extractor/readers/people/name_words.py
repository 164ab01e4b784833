"""What a word of a name line can be: a title, a suffix, a credential, a part of a name."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from extractor.readers.people.pieces import visible
from extractor.vocabulary import is_credential, is_name_suffix, is_particle, is_praise, is_special, is_title, word_set
from extractor.vocabulary.specialties import ends_like_specialty

CLOSING_WORDS = word_set("closing")
"""Capitalised words that begin a line, and no name."""
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.){1,3}|(?:[dDlLOo]['’])?[^\W\d_][\w'’‘.-]*")
_NICKNAME = re.compile(r"[(\"“‘'«][^\W\d_][\w.'’ -]*[)\"”’'»]?|[^\W\d_][\w.'’-]*[)\"”»]")
"""All of it, or its first or last word."""
_APOSTROPHES = frozenset("'’")
_HYPHENS = str.maketrans("‐‑", "--")
_COMPOUND = re.compile(r"[/&+-]")
_REMEMBERED_WORDS = 10_000


class Word(NamedTuple):
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
def word_of(word: str) -> Word:
    """What a word can be; remembered because first names, initials and credentials are the same on page after page."""
    if word.isascii() and word.isalpha() and not is_special(word):
        return _plain(word)
    if word.isascii():
        return _other(word)
    other = _other(_letters(word))
    return other._replace(is_title=True) if is_title(word) else other  # vowels of Indian writing are signs, too


def _plain(word: str) -> Word:
    """What a word of plain letters can be that is in no list."""
    is_name = word[0].isupper()
    is_first = is_name and word.casefold() not in CLOSING_WORDS and not is_praise(word)
    return Word(
        is_title=False,
        is_suffix=False,
        is_credential=False,
        is_name=is_name,
        is_first=is_first,
        ends_specialty=ends_like_specialty(word),
    )


def _other(letters: str) -> Word:
    is_credential_too = is_credential(letters) or _is_compound(letters)
    is_name = is_particle(letters) or _is_name_word(letters)
    begins = letters[:1].isalpha() and not _is_small(letters[0]) and letters.casefold() not in CLOSING_WORDS
    return Word(
        is_title(letters),
        is_name_suffix(letters),
        is_credential_too,
        is_name,
        is_name and begins and not is_credential_too,
        ends_like_specialty(letters),
    )


def _letters(word: str) -> str:
    """The word without accents that stand apart from their letters, and without invisible signs, with plain hyphens."""
    return "".join([sign for sign in visible(word).translate(_HYPHENS) if unicodedata.category(sign)[0] != "M"])


def _is_name_word(word: str) -> bool:
    """Whether a word can be part of a name; writing that knows no capitals has names as well."""
    if _NICKNAME.fullmatch(word):
        return True
    if "-" in word and word[0].islower() and is_particle((parts := word.split("-", 1))[0]):
        return _is_name_word(parts[1])
    return _NAME_WORD.fullmatch(word) is not None and (not _is_small(word[0]) or not _APOSTROPHES.isdisjoint(word))


def _is_small(letter: str) -> bool:
    """Whether a letter is a small one of a writing whose names have capitals: Georgian ones have none."""
    return letter.islower() and letter.title() != letter


def _is_compound(word: str) -> bool:
    """Whether the word is several credentials in one: MD-PhD, DDS/MD."""
    pieces = _COMPOUND.split(word)
    return len(pieces) > 1 and " " not in word and all(map(is_credential, pieces))


def recased(word: str) -> str:
    """A word of a line in small letters as it would be with capitals."""
    return word.upper() if is_credential(word.upper()) else word if is_particle(word) else word.capitalize()
