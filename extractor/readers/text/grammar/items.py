"""What a page is cut into: items, the gaps between them, and what holds for the page as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractor.readers.lines import Line
from extractor.readers.people.fields import BylineFields
from extractor.readers.text.grammar.looks import LineLook, look_at
from extractor.readers.text.grammar.states import Gap, Mode
from extractor.readers.text.matcher import Hit, above_end
from extractor.records import Span


class Unread(NamedTuple):
    """A line that stands in a byline and is in no field of it: its number from 0 among the lines, and its place."""

    line: int
    start: int
    end: int


@dataclass(slots=True)
class Item:
    """A line, a part of one, or a byline, with the gap above it.

    It stands at `[start, end)` of the page, on the lines `[first, last]`. `forced` is its state if its wording leaves
    no choice, `fields` what it says if it may be a byline (with places counted from `start`), `unread` those of its
    lines that no field holds.
    """

    start: int
    end: int
    text: str
    first: int
    last: int
    blanks: int
    gap: Gap
    forced: int | None = None
    fields: BylineFields | None = None
    unread: tuple[Unread, ...] = ()
    _look: LineLook | None = None

    @property
    def look(self) -> LineLook:
        """How it looks; taken once, and only of items of which it is asked."""
        if self._look is None:
            self._look = look_at(self.text)
        return self._look


@dataclass(frozen=True, slots=True)
class CutPage:
    """A page cut up: its items, the marks among them, and what holds for the whole page.

    It declares to have so many answers, and says so at `declared_at`.
    """

    lines: Sequence[Line]
    items: list[Item]
    hits: list[Hit]
    declared: int | None
    mode: Mode
    closing: Gap
    declared_at: Span | None = None

    @property
    def told(self) -> Sequence[Line]:
        """The lines above the end of what is asked and answered."""
        return above_end(self.lines, self.hits)
