"""Lines whose meaning is certain because their wording is fixed: a layout's marks, applied to a page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from extractor.layout import Kind, Layout, Mark
from extractor.readers.lines import MARGIN, Line

_GROUP = re.compile(r"\(\?P([<=])(\w+)")
_first_of = attrgetter("first")
_LINE_END = r"[^\S\n]*(?=\n|\Z)"


@dataclass(frozen=True, slots=True)
class Hit:
    """A mark found: what it says, the lines `[first, last]` it takes, and the spans of its named groups."""

    kind: Kind
    first: int
    last: int
    groups: dict[str, tuple[int, int]]


def taken_by(hits: Iterable[Hit]) -> set[int]:
    """The numbers of the lines that marks take."""
    return {index for hit in hits for index in range(hit.first, hit.last + 1)}


def merged(hits: Iterable[Hit], stronger: Sequence[Hit]) -> list[Hit]:
    """Marks in page order, with `stronger` ones in place of those that begin on the same lines."""
    taken = {hit.first for hit in stronger}
    return sorted([*(hit for hit in hits if hit.first not in taken), *stronger], key=_first_of)


def with_further(hits: Sequence[Hit], further: Iterable[Hit]) -> list[Hit]:
    """Marks in page order, with `further` ones that begin on lines of which none of them says more."""
    taken = taken_by(hits)
    return sorted([*hits, *(hit for hit in further if hit.first not in taken)], key=_first_of)


class Matcher:
    """A layout's marks as one regular expression, so that a line is tried against all of them in one call.

    The groups of mark 3 are renamed `m3_name`; an empty group behind them, `m3`, closes last and so names the mark that
    fits. (A group around the mark would do the same, but hide from the engine what character the mark begins with.)
    """

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = {f"m{index}": (mark.kind, mark.groups) for index, mark in enumerate(marks)}
        parts = [_renamed(mark.pattern, f"m{index}") for index, mark in enumerate(marks)]
        self._pattern = re.compile("|".join(parts)) if parts else None
        self._line_pattern = re.compile(rf"\n{MARGIN}(?!\n)(?:{'|'.join(parts) or '(?!)'})")

    def is_in(self, text: str) -> bool:
        """Whether there is a mark in `text`; quick, as it goes from line to line without looking at them one by one."""
        return self._line_pattern.search("\n" + text) is not None

    def find(self, text: str, lines: Sequence[Line]) -> list[Hit]:
        """All marks among the lines of `text`, in page order; the first mark of the layout that fits a line counts.

        A line that is blank in `text`, as one is that says again what stands above it, has none.
        """
        if self._pattern is None:
            return []
        match_at = self._pattern.match
        hits: list[Hit] = []
        covered = -1
        for index, (start, _, _, _) in enumerate(lines):
            if start > covered and text[start] != " " and (match := match_at(text, start)):
                hits.append(self._hit(match, lines, index))
                covered = match.end()
        return hits

    def _hit(self, match: re.Match[str], lines: Sequence[Line], index: int) -> Hit:
        mark = match.lastgroup or ""
        kind, names = self._marks[mark]
        last = index
        while last + 1 < len(lines) and lines[last + 1].start < match.end():
            last += 1
        groups = {}
        for name in names:
            text = match[f"{mark}_{name}"]
            if text and not text.isspace():
                start = match.start(f"{mark}_{name}")
                groups[name] = (start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
        return Hit(kind, index, last, groups)


def _renamed(pattern: str, mark: str) -> str:
    """`pattern` with its groups named after `mark`, up to the end of the line, and behind it the group `mark`."""
    own = _GROUP.sub(rf"(?P\1{mark}_\2", pattern)
    return f"(?:{own}){_LINE_END}(?P<{mark}>)"


@cache
def matcher_of(layout: Layout) -> Matcher:
    """The compiled marks of `layout`; layouts are few and live as long as the process."""
    return Matcher(layout.marks)
