"""The command: a report, and the same weights every time."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.fit import weights_file
from extractor.fit.__main__ import main
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
