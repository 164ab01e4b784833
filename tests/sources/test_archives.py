import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.document import Document, MediaType
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources import SourceOptions, documents

Compress = Callable[[bytes], bytes]
COMPRESSIONS: dict[str, Compress] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


def read(path: Path, **options: int) -> list[Document | Failure]:
    return list(documents([str(path)], SourceOptions(**options)))  # type: ignore[arg-type]


def contents(path: Path) -> dict[str, bytes | str | Reason]:
    """What comes out of `path`: content or reason, by the part of the source behind the path."""
    prefix = str(path)
    return {
        (item.source or "").removeprefix(prefix): item.content if isinstance(item, Document) else item.reason
        for item in read(path)
    }


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


MEMBERS = {"a/1.txt": b"Why?" * 500, "a/2.html": b"<p>Because." * 300, "a/logo.png": b"\x89PNG", "3.txt": b"Well."}
PAGES = {"#" + name: content for name, content in MEMBERS.items() if not name.endswith(".png")}


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


def test_a_damaged_zip_member_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    data = bytearray(zipped({f"{n}.txt": bytes([n]) * 400 + bytes(range(200)) for n in range(5)}))
    start = data.find(b"2.txt")
    data[start + 20 : start + 40] = bytes(20)
    path.write_bytes(data)
    found = contents(path)
    assert found["#2.txt"] is Reason.DAMAGED
    assert [name for name, content in found.items() if isinstance(content, bytes)] == [
        "#0.txt", "#1.txt", "#3.txt", "#4.txt",
    ]  # fmt: skip


def test_a_zip_without_its_end_is_said_to_be_cut(tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    path.write_bytes(zipped(MEMBERS)[:-30])
    assert contents(path) == {"": Reason.DAMAGED, **PAGES}


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    data = bytearray(zipped({"1.txt": b"Why?", "2.txt": b"So."}))
    for at in (data.find(b"PK\x03\x04") + 6, data.find(b"PK\x01\x02") + 8):
        data[at] |= 1
    path = tmp_path / "archive.zip"
    path.write_bytes(data)
    (locked, page) = read(path)
    assert isinstance(locked, Failure)
    assert "password" in locked.detail
    assert isinstance(page, Document)


def test_a_damaged_tar_header_costs_its_member(tmp_path: Path) -> None:
    path = tmp_path / "archive.tar"
    data = bytearray(tarred({f"{n}.txt": b"page %d" % n * 200 for n in range(5)}))
    start = data.find(b"2.txt")
    data[start + 100 : start + 164] = bytes(64)
    path.write_bytes(data)
    *pages, damage = read(path)
    assert [(page.source or "")[-5:] for page in pages] == ["0.txt", "1.txt", "3.txt", "4.txt"]
    assert isinstance(damage, Failure)
    assert (damage.reason, damage.lost_bytes) == (Reason.DAMAGED, 512 + 1536)


def test_a_tar_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "archive.tar.gz"
    data = tarred({f"{n}.txt": b"page %d" % n * 200 for n in range(5)})
    path.write_bytes(gzip.compress(data[: 3 * 2048 + 700]))
    found = contents(path)
    assert list(found)[:3] == ["#0.txt", "#1.txt", "#2.txt"]
    assert set(list(found.values())[3:]) == {Reason.TRUNCATED}


def test_an_archive_without_pages_is_said(tmp_path: Path) -> None:
    for name, box in (("a.zip", zipped), ("a.tar", tarred)):
        (tmp_path / name).write_bytes(box({"logo.png": b"x"}))
        assert contents(tmp_path / name) == {"": Reason.MISSING}


@pytest.mark.parametrize("extension", COMPRESSIONS)
def test_a_bomb_is_left(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"bomb.jsonl{extension}"
    path.write_bytes(COMPRESSIONS[extension](bytes(70_000_000)))
    assert Reason.EXPANDS_TOO_MUCH in contents(path).values()


def test_a_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({f"{n}.txt": bytes(8_000_000) for n in range(9)}))
    assert contents(path) == {"": Reason.EXPANDS_TOO_MUCH}


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
