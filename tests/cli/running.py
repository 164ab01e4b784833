"""The command line, as it is called in a test, as a user starts it, and as it is seen on a terminal."""

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from tests.paths import ROOT

NEGATIVE = "The licence of this program is printed below.\n\nPermission is granted, free of charge.\n"
PATIENCE = 300
"""Seconds after which a process that does not end is given up."""

ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def start(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """A process of its own, as a user starts it."""
    command = [sys.executable, "-m", "extractor", *arguments]
    return subprocess.run(command, env=ENVIRONMENT, check=False, text=True, timeout=PATIENCE, **options)  # type: ignore[call-overload, no-any-return]


def shell_code(process: "subprocess.Popen[str]") -> int:
    """The exit code that a shell says of a process that is over.

    Python leaves by the signal itself where the interrupt met code that is made from a string, as named tuples are while
    modules are loaded; a shell says 130 of both.
    """
    return process.returncode if process.returncode >= 0 else 128 - process.returncode


def await_file(path: Path, process: "subprocess.Popen[str]") -> None:
    """Wait until a process that is alive has made a file; one that does neither is ended."""
    for _ in range(PATIENCE * 100):
        if path.exists():
            return
        assert process.poll() is None, f"it ended without {path}"
        time.sleep(0.01)
    process.kill()
    pytest.fail(f"it never made {path}")


def read_json(path: Path | str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(Path(path).read_bytes())
    return found


def on_terminal(*arguments: str) -> str:
    """What a user sees on a terminal of 100 columns."""
    parent, child = pty.openpty()
    environment = ENVIRONMENT | {"COLUMNS": "100", "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "extractor", *arguments]
    process = subprocess.Popen(command, env=environment, stdout=child, stderr=child)
    os.close(child)
    shown = b"".join(read_terminal(parent))
    assert process.wait(PATIENCE) == 0
    return shown.decode()


def read_terminal(descriptor: int) -> Iterator[bytes]:
    while select.select([descriptor], [], [], PATIENCE)[0]:
        try:
            yield os.read(descriptor, 65536)
        except OSError:  # how Linux says that the other side is closed
            break
    os.close(descriptor)


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)
