"""Inputs of every kind, small."""

import gzip
import json
import zipfile
from pathlib import Path


def page(number: int) -> str:
    """A page that the readers of these tests understand; every seventh is the same."""
    number = 0 if number % 7 == 0 else number
    return f"Why {number}?\nBecause {number}.\nIndeed: {number * number}."


def record(number: int) -> bytes:
    """A WARC record that holds a page; every tenth address is used twice."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + page(number).encode() + b" more" * (number % 40)
    url = f"https://site.example/{number - number % 10 // 9}"
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(http)}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


def write_directory(directory: Path, pages: int) -> Path:
    """Text files in two folders."""
    for number in range(pages):
        folder = directory / str(number % 2)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:05}.txt").write_text(page(number), encoding="utf-8")
    return directory


def write_warc(path: Path, pages: int) -> Path:
    """An archive, compressed record by record."""
    path.write_bytes(b"".join(gzip.compress(record(number), mtime=0) for number in range(pages)))
    return path


def write_lines(path: Path, pages: int) -> Path:
    """A corpus in JSON Lines, with a bad row now and then."""
    rows = [json.dumps({"text": page(n), "url": f"https://lines.example/{n}"}) if n % 50 else "{" for n in range(pages)]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def write_zip(path: Path, pages: int) -> Path:
    """A zip archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(pages):
            archive.writestr(f"{number:05}.txt", page(number + 5000))
    return path


def write_all(directory: Path, pages: int) -> list[str]:
    """One input of every kind and one that does not exist."""
    inputs = [
        write_directory(directory / "pages", pages),
        directory / "missing.txt",
        write_warc(directory / "crawl.warc.gz", pages),
        write_lines(directory / "corpus.jsonl", pages),
        write_zip(directory / "archive.zip", pages),
    ]
    return [str(path) for path in inputs]
