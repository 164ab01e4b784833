"""What a batch is to do."""

import os
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from extractor.reading import Reader, read
from extractor.records.choice import EVERYTHING, LEFT_OUT, Choice
from extractor.sinks import Format, find_format
from extractor.sources import SourceOptions


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Dedup(StrEnum):
    """Which records of one page are kept. Records are of one page if they have the same address or the same text."""

    ALL = "all"
    FIRST = "first"
    KEEP_BEST = "keep-best"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may take: wall-clock seconds, and bytes of memory beyond what an idle worker has."""

    seconds: float = 60.0
    memory: int = 1 << 30


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How to read and what to write.

    `jobs` workers read, one per core if not said; 0 reads in this process, without limits on a page. `reader` must be
    importable by name, since workers import it. With `shard_size` a file holds at most so many records. Records that
    are not of the `choice` go into NAME.left-out.jsonl. `skip_known` are the manifests of runs whose inputs are left
    out, `files_from` a file of names of further inputs (`-` is standard input). With `log` NAME.log.json says how fast
    it went. A `brief` run, of a few pages, hands their records to its observer, writes nothing but them, and cannot be
    resumed.
    """

    formats: tuple[str, ...] = ("json", "csv")
    excel: bool = False
    shard_size: int | None = None
    dedup: Dedup = Dedup.ALL
    choice: Choice = EVERYTHING
    jobs: int = field(default_factory=cores)
    limits: Limits = field(default_factory=Limits)
    resume: bool = False
    log: bool = False
    brief: bool = False
    skip_known: tuple[Path, ...] = ()
    files_from: str | None = None
    checkpoint_seconds: float = 2.0
    sources: SourceOptions = field(default_factory=SourceOptions)
    reader: Reader = read

    def written(self) -> list[Format]:
        """The formats of its records; where some may be left out, the last is that of these.

        Raises:
            UsageError: if there is no such format, or an optional part that it needs is missing.

        """
        chosen = [find_format(name, excel=self.excel) for name in self.formats]
        if self.choice.is_everything:
            return chosen
        return [*chosen, replace(find_format("jsonl"), extension=LEFT_OUT, shards=False)]
