"""The process that workers are forked from leaves nothing behind, whenever the one that began it is killed."""

import os
import subprocess
import sys
from multiprocessing import get_all_start_methods
from pathlib import Path

import pytest

from tests.paths import ROOT

pytestmark = pytest.mark.skipif("forkserver" not in get_all_start_methods(), reason="this system has no such server")

_BEGIN = """
import os, signal
from extractor.forking import begin_forking, worker_context
begin_forking()
{then}
print("begun", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
_FORK = "process = worker_context().Process(target=os.getpid); process.start(); process.join()"


@pytest.mark.parametrize("then", ["", _FORK], ids=["before it has forked", "after"])
def test_a_run_that_is_killed_leaves_no_folder_of_sockets(tmp_path: Path, then: str) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", _BEGIN.format(then=then)]
    # the server holds standard output as well, so that this returns when it has ended
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, timeout=300, check=False)
    assert (done.stdout, done.returncode) == (b"begun\n", -9)
    assert list(tmp_path.iterdir()) == []


_ORDERLY = """
import os
import extractor.batch.tasks.fork_server
from extractor.forking import worker_context
for _ in range(2):
    process = worker_context().Process(target=os.getpid); process.start(); process.join()
"""


def test_an_orderly_end_finds_its_own_folder_even_where_this_was_loaded_too(tmp_path: Path) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", _ORDERLY]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=300, check=False)
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 0)
    assert list(tmp_path.iterdir()) == []
