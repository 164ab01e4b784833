"""How far a run is: a bar on a terminal, a line every so often elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from extractor.batch import Observer, Progress
from extractor.cli.console import say

_SECONDS_BETWEEN_LINES = 10.0


@contextmanager
def progress(measure: Callable[[], int]) -> Iterator[Observer]:
    """What to call with the state of a run. `measure`, which may take long, gives the bytes there are to read."""
    pace = _Pace()
    if not sys.stderr.isatty():
        yield pace.say_line
        return
    with _bar() as bar:
        task = bar.add_task("", total=None, counts="")
        Thread(target=lambda: bar.update(task, total=measure() or None), daemon=True).start()
        yield lambda state: bar.update(task, completed=state.done, counts=pace.counts(state))


def _bar() -> Bar:
    columns = (BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TextColumn("{task.fields[counts]}"))
    return Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True)


class _Pace:
    def __init__(self) -> None:
        self._begin = self._said = time.monotonic()
        self._first: int | None = None  # a run that goes on has read pages already

    def counts(self, state: Progress) -> str:
        """The counts in a line."""
        counts = state.counts
        self._first = counts.documents if self._first is None else self._first
        rate = (counts.documents - self._first) / max(1e-3, time.monotonic() - self._begin)
        return f"{counts.documents:,} pages, {rate:,.0f}/s, {counts.flagged:,} flagged, {counts.failed:,} failed"

    def say_line(self, state: Progress) -> None:
        """A line, if the last one was some time ago."""
        line = self.counts(state)
        if time.monotonic() - self._said >= _SECONDS_BETWEEN_LINES:
            self._said = time.monotonic()
            say(line)
