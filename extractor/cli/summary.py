"""What a run tells people while it goes: one line per input, or the whole record where somebody is looking at it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from extractor.cli.console import plural, say
from extractor.errors import Reason
from extractor.records import Failure, QAPage


class Summary:
    """Counts the outcomes of a run and says them on standard error.

    `is_quiet` leaves only failures; `show` shows a record in full, instead of a line per input.
    """

    def __init__(self, *, is_quiet: bool = False, show: Callable[[QAPage], None] | None = None) -> None:
        self._is_quiet = is_quiet
        self._show = show
        self.inputs = self.records = self.flagged = self.without_record = self.failed = 0

    def add(self, results: Sequence[QAPage | Failure]) -> None:
        """Count and say what one input gave."""
        self.inputs += 1
        pages = [result for result in results if isinstance(result, QAPage)]
        self.records += len(pages)
        self.flagged += sum(bool(page.warnings) for page in pages)
        if pages and not self._is_quiet:
            self._say_pages(pages)
        for failure in results:
            if isinstance(failure, Failure):
                self._say_failure(failure)

    def close(self, files: Sequence[Path]) -> None:
        """Say the totals and the files written."""
        if self._is_quiet:
            return
        totals = f"{plural(self.inputs, 'input')}: {plural(self.records, 'record')} ({self.flagged} with warnings)"
        totals += f", {self.without_record} no Q&A page, {self.failed} failed"
        say(totals + (f"; wrote {', '.join(map(str, files))}" if files else ""))

    def _say_pages(self, pages: Sequence[QAPage]) -> None:
        if self._show is None:
            say(describe(pages))
            return
        for page in pages:
            self._show(page)

    def _say_failure(self, failure: Failure) -> None:
        if failure.reason is Reason.NOT_A_QA_PAGE:
            self.without_record += 1
            if not self._is_quiet:
                say(f"{failure.source}: no Q&A page, no record")
        else:
            self.failed += 1
            say(f"{failure.source}: {failure.reason.value}: {failure.detail}")


def describe(pages: Sequence[QAPage]) -> str:
    """One input's records in a line."""
    answers = sum(len(page.answers) for page in pages)
    questions = f"{len(pages)} questions, " if len(pages) > 1 else ""
    warnings = sum(len(page.warnings) for page in pages)
    confidence = min(page.confidence for page in pages)
    flag = f", {plural(warnings, 'warning')}" if warnings else ""
    return f"{pages[0].source}: {questions}{plural(answers, 'answer')}, confidence {confidence:.3f}{flag}"
