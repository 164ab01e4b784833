"""How far a run is."""

import re
from pathlib import Path

import pytest

from extractor.batch import Progress
from extractor.batch.account.manifest import counts
from extractor.batch.account.tally import Tally
from extractor.cli.progress import progress
from tests.cli.running import NEGATIVE, on_terminal, plain

pytestmark = pytest.mark.usefixtures("folder")


def test_a_terminal_shows_how_far_a_directory_is(folder: Path) -> None:
    (folder / "licence.txt").write_text(NEGATIVE, encoding="utf-8")
    shown = plain(on_terminal(".", "-o", "out")).replace("\r\n", "\n")
    assert re.search(r"2 pages, [\d,]+/s, 0 flagged, 0 failed", shown)
    last = shown.splitlines()[-1]
    assert "2 pages: 1 record (0 with warnings), 1 without a record, 0 failed; wrote out/" in last


def test_elsewhere_a_line_is_said_every_so_often(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = 100.0
    monkeypatch.setattr("extractor.cli.progress._SECONDS_BETWEEN_LINES", 10.0)
    monkeypatch.setattr("time.monotonic", lambda: now)
    said = []
    with progress(lambda: 0) as observe:
        for seconds, documents in ((1, 10), (9, 90), (2, 110), (5, 160), (6, 230)):
            now += seconds
            observe(Progress(counts(Tally({("documents",): documents})), 0, ()))
            said.append(capsys.readouterr().err)
    assert said == ["", "90 pages, 8/s, 0 flagged, 0 failed\n", "", "", "230 pages, 10/s, 0 flagged, 0 failed\n"]
