"""`verify` ends with 0 where all is proven, with 1 where something is not, and says what."""

from pathlib import Path

import pytest

from extractor.batch import BatchOptions
from extractor.batch import run as read_all
from tests.cli.running import run
from tests.test_api import PAGE


@pytest.fixture(autouse=True)
def _output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    read_all(["page.txt"], Path("out"), "all", BatchOptions(formats=("jsonl", "csv"), jobs=0))


def test_outputs_are_proven_together() -> None:
    result = run("verify", "out/all.jsonl", "out/all.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 proven, 0 changed, 0 missing, 0 unprovable\n"


def test_a_page_that_is_another_is_said() -> None:
    Path("page.txt").write_text(PAGE.replace("Tape", "Ice"), encoding="utf-8")
    result = run("verify", "out/all.csv")
    assert result.exit_code == 1
    assert result.stdout.startswith("changed: page.txt: ")


def test_an_output_that_was_changed_is_not_that_of_its_run() -> None:
    with Path("out/all.csv").open("a", encoding="utf-8") as stream:
        stream.write("\n")
    result = run("verify", "out/all.csv")
    assert result.exit_code == 1
    assert "out/all.csv is not the file that the run wrote" in result.stderr


def test_a_csv_of_something_else_is_refused() -> None:
    Path("other.csv").write_text("a,b\n", encoding="utf-8")
    result = run("verify", "other.csv")
    assert result.exit_code == 2
    assert "is no output of a run" in result.stderr
