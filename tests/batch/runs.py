"""Runs of tests, and what they read and write."""

import json
from pathlib import Path

from extractor.batch import BatchOptions
from tests.batch import readers

OPTIONS = BatchOptions(jobs=0, reader=readers.read)


def with_options(**changes: object) -> BatchOptions:
    return BatchOptions(**({"jobs": 0, "reader": readers.read} | changes))  # type: ignore[arg-type]


def pages(directory: Path, *contents: str) -> str:
    directory.mkdir(exist_ok=True)
    for number, content in enumerate(contents):
        (directory / f"{number:03}.txt").write_text(content, encoding="utf-8")
    return str(directory)


def records(path: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(path.read_bytes())
    return found
