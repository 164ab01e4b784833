"""The command: a report, and the same weights every time."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.batch import BatchOptions, run
from extractor.evaluation.gold import gold_pages
from extractor.fit import weights_file
from extractor.fit.__main__ import main
from extractor.review import open_desk
from extractor.review.corrections import Deed, Step
from extractor.runs import open_run
from tests.fit.pages import pages
from tests.paths import FIXTURES


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A few pages of two families with their records, and two that have none."""
    for folder in ("realself/a", "generic", "negative"):
        (tmp_path / "gold" / folder).mkdir(parents=True)
        for page in pages(folder)[:2]:
            for path in (FIXTURES / folder).glob(f"{Path(page.name).stem}.*"):
                shutil.copy(path, tmp_path / "gold" / folder)
    return tmp_path / "gold"


def test_pages_are_reported_and_weights_written_the_same_every_time(
    gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = gold / "weights.json"
    shutil.copy(weights_file.PATH, file)
    monkeypatch.setattr(weights_file, "PATH", file)
    written = []
    for _ in range(2):
        result = CliRunner().invoke(main, ["--gold", str(gold), "--write"], catch_exceptions=False)
        assert result.exit_code == ("refused:" in result.output)
        assert "families left out" in result.output
        written.append(file.read_bytes())
    assert written[0] == written[1]
    assert json.loads(written[0]).keys() == weights_file.entries().keys()


def test_what_a_review_has_settled_is_learnt_from(gold: Path, tmp_path: Path) -> None:
    """From a run to a fit: the settled pages are saved as gold, and a page of theirs that falls is named."""
    run([str(gold)], tmp_path / "out", "all", BatchOptions(formats=("jsonl",), jobs=0))
    desk = open_desk(open_run(tmp_path / "out" / "all.run.json"), sample=2, gold=tmp_path / "corrected")
    settled = list(desk.waiting())
    for number, entry in enumerate(settled):
        if not number:
            body = desk.sheet(entry).record.answers[0].body or ""
            desk.do(entry, Step(deed=Deed.VALUE, pointer="/answers/0/body", value=body.split("\n")[0]))
        desk.do(entry, Step(deed=Deed.RIGHT))
    saved = gold_pages(tmp_path / "corrected")
    assert len(saved) == len(settled)
    result = CliRunner().invoke(main, ["--gold", str(gold), "--gold", str(tmp_path / "corrected")])
    assert f"{len(pages_in(gold)) + len(saved)} pages, " in result.output
    assert "pages left out, by folds" in result.output
    assert result.exit_code == ("refused:" in result.output)


def pages_in(folder: Path) -> list[Path]:
    return list(folder.rglob("*.txt"))
