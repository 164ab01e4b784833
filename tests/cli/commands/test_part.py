"""Machines make parts, and one merges them, on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from tests.paths import FIXTURES


def run(*arguments: str | Path | int) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def files(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir()}


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.chdir(tmp_path)
    names = ("avvo", "lawguru", "nothing.txt")
    for name in names[:2]:
        Path(name).symlink_to(FIXTURES / name)
    return names


def test_shares_of_two_machines_merge_to_what_one_writes(inputs: tuple[str, ...], tmp_path: Path) -> None:
    wishes = ("--format", "jsonl,csv", "--spans")
    one = run(*inputs, "-o", "one", "--dedup", "first", "--shard-size", 5, *wishes)
    shares = [run("part", *inputs, "--parts", "parts", "--part", f"{k}/2", "--part-size", 1, *wishes) for k in (2, 1)]
    merged = run("merge", "parts", "-o", "merged", "--dedup", "first", "--shard-size", 5)
    assert [one.exit_code, shares[1].exit_code, merged.exit_code] == [1, 1, 1]  # one input does not exist
    assert files(tmp_path / "merged") == files(tmp_path / "one")
    assert "1 part of 1 in parts: 25 pages, 24 records, 1 failed" in shares[1].stderr
    assert "nothing.txt: missing: nothing.txt does not exist; check its name" in shares[1].stderr
    assert merged.stderr.replace("merged/", "one/") in one.stderr


def test_missing_parts_are_no_results(inputs: tuple[str, ...]) -> None:
    assert run("part", *inputs, "--parts", "parts", "--part", "2/2").exit_code == 0
    merged = run("merge", "parts", "-o", "merged")
    assert merged.exit_code == 2
    assert "1 of 1 parts in parts are missing" in merged.stderr
    assert not Path("merged").exists()


@pytest.mark.parametrize("share", ["0/2", "3/2", "1", "a/b"])
def test_a_share_that_is_none_is_refused(inputs: tuple[str, ...], share: str) -> None:
    refused = run("part", *inputs, "--parts", "parts", "--part", share)
    assert refused.exit_code == 2
    assert "write K/N" in refused.stderr


def test_parts_are_shards_in_place(inputs: tuple[str, ...], tmp_path: Path) -> None:
    wishes = ("--format", "jsonl")
    run(*inputs, "-o", "one", "--dedup", "first", *wishes)
    run("part", *inputs, "--parts", "parts", *wishes)
    settled = run("merge", "parts", "--in-place", "--dedup", "first")
    assert settled.exit_code == 1
    assert "wrote parts/records-00000.jsonl, " in settled.stderr
    assert settled.stderr.endswith(", parts/records.run.json\n")
    shard = tmp_path / "parts" / "records-00000.jsonl"
    assert shard.read_bytes() == (tmp_path / "one" / "records.jsonl").read_bytes()
    assert run("merge", "parts", "--in-place", "--shard-size", 5).exit_code == 2
    assert run("part", *inputs, "--parts", "parts", *wishes).exit_code == 1  # the parts are there as before
