"""Whatever holds a page, it is opened again by its source: in order, out of order, alone."""

import gzip
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor import Failure, Reason
from extractor.document import Document
from extractor.sources import Reopener, SourceOptions, divided, documents
from tests.sources.web_archives.archives import write

TEXTS = [f"Why {number}?\n" for number in range(5)]
ROWS = b"".join(json.dumps({"text": text}).encode() + b"\n" for text in TEXTS)


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number, text in enumerate(TEXTS):
            archive.writestr(f"a#{number}.txt", text)
        archive.writestr("more.jsonl.gz", gzip.compress(ROWS))


def _whole_gzip(path: Path) -> None:
    plain = path.with_suffix("")
    write(plain, [text.encode() for text in TEXTS], compressed=False)
    path.write_bytes(gzip.compress(plain.read_bytes()))


MAKERS: dict[str, Callable[[Path], object]] = {
    "page.txt": lambda path: path.write_text(TEXTS[0]),
    "a#1.txt": lambda path: path.write_text(TEXTS[0]),
    "page.txt.gz": lambda path: path.write_bytes(gzip.compress(TEXTS[0].encode())),
    "rows.jsonl": lambda path: path.write_bytes(ROWS),
    "rows.jsonl.gz": lambda path: path.write_bytes(gzip.compress(ROWS)),
    "pages.zip": _zip,
    "table.parquet": lambda path: pq.write_table(pa.table({"text": TEXTS}), path, row_group_size=2),
    "crawl.warc": lambda path: write(path, [text.encode() for text in TEXTS], compressed=False),
    "crawl.warc.gz": lambda path: write(path, [text.encode() for text in TEXTS]),
    "whole.warc.gz": _whole_gzip,
}


@pytest.mark.parametrize("name", MAKERS)
def test_every_page_is_opened_by_its_source(tmp_path: Path, name: str) -> None:
    MAKERS[name](tmp_path / name)
    pages = [item for item in documents([str(tmp_path / name)]) if isinstance(item, Document)]
    assert pages
    one = Reopener()
    for order in (pages, pages[::-1], [page for page in pages for _ in range(2)]):
        assert [one.open(page.source or "") for page in order] == order
    assert [Reopener().open(page.source or "") for page in pages] == pages


def test_a_page_of_the_web_is_found_in_what_was_fetched(tmp_path: Path) -> None:
    archive = tmp_path / "rows.zip"
    _zip(archive)
    (first, *_) = documents([str(archive)])
    assert Reopener(archives=[str(archive)]).open(first.source or "") == first
    missing = Reopener(archives=[str(archive)]).open("https://site.example/7")
    assert isinstance(missing, Failure)
    assert (missing.reason, missing.source) == (Reason.MISSING, "https://site.example/7")


@pytest.mark.parametrize("place", ["", "1", "999999", "x", "2+1"])
def test_a_place_at_which_no_page_begins_is_missing(tmp_path: Path, place: str) -> None:
    (tmp_path / "rows.jsonl").write_bytes(ROWS)
    found = Reopener().open(f"{tmp_path / 'rows.jsonl'}#{place}")
    assert isinstance(found, Failure)
    assert "rows.jsonl#" in found.detail


def test_columns_are_those_of_the_options(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(b'{"said": "Why?"}\n')
    found = Reopener(SourceOptions(text_column="said")).open(f"{tmp_path / 'rows.jsonl'}#0")
    assert isinstance(found, Document)
    assert found.content == "Why?"


def test_a_source_is_divided_at_the_end_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a#b.zip"
    path.write_bytes(b"")
    assert divided(f"{path}#c#d.txt") == (str(path), "c#d.txt")
    assert divided(str(path)) == (str(path), "")
    assert divided("https://site.example/7#top")[0] is None


def test_a_name_that_is_no_utf_8_is_found_unless_two_look_the_same(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"\xff")
    folder.mkdir()
    (folder / os.fsdecode(b"a\xfe.txt")).write_bytes(b"Why?")
    (found,) = documents([str(tmp_path)])
    assert found.source == f"{tmp_path}/\ufffd/a\ufffd.txt"
    assert Reopener().open(found.source) == found
    (folder / os.fsdecode(b"a\xff.txt")).write_bytes(b"How?")
    missing = Reopener().open(found.source)
    assert isinstance(missing, Failure)
    assert missing.reason is Reason.MISSING
