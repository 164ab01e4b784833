"""A growing file can be cut back to any extent that it had, and grows on as if nothing had been."""

from pathlib import Path

import pytest

from extractor.batch.outputs.growing import Extent, GrowingFile, OutputKind, remove_shards, sealed

WHOLE = OutputKind("a", ".json", b"[", b",", b"]")
IN_SHARDS = OutputKind("a", ".json", b"[", b",", b"]", shard_size=2)


def grow(folder: Path, kind: OutputKind, extent: Extent, records: list[bytes]) -> Extent:
    file = GrowingFile(folder, kind, extent)
    file.append(b"".join(b"," + record for record in records), [len(record) + 1 for record in records])
    file.sync()
    file.close()
    return file.extent


def contents(paths: list[Path]) -> list[bytes]:
    return [path.read_bytes() for path in paths]


@pytest.mark.parametrize(
    ("kind", "expected"), [(WHOLE, [b"[1,22,333]"]), (IN_SHARDS, [b"[1,22]", b"[333]"])], ids=["whole", "shards"]
)
def test_records_are_separated_and_cut_into_shards(tmp_path: Path, kind: OutputKind, expected: list[bytes]) -> None:
    extent = grow(tmp_path, kind, Extent(), [b"1", b"22", b"333"])
    assert contents(sealed(tmp_path, kind, extent)) == expected
    assert contents(sealed(tmp_path, kind, extent)) == expected, "sealed twice is sealed once"


@pytest.mark.parametrize("kind", [WHOLE, IN_SHARDS], ids=["whole", "shards"])
def test_what_is_behind_the_extent_goes(tmp_path: Path, kind: OutputKind) -> None:
    early = grow(tmp_path, kind, Extent(), [b"1"])
    grow(tmp_path, kind, early, [b"lost"] * 5)
    again = grow(tmp_path, kind, early, [b"2", b"3"])
    assert b"".join(contents(sealed(tmp_path, kind, again))).replace(b"][", b",") == b"[1,2,3]"
    assert len(list(tmp_path.iterdir())) == (1 if kind is WHOLE else 2)


def test_a_file_without_records_is_head_and_tail(tmp_path: Path) -> None:
    assert contents(sealed(tmp_path, WHOLE, grow(tmp_path, WHOLE, Extent(), []))) == [b"[]"]


def test_a_file_that_was_moved_is_not_made_again(tmp_path: Path) -> None:
    extent = grow(tmp_path, WHOLE, Extent(), [b"1"])
    (path,) = sealed(tmp_path, WHOLE, extent)
    path.unlink()
    assert sealed(tmp_path, WHOLE, extent) == [path]
    assert not path.exists()


def test_shards_of_an_earlier_run_are_removed_up_to_the_first_gap(tmp_path: Path) -> None:
    for number in (0, 1, 2, 4):
        (tmp_path / IN_SHARDS.file_name(number)).touch()
    remove_shards(tmp_path, IN_SHARDS, 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-00000.json", "a-00004.json"]
