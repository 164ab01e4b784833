"""Words that pages and bylines are made of, as data files, and how they are looked up.

A look-up folds case, accents and hyphens, so that each wording stands in its file once.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FIELD = re.compile(r"(?<=\S)\([A-Z][A-Za-z-]{1,11}\)$")
"""Of a fellowship, behind it without a space: FRCS(Plast)."""
_RULES = frozenset("-–—_*=~·•#|+")
_BADGE_SIGN = re.compile(r" ?[·•|] ?")
_MAX_BADGE = 7
"""Words."""
_LEAST_OF_ANY_CASE = 3
"""Letters of a credential that is one in small letters too."""


@cache
def words_of(name: str) -> tuple[str, ...]:
    """The entries of the data file `name`, one a line; `#` begins a heading, blank lines are skipped."""
    lines = files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def table_of(name: str) -> Mapping[str, Any]:
    """The tables of the data file `name`, in TOML: lists of words, or tables of such lists by language."""
    return tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))


def letter_wordings(*parts: str) -> list[str]:
    """The wordings of all languages in some tables of `letters.toml`."""
    tables = table_of("letters.toml")
    return [wording for part in parts for wordings in tables[part].values() for wording in wordings]


@cache
def word_set(name: str) -> frozenset[str]:
    """The list `name` of `words.toml`."""
    return frozenset(table_of("words.toml")[name])


QUESTION_MARKS, STOPS, PAUSES = (tuple(sorted(word_set(name))) for name in ("question_marks", "stops", "pauses"))
"""Signs that end a question; that end another sentence; and behind which a sentence goes on."""
ELLIPSES = tuple(sorted(word_set("ellipses")))
"""Signs that say that words were left out."""
ASKING = tuple(sorted(word_set("asking")))
"""Words that ask where questions mostly end without a sign."""
SENTENCE_ENDS = (*STOPS, *QUESTION_MARKS)
PUNCTUATION = (*SENTENCE_ENDS, *PAUSES)
"""Signs that lines of a text end with, and names and headlines do not."""


def has_question_mark(text: str) -> bool:
    """Whether a sign stands in `text` that ends a question in some writing."""
    return "?" in text or (not text.isascii() and any(mark in text for mark in QUESTION_MARKS))


def asks_something(text: str) -> bool:
    """Whether `text` has such a sign or, in writing that mostly has none, a word that asks.

    >>> asks_something("孩子咳嗽两周了需要拍片吗"), asks_something("孩子咳嗽两周了")
    (True, False)
    """
    return has_question_mark(text) or (not text.isascii() and any(word in text for word in ASKING))


def begins_condition(text: str) -> bool:
    """Whether the first word of `text` begins a condition, as in headings of a FAQ.

    >>> begins_condition("If I am ill, may I still come?"), begins_condition("May I come if I am ill?")
    (True, False)
    """
    return text.split(maxsplit=1)[0].lstrip("¿").casefold() in word_set("conditions")


_FOLDED = str.maketrans(
    {chr(code): unicodedata.normalize("NFD", chr(code))[0] for code in range(0xC0, 0x250)} | {"-": " ", "/": " "}
)


def fold(text: str) -> str:
    """The form in which words are compared: no case, no accents, hyphens and slashes as spaces; as long as `text`.

    >>> fold("Cirurgião-Plástico"), fold("İmplant")
    ('cirurgiao plastico', 'implant')
    """
    if text.isascii():
        return text.lower().replace("-", " ").replace("/", " ")
    return text.replace("İ", "i").lower().translate(_FOLDED)  # of which the small letter is two signs


@cache
def _credentials() -> frozenset[str]:
    return frozenset(_bare(word) for word in words_of("credentials.txt"))


@cache
def _listed(name: str) -> frozenset[str]:
    """The entries of a data file."""
    return frozenset(words_of(name))


@cache
def _bare_of(name: str) -> frozenset[str]:
    """The entries of a data file without case and the point at their ends."""
    return frozenset(word.rstrip(".").casefold() for word in words_of(name))


def is_credential(word: str) -> bool:
    """Whether `word` is a degree, fellowship or licence, with or without points.

    >>> is_credential("M.D."), is_credential("FACS"), is_credential("Ma"), is_credential("FRCS(Plast)")
    (True, True, False, True)
    >>> is_credential("Sp.OT"), is_credential("spot")
    (True, False)
    """
    bare = _bare(word)
    if bare in word_set("no_credentials"):
        return False
    return bare in _credentials() or (len(bare) >= _LEAST_OF_ANY_CASE and bare.upper() in _upper_credentials())


@cache
def _upper_credentials() -> frozenset[str]:
    return frozenset(word.upper() for word in _credentials())


def is_rule(line: str) -> bool:
    """Whether `line` is drawn with signs, and parts what is above it from what is below.

    >>> is_rule("-----"), is_rule("* * *"), is_rule("*"), is_rule("...")
    (True, True, False, False)
    """
    return line[0] in _RULES and len(line) > 1 and _RULES.issuperset(line.replace(" ", ""))


def is_furniture(line: str) -> bool:
    """Whether `line` is one that sites print around their text: a button, a prompt, a page number.

    >>> is_furniture("Was this helpful?"), is_furniture("12 people found this helpful"), is_furniture("Be helpful")
    (True, True, False)
    >>> is_furniture("Facebook  Twitter | Print")
    True
    """
    if not _begins_furniture(line.partition(" ")[0]):
        return False
    if is_rule(line):
        return True
    words = _NUMBER.sub("0", line.casefold()).split()
    return " ".join(words) in _listed("furniture.txt") or word_set("shared_on").issuperset(words)


@lru_cache(maxsize=10_000)
def _begins_furniture(word: str) -> bool:
    """Whether furniture may begin with this word; nine lines in ten are known by it to be none."""
    word = word.casefold()
    return word in _first_of_furniture() or not word[:1].isalpha() or any(map(str.isdecimal, word))


@cache
def _first_of_furniture() -> frozenset[str]:
    return frozenset(entry.partition(" ")[0] for entry in _listed("furniture.txt") | word_set("shared_on"))


def is_badge(line: str) -> bool:
    """Whether `line` is one that sites print around a doctor's name: an honour, a count, a button, or several.

    >>> is_badge("Verified Doctor"), is_badge("12 photos"), is_badge("Doctor"), is_badge("See Dr. Rowe's reviews")
    (True, True, False, True)
    >>> is_badge("Board Certified · 12 photos"), is_badge("12 photos | Leeds")
    (True, False)
    """
    if not _begins_badge(line.partition(" ")[0]):
        return False
    if len(parts := _BADGE_SIGN.split(line)) > 1 and all(map(is_badge, filter(None, parts))):
        return True
    badge = _NUMBER.sub("0", line.casefold().replace("’", "'")).strip(" ·•|*✓✔★☆.:!-–—[]()")
    return badge in _listed("badges.txt") or (line[-1] not in ".!?:" and _is_made_of_badges(badge.split()))


def _is_made_of_badges(words: Sequence[str]) -> bool:
    """Whether words are an honour and who holds it, or what can be done with a button."""
    if not 1 < len(words) <= _MAX_BADGE:
        return False
    if words[0] in word_set("button_verbs"):
        return not word_set("button_nouns").isdisjoint(words)
    return words[-1] in word_set("holders") and word_set("honours").issuperset(words[:-1])


@lru_cache(maxsize=10_000)
def _begins_badge(word: str) -> bool:
    """Whether a badge may begin with this word; of lines that begin with plain letters most are none."""
    return not (word.isascii() and word.isalpha()) or word.lower() in _first_of_badges()


@cache
def _first_of_badges() -> frozenset[str]:
    badges = _listed("badges.txt") | word_set("honours") | word_set("button_verbs")
    return frozenset(badge.partition(" ")[0] for badge in badges)


def is_praise(word: str) -> bool:
    """Whether `word` praises who works as something, and is no place: World-Renowned, Leading."""
    return word.casefold() in _listed("praise.txt")


def is_particle(word: str) -> bool:
    """Whether `word` is a lower-case particle inside a name: van, de, dos."""
    return word in _listed("name_particles.txt")


def is_name_suffix(word: str) -> bool:
    """Whether `word` is a generational suffix: Jr, III, Filho."""
    return word.rstrip(".").casefold() in _bare_of("name_suffixes.txt")


def is_title(word: str) -> bool:
    """Whether `word` is a title in front of a name: Dr., Dra., Prof."""
    return word.rstrip(".").casefold() in _bare_of("titles.txt")


def is_special(word: str) -> bool:
    """Whether `word`, which is all letters, may be a credential, particle, suffix or title: no other word is one."""
    return word.casefold() in _special_words()


@cache
def _special_words() -> frozenset[str]:
    words = _credentials() | _listed("name_particles.txt") | _bare_of("name_suffixes.txt") | _bare_of("titles.txt")
    return frozenset(word.casefold() for word in words)


def _bare(word: str) -> str:
    return _FIELD.sub("", word).replace(".", "").replace(" ", "").strip(",")
