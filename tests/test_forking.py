"""Workers are forked from one process that has loaded what they need."""

import errno
import os
import sys
from multiprocessing import forkserver, get_all_start_methods
from multiprocessing.connection import Connection

import pytest

from extractor.errors import ExtractorError
from extractor.forking import begin_forking, starting, worker_context

pytestmark = pytest.mark.skipif("forkserver" not in get_all_start_methods(), reason="this system has no such server")


def tell(connection: Connection) -> None:
    connection.send((os.getppid(), "extractor.batch.tasks.worker" in sys.modules))


def told() -> tuple[int, bool]:
    context = worker_context()
    ours, theirs = context.Pipe()
    process = context.Process(target=tell, args=(theirs,))
    process.start()
    assert ours.poll(300)
    process.join(300)
    parent, has_loaded = ours.recv()
    return parent, has_loaded


def test_workers_have_loaded_what_they_need() -> None:
    assert told()[1]


def test_a_server_that_was_begun_is_the_one_that_forks() -> None:
    begin_forking()
    server = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined] # noqa: SLF001 - it is told nowhere else
    assert [told()[0], told()[0]] == [server, server] != [os.getpid()] * 2


def test_a_process_that_cannot_be_started_is_told_with_what_to_do() -> None:
    with (
        pytest.raises(ExtractorError, match=r"started: Too many open files; ask for fewer with -j, or .*ulimit"),
        starting(),
    ):
        raise OSError(errno.EMFILE, "Too many open files")


def test_a_server_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(forkserver, "ensure_running", refuse)
    with pytest.raises(ExtractorError, match="no worker process can be started"):
        begin_forking()
