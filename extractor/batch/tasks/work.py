"""The unit of work: from slices of inputs to text that only has to be put in order.

It is pure but for the reading of files. Here a pool of processes calls it; anything may that keeps the order of tasks.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count
from typing import TypeAlias

from extractor.batch.account.tally import Pattern, Tally, count_failure, count_fields, count_record, filled_fields
from extractor.batch.options import BatchOptions
from extractor.batch.outputs.index import Entry, entry_of, pack
from extractor.document import Document
from extractor.errors import Reason
from extractor.reading import outcome
from extractor.records import Failure, QAPage
from extractor.records.choice import Choice
from extractor.sinks import TextFormat
from extractor.sources import LeftOut, PageFile, Seam, Slice, SliceItem, blame


class Stage(IntEnum):
    """What is being done to a document."""

    LOADING = 0
    READING = 1


Point: TypeAlias = tuple[int, int, int]
"""Where in a task one is: number of the slice, of the document in it, stage."""

NotePlace: TypeAlias = Callable[[int, int, int], None]
"""Is told every point before anything is done there."""


@dataclass(frozen=True, slots=True)
class Task:
    """Some slices, numbered in the order of the input. At the `quarantined` points workers died, for those reasons."""

    number: int
    slices: tuple[Slice, ...]
    quarantined: Mapping[Point, Reason] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a task.

    `texts` are its records in the order of the written formats, a separator before each; `index` says where each ends.
    `outcomes` are the failures among its documents and, of a brief run, the records of the others, in their order.
    """

    number: int
    texts: tuple[bytes, ...]
    index: bytes
    outcomes: tuple[Sequence[QAPage] | Failure, ...]
    tally: Tally
    seam: Seam | None

    @property
    def failures(self) -> list[Failure]:
        """The failures among the outcomes."""
        return [found for found in self.outcomes if isinstance(found, Failure)]


def perform(task: Task, options: BatchOptions, watch: NotePlace = lambda *_: None) -> Result:
    """Read the documents of a task and encode their records."""
    made = _Collector([one.text for one in options.written()], options.choice, keeps_records=options.brief)
    for found in _outcomes(task, options, watch):
        if isinstance(found, Seam):
            made.seam = found
        elif isinstance(found, LeftOut):
            made.left_out += 1
        else:
            made.add(found)
    return made.result(task.number)


def _outcomes(
    task: Task, options: BatchOptions, watch: NotePlace
) -> Iterator[Sequence[QAPage] | Failure | LeftOut | Seam]:
    for number, piece in enumerate(task.slices):
        items = piece.items(options.sources)
        for document in count():
            watch(number, document, Stage.LOADING)
            if reason := task.quarantined.get((number, document, Stage.LOADING)):
                yield _quarantined(piece.name, reason, options, "" if isinstance(piece, PageFile) else _BEHIND)
                break
            item = _next(items, piece.name)
            if item is None:
                break
            if not isinstance(item, Document):
                yield item
                continue
            watch(number, document, Stage.READING)
            reason = task.quarantined.get((number, document, Stage.READING))
            yield _quarantined(item.source, reason, options) if reason else _read(item, options)


def _read(document: Document, options: BatchOptions) -> Sequence[QAPage] | Failure:
    """What comes of a page: its records, with what its row in a corpus holds besides."""
    found = outcome(document, options.reader)
    if isinstance(found, Failure) or document.columns is None:
        return found
    return [record.model_copy(update={"columns": dict(document.columns)}) for record in found]


def _next(items: Iterator[SliceItem], name: str) -> SliceItem | None:
    """The next item; what is raised instead is a failure, behind which there is no other."""
    try:
        return next(items, None)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a defect that one slice brings to light does not end the run
        return blame(error, name)


_BEHIND = "; what lies behind it in its stretch of the file is lost"


def _quarantined(source: str | None, reason: Reason, options: BatchOptions, further: str = "") -> Failure:
    limits = options.limits
    why = {
        Reason.TIME_LIMIT: f"takes more than {limits.seconds:g} seconds; raise --page-seconds to wait longer",
        Reason.MEMORY_LIMIT: f"takes more than {limits.memory >> 20:,} MB of memory; raise --page-memory to allow more",
        Reason.CRASHED: "ends the process that reads it; please report it with the page",
    }
    return Failure(source=source, reason=reason, detail=f"{source} {why[reason]}{further}")


def _unwritten(page: QAPage, error: Exception) -> Failure:
    detail = f"its record cannot be written: {error}; this is a defect of extractor, please report it with the page"
    return Failure(source=page.source, reason=Reason.INTERNAL_ERROR, detail=detail)


class _Collector:
    """Gathers what comes of a task."""

    def __init__(self, formats: Sequence[TextFormat], choice: Choice, *, keeps_records: bool) -> None:
        self._formats = formats
        self._choice = choice
        self._keeps_records = keeps_records
        self._texts: list[list[bytes]] = [[] for _ in formats]
        self._entries: list[Entry] = []
        self._outcomes: list[Sequence[QAPage] | Failure] = []
        self._tally: Tally = Tally()
        self._patterns: Counter[tuple[str, Pattern]] = Counter()
        self.seam: Seam | None = None
        self.left_out = 0

    def add(self, found: Sequence[QAPage] | Failure) -> None:
        self._tally["documents",] += 1
        if isinstance(found, Failure):
            self._add_failure(found)
            return
        written: list[QAPage] = []
        for number, page in enumerate(found):
            try:
                texts = self._encoded(page)
            except MemoryError:
                raise
            except Exception as error:  # noqa: BLE001 - a value that a format cannot hold costs its record, not the run
                self._add_failure(_unwritten(page, error))
            else:
                self._add_page(page, number, texts)
                written.append(page)
        if self._keeps_records and written:
            self._outcomes.append(written)

    def _add_failure(self, failure: Failure) -> None:
        self._outcomes.append(failure)
        count_failure(self._tally, failure)

    def _encoded(self, page: QAPage) -> dict[int, bytes]:
        """The record, with the separator before it, by the number of each format that it is written in."""
        styles = {column: self._formats[column] for column in self._columns(page)}
        return {column: (style.separator + style.encode(page)).encode() for column, style in styles.items()}

    def _add_page(self, page: QAPage, number: int, texts: Mapping[int, bytes]) -> None:
        filled = filled_fields(page)
        count_record(self._tally, page)
        self._tally["not-chosen",] += not self._choice.takes(page)
        self._patterns.update((page.site or "", pattern) for pattern in filled)
        for column, text in texts.items():
            self._texts[column].append(text)
        lengths = [len(texts.get(column, b"")) for column in range(len(self._formats))]
        self._entries.append(entry_of(page, number, sum(map(len, filled)), lengths))

    def _columns(self, page: QAPage) -> range:
        """The formats that the record is written in: the last is for those that are not chosen, if some may not be."""
        last = len(self._formats) - 1
        if self._choice.is_everything:
            return range(last + 1)
        return range(last) if self._choice.takes(page) else range(last, last + 1)

    def result(self, number: int) -> Result:
        count_fields(self._tally, self._patterns)
        self._tally["left-out",] += self.left_out
        texts = tuple(b"".join(texts) for texts in self._texts)
        index = pack(self._entries, len(self._formats))
        return Result(number, texts, index, tuple(self._outcomes), self._tally, self.seam)
