"""The records of a run once more: all of them, or some and the others apart."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.batch import BatchOptions, run
from extractor.cli import main
from tests.test_api import PAGE


@pytest.fixture
def manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run with a record that is flagged and one that is not."""
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(PAGE, encoding="utf-8")
    Path("flagged.txt").write_text(PAGE.replace("Answers 2", "Answers 7"), encoding="utf-8")
    run(["good.txt", "flagged.txt"], Path("out"), "all", BatchOptions(formats=("jsonl", "csv"), jobs=0))
    return Path("out/all.run.json")


def export(manifest: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["export", str(manifest), *options])


def sources(path: str) -> list[str]:
    return [json.loads(line)["source"] for line in Path(path).read_text(encoding="utf-8").splitlines()]


def test_an_export_is_what_the_run_would_have_written(manifest: Path) -> None:
    assert export(manifest, "--format", "jsonl,csv,parquet").exit_code == 0
    for name in ("all.jsonl", "all.csv"):
        assert Path("exported", name).read_bytes() == Path("out", name).read_bytes()
    assert Path("exported/all.parquet").exists()
    assert sources("exported/all.left-out.jsonl") == []


@pytest.mark.parametrize(
    ("option", "chosen", "left_out"),
    [("--only-flagged", "flagged.txt", "good.txt"), ("--min-confidence=0.8", "good.txt", "flagged.txt")],
)
def test_what_is_not_chosen_is_kept_apart(manifest: Path, option: str, chosen: str, left_out: str) -> None:
    result = export(manifest, option, "--format", "jsonl")
    assert result.stderr == "1 record, 1 left out; wrote exported/all.jsonl\n"
    assert sources("exported/all.jsonl") == [chosen]
    assert sources("exported/all.left-out.jsonl") == [left_out]


def test_an_export_does_not_take_the_place_of_the_run(manifest: Path) -> None:
    result = export(manifest, "-o", "out")
    assert result.exit_code == 2
    assert "holds the run itself" in result.stderr


def test_an_address_is_not_taken_for_a_folder(manifest: Path) -> None:
    result = export(manifest, "-o", "s3://bucket/exported")
    assert result.exit_code == 2
    assert "s3://bucket/exported is an address, and this writes to a folder of this machine" in result.stderr
    assert not Path("s3:").exists()


def test_a_place_that_cannot_be_written_is_named(manifest: Path) -> None:
    Path("taken").touch()
    result = export(manifest, "-o", "taken/below")
    assert result.exit_code == 3
    assert "cannot write taken/below/all.json: Not a directory; move away the file" in result.stderr
