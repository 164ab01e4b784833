"""A file of every kind that holds pages, and the bytes on which each page in it depends: what `damage` damages."""

import gzip
import io
import json
import random
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, pairwise

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGES = 40
_TOGETHER = 5
"""Pages in a member of a compressed corpus, in a row group."""

Extent = tuple[int, int]


@dataclass(frozen=True)
class Sample:
    """A file with all pages, and the bytes on which each depends.

    `checked` if a changed byte of a page must show, `has_end` if the file has a sign of its end.
    """

    name: str
    data: bytes
    extents: list[list[Extent]]
    checked: bool = True
    has_end: bool = False


def page(number: int) -> str:
    """A page whose every part says which one it is."""
    draw = random.Random(number)  # noqa: S311 - words, not secrets
    words = " ".join(
        draw.choice("swelling numb scar week knee physician ache rest stitches warm".split()) for _ in range(60)
    )
    return f"Page {number}. Is this normal after {number} days?\n\nDoctor Answers 1\n\n{words}\n\nEnd of page {number}."


def _members(parts: list[bytes]) -> list[Extent]:
    return list(pairwise(accumulate(map(len, parts), initial=0)))


class _Writer(WARCWriter):  # type: ignore[misc] # warcio has no types
    """warcio's, which leaves temporary files open."""

    def _create_temp_file(self) -> io.BytesIO:
        return io.BytesIO()


def _warc(*, compressed: bool, kind: str) -> tuple[bytes, list[list[Extent]]]:
    stream, parts = io.BytesIO(), []
    writer = _Writer(stream, gzip=compressed)
    for number in range(PAGES):
        begin = stream.tell()
        body, url = page(number).encode(), f"https://site.example/{number}"
        own = {"WARC-Record-ID": f"<urn:x:{number}>", "WARC-Date": "2026-01-01T00:00:00Z"}  # the same bytes each time
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.1")
        further = {"http_headers": http} if kind == "response" else {"warc_content_type": "text/plain"}
        writer.write_record(writer.create_warc_record(url, kind, io.BytesIO(body), warc_headers_dict=own, **further))
        parts.append((begin, stream.tell()))
    return stream.getvalue(), [[part] for part in parts]


def _rows() -> list[bytes]:
    return [json.dumps({"text": page(n), "url": f"https://site.example/{n}"}).encode() + b"\n" for n in range(PAGES)]


def _compressed_rows(compress: Callable[[bytes], bytes]) -> tuple[bytes, list[list[Extent]]]:
    rows = _rows()
    parts = [compress(b"".join(rows[n : n + _TOGETHER])) for n in range(0, PAGES, _TOGETHER)]
    extents = _members(parts)
    return b"".join(parts), [[extents[n // _TOGETHER]] for n in range(PAGES)]


def _tar() -> tuple[bytes, list[list[Extent]]]:
    stream = io.BytesIO()
    extents = []
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for number in range(PAGES):
            begin, content = archive.offset, page(number).encode()
            info = tarfile.TarInfo(f"{number}.txt")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
            extents.append([(begin, archive.offset)])
    return stream.getvalue(), extents


def _zip() -> tuple[bytes, list[list[Extent]]]:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(PAGES):
            member = zipfile.ZipInfo(f"{number}.txt")  # of the year 1980: the same bytes each time
            archive.writestr(member, page(number), zipfile.ZIP_DEFLATED)
        begins = [info.header_offset for info in archive.infolist()]
        ends = [*begins[1:], archive.start_dir]
    return stream.getvalue(), [[extent] for extent in zip(begins, ends, strict=True)]


def _parquet() -> tuple[bytes, list[list[Extent]]]:
    stream = io.BytesIO()
    table = pa.table(
        {"text": [page(n) for n in range(PAGES)], "url": [f"https://site.example/{n}" for n in range(PAGES)]}
    )
    pq.write_table(table, stream, row_group_size=_TOGETHER, write_page_checksum=True, compression="zstd")
    size, footer = stream.tell(), pq.ParquetFile(stream).metadata
    groups = []
    for group in range(footer.num_row_groups):
        columns = [footer.row_group(group).column(index) for index in range(2)]
        begin = min(column.dictionary_page_offset or column.data_page_offset for column in columns)
        groups.append((begin, begin + sum(column.total_compressed_size for column in columns)))
    end = (groups[-1][1], size)
    return stream.getvalue(), [[groups[n // _TOGETHER], end, (0, 4)] for n in range(PAGES)]


def _zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor(write_checksum=True).compress(data)


def samples() -> list[Sample]:
    """A file of each kind."""
    rows = _rows()
    tar, tar_extents = _tar()
    packed = gzip.compress(tar, mtime=0)
    return [
        Sample("crawl.warc.gz", *_warc(compressed=True, kind="response")),
        Sample("crawl.warc", *_warc(compressed=False, kind="response")),
        Sample("crawl.warc.wet.gz", *_warc(compressed=True, kind="conversion")),
        Sample("corpus.jsonl.gz", *_compressed_rows(lambda data: gzip.compress(data, mtime=0))),
        Sample("corpus.jsonl", b"".join(rows), [[extent] for extent in _members(rows)], checked=False),
        Sample("corpus.jsonl.zst", *_compressed_rows(_zstd)),
        Sample("pages.tar", tar, tar_extents, checked=False, has_end=True),
        Sample("pages.tar.gz", packed, [[(0, len(packed))]] * PAGES, has_end=True),
        Sample("pages.zip", *_zip(), has_end=True),
        Sample("corpus.parquet", *_parquet(), has_end=True),
    ]
