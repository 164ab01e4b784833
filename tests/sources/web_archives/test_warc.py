import gzip
import io
import itertools
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
import zstandard
from fastwarc.warc import ArchiveIterator, WarcRecordType
from fastwarc.warc import WarcRecord as FastRecord
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders

from extractor.document import Document, MediaType
from extractor.errors import Reason
from extractor.records import Provenance
from extractor.sources import Input, SourceOptions, documents, slices
from extractor.sources.slices import Seam, SliceItem
from extractor.sources.web_archives import warc
from tests.sources.web_archives.archives import HTML, Writer, damaged, page, read, write

OPTIONS = SourceOptions()


def test_an_archive_by_warcio(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    begins = write(path, [page(n) for n in range(3)])
    found = [replace(item, provenance=None) for item in read(path) if isinstance(item, Document)]
    assert found == [
        Document(page(n), f"{path}#{begins[n]}", f"https://site.example/{n}", MediaType.HTML, "windows-1252")
        for n in range(3)
    ]


def test_what_the_server_said_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as stream:
        writer = Writer(stream, gzip=True, warc_version="1.1")
        headers = [*HTML, ("X-Robots-Tag", "noindex"), ("X-Robots-Tag", "noai")]
        http = StatusAndHeaders("203 Non-Authoritative Information", headers, protocol="HTTP/1.1")
        fields = {"WARC-Date": "2026-01-02T03:04:05.678Z"}
        body = io.BytesIO(b'<meta name="ROBOTS" content="noarchive, noai"><p>Page')
        writer.write_record(
            writer.create_warc_record(
                "https://site.example/", "response", body, http_headers=http, warc_headers_dict=fields
            )
        )
    (found,) = (item for item in read(path) if isinstance(item, Document))
    assert found.provenance == Provenance(
        fetched_at="2026-01-02T03:04:05Z", status=203, robots=("noindex", "noai", "noarchive")
    )


@pytest.mark.parametrize("compressed", [True, False])
def test_an_archive_by_fastwarc(tmp_path: Path, *, compressed: bool) -> None:
    path = tmp_path / "crawl"
    with path.open("wb") as stream:
        for number in range(3):
            record = FastRecord()
            record.init_headers(WarcRecordType.resource)
            record.headers["Content-Type"] = "text/plain"
            record.headers["WARC-Target-URI"] = f"<https://site.example/{number}>"
            record.set_bytes_content(page(number))
            buffer = io.BytesIO()
            record.write(buffer)
            stream.write(gzip.compress(buffer.getvalue()) if compressed else buffer.getvalue())
    found = read(path)
    assert [(item.content, item.url, item.media_type) for item in found if isinstance(item, Document)] == [
        (page(n), f"https://site.example/{n}", MediaType.TEXT) for n in range(3)
    ]


def record(kind: str, content: bytes, *headers: str) -> bytes:
    lines = ["WARC/1.0", f"WARC-Type: {kind}", "WARC-Target-URI: https://site.example/", *headers]
    return "\r\n".join([*lines, f"Content-Length: {len(content)}", "", ""]).encode() + content + b"\r\n\r\n"


def response(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    return record("response", "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body)


def outcome(path: Path, data: bytes) -> list[bytes | str | Reason]:
    path.write_bytes(data)
    return [item.content if isinstance(item, Document) else item.reason for item in read(path)]


def test_records_are_taken_by_their_kind(tmp_path: Path) -> None:
    data = b"".join(
        [
            record("warcinfo", b"software: x"),
            record("request", b"GET / HTTP/1.1\r\n\r\n"),
            response(b"Why?", "Content-Type: text/plain"),
            record("revisit", b""),
            record("response", b"20260101\r\nsite.example. 300 IN A 192.0.2.1", "Content-Type: text/dns"),
            response(b"\x89PNG", "Content-Type: image/png"),
            response(b"Gone", "Content-Type: text/html", status="404 Not Found"),
            record("metadata", b"outlink: x"),
            record("conversion", b"So.", "Content-Type: text/plain"),
        ]
    )
    assert outcome(tmp_path / "a.warc", data) == [
        b"Why?",
        Reason.REVISIT,
        Reason.OTHER_MEDIA_TYPE,
        Reason.OTHER_MEDIA_TYPE,
        Reason.HTTP_STATUS,
        b"So.",
    ]


@pytest.mark.parametrize(
    ("body", "headers", "content"),
    [
        (b"4\r\nWhy?\r\n3;x=y\r\n Oh\r\n0\r\n\r\n", ["Transfer-Encoding: chunked"], b"Why? Oh"),
        (b"Why? Oh", ["Transfer-Encoding: chunked"], b"Why? Oh"),
        (gzip.compress(b"Why?", mtime=0), ["Content-Encoding: gzip"], b"Why?"),
        (b"Why?", ["Content-Encoding: gzip"], b"Why?"),
        (b"Why?", ["Content-Encoding: identity"], b"Why?"),
        (brotli.compress(b"Why?"), ["Content-Encoding: br"], b"Why?"),
        (b"Why?", ["Content-Encoding: br"], b"Why?"),
        (zlib.compress(b"Why?"), ["Content-Encoding: deflate"], b"Why?"),
        (gzip.compress(bytes(30_000_000), mtime=0), ["Content-Encoding: gzip"], Reason.TOO_LARGE),
        (bytes(30_000_000), [], Reason.TOO_LARGE),
    ],
)
def test_codings_are_undone(tmp_path: Path, body: bytes, headers: list[str], content: bytes | Reason) -> None:
    assert outcome(tmp_path / "a.warc", response(body, *headers)) == [content]


@pytest.mark.parametrize(
    "compress", [bytes, gzip.compress, zstandard.ZstdCompressor().compress], ids=["plain", "gz", "zst"]
)
def test_an_archive_compressed_as_a_whole(tmp_path: Path, compress: Callable[[bytes], bytes]) -> None:
    data = b"".join(response(page(n)) for n in range(5))
    assert outcome(tmp_path / "a.warc.x", compress(data)) == [page(n) for n in range(5)]
    begins = [len(data) // 5 * 0, *itertools.accumulate(len(response(page(n))) for n in range(4))]
    places = [f"{begin}" for begin in begins] if compress is bytes else ["0", *(f"0+{n}" for n in range(1, 5))]
    assert [item.source for item in read(tmp_path / "a.warc.x")] == [f"{tmp_path}/a.warc.x#{at}" for at in places]


@pytest.mark.parametrize("between", [b"\n", b"\r\n", b"\n\n", b"\r\n\r\n\r\n"])
def test_a_record_ends_with_its_length_however_many_lines_stand_behind_it(tmp_path: Path, between: bytes) -> None:
    records = [response(page(n)).removesuffix(b"\r\n\r\n") for n in range(3)]
    data = between.join(records) + between
    pages = [page(n) for n in range(3)]
    assert outcome(tmp_path / "a.warc", data) == pages


def test_what_stands_behind_a_record_does_not_cost_it(tmp_path: Path) -> None:
    data = response(page(0)) + b"no record " * 30 + response(page(1))
    assert outcome(tmp_path / "a.warc", data) == [page(0), Reason.DAMAGED, page(1)]


def test_standard_input_can_be_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.warc.gz", [page(n) for n in range(4)])
    with (tmp_path / "a.warc.gz").open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert [item.content for item in documents(["-"]) if isinstance(item, Document)] == [page(n) for n in range(4)]


def in_slices(path: Path, step: int) -> Iterator[list[SliceItem]]:
    """What each slice yields, mended where it has to be, as the batch does it."""
    codec = next(iter(slices(Input(str(path)), OPTIONS))).codec  # type: ignore[attr-defined]
    size = path.stat().st_size
    left = 0
    for start in range(0, size, step):
        piece = warc.WarcSlice(str(path), codec, start, min(start + step, size), exact=start == 0)
        *items, seam = piece.items(OPTIONS)
        assert isinstance(seam, Seam)
        if again := piece.mended(seam, left):
            *items, seam = again.items(OPTIONS)
            assert isinstance(seam, Seam)
            assert again.mended(seam, left) is None
        left = max(left, seam.left)
        yield items


@pytest.mark.parametrize("compressed", [True, False], ids=["gz", "plain"])
@settings(max_examples=40, deadline=None)
@given(step=st.integers(50, 20_000), hole=st.none() | st.tuples(st.floats(0, 1), st.integers(1, 3000)))
def test_slices_together_are_the_whole(
    tmp_path_factory: pytest.TempPathFactory, step: int, hole: tuple[float, int] | None, *, compressed: bool
) -> None:
    path = tmp_path_factory.mktemp("slices") / ("a.warc.gz" if compressed else "a.warc")
    inner = path.with_name("inner")
    write(inner, [page(n) for n in range(3)], compressed=compressed)
    write(path, [page(0), inner.read_bytes(), page(1), page(2), inner.read_bytes()], compressed=compressed)
    if hole:
        data = path.read_bytes()
        path.write_bytes(damaged(data, int(hole[0] * len(data)), hole[1])[: len(data)])
    whole = list(warc_items(path))
    assert [item for items in in_slices(path, step) for item in items] == whole


def warc_items(path: Path) -> Iterator[SliceItem]:
    (piece,) = slices(Input(str(path)), OPTIONS)
    yield from (item for item in piece.items(OPTIONS) if not isinstance(item, Seam))


def test_what_fastwarc_reads_is_what_we_read(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    write(path, [page(n) for n in range(20)])
    with path.open("rb") as stream:
        theirs = [record.reader.read() for record in ArchiveIterator(stream, parse_http=True)]
    assert [item.content for item in read(path) if isinstance(item, Document)] == theirs
