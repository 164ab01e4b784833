"""The desk: what lies on it, what was done, and the record as it stands after that."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extractor.batch import MANIFEST
from extractor.display import Reread, reread
from extractor.document import Document
from extractor.errors import UsageError
from extractor.reading import Layouts
from extractor.records import QAPage
from extractor.review.corrections import CORRECTIONS, Deed, Step, StepLog, settled
from extractor.review.findings import Findings, findings
from extractor.review.gold import save_gold
from extractor.review.mending import mended
from extractor.review.queue import Waiting, queue
from extractor.runs import Run


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record as it stands: its page, what was read first, and the record with the steps of the person."""

    page: Reread
    first: QAPage
    record: QAPage


class Desk:
    """A review that goes on: a queue, a log of steps, and the records as these make them."""

    def __init__(self, run: Run, entries: Sequence[Waiting], log: StepLog, layouts: Layouts, gold: Path | None) -> None:
        self.entries = entries
        self.manifest = run.beside(MANIFEST)
        self._log = log
        self._layouts = layouts
        self._gold = gold
        self._reopener = run.reopener()
        self._reread = lru_cache(maxsize=8)(self._open)
        self._mended = lru_cache(maxsize=8)(self._mend)

    def sheet(self, entry: Waiting) -> Sheet:
        """The record of an entry as it stands.

        Raises:
            ExtractorError: if its page cannot be had or read any more.

        """
        return self._mended(entry, self._said(entry))

    def do(self, entry: Waiting, step: Step) -> None:
        """Take a step; it is on the disk when this returns, if it fits the record.

        Raises:
            ExtractorError: if it does not, and nothing is done; or if it cannot be written.

        """
        sheet = self.sheet(entry)
        step = step.model_copy(update={"id": entry.id, "digest": sheet.first.digest or ""})
        if step.deed is Deed.RIGHT:
            step = step.model_copy(update={"record": _settled(sheet)})
        elif step.deed is not Deed.NO_PAGE:
            self._mended(entry, (*self._said(entry), step.model_dump_json()))
        self._log.append(step)
        if self._gold and step.deed.settles:
            save_gold(self._gold, self._reread(entry.source), settled(self._log.standing()))

    def undo(self) -> Waiting | None:
        """Take back the latest step; the entry that it was about, None if there is none."""
        steps = self._log.standing()
        if not steps:
            return None
        self._log.append(Step(deed=Deed.UNDO))
        return next((entry for entry in self.entries if entry.id == steps[-1].id), None)

    def waiting(self) -> Iterator[Waiting]:
        """The entries that are not settled, in the order of the queue."""
        done = self.settled()
        return (entry for entry in self.entries if entry.id not in done)

    def settled(self) -> Mapping[str, Step]:
        """By record, the step that settled it."""
        return settled(self._log.standing())

    def findings(self) -> Findings:
        """What the settled records say of all."""
        done = self.settled()
        return findings((e.is_flagged, _was_wrong(done[e.id])) for e in self.entries if e.id in done)

    def _said(self, entry: Waiting) -> tuple[str, ...]:
        """The steps that say something of the record, as they stand in the log: by them a sheet is remembered."""
        steps = (step for step in self._log.standing() if step.id == entry.id and not step.deed.settles)
        return tuple(step.model_dump_json() for step in steps)

    def _mend(self, entry: Waiting, said: tuple[str, ...]) -> Sheet:
        page = self._reread(entry.source)
        _, first = mended(page, entry.id, ())
        shown, record = mended(page, entry.id, [Step.model_validate_json(step) for step in said])
        return Sheet(shown, first, record)

    def _open(self, source: str) -> Reread:
        document = self._reopener.open(source)
        if not isinstance(document, Document):
            raise UsageError(document.detail)
        return reread(document, self._layouts)


def open_desk(run: Run, *, sample: int, layouts: Layouts = (), gold: Path | None = None) -> Desk:
    """The desk for the records of a run, as it was left.

    Raises:
        ExtractorError: if the records or the steps cannot be read.

    """
    log = StepLog(run.beside(CORRECTIONS))
    return Desk(run, queue(run.records(), sample), log, layouts, gold)


def _settled(sheet: Sheet) -> QAPage:
    """The record as a person has settled it: sure, without warnings, and marked if it is another than was read."""
    answers = tuple(answer.model_copy(update={"confidence": 1.0}) for answer in sheet.record.answers)
    sure = sheet.record.model_copy(update={"answers": answers, "warnings": (), "confidence": 1.0})
    return sure.model_copy(update={"corrected": _said(sheet.first) != _said(sheet.record)})


def _said(record: QAPage) -> str:
    """What a record says of the page, without how sure it is."""
    left_out: dict[str, object] = {"spans": True, "warnings": True, "confidence": True, "text": True}
    return record.model_dump_json(exclude=left_out | {"answers": {"__all__": {"confidence"}}})  # type: ignore[arg-type]


def _was_wrong(step: Step) -> bool:
    return step.deed is Deed.NO_PAGE or (step.record is not None and step.record.corrected)
