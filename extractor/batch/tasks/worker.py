"""A worker process: performs tasks, and dies of a page that takes more than it may, leaving word which one that was."""

import gc
import os
import queue
import signal
import threading
from collections.abc import MutableSequence
from dataclasses import dataclass
from multiprocessing.connection import Connection

from extractor.batch.options import BatchOptions
from extractor.batch.tasks.work import NotePlace, Task, perform
from extractor.limits import alarm, limit_memory

OUT_OF_MEMORY = 77
"""The exit code of a worker that a page left without memory."""


@dataclass(frozen=True, slots=True)
class Parent:
    """What a worker has of the process that started it.

    `connection` brings tasks and takes results, `point` is shared memory in which the worker says where it is: task and
    point in it.
    """

    connection: Connection
    point: MutableSequence[int]


def perform_tasks(parent: Parent, options: BatchOptions) -> None:
    """Perform the tasks that come in until none does.

    Cycles of objects are looked for behind each task, among what that made: reading a page leaves none, and looking for
    them at every turn takes a seventh of the time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    gc.disable()
    inbox: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(parent, inbox), daemon=True).start()
    limit_memory(options.limits.memory)  # the stack of the thread is no page's
    while (task := inbox.get()) is not None:
        try:
            result = perform(task, options, _watch(parent.point, task, options.limits.seconds))
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        alarm(0)
        parent.point[:] = (-1, 0, 0, 0)
        parent.connection.send(result)
        gc.collect(1)


def _watch(point: MutableSequence[int], task: Task, seconds: float) -> NotePlace:
    """Notes where in the task one is, and sets an alarm that ends the process; it rings even if Python hangs.

    At a quarantined point nothing is read, so nothing rings: a worker that died there would be sent there for ever.
    """

    def watch(piece: int, document: int, stage: int) -> None:
        place = (piece, document, stage)
        point[:] = (task.number, *place)
        alarm(0 if place in task.quarantined else seconds)

    return watch


def _receive(parent: Parent, inbox: "queue.SimpleQueue[Task | None]") -> None:
    """Take in tasks while others are performed, so that the parent never waits. If it is gone, so is the worker."""
    try:
        while (task := parent.connection.recv()) is not None:
            inbox.put(task)
    except EOFError:
        os._exit(1)
    inbox.put(None)
