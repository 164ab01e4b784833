"""Standard output takes bytes as they are, and a terminal cannot be controlled by a page."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ENVIRONMENT, PATIENCE, on_terminal, plain, start
from tests.test_api import PAGE

pytestmark = pytest.mark.usefixtures("folder")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [["page.txt", "-o", "-"], ["schema"], ["explain", "page.txt"]])
def test_a_full_disk_behind_standard_output_is_said(command: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = start(*command, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 3
    assert re.fullmatch(r"(page\.txt: .*\n)?Error: cannot write to standard output: No space left.*\n", done.stderr)


def test_records_are_utf8_whatever_the_locale(folder: Path) -> None:
    (folder / "page.txt").write_text(PAGE.replace("Luis Ortega", "Luís Orteğa"), encoding="utf-8")
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-m", "extractor", "page.txt", "-o", "-", "--format", "csv"]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, timeout=PATIENCE)  # noqa: S603
    assert "Luís Orteğa" in done.stdout.decode("utf-8")
    assert done.stdout.count(b"\r\n") == 3


def test_a_terminal_shows_warnings_and_cannot_be_controlled_by_a_page(folder: Path) -> None:
    page = PAGE.replace("Answers 2", "Answers 5").replace("Is This", "\x1b[31mIs\x08 This")
    (folder / "page.txt").write_text(page, encoding="utf-8")
    shown = on_terminal("page.txt")
    assert re.findall(r"\x1b\[31m|\x08", shown) == []
    assert re.search(r"Is\S? +This Normal\?", plain(shown))
    assert "warning: count-mismatch: the page declares 5 answers, 2 were found" in plain(shown)
