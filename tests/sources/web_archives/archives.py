"""Web archives that tests write, and what is read of them."""

import io
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extractor.document import Document
from extractor.records import Failure
from extractor.sources import documents

HTML = [("Content-Type", "text/html; charset=windows-1252")]


def page(number: int) -> bytes:
    return f"<html><p>Page {number}: ".encode() + bytes((number * n * n) % 251 for n in range(2000 + 37 * number))


class Writer(WARCWriter):  # type: ignore[misc] # warcio has no types
    """warcio's, which leaves temporary files open."""

    def _create_temp_file(self) -> io.BytesIO:
        return io.BytesIO()


def write(path: Path, pages: list[bytes], *, compressed: bool = True) -> list[int]:
    """An archive by warcio; returns where each record begins."""
    begins = []
    with path.open("wb") as stream:
        writer = Writer(stream, gzip=compressed)
        for number, content in enumerate(pages):
            begins.append(stream.tell())
            headers = StatusAndHeaders("200 OK", HTML, protocol="HTTP/1.1")
            url = f"https://site.example/{number}"
            own = {
                "WARC-Record-ID": f"<urn:x:{number}>",
                "WARC-Date": "2026-01-01T00:00:00Z",
            }  # the same bytes each time
            record = writer.create_warc_record(
                url, "response", io.BytesIO(content), http_headers=headers, warc_headers_dict=own
            )
            writer.write_record(record)
    return begins


def read(path: Path) -> list[Document | Failure]:
    return list(documents([str(path)]))


def damaged(data: bytes, start: int, length: int) -> bytes:
    return data[:start] + bytes(length) + data[start + length :]
