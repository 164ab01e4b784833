"""Lines whose meaning is certain because their wording is fixed: a layout's marks, applied to a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor.readers.layout import Kind, Layout, Mark
from extractor.readers.lines import Line

_GROUP_NAME = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class Hit:
    """A mark found: what it says, the lines `[first, last]` it takes, and the spans of its named groups."""

    kind: Kind
    first: int
    last: int
    groups: dict[str, tuple[int, int]]


class Matcher:
    """A layout's marks, compiled."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = [(mark.kind, re.compile(f"(?:{mark.pattern})\\s*?(?=\\n|\\r|\\Z)")) for mark in marks]
        joined = "|".join(f"(?:{_GROUP_NAME.sub('(?:', mark.pattern)})" for mark in marks)
        self._any = re.compile(joined) if joined else None

    def find(self, text: str, lines: Sequence[Line]) -> list[Hit]:
        """All marks among the lines of `text`, in page order; the first mark of the layout that fits a line counts."""
        if self._any is None:
            return []
        hits: list[Hit] = []
        covered = -1
        for index, line in enumerate(lines):
            if line.start > covered and self._any.match(text, line.start):
                hit = self._hit(text, lines, index)
                if hit:
                    hits.append(hit)
                    covered = lines[hit.last].end
        return hits

    def _hit(self, text: str, lines: Sequence[Line], index: int) -> Hit | None:
        for kind, pattern in self._marks:
            match = pattern.match(text, lines[index].start)
            if match:
                last = index
                while last + 1 < len(lines) and lines[last + 1].start < match.end():
                    last += 1
                groups = {name: match.span(name) for name, value in match.groupdict().items() if value}
                return Hit(kind, index, last, groups)
        return None


@cache
def matcher_of(layout: Layout) -> Matcher:
    """The compiled marks of `layout`; layouts are few and live as long as the process."""
    return Matcher(layout.marks)
