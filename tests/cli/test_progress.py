"""How far a run is."""

import re
from pathlib import Path

import pytest

from tests.cli.running import NEGATIVE, on_terminal, plain

pytestmark = pytest.mark.usefixtures("folder")


def test_a_terminal_shows_how_far_a_directory_is(folder: Path) -> None:
    (folder / "licence.txt").write_text(NEGATIVE, encoding="utf-8")
    shown = plain(on_terminal(".", "-o", "out")).replace("\r\n", "\n")
    assert re.search(r"2 pages, [\d,]+/s, 0 flagged, 0 failed", shown)
    last = shown.splitlines()[-1]
    assert "2 pages: 1 record (0 with warnings), 1 without a record, 0 failed; wrote out/" in last
