from pathlib import Path

import pytest

from tests.test_api import PAGE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with one page in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def _no_line_about_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine a run of a few pages may last so long that one is printed."""
    monkeypatch.setattr("extractor.cli.progress._SECONDS_BETWEEN_LINES", float("inf"))
