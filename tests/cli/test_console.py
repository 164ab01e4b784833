"""Standard output takes bytes as they are, and a terminal cannot be controlled by a page."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
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
    done = subprocess.run(command, env=environment, check=True, capture_output=True, timeout=PATIENCE)
    assert "Luís Orteğa" in done.stdout.decode("utf-8")
    assert done.stdout.count(b"\r\n") == 3


def test_a_terminal_shows_warnings_and_cannot_be_controlled_by_a_page(folder: Path) -> None:
    page = PAGE.replace("Answers 2", "Answers 5").replace("Is This", "\x1b[31mIs\x08 This")
    (folder / "page.txt").write_text(page, encoding="utf-8")
    shown = on_terminal("page.txt")
    assert re.findall(r"\x1b\[31m|\x08", shown) == []
    assert re.search(r"Is\S? +This Normal\?", plain(shown))
    assert "warning: count-mismatch (line 5): the page declares 5 answers, 2 were found" in plain(shown)


def closed(first: int, last: int) -> Callable[[], None]:
    """What closes the files with these numbers in a process before it begins."""
    return partial(os.closerange, first, last + 1)


def test_a_run_that_nobody_hears_is_a_run_all_the_same(folder: Path) -> None:
    assert start("page.txt", preexec_fn=closed(2, 2)).returncode == 0
    assert (folder / "output" / "page.json").exists()
    assert start("page.txt", "-o", "other", preexec_fn=closed(0, 2)).returncode == 0
    assert (folder / "other" / "page.json").read_bytes() == (folder / "output" / "page.json").read_bytes()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_error_ends_no_run(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        assert start("page.txt", "missing.txt", stderr=full).returncode == 1
    assert (folder / "output" / "records.json").exists()


def test_standard_streams_that_are_closed_are_said_to_be() -> None:
    done = start("page.txt", "-o", "-", stderr=subprocess.PIPE, preexec_fn=closed(1, 1))
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        3,
        "Error: cannot write to standard output: it is closed; choose another place with -o",
    )
    done = start("-", stderr=subprocess.PIPE, preexec_fn=closed(0, 0))
    assert done.returncode == 1
    assert "cannot be read: it is closed" in done.stderr
