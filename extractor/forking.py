"""Where worker processes come from: they are forked from a small process that has loaded what they need."""

import multiprocessing
from typing import TYPE_CHECKING

from extractor.limits import interrupts_held

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

_LOADED = ["extractor.batch.worker"]
_OWN = ["extractor.batch.fork_server"]
"""Loaded besides where the folder of the server's socket is our own, and not that of a process above this one."""


def begin_forking() -> None:
    """Begin to load what workers need, in a process of its own, while this one goes on with its own beginnings."""
    if not _can_fork():
        return
    from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415 - Windows has no such server

    resource_tracker.ensure_running()  # its start lets through what `interrupts_held` holds back, so it comes first
    multiprocessing.set_forkserver_preload(_LOADED if multiprocessing.parent_process() else _OWN + _LOADED)
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
