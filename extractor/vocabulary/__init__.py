"""Words that bylines are made of, as data files, and how they are looked up.

A look-up folds case, accents and hyphens, so that each wording stands in its file once.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files

_QUALIFIERS = frozenset("board certified eligible licensed registered consultant senior chief specialist".split())
"""Words that go with any specialty and are no place."""
_WORD = re.compile(r"[^\s\-/&]+|&")


@cache
def words_of(name: str) -> tuple[str, ...]:
    """The entries of the data file `name`, one a line; `#` begins a heading, blank lines are skipped."""
    lines = files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def fold(text: str) -> str:
    """The form in which words are compared: no case, no accents, hyphens and slashes as spaces, `&` as "and".

    >>> fold("Cirurgião-Plástico"), fold("Oral & Maxillofacial Surgeon")
    ('cirurgiao plastico', 'oral and maxillofacial surgeon')
    """
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text)
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join("and" if word == "&" else word for word in _WORD.findall(text.casefold()))


@cache
def _specialties() -> frozenset[str]:
    return frozenset(map(fold, words_of("specialties.txt")))


@cache
def _last_words() -> dict[str, int]:
    """For the last word of every specialty, the number of words in the longest specialty that ends with it."""
    longest: dict[str, int] = {}
    for specialty in _specialties():
        *_, last = words = specialty.split()
        longest[last] = max(longest.get(last, 0), len(words))
    return longest


@cache
def _credentials() -> frozenset[str]:
    return frozenset(_bare(word) for word in words_of("credentials.txt"))


@cache
def _particles() -> frozenset[str]:
    return frozenset(words_of("name_particles.txt"))


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(word.rstrip(".").casefold() for word in words_of("name_suffixes.txt"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(word.rstrip(".").casefold() for word in words_of("titles.txt"))


def specialty_start(line: str) -> int | None:
    """Where the longest known specialty begins that ends `line`; None if no known specialty ends it.

    >>> line = "Seattle Facial Plastic Surgeon"
    >>> line[specialty_start(line):]
    'Facial Plastic Surgeon'
    """
    last = fold(line[line.rfind(" ") + 1 :]).rpartition(" ")[2]
    longest = _last_words().get(last)
    if longest is None:
        return None
    words = list(_WORD.finditer(line))
    known = _specialties()
    first = next((i for i in range(max(0, len(words) - longest), len(words)) if fold(line[words[i].start() :]) in known), None)
    if first is None:
        return None
    while first > 0 and words[first - 1][0].casefold() in _QUALIFIERS:
        first -= 1
    return words[first].start()


def is_specialty(text: str) -> bool:
    """Whether the whole of `text` is a known specialty."""
    return fold(text) in _specialties()


def is_credential(word: str) -> bool:
    """Whether `word` is a degree, fellowship or licence, with or without points.

    >>> is_credential("M.D."), is_credential("FACS"), is_credential("Ma")
    (True, True, False)
    """
    bare = _bare(word)
    return bare in _credentials() or (len(bare) > 2 and bare.upper() in _upper_credentials())  # noqa: PLR2004


@cache
def _upper_credentials() -> frozenset[str]:
    return frozenset(word.upper() for word in _credentials())


def is_particle(word: str) -> bool:
    """Whether `word` is a lower-case particle inside a name: van, de, dos."""
    return word in _particles()


def is_name_suffix(word: str) -> bool:
    """Whether `word` is a generational suffix: Jr, III, Filho."""
    return word.rstrip(".").casefold() in _suffixes()


def is_title(word: str) -> bool:
    """Whether `word` is a title in front of a name: Dr., Dra., Prof."""
    return word.rstrip(".").casefold() in _titles()


def _bare(word: str) -> str:
    return word.replace(".", "").replace(" ", "").strip(",")
