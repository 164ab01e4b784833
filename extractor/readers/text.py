"""Reading plain text: choose the layout and the byline side, cut, weigh, decode, and make records of the best reading."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.readers.grammar import Reading, Step, decode
from extractor.readers.items import Items, cut, weigh
from extractor.readers.layout import Layout, Side
from extractor.readers.lines import Line, split_lines


@dataclass(frozen=True, slots=True)
class TextReading:
    """A page read: its lines, the items they were cut into, and the state of each."""

    text: str
    layout: Layout
    page: Items
    steps: Sequence[Step]
    reading: Reading


def read_text(text: str, layouts: Sequence[Layout], host: str | None = None) -> TextReading | None:
    """The best reading of `text` by one of `layouts`, the last of which is the generic one; None if it has no lines."""
    lines = split_lines(text)
    layout = _choose(text, layouts, host)
    readings = [_read_side(text, lines, layout, side) for side in layout.sides]
    return max((reading for reading in readings if reading), key=lambda reading: reading.reading.score, default=None)


def _choose(text: str, layouts: Sequence[Layout], host: str | None) -> Layout:
    """The layout of the page's host, else the first whose signature the page carries, else the last."""
    if host:
        for layout in layouts:
            if layout.is_for(host):
                return layout
    return next((layout for layout in layouts if layout.signs(text)), layouts[-1])


def _read_side(text: str, lines: Sequence[Line], layout: Layout, side: Side) -> TextReading | None:
    page = cut(text, lines, layout, side)
    if not page.items:
        return None
    steps = weigh(page)
    return TextReading(text, layout, page, steps, decode(steps, page.mode, page.declared))
