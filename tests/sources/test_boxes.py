"""Whatever holds pages is opened, box in box, up to the limits."""

import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.document import Document, MediaType
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources import LeftOut, SourceOptions, find
from tests.sources.archive_files import COMPRESSIONS, MEMBERS, PAGES, Compress, contents, read, tarred, zipped
from tests.sources.outcomes import http, outcomes, warc_record


@pytest.mark.parametrize("extension", COMPRESSIONS)
def test_a_compressed_page_is_a_page(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"page.html{extension}"
    path.write_bytes(COMPRESSIONS[extension](b"<p>Why?"))
    assert read(path) == [Document(b"<p>Why?", source=str(path), media_type=MediaType.HTML)]


@pytest.mark.parametrize("extension", COMPRESSIONS)
def test_what_a_file_holds_counts_more_than_its_name(tmp_path: Path, extension: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(COMPRESSIONS[extension](zipped(MEMBERS)))
    assert contents(path) == PAGES


@pytest.mark.parametrize("extension", COMPRESSIONS)
@settings(max_examples=30, deadline=None)
@given(parts=st.lists(st.binary(max_size=3000), min_size=1, max_size=4))
def test_members_in_a_row_are_one_stream(
    tmp_path_factory: pytest.TempPathFactory, extension: str, parts: list[bytes]
) -> None:
    path = tmp_path_factory.mktemp("members") / f"page.txt{extension}"
    parts = [b"A page: ", *parts]
    path.write_bytes(b"".join(COMPRESSIONS[extension](part) for part in parts))
    (page,) = read(path)
    assert isinstance(page, Document)
    assert page.content == b"".join(parts)


@pytest.mark.parametrize("extension", COMPRESSIONS)
def test_a_compressed_page_that_breaks_off_is_said_to(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"page.txt{extension}"
    path.write_bytes(COMPRESSIONS[extension](bytes(range(256)) * 40)[:-9])
    assert contents(path) == {"": Reason.TRUNCATED}


@pytest.mark.parametrize("box", [zipped, tarred])
@pytest.mark.parametrize("compress", [bytes, *COMPRESSIONS.values()])
def test_the_pages_of_an_archive(tmp_path: Path, box: Callable[[dict[str, bytes]], bytes], compress: Compress) -> None:
    path = tmp_path / "archive"
    path.write_bytes(compress(box(MEMBERS)))
    assert contents(path) == PAGES


def test_boxes_in_boxes(tmp_path: Path) -> None:
    inner = zipped({"page.txt": b"Why?", "pages.tar.gz": gzip.compress(tarred({"x.txt.xz": lzma.compress(b"So.")}))})
    path = tmp_path / "outer.tar"
    path.write_bytes(tarred({"inner.zip": inner}))
    assert contents(path) == {
        "#inner.zip#page.txt": b"Why?",
        "#inner.zip#pages.tar.gz#x.txt.xz": Reason.TOO_DEEP,
    }
    (_, deep) = read(path, max_nesting=5)
    assert isinstance(deep, Document)
    assert deep.content == b"So."


def test_an_archive_without_pages_is_said(tmp_path: Path) -> None:
    for name, box in (("a.zip", zipped), ("a.tar", tarred)):
        (tmp_path / name).write_bytes(box({"logo.png": b"x"}))
        assert contents(tmp_path / name) == {"": Reason.MISSING}


@pytest.mark.parametrize("extension", COMPRESSIONS)
def test_a_bomb_is_left(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"bomb.jsonl{extension}"
    path.write_bytes(COMPRESSIONS[extension](bytes(70_000_000)))
    assert Reason.EXPANDS_TOO_MUCH in contents(path).values()


@pytest.mark.parametrize("box", [zipped, tarred])
def test_too_many_members_are_refused(tmp_path: Path, box: Callable[[dict[str, bytes]], bytes]) -> None:
    path = tmp_path / "archive"
    path.write_bytes(box({f"{n}.txt": b"x" for n in range(5)}))
    assert isinstance(read(path, max_members=4)[-1], Failure)
    assert Reason.TOO_MANY_MEMBERS in [getattr(item, "reason", None) for item in read(path, max_members=4)]
    assert len(read(path, max_members=5)) == 5


def test_a_large_page_in_a_small_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.txt.gz"
    path.write_bytes(gzip.compress(bytes(30_000_000)))
    assert contents(path) == {"": Reason.TOO_LARGE}


def test_what_is_left_out_by_its_name_is_counted(tmp_path: Path) -> None:
    for name in ("page.HTM", "saved.mhtml", "logo.png", ".hidden.txt", "notes.TXT"):
        (tmp_path / name).write_text("x")
    found = list(find([str(tmp_path)], SourceOptions()))
    assert [Path(item.source).name for item in found if isinstance(item, LeftOut)] == [".hidden.txt", "logo.png"]
    assert len(found) == 5


@pytest.mark.parametrize("name", ["rows.parquet", "rows.jsonl.zst", "pages.zip", "pages.tar.xz"])
def test_junk_with_the_name_of_an_archive_is_a_failure(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"<html>404 not found, whatever the name says</html>" * 20)
    assert set(outcomes(tmp_path / name)) <= {"damaged", "truncated"}


@pytest.mark.parametrize(
    "junk", [b"\x1f\x8b\x08\x00", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", b"WARC/1.0\r\n", b"WARC/1.0\r\na:\r\n"]
)
def test_false_beginnings_end_soon(tmp_path: Path, junk: bytes) -> None:
    page = warc_record(http(b"<p>So"))
    is_gzip = junk.startswith(b"\x1f")
    path = tmp_path / ("a.warc.gz" if is_gzip else "a.warc")
    path.write_bytes((gzip.compress(page) if is_gzip else page) + junk * 50_000)
    found = outcomes(path)
    assert found[0] == "<p>So"
    assert 1 < len(found) < 2500
    assert set(found[1:]) <= {"damaged", "truncated"}


@pytest.mark.parametrize("blank", [b"", b"\n\n", b"  \r\n\t\n" * 300_000])
def test_a_corpus_without_a_row_is_said_to_be_empty(tmp_path: Path, blank: bytes) -> None:
    (tmp_path / "a.jsonl").write_bytes(blank)
    assert outcomes(tmp_path / "a.jsonl") == ["empty"]
    (tmp_path / "a.zip").write_bytes(zipped({"a.jsonl": blank, "b.txt": b"Why?"}))
    assert outcomes(tmp_path / "a.zip") == ["empty", "Why?"]
