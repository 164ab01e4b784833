"""Many wordings as one pattern that a text is tried against in one walk, not wording by wording; tables of them."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeAlias

CAPITAL = r"[^\W\d_a-zа-я]"
"""A pattern for a letter that is none of the small ones: names begin with it, in writing without capitals too."""
AT_CAPITAL = r"(?=[^\Wa-zа-я])"
"""A pattern for a place where something begins with a capital, or in writing that knows none, as lines do."""

_STRETCHED = "\u0640*+"
"""Strokes that stretch a word of Arabic."""

_Trie: TypeAlias = "dict[str, _Trie]"
_END = ""
"""In a trie: a wording ends here."""
_WORD = re.compile(r"(?<![\w'])\w")
_SIGNS = {"'": "['’]"}
"""Signs that pages print in two ways."""


@cache
def patterns_of(name: str) -> Mapping[str, Mapping[str, list[str]]]:
    """The data file `name` of this package: patterns by what they are of, and by language or kind."""
    table: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(
        files("extractor.layout").joinpath(name).read_text(encoding="utf-8")
    )
    return table


def any_of(name: str, part: str, words: str) -> str:
    """A pattern for one of the patterns of a part of the data file `name`."""
    return one_of_patterns(patterns_of(name)[part][words])


def one_of(wordings: Iterable[str]) -> str:
    """A pattern for one of `wordings`, the longest that fits; an apostrophe may be a curly one.

    >>> one_of(["Q", "Question", "Questions", "Query"])
    'Q(?:ue(?:ry|stion(?:s)?))?'
    >>> bool(re.fullmatch(one_of(["الحل"]), "الـحـــل"))
    True
    """
    trie: _Trie = {}
    for wording in sorted(set(wordings)):
        node = trie
        for sign in wording:
            node = node.setdefault(sign, {})
        node[_END] = {}
    if len(trie) < 2:  # noqa: PLR2004 - no branch
        return _pattern(trie)
    branches = {sign: _pattern({sign: rest}) for sign, rest in trie.items()}
    return f"(?:{_one_of_branches(branches)})"


def in_cases(wordings: Iterable[str]) -> str:
    """One of `wordings` with a capital, with capitals, or in capitals: not in small letters, as in a sentence."""
    return one_of({form for one in wordings for form in (capital(one), with_capitals(one), one.upper())})


def capital(wording: str) -> str:
    """The wording as it begins a sentence."""
    return wording[:1].upper() + wording[1:]


def with_capitals(wording: str) -> str:
    """The wording as it stands in a headline.

    >>> with_capitals("the doctor's answer")
    "The Doctor's Answer"
    """
    return _WORD.sub(_upper, wording)


def _upper(letter: re.Match[str]) -> str:
    return letter[0].upper()


def one_of_patterns(patterns: Iterable[str]) -> str:
    """A pattern for one of `patterns`: those that begin with the same letter are tried if the text does.

    >>> one_of_patterns(["dear", "car[oa]", "dr"])
    '(?:d(?:ear|r)|c(?:ar[oa]))'
    """
    by_letter: dict[str, list[str]] = {}
    for pattern in patterns:
        letter = pattern[:1] if pattern[:1].isalpha() else ""
        by_letter.setdefault(letter, []).append(pattern.removeprefix(letter))
    branches = {letter: f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()}
    return f"(?:{_one_of_branches(branches)})"


def _one_of_branches(branches: Mapping[str, str]) -> str:
    """One of the patterns that begin with these letters: those beyond the English ones if the text does with any."""
    plain = [branch for letter, branch in branches.items() if letter.isascii()]
    foreign = [branch for letter, branch in branches.items() if not letter.isascii()]
    if len(foreign) > 1:
        foreign = [rf"(?=[^\x00-\x7f])(?:{'|'.join(foreign)})"]
    return "|".join(plain + foreign)


def _of_sign(sign: str) -> str:
    """A pattern for one sign; behind one of Arabic a stroke may stretch the word, as in headings."""
    return f"{sign}{_STRETCHED}" if "\u0621" <= sign <= "\u064a" else _SIGNS.get(sign, re.escape(sign))


def _pattern(trie: _Trie) -> str:
    branches = [_of_sign(sign) + _pattern(rest) for sign, rest in trie.items() if sign != _END]
    if _END in trie:
        return f"(?:{'|'.join(branches)})?" if branches else ""
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
