"""Duplicates are found in the index, and left out of the files."""

from pathlib import Path

import pytest

from extractor.batch.options import Dedup
from extractor.batch.outputs.duplicates import copy_kept, find_duplicates, kept_lengths
from extractor.batch.outputs.growing import Extent, GrowingFile, OutputKind, sealed
from extractor.batch.outputs.index import Entry, pack

A, B, C, X, Y, Z = (letter.encode() * 16 for letter in "ABCXYZ")
ENTRIES = [
    Entry(A, X, 1, (5,)),
    Entry(A, Y, 3, (4,)),  # the address of the first, and fuller
    Entry(B, Z, 1, (4,)),
    Entry(b"", Z, 1, (4,)),  # the text of the third
    Entry(b"", C, 1, (4,)),  # without an address, as the fourth
    Entry(A, X, 9, (0,)),  # the fullest, but not chosen
]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    (tmp_path / "index").write_bytes(pack(ENTRIES, 1))
    return tmp_path / "index"


@pytest.mark.parametrize(
    ("dedup", "kept"),
    [(Dedup.FIRST, [True, False, True, False, True, True]), (Dedup.KEEP_BEST, [False, True, True, False, True, True])],
)
def test_one_of_each_page_is_kept(index: Path, dedup: Dedup, kept: list[bool]) -> None:
    target = index.with_name("duplicates")
    assert find_duplicates(index, 1, dedup, target) == kept.count(False)
    assert [is_kept for _, is_kept in kept_lengths(index, 1, target)] == kept
    assert sorted(path.name for path in index.parent.iterdir()) == ["duplicates", "index"]


def test_the_records_that_are_kept_are_copied_with_their_separators(tmp_path: Path) -> None:
    kind = OutputKind("all", ".json", b"[", b",", b"]")
    (tmp_path / "all.json").write_bytes(b"[a,bb,ccc,d")
    target = tmp_path / "kept"
    target.mkdir()
    grown = GrowingFile(target, kind, Extent())
    lengths = iter([(2, False), (3, True), (4, False), (2, True)])  # each with the separator before it
    copy_kept(tmp_path / "all.json", lengths, kind, grown)
    grown.sync()
    grown.close()
    (path,) = sealed(target, kind, grown.extent)
    assert path.read_bytes() == b"[bb,d]"
