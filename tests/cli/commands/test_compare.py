"""`compare` shows what changed between two runs."""

import json
from pathlib import Path

import pytest

from extractor.batch import BatchOptions
from extractor.batch import run as read_all
from tests.cli.running import run
from tests.test_api import PAGE


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for pages, beside which the runs go."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    return tmp_path / "pages"


def manifest_of(pages: Path, output: str, page: str) -> str:
    """A run over forty such pages."""
    for number in range(40):
        (pages / f"{number}.txt").write_text(page, encoding="utf-8")
    read_all(["pages"], Path(output), "pages", BatchOptions(formats=("jsonl",), jobs=0))
    return f"{output}/pages.run.json"


def test_two_runs_are_compared(pages: Path) -> None:
    before = manifest_of(pages, "before", PAGE)
    after = manifest_of(pages, "after", PAGE.replace("5.0 out of 5 stars 12 reviews", ""))
    same = run("compare", before, before)
    assert (same.exit_code, same.stdout) == (0, "nothing changed\n")
    changed = run("compare", before, after)
    assert changed.exit_code == 1
    assert "doctor.rating" in changed.stdout
    as_json = run("compare", before, after, "--json")
    assert {change["what"] for change in json.loads(as_json.stdout)} >= {"doctor.rating", "doctor.reviews"}
    assert run("compare", "before", "after").stdout == changed.stdout
    assert run("compare", before, after, "--threshold", "nan").exit_code == 2
    assert "it is from before/pages.run.json" in run("compare", "before/pages.jsonl", after).stderr
