"""An HTML page as text: what it says line by line, and what its markup said of each line."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.layout import Part


@dataclass(frozen=True, slots=True)
class Hint:
    """What the markup says of one line: its innermost block."""

    tag: str
    heading: int = 0
    """1 to 6, or 0 for a line that is no heading."""
    classes: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch `[start, end)` of the rendered text that a layout's selector names, or a value from an attribute."""

    part: Part
    start: int
    end: int
    value: str | None = None
    """What an attribute holds; None when the text itself is the value."""
    post: int = 0
    """The number of the question or answer that it is, or stands in; 0 outside of them."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's text as a reader sees it.

    Blocks are lines, paragraphs are separated by one blank line, white space inside a line is collapsed. `hints` is
    keyed by the offset of a line's first character. `regions` are in the order in which their elements begin.
    """

    text: str
    hints: Mapping[int, Hint] = field(default_factory=dict)
    regions: tuple[Region, ...] = ()
    is_cut: bool = False
    """The page has more lines than are read."""
    cuts: frozenset[int] = frozenset()
    """Where texts end that the page shows the beginnings of, with a link to more of them."""
    title: str | None = None
    url: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
