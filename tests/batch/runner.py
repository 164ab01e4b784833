"""A run in a process of its own, to be killed: python -m tests.batch.runner OUTPUT JOBS DEDUP INPUT..."""

import sys
from pathlib import Path

from extractor.batch import BatchOptions, Dedup, run
from tests.batch import readers

FORMATS = ("json", "csv", "jsonl.gz", "parquet", "sqlite")


def options(*, jobs: int = 0, dedup: Dedup = Dedup.ALL, resume: bool = False) -> BatchOptions:
    """A run that writes something of everything, and makes checkpoints all the time."""
    return BatchOptions(
        formats=FORMATS,
        shard_size=97,
        dedup=dedup,
        jobs=jobs,
        resume=resume,
        checkpoint_seconds=0.02,
        reader=readers.read,
    )


def main(output: str, jobs: str, dedup: str, *inputs: str) -> None:
    """Run, or go on."""
    chosen = options(jobs=int(jobs), dedup=Dedup(dedup), resume=True)
    run(inputs, Path(output), "pages", chosen)


if __name__ == "__main__":
    main(*sys.argv[1:])
