"""Corpora of any size, made of the fixtures: `python -m benchmarks.corpus DIRECTORY [--text 200000] [--html 20000]`.

Page N is a fixture in which some long words of long lines are exchanged for others, drawn with seed N, so that no two
pages are the same and the bylines stay what they are. HTML pages are fixtures of HTML, varied in the same way. Both are
written as a directory; the text also as Parquet, the HTML also as WARC, compressed record by record.
"""

import argparse
import gzip
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.paths import FIXTURES

_LONG_LINE = 60
_WORD = re.compile(r"\b[a-z]{7,}\b")
_SHARE = 0.15
_ROWS = 10_000
_PAGES_PER_FOLDER = 1000


@cache
def fixtures(extension: str) -> list[str]:
    """The pages that are varied."""
    found = sorted(path for path in FIXTURES.rglob(f"*{extension}") if "negative" not in path.parts)
    return [path.read_text(encoding="utf-8", errors="replace") for path in found]


@cache
def _words() -> list[str]:
    return sorted({word for page in fixtures(".txt") for word in _WORD.findall(page)})


def page(number: int, extension: str = ".txt") -> str:
    """Page `number` of the corpus."""
    draw = random.Random(number)  # noqa: S311 - variety, no secret
    words = _words()

    def other(found: re.Match[str]) -> str:
        return draw.choice(words) if draw.random() < _SHARE else found[0]

    lines = fixtures(extension)[number % len(fixtures(extension))].split("\n")
    return "\n".join(_WORD.sub(other, line) if len(line) > _LONG_LINE and "<" not in line else line for line in lines)


def write_directory(directory: Path, pages: int, extension: str) -> None:
    """One file a page, a thousand to a folder."""
    for number in range(pages):
        path = directory / f"{number // _PAGES_PER_FOLDER:04}" / f"{number:07}{extension}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(number, extension), encoding="utf-8")


def write_warc(path: Path, pages: int, extension: str) -> None:
    """Responses as crawlers store them."""
    with path.open("wb") as stream:
        for number in range(pages):
            stream.write(gzip.compress(_record(number, page(number, extension).encode()), 6, mtime=0))


def _record(number: int, body: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>",
        "WARC-Date: 2024-01-01T00:00:00Z",
        f"WARC-Target-URI: https://www.site.example/question/{number}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}",
    )
    return "\r\n".join((*head, "", "")).encode() + http + b"\r\n\r\n"


def write_parquet(path: Path, pages: int, extension: str) -> None:
    """Columns text and url."""
    schema = pa.schema([("text", pa.string()), ("url", pa.string())])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for first in range(0, pages, _ROWS):
            rows = list(_rows(range(first, min(first + _ROWS, pages)), extension))
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _rows(numbers: range, extension: str) -> Iterator[dict[str, str]]:
    for number in numbers:
        yield {"text": page(number, extension), "url": f"https://www.site.example/question/{number}"}


def main() -> None:
    """Write the corpora."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--text", type=int, default=200_000)
    parser.add_argument("--html", type=int, default=20_000)
    chosen = parser.parse_args()
    chosen.directory.mkdir(parents=True, exist_ok=True)
    write_directory(chosen.directory / "text", chosen.text, ".txt")
    write_parquet(chosen.directory / "text.parquet", chosen.text, ".txt")
    if chosen.html:
        write_directory(chosen.directory / "html", chosen.html, ".html")
        write_warc(chosen.directory / "html.warc.gz", chosen.html, ".html")


if __name__ == "__main__":
    main()
