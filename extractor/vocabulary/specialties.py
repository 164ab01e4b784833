"""The names of specialties, and how a line that begins or ends with one is told."""

import re
from functools import cache, lru_cache

from extractor.vocabulary import fold, word_set, words_of

_HEAD = 4
_MAX_WORDS = 4
"""Words of a specialty that is looked for in front of others."""
_DEPARTMENT = re.compile(r"(?:(?![什么哪啥几挂看])[\u4e00-\u9fff]){1,9}科")


@cache
def _specialties() -> frozenset[str]:
    folded = frozenset(map(fold, words_of("specialties.txt")))
    return folded | {specialty.replace(" and ", " & ") for specialty in folded}


@cache
def _last_words() -> dict[str, int]:
    """For the last word of every specialty, the number of words in the longest specialty that ends with it."""
    longest: dict[str, int] = {}
    for specialty in _specialties():
        *_, last = words = specialty.split()
        longest[last] = max(longest.get(last, 0), len(words))
    return longest


def specialty_start(line: str) -> int | None:
    """Where the longest known specialty begins that ends `line`; None if no known specialty ends it.

    >>> line = "Seattle Facial Plastic Surgeon"
    >>> line[specialty_start(line):]
    'Facial Plastic Surgeon'
    """
    if _is_department(line):
        return 0
    folded = fold(line)
    at = folded.rfind(" ")
    longest = _last_words().get(folded[at + 1 :])
    if longest is None or len(folded) != len(line):
        return None
    known = _specialties()
    start = None
    for _ in range(longest):
        if folded[at + 1 :] in known:
            start = at + 1
        if at < 0:
            break
        at = folded.rfind(" ", 0, at)
    return None if start is None else _with_qualifiers(folded, start)


def specialty_in_front(text: str) -> str | None:
    """The longest known specialty that begins `text`, with words behind it.

    >>> specialty_in_front("Plastic Surgeon at a clinic"), specialty_in_front("Plastic Surgeon")
    ('Plastic Surgeon', None)
    """
    words = text.split(" ")
    fronts = (" ".join(words[:count]) for count in range(min(len(words) - 1, _MAX_WORDS), 0, -1))
    return next(filter(is_specialty, fronts), None)


def _with_qualifiers(folded: str, start: int) -> int:
    """The beginning of a specialty moved to the left over words like "board certified"."""
    while start > 0:
        at = folded.rfind(" ", 0, start - 1)
        if folded[at + 1 : start - 1] not in word_set("qualifiers"):
            break
        start = at + 1
    return start


def ends_like_specialty(line: str) -> bool:
    """Whether the last word of `line` is the last word of some specialty: a quick look before `specialty_start`."""
    return _ends_specialty(line[line.rfind(" ") + 1 :])


@lru_cache(maxsize=10_000)
def _ends_specialty(word: str) -> bool:
    """Remembered because lines end with the same words on page after page."""
    folded = fold(word)
    return folded[folded.rfind(" ") + 1 :] in _last_words()


def begins_like_specialty(line: str) -> bool:
    """Whether the first four letters of `line` are those of some specialty: a quick look for lines that begin so."""
    return _begins_specialty(line[:_HEAD])


@lru_cache(maxsize=10_000)
def _begins_specialty(head: str) -> bool:
    return fold(head) in _specialty_heads()


@cache
def _specialty_heads() -> frozenset[str]:
    return frozenset(specialty[:_HEAD] for specialty in _specialties())


def is_specialty(text: str) -> bool:
    """Whether the whole of `text` is a known specialty."""
    return fold(text) in _specialties() or _is_department(text)


def are_specialties(text: str) -> bool:
    """Whether `text` is a known specialty, or several behind commas.

    >>> are_specialties("Pediatrics, Dermatology"), are_specialties("Pediatrics, Ohio")
    (True, False)
    """
    return all(is_specialty(part.strip()) for part in text.split(","))


def _is_department(text: str) -> bool:
    """Whether it is one of a hospital, in Chinese; "which one?" ends so too."""
    return text[-1:] == "科" and _DEPARTMENT.fullmatch(text) is not None
