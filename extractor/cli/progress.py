"""What a batch tells people while it goes: a bar on a terminal, a line every so often elsewhere, the first failures."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from extractor.batch import NO_FAULT, Counts, Observer, State
from extractor.cli.console import plural, say

_SECONDS_BETWEEN_LINES = 10.0
_FAILURES_SAID = 20
_FILES_SAID = 12


@contextmanager
def reporting(measure: Callable[[], int], *, is_quiet: bool) -> Iterator[Observer]:
    """What to call with the state of a batch. `measure`, which may take long, gives the bytes there are to read."""
    report = _Report()
    if is_quiet:
        yield report.say_failures
    elif not sys.stderr.isatty():
        yield report.say_line
    else:
        with _bar() as bar:
            task = bar.add_task("", total=None, counts="")
            Thread(target=lambda: bar.update(task, total=measure() or None), daemon=True).start()
            yield lambda state: bar.update(task, completed=state.done, counts=report.counts(state))


def say_totals(counts: Counts, files: Sequence[Path]) -> None:
    """The end of it in a line; the last of the `files` is the manifest."""
    pages = f"{plural(counts.inputs, 'input')}, {plural(counts.documents, 'page')}"
    copies = f", {plural(counts.duplicates, 'duplicate')}" if files else ""  # nobody looks for them without files
    records = f"{plural(counts.records, 'record')} ({counts.flagged:,} with warnings{copies})"
    say(f"{pages}: {records}, {counts.without_record:,} no Q&A page, {counts.failed:,} failed{_written(files)}")


def _written(files: Sequence[Path]) -> str:
    if len(files) > _FILES_SAID:
        return f"; wrote {len(files):,} files, which {files[-1]} lists"
    return f"; wrote {', '.join(map(str, files))}" if files else ""


def _bar() -> Progress:
    columns = (BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TextColumn("{task.fields[counts]}"))
    return Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True)


class _Report:
    def __init__(self) -> None:
        self._begin = self._said = time.monotonic()
        self._first: int | None = None  # a batch that goes on has read pages already
        self._failures = 0

    def counts(self, state: State) -> str:
        """The counts in a line; failures are said on the way."""
        self.say_failures(state)
        counts = state.counts
        self._first = counts.documents if self._first is None else self._first
        rate = (counts.documents - self._first) / max(1e-3, time.monotonic() - self._begin)
        return f"{counts.documents:,} pages, {rate:,.0f}/s, {counts.flagged:,} flagged, {counts.failed:,} failed"

    def say_line(self, state: State) -> None:
        """A line, if the last one was some time ago."""
        line = self.counts(state)
        if time.monotonic() - self._said >= _SECONDS_BETWEEN_LINES:
            self._said = time.monotonic()
            say(line)

    def say_failures(self, state: State) -> None:
        """The failures, as long as they are few; all of them are in a file."""
        for failure in state.failures:
            if failure.reason not in NO_FAULT:
                self._failures += 1
                if self._failures <= _FAILURES_SAID:
                    say(f"{failure.source}: {failure.reason.value}: {failure.detail}")
                elif self._failures == _FAILURES_SAID + 1:
                    say("more failures follow; all of them are listed in the errors file")
