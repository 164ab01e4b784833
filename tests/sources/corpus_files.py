"""Corpora of a few rows, and what comes out of them."""

import json
from pathlib import Path

import pyarrow as pa

from extractor.document import Document
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources import SourceOptions, documents

ROWS = [{"url": f"https://site.example/{n}", "text": f"Why {n}?\n", "other": n} for n in range(5)]

_BYTES = pa.array(["naïve".encode("cp1252"), b"plain"], pa.binary())
NO_UTF8 = pa.StringArray.from_buffers(2, _BYTES.buffers()[1], _BYTES.buffers()[2])
"""A column of text of which the first is not in UTF-8, as Arrow says it is."""


def read(path: Path | str, **options: str | int) -> list[Document | Failure]:
    return list(documents([str(path)], SourceOptions(**options)))  # type: ignore[arg-type]


def pages(path: Path | str, **options: str | int) -> list[tuple[bytes | str, str | None]]:
    return [(item.content, item.url) for item in read(path, **options) if isinstance(item, Document)]


def reasons(path: Path) -> list[Reason]:
    return [item.reason for item in read(path) if isinstance(item, Failure)]


WANTED = [(row["text"], row["url"]) for row in ROWS]


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)
