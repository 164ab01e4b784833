"""What a run tells people of its outcomes: one by one as they come, and all together at the end."""

from collections.abc import Callable, Sequence

from extractor.batch import Counts
from extractor.cli.console import plural, say
from extractor.errors import Reason
from extractor.records import Failure, QAPage

_FILES_SAID = 12

FAULTS_SAID = 20
"""How many failures of a long run are said one by one."""


class Outcomes:
    """Says outcomes on standard error: failures, and unless it `only_faults` what else there is.

    `show` shows a record in full, instead of a line for a page. Faults above `most` are not said one by one: all of
    them are in the errors file.
    """

    def __init__(
        self, *, only_faults: bool, most: int | None = None, show: Callable[[QAPage], None] | None = None
    ) -> None:
        self._only_faults = only_faults
        self._most = most
        self._show = show
        self._faults = 0

    def say(self, outcomes: Sequence[Sequence[QAPage] | Failure]) -> None:
        """Say what some pages gave."""
        for outcome in outcomes:
            if not isinstance(outcome, Failure):
                self._say_records(outcome)
            elif outcome.reason.is_fault:
                self._say_fault(outcome)
            elif not self._only_faults:
                say(_no_record(outcome))

    def _say_records(self, records: Sequence[QAPage]) -> None:
        if self._only_faults:
            return
        if self._show is None:
            say(describe(records))
            return
        for record in records:
            self._show(record)

    def _say_fault(self, failure: Failure) -> None:
        self._faults += 1
        if self._most is None or self._faults <= self._most:
            say(f"{failure.source}: {failure.reason.value}: {failure.detail}")
        elif self._faults == self._most + 1:
            say("more failures follow; all of them are listed in the errors file")


def _no_record(failure: Failure) -> str:
    if failure.reason is Reason.NOT_A_QA_PAGE:
        return f"{failure.source}: no Q&A page, no record"
    return f"{failure.source}: {failure.reason.value}, no record: {failure.detail}"


def describe(records: Sequence[QAPage]) -> str:
    """One page's records in a line."""
    answers = sum(len(record.answers) for record in records)
    questions = f"{len(records)} questions, " if len(records) > 1 else ""
    warnings = sum(len(record.warnings) for record in records)
    confidence = min(record.confidence for record in records)
    flag = f", {plural(warnings, 'warning')}" if warnings else ""
    return f"{records[0].source}: {questions}{plural(answers, 'answer')}, confidence {confidence:.3f}{flag}"


def totals(counts: Counts, files: Sequence[str], *, replaced: bool = False) -> str:
    """The end of a run in a line; the last of many `files` is the manifest, which lists them.

    `replaced` if the files of an earlier run were.
    """
    inputs = "" if counts.inputs == counts.documents else f" in {plural(counts.inputs, 'input')}"
    copies = f", {plural(counts.duplicates, 'duplicate')}" if counts.duplicates else ""
    unchosen = f", {counts.not_chosen:,} not chosen and kept apart" if counts.not_chosen else ""
    records = f"{plural(counts.records, 'record')} ({counts.flagged:,} with warnings{copies}{unchosen})"
    left_out = f", {counts.left_out:,} left out by name" if counts.left_out else ""
    others = f"{counts.without_record:,} without a record, {counts.failed:,} failed"
    return (
        f"{plural(counts.documents, 'page')}{inputs}: {records}, {others}{left_out}{_written(files, replaced=replaced)}"
    )


def _written(files: Sequence[str], *, replaced: bool) -> str:
    wrote = "replaced" if replaced else "wrote"
    if len(files) > _FILES_SAID:
        return f"; {wrote} {len(files):,} files, which {files[-1]} lists"
    return f"; {wrote} {', '.join(map(str, files))}" if files else ""
