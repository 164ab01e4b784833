"""A worker process: performs tasks, and dies of a page that takes more than it may, leaving word which one that was."""

import os
import queue
import resource
import signal
import threading
from collections.abc import MutableSequence
from multiprocessing.connection import Connection
from pathlib import Path

from extractor.batch.options import BatchOptions
from extractor.batch.work import Task, Watch, perform

OUT_OF_MEMORY = 77
"""The exit code of a worker that a page left without memory."""


def serve(connection: Connection, point: MutableSequence[int], options: BatchOptions) -> None:
    """Perform the tasks that come in until none does. `point` is shared with the parent: task and point in it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    _limit_memory(options.limits.memory)
    inbox: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, inbox), daemon=True).start()
    while (task := inbox.get()) is not None:
        try:
            result = perform(task, options, _watch(point, task.number, options.limits.seconds))
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        signal.setitimer(signal.ITIMER_REAL, 0)
        point[:] = (-1, 0, 0, 0)
        connection.send(result)


def _watch(point: MutableSequence[int], task: int, seconds: float) -> Watch:
    """Notes where in the task one is, and sets an alarm that ends the process; it rings even if Python hangs."""

    def watch(piece: int, document: int, stage: int) -> None:
        point[:] = (task, piece, document, stage)
        signal.setitimer(signal.ITIMER_REAL, seconds)

    return watch


def _receive(connection: Connection, inbox: "queue.SimpleQueue[Task | None]") -> None:
    """Take in tasks while others are performed, so that the parent never waits. If it is gone, so is the worker."""
    try:
        while (task := connection.recv()) is not None:
            inbox.put(task)
    except EOFError:
        os._exit(1)
    inbox.put(None)


def _limit_memory(allowed: int) -> None:
    """Let the process have `allowed` bytes more than it has now; where the system cannot, there is no limit."""
    try:
        data_pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
        _, ceiling = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (data_pages * resource.getpagesize() + allowed, ceiling))
    except (OSError, ValueError):
        return
