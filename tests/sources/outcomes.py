"""What comes of an input: pages by their text, failures by their reason."""

from pathlib import Path

from extractor.document import Document
from extractor.records import WarningCode
from extractor.sources import SourceOptions, documents

TEXT = "Is my knee meant to click?"


def outcomes(path: Path, **options: object) -> list[str]:
    """Pages by their text, failures by their reason."""
    found = documents([str(path)], SourceOptions(**options))  # type: ignore[arg-type]
    return [_text(item) if isinstance(item, Document) else item.reason.value for item in found]


def _text(item: Document) -> str:
    return item.content if isinstance(item.content, str) else item.content.decode()


def codes(path: Path) -> list[list[WarningCode]]:
    return [[one.code for one in item.warnings] for item in documents([str(path)]) if isinstance(item, Document)]


def warc_record(block: bytes, *headers: str, kind: str = "response", end: bytes = b"\r\n") -> bytes:
    lines = ["WARC/1.0", f"WARC-Type: {kind}", "WARC-Target-URI: https://a.example/1", *headers]
    head = end.join([*(line.encode() for line in lines), b"Content-Length: %d" % len(block)])
    return head + 2 * end + block + 2 * end


def http(body: bytes, status: str = "HTTP/1.1 200 OK", *headers: str) -> bytes:
    return "\r\n".join([status, "Content-Type: text/html", *headers, "", ""]).encode() + body
