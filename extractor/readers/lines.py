"""A page's text as lines: the non-blank ones, where they stand, and how many blank ones are above each."""

import re
from typing import NamedTuple

_BYTE_ORDER_MARK = "\ufeff"
_MARGINS = re.compile(r"(?<![^\S\n])[^\S\n]++\n\s*|(?<!\n)\n++[^\S\n]\s*")  # each run is looked at once
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
MARGIN = r"[ \t\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]*+"
"""A pattern for what `split_lines` takes off at the beginning of a line."""


class Line(NamedTuple):
    """A non-blank line without its margins: `[start, end)` in the page, `blanks` blank lines directly above it.

    Blank lines at the beginning of a page say nothing, and are not counted.
    """

    start: int
    end: int
    text: str
    blanks: int


def has_invisible(text: str) -> bool:
    """Whether there are signs in `text` that take no room and may stand before a line."""
    return not text.isascii() and any(sign in text for sign in _INVISIBLE)


def with_plain_margins(text: str) -> str:
    r"""`text` as marks know it: `\n` is the only line end, and stands directly in front of every line.

    The margins of lines are moved above the line ends; every word stays where it was.

    >>> with_plain_margins("Title \r\n\r\n  body")
    'Title     \n\nbody'
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if text[:1] == _BYTE_ORDER_MARK:
        text = " " + text[1:]
    if text.isascii() and not (" \n" in text or "\n " in text or "\t" in text or "\f" in text or "\v" in text):
        return text
    return _MARGINS.sub(_with_ends_last, text)


def _with_ends_last(margins: re.Match[str]) -> str:
    ends = margins[0].count("\n")
    return " " * (len(margins[0]) - ends) + "\n" * ends


def split_lines(text: str) -> list[Line]:
    r"""The non-blank lines of `text`, parted by `\n`.

    >>> split_lines("Title\n\n  body  \n")
    [Line(start=0, end=5, text='Title', blanks=0), Line(start=9, end=13, text='body', blanks=1)]
    """
    lines: list[Line] = []
    offset = blanks = 0
    for raw in text.split("\n"):
        if not raw:  # most blank lines are empty
            blanks += 1
            offset += 1
            continue
        line = raw.strip()
        if line and line[0] in _INVISIBLE:
            line = line.lstrip(_INVISIBLE).lstrip()
        if line:
            start = offset if raw[0] == line[0] else offset + raw.find(line)
            lines.append(Line(start, start + len(line), line, blanks if lines else 0))
            blanks = 0
        else:
            blanks += 1
        offset += len(raw) + 1
    return lines
