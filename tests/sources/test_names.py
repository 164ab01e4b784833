"""What there is to read is seen from its beginning first, then from its name."""

import pytest

from extractor.sources import SourceOptions
from extractor.sources.names import FileKind, is_page_address, is_wanted, kind_of, printable

GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"WARC/1.1\r\n", "page.txt", FileKind.WARC),
        (b"filedesc://a", "x", FileKind.ARC),
        (b"PK\x03\x04", "page.html", FileKind.ZIP),
        (b"\0" * 257 + b"ustar", "x", FileKind.TAR),
        (b"PAR1", "x", FileKind.PARQUET),
        (GZIP_HEAD, "page.html", FileKind.COMPRESSED),
        (b"damaged", "crawl.warc.gz", FileKind.COMPRESSED),
        (b"damaged", "crawl.warc", FileKind.WARC),
        (b"damaged", "page.txt.zst", FileKind.COMPRESSED),
        (b"<html>", "page.html.gz", FileKind.PAGE),  # a server has undone it on the way
        (b'{"text": 1}', "corpus.jsonl", FileKind.LINES),
        (b' [ {"text": 1}', "corpus", FileKind.LINES),
        (b'{"text": 1}', "page.html", FileKind.PAGE),
        (b"Why?", "page", FileKind.PAGE),
    ],
)
def test_what_it_is(head: bytes, name: str, kind: FileKind) -> None:
    assert kind_of(head, name) is kind


@pytest.mark.parametrize(
    ("name", "options", "wanted"),
    [
        ("a/page.html", SourceOptions(), True),
        ("a/page.txt.gz", SourceOptions(), True),
        ("a/picture.png", SourceOptions(), False),
        ("a/picture.png", SourceOptions(include=("*.png",)), True),
        ("a/page.html", SourceOptions(include=("*.png",)), False),
        ("a/page.html", SourceOptions(exclude=("a/*",)), False),
        ("a/page.html", SourceOptions(include=("page.*",), exclude=("*.html",)), False),
    ],
)
def test_what_is_read_of_a_directory(name: str, options: SourceOptions, *, wanted: bool) -> None:
    assert is_wanted(name, options) is wanted


def test_a_name_of_any_bytes_can_be_written() -> None:
    assert printable("caf\udce9.txt") == "caf\ufffd.txt"
    assert printable("café.txt") == "café.txt"


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("https://example.com/q", True),
        ("HTTP://example.zip", True),
        ("http://[broken", True),
        ("https://example.com/corpus.parquet?v=1#top", False),
        ("https://example.com/crawl.warc.gz", False),
        ("s3://bucket/q", False),
        ("pages/q.html", False),
    ],
)
def test_pages_of_the_web_are_told_from_what_lies_on_a_server(text: str, *, is_page: bool) -> None:
    assert is_page_address(text) == is_page
