"""A page's text as lines: the non-blank ones, where they stand, and how many blank ones are above each."""

from typing import NamedTuple

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
MARGIN = r"[ \t\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]*+"
"""A pattern for what `split_lines` takes off at the beginning of a line."""


class Line(NamedTuple):
    """A non-blank line without its margins: `[start, end)` in the page, `blanks` blank lines directly above it."""

    start: int
    end: int
    text: str
    blanks: int


def has_invisible(text: str) -> bool:
    """Whether there are signs in `text` that take no room and may stand before a line."""
    return not text.isascii() and any(sign in text for sign in _INVISIBLE)


def with_plain_ends(text: str) -> str:
    r"""`text` with `\n` as its only line end, the one that marks know; every place in it stays where it was."""
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


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
            lines.append(Line(start, start + len(line), line, blanks))
            blanks = 0
        else:
            blanks += 1
        offset += len(raw) + 1
    return lines
