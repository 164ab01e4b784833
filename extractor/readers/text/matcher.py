"""Lines whose meaning is certain because their wording is fixed: a layout's marks, applied to a page."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from extractor.layout import Kind, Layout, Mark, around
from extractor.layout.marks import BACKWARD, GROUP
from extractor.readers.lines import MARGIN, Line
from extractor.records import Span

_first_of = attrgetter("first")
_LINE_END = r"[^\S\n]*(?=\n|\Z)"
_start_of = attrgetter("start")


_FEET = (Mark(Kind.END, around.foot()), Mark(Kind.END, around.owner()))
"""Below the last answer of any site's pages: links of the site, and whose the page is."""
TELLING = frozenset((Kind.QUESTION, Kind.ANSWER, Kind.COUNT, Kind.LINES))
"""Kinds of marks that tell a page of questions and answers."""
OF_TEXTS = frozenset((Kind.QUESTION, Kind.ANSWER, Kind.LINES, Kind.BYLINE))
"""Kinds of marks that say where a question, or an answer, begins or ends."""
OF_ASKER = frozenset(("asker", "asked_at"))
"""Groups of a mark that say who asked, and when."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A mark found: what it says, the lines `[first, last]` it takes, and the spans of its named groups."""

    kind: Kind
    first: int
    last: int
    groups: dict[str, Span]


def taken_by(hits: Iterable[Hit]) -> set[int]:
    """The numbers of the lines that marks take."""
    return {index for hit in hits for index in range(hit.first, hit.last + 1)}


def above_end(lines: Sequence[Line], hits: Iterable[Hit]) -> Sequence[Line]:
    """The lines above the first mark that ends what is asked and answered."""
    end = next((hit.first for hit in hits if hit.kind is Kind.END), None)
    return lines if end is None else lines[:end]


def merged(hits: Iterable[Hit], stronger: Sequence[Hit]) -> list[Hit]:
    """Marks in page order, with `stronger` ones in place of those that begin on the same lines."""
    taken = {hit.first for hit in stronger}
    return sorted([*(hit for hit in hits if hit.first not in taken), *stronger], key=_first_of)


def with_further(hits: Sequence[Hit], further: Iterable[Hit]) -> list[Hit]:
    """Marks in page order, with `further` ones that begin on lines of which none of them says more."""
    taken = taken_by(hits)
    return sorted([*hits, *(hit for hit in further if hit.first not in taken)], key=_first_of)


class Matcher:
    """A layout's marks as one regular expression, so that all lines are tried against all of them in one call.

    An empty group behind mark 3, `m3`, closes last and so names the mark that fits. (A group around the mark would do
    the same, but hide from the engine what character the mark begins with.) There are no other groups: to have a
    hundred of them makes all that repeats in a mark dear. What they hold is asked of the mark alone.
    """

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = {f"m{index}": mark for index, mark in enumerate(marks)}
        parts = [_without_groups(mark.pattern, name) for name, mark in self._marks.items()]
        fits = f"(?:{'|'.join(parts) or '(?!)'})"
        self._first_pattern = re.compile(fits)
        self._pattern = re.compile(rf"\n{MARGIN}(?!\n){fits}")

    def is_in(self, text: str) -> bool:
        """Whether there is a mark in `text`."""
        return self._pattern.search("\n" + text) is not None

    def find(self, text: str, lines: Sequence[Line]) -> list[Hit]:
        """All marks among the lines of `text`, in page order; the first mark of the layout that fits a line counts.

        A line that is blank in `text`, as one is that says again what stands above it, has none.
        """
        return [self._hit(match, lines) for match in self._matches(text, lines)] if lines else []

    def _matches(self, text: str, lines: Sequence[Line]) -> Iterator[re.Match[str]]:
        """The places of marks; the first line is at the beginning of the text, or what is above it is none of it."""
        first = self._first_pattern.match(text, lines[0].start)
        if first:
            yield first
        yield from self._pattern.finditer(text, first.end() if first else lines[0].start)

    def _hit(self, place: re.Match[str], lines: Sequence[Line]) -> Hit:
        mark = self._marks[place.lastgroup or ""]
        first = last = bisect_left(lines, place.start(), key=_start_of)
        while last + 1 < len(lines) and lines[last + 1].start < place.end():
            last += 1
        alone = _alone(mark).match(place.string, place.start())
        return Hit(mark.kind, first, last, _groups_of(alone) if alone else {})


def _groups_of(match: re.Match[str]) -> dict[str, Span]:
    """Where the groups stand that hold some text."""
    groups = {}
    for name, text in match.groupdict().items():
        if text and not text.isspace():
            start = match.start(name)
            groups[name] = (start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
    return groups


def _without_groups(pattern: str, mark: str) -> str:
    """`pattern` to the end of the line, without groups but those that it looks back at, and the group `mark` behind."""
    needed = BACKWARD.findall(pattern)
    own = GROUP.sub(lambda group: f"(?P<{mark}_{group[1]}>" if group[1] in needed else "(?:", pattern)
    own = BACKWARD.sub(rf"(?P={mark}_\1)", own)
    return rf"(?:{own}){_LINE_END}(?P<{mark}>)"


@cache
def _alone(mark: Mark) -> re.Pattern[str]:
    """A mark with its groups, and with what stands in front of it."""
    return re.compile(rf"\n?{MARGIN}(?:{mark.pattern}){_LINE_END}")


@cache
def matcher_of(layout: Layout) -> Matcher:
    """The compiled marks of `layout`; layouts are few and live as long as the process."""
    return Matcher((*layout.marks, *_FEET))
