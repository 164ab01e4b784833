"""Files in stores, by address, directory and glob; a store in memory stands for the others."""

import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources import Input, LeftOut, SourceOptions, documents
from extractor.sources.remote import find_remote
from tests.sources.corpus_files import ROWS, WANTED, lines, pages, read

OPTIONS = SourceOptions()


@pytest.fixture
def _store() -> Iterator[None]:
    system = fsspec.filesystem("memory")
    for name in ("a/1.txt", "a/b/2.html", "a/picture.png", "3.jsonl"):
        system.pipe(f"/crawl/{name}", b"Why?")
    yield
    system.rm("/crawl", recursive=True)


@pytest.mark.usefixtures("_store")
@pytest.mark.parametrize(
    ("address", "read", "left_out"),
    [
        ("memory://crawl/a/1.txt", ["1.txt"], []),
        ("memory://crawl/a", ["1.txt", "2.html"], ["picture.png"]),
        ("memory://crawl/a/*.txt", ["1.txt"], []),
        ("memory://crawl/*.jsonl", ["3.jsonl"], []),
    ],
)
def test_files_are_found(address: str, read: list[str], left_out: list[str]) -> None:
    found = list(find_remote(address, OPTIONS))
    assert [item.path.rpartition("/")[2] for item in found if isinstance(item, Input)] == read
    assert [item.source.rpartition("/")[2] for item in found if isinstance(item, LeftOut)] == left_out
    assert all(item.size == 4 for item in found if isinstance(item, Input))


@pytest.mark.usefixtures("_store")
@pytest.mark.parametrize("address", ["memory://crawl/none/*.txt", "memory://gone/1.txt", "nostore://x/y"])
def test_what_is_not_there_is_a_failure(address: str) -> None:
    (found,) = find_remote(address, OPTIONS)
    assert isinstance(found, Failure)
    assert found.reason in (Reason.MISSING, Reason.UNREADABLE, Reason.INTERNAL_ERROR)
    assert found.source == address


def test_a_server_has_no_directories() -> None:
    assert list(find_remote("https://a.example/corpus.parquet", OPTIONS)) == [Input("https://a.example/corpus.parquet")]


def test_a_page_of_the_web_is_asked_for_by_those_who_ask_politely() -> None:
    (found,) = documents(["https://a.example/question/1"])
    assert isinstance(found, Failure)
    assert (found.reason, found.source) == (Reason.BAD_URL, "https://a.example/question/1")
    assert "--urls" in found.detail


def test_a_store_whose_client_is_missing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    (found,) = find_remote("s3://bucket/pages", OPTIONS)
    assert isinstance(found, Failure)
    assert (found.reason, "s3fs" in found.detail) == (Reason.NEEDS_EXTRA, True)


def test_addresses_are_read_through_fsspec(tmp_path: Path) -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe("/corpus/a.jsonl", lines(*ROWS[:2]))
    memory.pipe("/corpus/deep/b.txt", b"Why?")
    memory.pipe("/corpus/logo.png", b"x")
    try:
        assert pages("memory://corpus") == [*WANTED[:2], (b"Why?", None)]
        assert pages("memory://corpus/*.jsonl") == WANTED[:2]
        assert pages("memory://corpus/a.jsonl") == WANTED[:2]
        assert [getattr(item, "reason", None) for item in read("memory://gone/a.txt")] == [Reason.MISSING]
    finally:
        memory.rm("/corpus", recursive=True)
    assert [getattr(item, "reason", None) for item in read(f"nonsense://{tmp_path}")] == [Reason.UNREADABLE]
