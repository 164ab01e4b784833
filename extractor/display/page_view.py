"""What is shown of a page and its record: lines cut where fields begin and end, fields, and doubtful lines."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extractor.display.reread import Reread
from extractor.readers.lines import Line, split_lines
from extractor.readers.text.reader import TextReading
from extractor.readers.text.records import confidence_of
from extractor.readers.text.roles import line_roles
from extractor.readers.text.why import Contribution, Reasons
from extractor.records import Doctor, QAPage
from extractor.records.doubt import DOUBTFUL
from extractor.records.fields import FIELDS, Holds, Owner, Weight

_MOST_LINES = 3_000
"""Lines of a page that are shown; pages people look at are shorter."""
_MOST_ANSWERS = 300
_MOST_EXPLAINED = 12
"""Doubts of a page for which it is said what speaks for each reading: that takes as long as reading the page."""
_MOST_REASONS = 5
_HIDDEN = ("id", "source", "digest", "warnings", "corrected", "position", "confidence", "site")


class Segment(NamedTuple):
    """Part of a line, and the fields that stand in it, by JSON Pointer."""

    text: str
    pointers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line that can be read in two ways: both, how likely the first is, and what speaks most for it or against.

    `why` says what makes it doubtful beyond that, if anything does.
    """

    first: str
    second: str
    confidence: float
    reasons: Sequence[Contribution]
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page: its number from 1, its segments, what it was read as, and the number of its item, if any."""

    number: int
    segments: Sequence[Segment]
    role: str
    item: int | None = None
    doubt: Doubt | None = None


class Value(NamedTuple):
    """A field that has a value: where it stands in the record (JSON Pointer), its name, what is shown."""

    pointer: str
    name: str
    shown: str


class Part(NamedTuple):
    """The page, the question or an answer, with its values."""

    title: str
    values: Sequence[Value]
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PageView:
    """A page beside one of its records; `left_out` are the lines and answers that are too many to be shown."""

    record: QAPage
    rows: Sequence[Row]
    parts: Sequence[Part]
    left_out: int


def view_of(page: Reread, record: QAPage, *, with_empty: bool = False) -> PageView:
    """The view of a page beside `record`, which may have been corrected since it was read.

    `with_empty` shows the main fields that have no value too, so that one can be given.
    """
    lines = split_lines(page.text)
    rows = list(_rows(page, record, lines[:_MOST_LINES]))
    parts = list(_parts(record, with_empty=with_empty))
    left_out = max(0, len(lines) - _MOST_LINES) + max(0, len(record.answers) - _MOST_ANSWERS)
    return PageView(record, rows, parts[: _MOST_ANSWERS + 1], left_out)


def _rows(page: Reread, record: QAPage, lines: Sequence[Line]) -> Iterator[Row]:
    roles = _roles(page, page.reading) if page.reading else {}
    cuts = _Cuts(page.text, record)
    number, above = 1, 0
    for line in lines:
        number += page.text.count("\n", above, line.start)
        above = line.start
        segments = cuts.segments(line)
        role, item, doubt = roles.get(number, ("", None, None))
        yield Row(number, segments, role or _role_by_fields(segments), item, doubt)


def _role_by_fields(segments: Sequence[Segment]) -> str:
    pointers = [pointer for segment in segments for pointer in segment.pointers]
    return pointers[0].rpartition("/")[2] if pointers else "furniture"


def _roles(page: Reread, reading: TextReading) -> dict[int, tuple[str, int | None, Doubt | None]]:
    """By line: what it was read as, the item that it is (the last, if a label opens it), and what else it could be."""
    reasons, told, found = Reasons(reading), 0, {}
    for row in line_roles(reading):
        piece = row.pieces[-1]
        doubt = None
        if piece.item is not None and piece.rival:
            margin = page.margins[piece.item]
            confidence = confidence_of(margin.ahead, reading.weights)
            if confidence < DOUBTFUL:
                told += 1
                why = reasons.of(piece.item) if told <= _MOST_EXPLAINED else None
                known = why.reasons[:_MOST_REASONS] if why else ()
                doubt = Doubt(piece.state or piece.role, piece.rival, confidence, known, margin.why or "")
        found[row.number] = (piece.state or piece.role, piece.item, doubt)
    return found


class _Cuts:
    """The places at which fields begin and end in a text."""

    def __init__(self, text: str, record: QAPage) -> None:
        self._text = text
        self._spans = sorted((a, b, pointer) for pointer, places in (record.spans or {}).items() for a, b in places)
        self._longest = max([b - a for a, b, _ in self._spans], default=0)

    def segments(self, line: Line) -> list[Segment]:
        """The line, cut."""
        first = bisect_left(self._spans, (line.start - self._longest,))
        last = bisect_left(self._spans, (line.end,))
        within = [span for span in self._spans[first:last] if span[1] > line.start]
        cuts = sorted({line.start, line.end, *(min(max(at, line.start), line.end) for s in within for at in s[:2])})
        return [
            Segment(self._text[a:b], tuple(pointer for start, end, pointer in within if start <= a and b <= end))
            for a, b in pairwise(cuts)
        ]


def _parts(record: QAPage, *, with_empty: bool) -> Iterator[Part]:
    asked = [
        *_values("", Owner.PAGE, record, with_empty=with_empty),
        *_values("/question", Owner.QUESTION, record.question, with_empty=with_empty),
    ]
    yield Part("Question", asked, record.confidence)
    for index, answer in enumerate(record.answers):
        pointer = f"/answers/{index}"
        values = [
            *_values(pointer, Owner.ANSWER, answer, with_empty=with_empty),
            *_values(f"{pointer}/doctor", Owner.DOCTOR, answer.doctor or Doctor(), with_empty=with_empty),
        ]
        yield Part(f"Answer {answer.position}", values, answer.confidence)


def _values(pointer: str, owner: Owner, part: object, *, with_empty: bool) -> Iterator[Value]:
    for field in FIELDS:
        if field.owner is not owner or field.name in _HIDDEN:
            continue
        value = getattr(part, field.name)
        if value is not None and value != ():
            between = ", " if field.holds is Holds.TEXTS else "\n\n"
            shown = between.join(value) if isinstance(value, tuple) else str(value)
            yield Value(f"{pointer}/{field.name}", field.column.replace("_", " "), shown)
        elif with_empty and field.weight is Weight.MAIN:
            yield Value(f"{pointer}/{field.name}", field.column.replace("_", " "), "")
