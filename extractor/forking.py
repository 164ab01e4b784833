"""Where worker processes come from: they are forked from a small process that has loaded what they need."""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extractor.errors import ExtractorError
from extractor.limits import interrupts_held

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

_LOADED = ["extractor.batch.tasks.worker"]
_OWN = ["extractor.batch.tasks.fork_server"]
"""Loaded besides where the folder of the server's socket is our own, and not that of a process above this one."""


@contextmanager
def starting() -> Iterator[None]:
    """Say what can be done where the system lets no further process begin.

    Raises:
        ExtractorError: in the place of an OSError.

    """
    try:
        yield
    except OSError as error:
        why = error.strerror or error
        raise ExtractorError(
            f"no worker process can be started: {why}; ask for fewer with -j, or allow more (ulimit -n, ulimit -u)"
        ) from error


def begin_forking() -> None:
    """Begin to load what workers need, in a process of its own, while this one goes on with its own beginnings.

    Raises:
        ExtractorError: if it cannot be started.

    """
    if not _can_fork():
        return
    from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415 - Windows has no such server

    multiprocessing.set_forkserver_preload(_LOADED if multiprocessing.parent_process() else _OWN + _LOADED)
    with starting():
        resource_tracker.ensure_running()  # its start lets through what `interrupts_held` holds back, so it comes first
        with interrupts_held():
            forkserver.ensure_running()


def worker_context() -> "ForkServerContext | SpawnContext":
    """What worker processes are made by; where the system cannot fork (Windows) they are begun anew."""
    if not _can_fork():
        return multiprocessing.get_context("spawn")
    begin_forking()
    return multiprocessing.get_context("forkserver")


def _can_fork() -> bool:
    return "forkserver" in multiprocessing.get_all_start_methods()
