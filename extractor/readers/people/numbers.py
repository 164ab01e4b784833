"""Numbers as pages print them."""

import re

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_MAX_RATING = 5.0

POINT = "[.,٫]"
"""A pattern for what stands before decimals, in Latin and in Arabic writing."""
COUNT = rf"(?:\d{{1,3}}(?:[,.'’\s]\d{{3}})+(?!\d)|\d+(?:{POINT}\d+)?\s?(?:k|K|mil|тыс\.?)\b|\d+)"
"""A pattern for a number of things: with groups of thousands, or in thousands ("1.2k", "1,2 mil")."""
_DECIMAL = re.compile(rf"(\d+)(?:{POINT}(\d+))?")
_THOUSANDS = re.compile(rf"\d+(?:{POINT}\d+)?\s?[^\W\d]+\.?")


def number_in(text: str) -> float | None:
    """The first number in `text`, with a point or a comma for decimals, and with groups of thousands.

    >>> number_in("4,5 Stars"), number_in("1,498 reviews"), number_in("4."), number_in("none")
    (4.5, 1498.0, 4.0, None)
    """
    match = _NUMBER.search(text)
    return float(_GROUPED.sub("", match[0]).replace(",", ".")) if match else None


def count_of(text: str) -> int:
    """The number of things that `text`, which has the shape of `COUNT`, says.

    >>> count_of("1'234"), count_of("1 498"), count_of("1.2k"), count_of("1,2 mil"), count_of("7")
    (1234, 1498, 1200, 1200, 7)
    """
    if _THOUSANDS.fullmatch(text) and (match := _DECIMAL.match(text)):
        return round(1000 * float(f"{match[1]}.{match[2] or 0}"))
    return int("".join(filter(str.isdigit, text)))


def to_five(value: float, best: float | None) -> float | None:
    """A rating on a scale that ends at `best` (5 if nobody says) as stars out of 5; None if it lies beyond the scale.

    >>> to_five(9, 10), to_five(4.8, None), to_five(87, None)
    (4.5, 4.8, None)
    """
    scale = best or _MAX_RATING
    return round(value * _MAX_RATING / scale, 2) if 0 <= value <= scale else None
