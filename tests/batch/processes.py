"""The processes of a run, and waiting for what happens in them."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="looks for processes where Linux shows them"
)


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait as long as it takes on a busy machine; what never comes fails."""
    for _ in range(30_000):
        if is_so():
            return
        time.sleep(0.01)
    pytest.fail("it never came to that")


def session(leader: int) -> list[str]:
    """The processes of a session."""
    members = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = status.read_text().rpartition(")")[2].split()
            members += [status.parent.name] if fields[3] == str(leader) and fields[0] != "Z" else []
    return members
