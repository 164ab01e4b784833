"""What a run of the command line takes: its processes are watched from outside while it lasts."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import nan
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_LONG = 20.0  # seconds of a run of which the memory can be told


@dataclass(slots=True)
class Run:
    """What was measured of one run."""

    pages: int = 0
    seconds: float = 0.0
    cpu: dict[int, float] = field(default_factory=dict)
    memory: dict[int, list[tuple[float, int]]] = field(default_factory=dict)
    parent: int = 0

    @property
    def rate(self) -> float:
        """Pages per second."""
        return self.pages / self.seconds

    def cpu_rate(self, start: "Run") -> float:
        """Pages per second of the processor, in whatever process, without what it takes to `start` and end."""
        return self.pages / (sum(self.cpu.values()) - sum(start.cpu.values()))

    def main_share(self, start: "Run") -> float:
        """Processor time of the process that writes to that of the others, without what it takes to `start` and end."""
        main, workers = (
            self.cpu_seconds(parent=is_main) - start.cpu_seconds(parent=is_main) for is_main in (True, False)
        )
        return main / workers

    def cpu_seconds(self, *, parent: bool) -> float:
        """Processor time of the process that writes, or of the others."""
        return sum(seconds for process, seconds in self.cpu.items() if (process == self.parent) == parent)

    def largest(self, *, parent: bool) -> float:
        """Megabytes of the largest process."""
        return (
            max(size for process, of in self.memory.items() if (process == self.parent) == parent for _, size in of)
            / 1e6
        )

    def growth(self) -> float:
        """The largest ratio of a process's memory in the last tenth of a long run to that in the second tenth."""
        begin, end = 0.1 * self.seconds, 0.9 * self.seconds
        if self.seconds < _LONG:
            return nan
        ratios = [1.0]
        for samples in self.memory.values():
            early = [size for at, size in samples if begin <= at <= 2 * begin]
            late = [size for at, size in samples if at >= end]
            ratios += [max(late) / max(early)] if early and late else []
        return max(ratios)


def run_extractor(source: Path, jobs: int, directory: Path, formats: str = "jsonl,csv") -> Run:
    """Run the command line and watch its processes."""
    output = directory / "output"
    shutil.rmtree(output, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "extractor",
        str(source),
        "-o",
        str(output),
        "-j",
        str(jobs),
        "--format",
        formats,
        "-q",
    ]
    found = watched(command)
    manifest = next(output.glob("*.run.json"))
    found.pages = json.loads(manifest.read_bytes())["counts"]["documents"]
    return found


def watched(command: Sequence[str], directory: Path | None = None) -> Run:
    """Run a command, in a directory, and watch its processes."""
    found = Run()
    begin = time.perf_counter()
    with subprocess.Popen(command, cwd=directory) as process:  # noqa: S603 - our own commands
        found.parent = process.pid
        while process.poll() is None:
            for member in _tree(process.pid):
                _sample(found, member, time.perf_counter() - begin)
            time.sleep(0.05)
    found.seconds = time.perf_counter() - begin
    return found


def _tree(process: int) -> Iterator[int]:
    yield process
    try:
        threads = [path.read_text(encoding="ascii") for path in Path(f"/proc/{process}/task").glob("*/children")]
    except OSError:
        return
    for child in " ".join(threads).split():
        yield from _tree(int(child))


def _sample(found: Run, process: int, at: float) -> None:
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return  # it has ended
    found.cpu[process] = (int(fields[11]) + int(fields[12])) / _TICKS
    found.memory.setdefault(process, []).append((at, int(fields[21]) * _PAGE))
