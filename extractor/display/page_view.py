"""What is shown of a page and its record: lines cut where fields begin and end, fields, and doubtful lines."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extractor.display.reread import Reread
from extractor.readers.lines import Line
from extractor.readers.text.roles import LinePiece
from extractor.readers.text.why import Contribution
from extractor.records import Doctor, QAPage, Warning  # noqa: A004 - the word of the record
from extractor.records.doubt import DOUBTFUL
from extractor.records.fields import FIELDS, Holds, Owner, Weight

_MOST_ANSWERS = 300
_MOST_EXPLAINED, _LONG = 12, 3_000
"""Doubts for which it is said what speaks for each reading, and lines of a page of which that is said: it takes as long
as reading the page."""
_MOST_REASONS = 5
_HIDDEN = ("id", "source", "digest", "warnings", "corrected", "position", "confidence", "site")


class Segment(NamedTuple):
    """Part of a line, and the fields that stand in it, by JSON Pointer."""

    text: str
    pointers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoubtfulLine:
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
    doubt: DoubtfulLine | None = None


class ShownValue(NamedTuple):
    """A field that has a value: where it stands in the record (JSON Pointer), its name, what is shown."""

    pointer: str
    name: str
    shown: str


class Section(NamedTuple):
    """The page, the question or an answer, with its values."""

    title: str
    values: Sequence[ShownValue]
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PageView:
    """A page beside one of its records: lines that follow each other, and the answers that stand in them.

    `warnings` are those on what is shown, and on the page as a whole. `above` and `below` are the numbers of the lines
    next to those that are shown, None at the ends of the page. `doubtful` are the numbers of all doubtful lines,
    `left_out` of how many answers nothing is shown.
    """

    record: QAPage
    rows: Sequence[Row]
    parts: Sequence[Section]
    warnings: Sequence[Warning]
    above: int | None
    below: int | None
    doubtful: Sequence[int]
    left_out: int


def view_of(page: Reread, record: QAPage, most: int, *, around: int = 0, with_empty: bool = False) -> PageView:
    """The view of a page beside `record`, which may have been corrected since it was read.

    At `most` so many lines are shown, those `around` the line of this number. `with_empty` shows the main fields that
    have no value too, so that one can be given.
    """
    numbers = page.numbers
    middle = bisect_left(numbers, around)
    first = max(0, min(middle - most // 2, len(numbers) - most))
    end = min(first + most, len(numbers))
    rows = list(_rows(page, record, range(first, end)))
    above, below = (numbers[at] if 0 <= at < len(numbers) else None for at in (first - 1, end))
    is_whole = above is None and below is None
    answers = range(len(record.answers)) if is_whole else _answers_in(rows)
    shown = answers[:_MOST_ANSWERS]
    parts = list(_parts(record, shown, with_empty=with_empty))
    warnings = [one for one in record.warnings if _is_on(one, rows, shown)]
    left_out = len(record.answers) - len(shown)
    return PageView(record, rows, parts, warnings, above, below, page.doubtful, left_out)


def _is_on(warning: Warning, rows: Sequence[Row], shown: range) -> bool:
    """Whether a warning is on one of these lines or answers, or on the page as a whole."""
    if warning.line:
        return bool(rows) and rows[0].number <= warning.line <= rows[-1].number
    return not warning.answer or warning.answer - 1 in shown


def _answers_in(rows: Sequence[Row]) -> range:
    """The answers of which something stands in these lines."""
    pointers = {pointer for row in rows for segment in row.segments for pointer in segment.pointers}
    found = [int(pointer.split("/")[2]) for pointer in pointers if pointer.startswith("/answers/")]
    return range(min(found), max(found) + 1) if found else range(0)


def _rows(page: Reread, record: QAPage, indexes: range) -> Iterator[Row]:
    cuts, doubts = _Cuts(page.text, record), _Doubts(page)
    for index in indexes:
        number = page.numbers[index]
        segments = cuts.segments(page.lines[index])
        piece = page.pieces.get(number)
        if piece is None:  # the markup tells what its lines are
            yield Row(number, segments, _role_by_fields(segments), None if page.reading else index)
        else:
            yield Row(number, segments, piece.state or piece.role, piece.item, doubts.of(piece))


def _role_by_fields(segments: Sequence[Segment]) -> str:
    pointers = [pointer for segment in segments for pointer in segment.pointers]
    return pointers[0].rpartition("/")[2] if pointers else "furniture"


class _Doubts:
    """What else the doubtful lines of a page could be."""

    def __init__(self, page: Reread) -> None:
        self._page = page
        self._told = 0

    def of(self, piece: LinePiece) -> DoubtfulLine | None:
        """Both readings of the line with this piece, if it is doubtful; of the first few also what decided."""
        confidence = self._page.confidence(piece)
        if piece.item is None or piece.rival is None or confidence >= DOUBTFUL:
            return None
        said = self._page.margins[piece.item].why or ""
        return DoubtfulLine(piece.state or piece.role, piece.rival, confidence, self._why(piece.item), said)

    def _why(self, item: int) -> Sequence[Contribution]:
        self._told += 1
        if self._told > _MOST_EXPLAINED or len(self._page.lines) > _LONG or self._page.reasons is None:
            return ()
        why = self._page.reasons.of(item)
        return why.reasons[:_MOST_REASONS] if why else ()


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


def _parts(record: QAPage, shown: range, *, with_empty: bool) -> Iterator[Section]:
    asked = [
        *_values("", Owner.PAGE, record, with_empty=with_empty),
        *_values("/question", Owner.QUESTION, record.question, with_empty=with_empty),
    ]
    yield Section("Question", asked, record.confidence)
    for index in shown:
        answer, pointer = record.answers[index], f"/answers/{index}"
        values = [
            *_values(pointer, Owner.ANSWER, answer, with_empty=with_empty),
            *_values(f"{pointer}/doctor", Owner.DOCTOR, answer.doctor or Doctor(), with_empty=with_empty),
        ]
        yield Section(f"Answer {answer.position}", values, answer.confidence)


def _values(pointer: str, owner: Owner, part: object, *, with_empty: bool) -> Iterator[ShownValue]:
    for field in FIELDS:
        if field.owner is not owner or field.name in _HIDDEN:
            continue
        value = getattr(part, field.name)
        if value is not None and value != ():
            between = ", " if field.holds is Holds.TEXTS else "\n\n"
            shown = between.join(value) if isinstance(value, tuple) else str(value)
            yield ShownValue(f"{pointer}/{field.name}", field.column.replace("_", " "), shown)
        elif with_empty and field.weight is Weight.MAIN:
            yield ShownValue(f"{pointer}/{field.name}", field.column.replace("_", " "), "")
