"""`review` opens the desk of a run, and serves it until it is ended."""

from pathlib import Path

import pytest

from extractor.batch import BatchOptions
from extractor.batch import run as read_all
from extractor.review.desk import Desk
from tests.cli.running import run
from tests.test_api import PAGE


def test_the_desk_holds_the_records_and_its_address_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    read_all(["page.txt"], Path("out"), "all", BatchOptions(formats=("jsonl",), jobs=0))
    served: list[Desk] = []

    def serve(desk: Desk, say: object, port: int) -> None:
        served.append(desk)
        assert callable(say)
        say(f"http://127.0.0.1:{port}/secret/")

    monkeypatch.setattr("extractor.review.server.serve", serve)
    result = run("review", "out/all.run.json", "--port", "8123")
    assert result.exit_code == 0, result.output
    assert "open http://127.0.0.1:8123/secret/ in a browser" in result.stderr
    assert [entry.source for entry in served[0].entries] == ["page.txt"]


def test_what_is_no_run_cannot_be_reviewed(tmp_path: Path) -> None:
    (tmp_path / "all.json").write_text("[]")
    assert run("review", str(tmp_path / "all.json")).exit_code == 2
