"""Zip archives give what they hold by their directory and without it; the first of two that are named alike is not all."""

import io
import zipfile
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.errors import Reason
from extractor.records import Failure
from tests.sources.archive_files import MEMBERS, PAGES, contents, read, zipped
from tests.sources.outcomes import outcomes


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


def test_a_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({f"{n}.txt": bytes(8_000_000) for n in range(9)}))
    assert contents(path) == {"": Reason.EXPANDS_TOO_MUCH}


def zipped_twice(members: list[tuple[str, str]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(*members[0])
    return stream.getvalue()


def test_members_of_one_name_are_all_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped_twice([("1.txt", "one"), ("2.txt", "two")]))
    assert outcomes(path) == ["one", "two", "one"]


def test_a_name_that_is_damaged_in_the_directory_is_not_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    whole = zipped_twice([("1.txt", "one"), ("2.txt", "two")])
    at = whole.rindex(b"2.txt")
    path.write_bytes(whole[:at] + b"2.txu" + whole[at + 5 :])
    assert outcomes(path) == ["one", "damaged", "one", "two"]


def without_entry(whole: bytes) -> bytes:
    """The archive with the last entry of its directory missing, which its end knows nothing of."""
    first = whole.index(b"PK\x01\x02")
    last, end = whole.rindex(b"PK\x01\x02"), whole.rindex(b"PK\x05\x06")
    return whole[:last] + whole[end : end + 12] + (last - first).to_bytes(4, "little") + whole[end + 16 :]


def test_members_that_the_directory_does_not_name_are_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(without_entry(zipped({"1.txt": b"one", "2.txt": b"two"})))
    assert outcomes(path) == ["one", "two", "damaged"]
    path.write_bytes(zipped({"1.txt": b"one"}) + zipped({"1.txt": b"two"}))
    assert outcomes(path) == ["two", "one", "damaged"]


def test_what_stands_before_an_archive_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"#!/bin/sh\nunzip PK\x03\x04 or PK\x03\x04" * 9 + zipped({"1.txt": b"one", "2.png": b"two"}))
    assert outcomes(path) == ["one"]


def test_a_member_is_not_read_again_beside_a_damaged_one_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    whole = zipped_twice([("1.txt", "one"), ("2.txt", "two")])
    entry = whole.rindex(b"PK\x01\x02") + 16
    path.write_bytes(whole[:entry] + b"????" + whole[entry + 4 :])
    assert outcomes(path) == ["one", "two", "damaged", "one"]


def test_what_a_stored_member_holds_is_read_once(tmp_path: Path) -> None:
    inner = zipped({"1.txt": b"one", "2.txt": b"two"})
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("inner.zip", inner)
        archive.writestr("3.txt", "three")
    assert outcomes(tmp_path / "a.zip") == ["one", "two", "three"]
