"""`report` writes one file beside the run, or where it is told to."""

from pathlib import Path

import pytest

from extractor.batch import BatchOptions
from extractor.batch import run as read_all
from tests.cli.running import run
from tests.test_api import PAGE


@pytest.fixture
def manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    read_all(["page.txt"], Path("out"), "all", BatchOptions(formats=("jsonl",), jobs=0))
    return "out/all.run.json"


def test_it_says_where_the_report_is(manifest: str) -> None:
    assert run("report", manifest).stderr == "wrote out/all.report.html\n"
    assert run("report", manifest, "-o", "other.html", "--sample", "0").stderr == "wrote other.html\n"
    assert "Swollen Nose" in Path("out/all.report.html").read_text(encoding="utf-8")
    assert "Swollen Nose" not in Path("other.html").read_text(encoding="utf-8"), "no page is shown"


def test_what_is_no_run_has_no_report(manifest: str) -> None:
    assert run("report", "out/all.jsonl").exit_code == 2
    Path(manifest).write_text("{}")
    assert "is no manifest" in run("report", manifest).stderr
