"""Numbers as pages and their structured data print them: read if all of the text is understood, else not at all.

Digits are those of any script. A number may have groups of thousands (by point, comma, space or apostrophe, or as in
India), decimals (by point or comma), a word that multiplies it (`magnitudes.txt`), words around it that say what is
counted, and for a rating the end of its scale. "1.234" is a count of 1234 and a rating of 1.234.
"""

import re
import unicodedata
from functools import cache

from extractor.records import MAX_COUNT
from extractor.vocabulary import words_of
from extractor.vocabulary.ratings import OF

_MAX_RATING = 5.0
_MAX_LENGTH = 80
"""Characters above which a text is more than a number with some words."""
_PLAINER = str.maketrans("٫٬،−–’‘ʼ´`", ".',--'''''") | {ord("½"): ".5", ord("¼"): ".25", ord("¾"): ".75"}
_NUMBER = re.compile(
    r"(?P<groups>\d{1,3}(?P<mark>[ .,'])\d{3}(?:(?P=mark)\d{3})*|\d{1,2}(?:,\d\d)+,\d{3})"
    r"(?P<rest>(?!(?P=mark))[.,]\d+)?(?!\d)"
    r"|\d+(?:[.,]\d*)?|[.,]\d+"
)
_GROUP_MARK = re.compile(r"[ .,']")
_BEFORE = re.compile(r"(?:[^\W\d_][^\d+-]*[\s:(\[]|[\s(\[★⭐]*)(?P<sign>[+-]?)\s*")
_WORD = re.compile(r"\s*([^\W\d_]*)")
_OF = re.compile(rf"\s*(?:[^\W\d_]+\s+)?{OF}\s*", re.IGNORECASE)
"""What stands between a rating and the end of its scale: "4.9 out of 5", "4,9/5", "4.9 stars of 5"."""
_PERCENT = re.compile(r"\s*%")
_STRANGE = re.compile(r"[%/<>=~^$€£#&{}°@\\]")
"""Signs that make of a number something else than a count."""
_SHORT = 3
_CJK = "\u2e80"
"""Where the scripts begin that put no space behind a word."""
_NEARLY = 1e-6


def count_in(text: str) -> int | None:
    """The whole number that `text` says; None if it says none, or more than that.

    >>> count_in("1 234"), count_in("1,2 mil"), count_in("(1.498 reviews)"), count_in("-3"), count_in("4 of 5")
    (1234, 1200, 1498, -3, None)
    """
    if text.isascii() and text.isdecimal() and len(text) <= _MAX_LENGTH:  # most are
        return plain if (plain := int(text)) <= MAX_COUNT else None
    text = _plain(text)
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) != 1 or _STRANGE.search(text):
        return None
    (number,) = numbers
    before, factor = _BEFORE.fullmatch(text, 0, number.start()), _factor(text, number.end())
    if before is None or factor is None or (factor > 1 and number["groups"]):
        return None
    value = _ungrouped(number) * factor
    if abs(value - round(value)) > _NEARLY or value > MAX_COUNT:
        return None
    return -round(value) if before["sign"] == "-" else round(value)


def rating_in(text: str, best: float | None = None) -> float | None:
    """The rating that `text` says, as stars out of 5; None if it says none, or more than that, or leaves the scale.

    `best` is the end of the scale where `text` does not name it (5 if nobody does).

    >>> rating_in("4,5 Stars"), rating_in("9/10"), rating_in("98%"), rating_in("87"), rating_in("8", 10)
    (4.5, 4.5, 4.9, None, 4.0)
    """
    text = _plain(text)
    numbers = list(_NUMBER.finditer(text))
    if not numbers or not (before := _BEFORE.fullmatch(text, 0, numbers[0].start())) or before["sign"]:
        return None
    end = numbers[0].end()
    if len(numbers) > 1:
        if len(numbers) > 2 or not _OF.fullmatch(text, end, numbers[1].start()):  # noqa: PLR2004 - a rating and its scale
            return None
        best, end = _decimal(numbers[1][0]), numbers[1].end()
    elif percent := _PERCENT.match(text, end):
        best, end = 100, percent.end()
    value = _decimal(numbers[0][0])
    if value is None or _STRANGE.search(text, end) or _factor(text, end) != 1:
        return None
    return to_five(value, best)


def decimal_in(text: str) -> float | None:
    """The number that is all of `text`, with a point or a comma for decimals.

    >>> decimal_in("4."), decimal_in("10,0"), decimal_in("ten")
    (4.0, 10.0, None)
    """
    return _decimal(_plain(text))


def to_five(value: float, best: float | None) -> float | None:
    """A rating on a scale that ends at `best` (5 if nobody says) as stars out of 5; None if it lies beyond the scale.

    >>> to_five(9, 10), to_five(4.8, None), to_five(87, None)
    (4.5, 4.8, None)
    """
    scale = _MAX_RATING if best is None else best
    return round(value * _MAX_RATING / scale, 2) if 0 <= value <= scale > 0 else None


def _plain(text: str) -> str:
    """`text` with one form for each mark of numbers, and without what is too long to be a number with some words."""
    if len(text) > _MAX_LENGTH:
        return ""
    return unicodedata.normalize("NFKC", text.translate(_PLAINER)).strip()


def _ungrouped(number: re.Match[str]) -> float:
    if not number["groups"]:
        return float(number[0].replace(",", "."))
    return float(_GROUP_MARK.sub("", number["groups"]) + (number["rest"] or "").replace(",", "."))


def _decimal(text: str) -> float | None:
    number = text.replace(",", ".")
    return float(number) if number.count(".") <= 1 and number.replace(".", "").isdecimal() else None


def _factor(text: str, end: int) -> int | None:
    """What the word behind a number multiplies it by: mostly 1; None if the word may be a unit that is not known."""
    word = _WORD.match(text, end)
    if word is None or not word[1]:
        return 1
    known = _magnitudes()
    factor = known.get(word[1]) or known.get(word[1].lower()) or (known.get(word[1][0]) if word[1] > _CJK else None)
    if factor is None and word[1].isascii() and len(word[1]) < _SHORT:
        return None
    return factor or 1


@cache
def _magnitudes() -> dict[str, int]:
    entries = (entry.rpartition(" ") for entry in words_of("magnitudes.txt"))
    return {word: int(factor) for word, _, factor in entries}
