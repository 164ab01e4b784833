"""A line of a byline in pieces: its words, or the parts between its separators, and where each of them stands."""

import re
from functools import cache

from extractor.vocabulary import word_set

MAX_BYLINE_LINE = 120
"""Characters; no byline line seen is longer than 90."""
Piece = tuple[str, int, int]
"""A piece of a line and where it stands, `[start, end)`."""
_SEPARATOR = re.compile(r"(?<!\s)\s++(?:(?:[-–—―]++|/)\s++|[,;|·•，；、،]\s*+)|[,;|·•，；、،]\s*+")
_OTHER_SEPARATOR = re.compile(r"[;|·•–—―，；、،/-](?:(?<![/-])|(?<=\s-)-*+(?=\s)|(?<=\s/)(?=\s))")
"""A separator that is no comma. It begins with one set of signs, so that others are passed quickly."""
_INVISIBLE = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF]
)
"""Signs that take no room: soft hyphens, joiners, and marks of the direction of writing."""


def behind_label(text: str, start: int) -> tuple[str, int]:
    """A line of a byline without the label that says what it holds, and where it stands.

    >>> behind_label("Specialty: Dermatologist", 0), behind_label("Dermatologist: Leeds", 0)
    (('Dermatologist', 11), ('Dermatologist: Leeds', 0))
    """
    label = _label().match(text) if ":" in text else None
    return (text[label.end() :], start + label.end()) if label else (text, start)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, word_set('byline_labels')))}) ?: ?(?=\S)", re.IGNORECASE)


def parts_of(text: str, start: int) -> list[Piece]:
    """The parts of a byline line, and where they stand."""
    if _OTHER_SEPARATOR.search(text) is None:
        return split(text, start, ",")
    begins = [0, *[match.end() for match in _SEPARATOR.finditer(text)]]
    ends = [*[match.start() for match in _SEPARATOR.finditer(text)], len(text.rstrip())]
    return [
        (text[begin:end], start + begin, start + end) for begin, end in zip(begins, ends, strict=True) if begin < end
    ]


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


def visible(text: str) -> str:
    """`text` without the signs in it that take no room."""
    return text if text.isascii() else text.translate(_INVISIBLE)


def squeezed(text: str) -> str:
    """`text` as it is seen: without signs that take no room, and with one space where there are several."""
    text = visible(text)
    return " ".join(text.split()) if "  " in text else text


def places_in(text: str) -> list[int]:
    """Where in `text` the signs of `squeezed(text)` stand.

    >>> places_in("Ada   Rowe")
    [0, 1, 2, 3, 6, 7, 8, 9]
    """
    seen = [at for at, sign in enumerate(text) if visible(sign)]
    return [
        at for above, at in zip([-1, *seen], seen, strict=False) if above < 0 or text[above] != " " or text[at] != " "
    ]
