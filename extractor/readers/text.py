"""Reading plain text: choose the layout and the byline side, cut, weigh, decode, and make records of the best reading."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.readers.grammar import CERTAIN, Reading, Step, decode
from extractor.readers.items import Items, cut, weigh
from extractor.readers.layout import Kind, Layout, Side
from extractor.readers.lines import Line, split_lines


@dataclass(frozen=True, slots=True)
class TextReading:
    """A page read: its lines, the items they were cut into, and the state of each."""

    text: str
    layout: Layout
    page: Items
    steps: Sequence[Step]
    reading: Reading
    lead: float = CERTAIN
    """How far this reading is ahead of the best one of another kind (side, headlines) that differs from it."""


def read_text(text: str, layouts: Sequence[Layout], host: str | None = None) -> TextReading | None:
    """The best reading of `text` by one of `layouts`, the last of which is the generic one; None if it has no lines."""
    if "\r" in text:  # marks know one kind of line end; every place in the text stays where it was
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    lines = split_lines(text)
    readings = [
        reading
        for layout in _choose(text, layouts, host)
        for side in layout.sides
        for has_headlines in layout.headlines
        if (reading := _read_as(text, lines, layout, side, has_headlines=has_headlines))
    ]
    if len(readings) < 2:  # noqa: PLR2004 - nothing to compare
        return readings[0] if readings else None
    best = max(readings, key=lambda read: read.reading.score)
    others = [read.reading.score for read in readings if read.reading.states != best.reading.states]
    return replace(best, lead=min(best.reading.score - max(others), CERTAIN)) if others else best


def _choose(text: str, layouts: Sequence[Layout], host: str | None) -> Sequence[Layout]:
    """The layout of the page's host, else those whose signature the page carries, else the generic one."""
    if host:
        for layout in layouts:
            if layout.is_for(host):
                return [layout]
    return [layout for layout in layouts if layout.signs(text)] or layouts[-1:]


def _read_as(
    text: str, lines: Sequence[Line], layout: Layout, side: Side, *, has_headlines: bool
) -> TextReading | None:
    """The page read with bylines on this side, with or without headlines; None if that makes no difference."""
    page = cut(text, lines, layout, side)
    if not page.items or _is_moot(page, layout, side):
        return None
    page.mode = page.mode._replace(has_headlines=has_headlines)
    steps = weigh(page, layout)
    return TextReading(text, layout, page, steps, decode(steps, page.mode, page.declared))


def _is_moot(page: Items, layout: Layout, side: Side) -> bool:
    """Whether the page itself rules out this side: without bylines there is none, and labels stand before what they label."""
    if len(layout.sides) == 1:
        return False
    if side is Side.BEFORE:
        return not page.mode.has_bylines
    return any(hit.kind is Kind.BYLINE for hit in page.hits)
