"""Worker processes that perform tasks; the results come in the order of the tasks.

A page on which a worker dies is tried once more, by a fresh worker. If that dies too it is the page: it is quarantined
and the task is performed without it, so that nothing else in the task is lost.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterator, MutableSequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import cast

from extractor.batch.options import BatchOptions
from extractor.batch.tasks.work import Point, Result, Task, perform
from extractor.batch.tasks.worker import OUT_OF_MEMORY, Parent, perform_tasks
from extractor.errors import ExtractorError, Reason
from extractor.forking import starting, worker_context
from extractor.limits import KILLED, OVERDUE, interrupts_held

_AHEAD = 2  # tasks in the hands of a worker: one to perform, one to go on with
_WINDOW = 4  # tasks per worker that may be taken, done or not, before the next in turn is done
_MAX_STILLBORN = 3
_GRACE = 30.0
"""Seconds that a worker may take to end that has nothing to do; one that a page's reader keeps alive is ended."""

Mend = Callable[[Task, Result], Task | None]
"""Given the task whose turn it is, and its result: the task to perform instead, None if the result will do."""


def run_tasks(tasks: Iterator[Task], options: BatchOptions, mend: Mend) -> Generator[Result, None, None]:
    """The results of `tasks`, in order; by `options.jobs` workers, or in this process if that is 0."""
    if not options.jobs:
        yield from _run_here(tasks, options, mend)
        return
    pool = _Pool(options, mend)
    try:
        yield from pool.run(tasks)
    finally:
        pool.close()


def _run_here(tasks: Iterator[Task], options: BatchOptions, mend: Mend) -> Iterator[Result]:
    for task in tasks:
        result = perform(task, options)
        while better := mend(task, result):
            task = better  # noqa: PLW2901 - it takes the place of the other
            result = perform(task, options)
        yield result


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    point: MutableSequence[int]  # task and point in it, shared with the process
    tasks: deque[Task] = field(default_factory=deque)
    performed: int = 0


class _Pool:
    def __init__(self, options: BatchOptions, mend: Mend) -> None:
        self._options = options
        self._mend = mend
        self._context = worker_context()
        self._workers: list[_Worker] = []
        self._taken = 0
        self._urgent: deque[Task] = deque()  # to be performed again, before any other
        self._done: dict[int, tuple[Task, Result]] = {}
        self._suspects: set[tuple[int, Point]] = set()  # task and point in it where a worker died once
        self._stillborn = 0

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """The results in order. No more tasks are taken than are worked on, so that memory stays flat."""
        for _ in range(self._options.jobs):
            with interrupts_held():  # whoever is started is in the list before Ctrl-C is heard, and so is ended
                self._workers.append(self._start())
        turn = 0
        while self._wait_for(turn, tasks):
            task, result = self._done.pop(turn)
            if better := self._mend(task, result):
                self._urgent.append(better)
            else:
                yield result
                turn += 1

    def close(self) -> None:
        """End the workers: those at work at once, the others when they have ended by themselves."""
        for worker in self._workers:
            if worker.tasks:
                worker.process.kill()
            else:
                _send(worker, None)
        for worker in self._workers:
            _end(worker)

    def _wait_for(self, turn: int, tasks: Iterator[Task]) -> bool:
        """Keep the workers at work until the result is there; False if there is none to come."""
        self._hand_out(tasks, turn)
        while turn not in self._done:
            if not any(worker.tasks for worker in self._workers):
                return False
            self._collect()
            self._hand_out(tasks, turn)
        return True

    def _hand_out(self, tasks: Iterator[Task], turn: int) -> None:
        limit = turn + _WINDOW * len(self._workers)
        for wanted in range(1, _AHEAD + 1):
            for worker in self._workers:
                if len(worker.tasks) < wanted and (task := self._next(tasks, limit)):
                    self._give(worker, task)

    def _next(self, tasks: Iterator[Task], limit: int) -> Task | None:
        if self._urgent:
            return self._urgent.popleft()
        task = next(tasks, None) if self._taken < limit else None
        self._taken += task is not None
        return task

    def _give(self, worker: _Worker, task: Task) -> None:
        worker.tasks.append(task)
        _send(worker, task)

    def _collect(self) -> None:
        """Take in results; at least one, or the news that a worker died."""
        ready = wait([worker.connection for worker in self._workers])
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            try:
                result = worker.connection.recv()
            except (EOFError, OSError):
                self._replace(worker)
            else:
                worker.performed += 1
                self._done[result.number] = (worker.tasks.popleft(), result)

    def _replace(self, dead: _Worker) -> None:
        """Put a fresh worker in the place of a dead one, which begins with the task that the other died of."""
        _end(dead)
        with interrupts_held():
            fresh = self._workers[self._workers.index(dead)] = self._start()
        if not dead.tasks:
            return
        task = dead.tasks.popleft()
        number, *place = dead.point
        point = cast("Point", tuple(place))
        if number == task.number and point not in task.quarantined:
            task = self._judge(task, point, dead)
            self._stillborn = 0
        else:
            self._stillborn += 1
        if self._stillborn > _MAX_STILLBORN:
            raise ExtractorError(
                "the worker processes die where no page is read; what they wrote above may say why"
                ' (a script that begins a run does so below `if __name__ == "__main__":`)'
            )
        self._give(fresh, task)
        self._urgent.extend(dead.tasks)

    def _judge(self, task: Task, point: Point, dead: _Worker) -> Task:
        """The task to perform after a worker died of this one at `point`: with the page quarantined if it is sure."""
        if dead.performed or (task.number, point) not in self._suspects:
            self._suspects.add((task.number, point))
            return task
        return replace(task, quarantined={**task.quarantined, point: _reason(dead.process.exitcode)})

    def _start(self) -> _Worker:
        with starting():
            ours, theirs = self._context.Pipe()
            point = self._context.RawArray("l", [-1, 0, 0, 0])
            parent = Parent(theirs, cast("MutableSequence[int]", point))
            process = self._context.Process(target=perform_tasks, args=(parent, self._options), daemon=True)
            process.start()
            theirs.close()
        return _Worker(process, ours, parent.point)


def _end(worker: _Worker) -> None:
    """Wait for the end of a worker that has been told to end, or has lost its connection, and see that it comes."""
    worker.process.join(_GRACE)
    worker.process.kill()  # which one that has ended does not feel
    worker.process.join(_GRACE)
    worker.connection.close()


def _send(worker: _Worker, task: Task | None) -> None:
    with suppress(OSError):  # it is dead, which is noticed when its results are collected
        worker.connection.send(task)


def _reason(exit_code: int | None) -> Reason:
    if exit_code == -OVERDUE:
        return Reason.TIME_LIMIT
    if exit_code in (OUT_OF_MEMORY, -KILLED):  # the system kills when it has no memory left
        return Reason.MEMORY_LIMIT
    return Reason.CRASHED
