"""Putting together the lines of a rendered page: breaks between them, white space within them, where they stand."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractor.readers.html.rendering.rendered import Hint
from extractor.vocabulary import ELLIPSES

BREAK, ITEM, LINE, PARAGRAPH, WIDE = range(1, 6)
"""How far a line is from the one above: `br`, list item, block, block with a margin, more than that."""

_GAPS = {0: "\n", BREAK: "\n", ITEM: "\n", LINE: "\n", PARAGRAPH: "\n\n", WIDE: "\n\n\n"}
MAX_LINES = 6_000
"""Lines above which a page is cut; forum pages have a few hundred."""
_LONG_LINE = 100
"""Characters above which a block is taken for a paragraph."""
CUT = "\x8b"
"""Stands in a line where what opens a shortened text ("read more") was left out."""
_CUT_HERE = re.compile(rf"(?<![\s{CUT}])\s*+(?:(?:\.\.\.|…)\s*+)?{CUT}[\s{CUT}]*+(?=[^\s{CUT}])")
_GOES_ON = re.compile(r"(?:\.\.\.|…|[\w,;-])\Z")
"""How a text ends that is not at its end."""
_NO_HINT = Hint("body")


class Place(NamedTuple):
    """A place in the text before the text is whole: so many lines down, so many characters in."""

    line: int
    column: int


class Lines:
    """The lines so far, and the pieces of the one that is being put together."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, str, Hint]] = []
        self._pieces: list[str] = []
        self._hint = _NO_HINT
        self._gap = 0
        self._length_above = 0
        self._cuts: set[int] = set()
        """The numbers of the lines behind which the page offers to show more, and does not hold it."""
        self.add = self._pieces.append
        """Add inline text, as it stands in the page."""

    def part(self, distance: int, hint: Hint) -> None:
        """End the line at the edge of a block or at a `br`; a second `br` leaves a blank line.

        `hint` is what the markup says of the next line.
        """
        if self._pieces:
            self._end_line()
        if distance > self._gap:
            self._gap = distance
        elif distance == self._gap == BREAK:
            self._gap = PARAGRAPH
        self._hint = hint

    @property
    def is_full(self) -> bool:
        """Whether there are more lines than any page of this kind has."""
        return len(self._lines) >= MAX_LINES

    def describe(self, hint: Hint) -> None:
        """What the markup says of the next line, if it has not begun."""
        if not self._pieces:
            self._hint = hint

    def is_inside_line(self) -> bool:
        """Whether text stands in the line already."""
        return any(not piece.isspace() for piece in self._pieces)

    def place(self) -> Place:
        """Where the next text will stand."""
        return Place(len(self._lines), len(_collapse("".join(self._pieces))))

    def finish(self) -> "FinishedLines":
        """Put the text together."""
        self._end_line()
        pieces: list[str] = []
        starts: list[int] = []
        offset = 0
        for gap, line, _ in self._lines:
            pieces += (gap, line)
            offset += len(gap)
            starts.append(offset)
            offset += len(line)
        hints = dict(zip(starts, [hint for *_, hint in self._lines], strict=True))
        cuts = frozenset(starts[number] + len(self._lines[number][1]) for number in self._cuts)
        return FinishedLines("".join(pieces), starts, hints, cuts)

    def _end_line(self) -> None:
        line = _collapse(self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces))
        self._pieces.clear()
        if CUT in line:
            line = self._without_folds(line)
        if not line:
            return
        length = len(line)
        gap = self._gap
        if gap == LINE and (length > _LONG_LINE or self._length_above > _LONG_LINE):
            gap = PARAGRAPH
        self._lines.append((_GAPS[gap] if self._lines else "", line, self._hint))
        self._length_above, self._gap = length, 0

    def _without_folds(self, line: str) -> str:
        """`line` as one text, its halves joined; cut if more is offered behind it, or behind the line above."""
        is_last = line.endswith(CUT)
        line, joints = _CUT_HERE.subn(" ", line)
        line = line.strip(CUT + " ")
        if is_last and not joints:
            if line and _GOES_ON.search(line):
                self._cuts.add(len(self._lines))
            elif not line and self._lines and self._lines[-1][1].endswith(ELLIPSES):
                self._cuts.add(len(self._lines) - 1)
        return line


def _collapse(text: str) -> str:
    """`text` without margins and with one space for each stretch of white space."""
    text = text.strip()
    is_tidy = text.isascii() and not ("\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text)
    return text if is_tidy else " ".join(text.split())


class FinishedLines(NamedTuple):
    """The text, where its lines begin, and what the markup says of each."""

    text: str
    starts: Sequence[int]
    hints: Mapping[int, Hint]
    cuts: frozenset[int]
    """Where texts end that the page shows the beginnings of."""

    def offset(self, place: Place) -> int:
        """Where `place` is in the text."""
        if place.line >= len(self.starts):
            return len(self.text)
        return min(self.starts[place.line] + place.column, len(self.text))
