"""Tar archives, damaged and cut, give what they have, and say what is lost."""

import gzip
import io
import tarfile
from pathlib import Path

import pytest

from extractor.errors import Reason
from extractor.records import Failure
from tests.sources.archive_files import contents, read, tarred
from tests.sources.outcomes import outcomes


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


def tar(names: list[str]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = len(name)
            archive.addfile(info, io.BytesIO(name.encode()))
    return stream.getvalue()


@pytest.mark.parametrize("size", [1024, 1024 + 300, 1024 + 512 + 100])
def test_a_tar_that_breaks_off_anywhere_is_said_to(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tar(["1.txt", "2.txt", "3.txt"])[:size])
    assert outcomes(path)[0] == "1.txt"
    assert outcomes(path)[-1] == "truncated"


def test_a_tar_member_that_claims_a_terabyte_ends(tmp_path: Path) -> None:
    info = tarfile.TarInfo("2.txt")
    info.size = 1 << 40
    path = tmp_path / "a.tar"
    path.write_bytes(tar(["1.txt"])[:1024] + info.tobuf() + b"little")
    assert outcomes(path) == ["1.txt", "truncated", "truncated"]


def headed(records: bytes, kind: bytes = tarfile.XHDTYPE) -> bytes:
    """An extended header with these records, as it stands before the member that it is about."""
    info = tarfile.TarInfo("extended")
    info.type, info.size = kind, len(records)
    return info.tobuf() + records.ljust(512, b"\0")


@pytest.mark.parametrize("records", [b"0 a=b\n", b"22 GNU.sparse.map=0,z\n", b"22 GNU.sparse.size=zz\n"])
def test_an_extended_header_of_nonsense_costs_no_other_member(tmp_path: Path, records: bytes) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tar(["1.txt"])[:1024] + headed(records) + tar(["2.txt", "3.txt"]))
    assert outcomes(path) == ["1.txt", "2.txt", "3.txt", "damaged"]


def test_a_chain_of_extended_headers_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tar(["1.txt"])[:1024] + headed(b"11 path=2.t\n") * 3000 + tar(["3.txt"]))
    assert outcomes(path)[0] == "1.txt"
    assert outcomes(path)[-1] == "damaged"


def test_a_name_that_is_no_utf8_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    info = tarfile.TarInfo("\udcff.txt")
    path.write_bytes(info.tobuf(tarfile.GNU_FORMAT, errors="surrogateescape") + bytes(1024))
    assert [(page.source or "").rpartition("#")[2] for page in read(path)] == ["\ufffd.txt"]


def linked(name: str, kind: bytes, target: str = "") -> bytes:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info.tobuf()


def test_members_without_content_are_no_less_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    links = [
        linked("hard.txt", tarfile.LNKTYPE, "d/1.txt"),
        linked("d/soft.txt", tarfile.SYMTYPE, "../d/1.txt"),
        linked("d/lost.txt", tarfile.SYMTYPE, "2.txt"),
        linked("pipe.txt", tarfile.FIFOTYPE),
        linked("unknown.txt", b"Z"),
        linked("link.png", tarfile.SYMTYPE, "a.png"),
        linked("folder.txt", tarfile.DIRTYPE),
    ]
    path.write_bytes(b"".join(links) + tar(["d/1.txt"]))
    assert outcomes(path) == ["d/1.txt", "read-before", "read-before", "missing", "unreadable", "unreadable"]
