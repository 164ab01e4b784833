"""Results come in the order of the tasks, whoever performs them, and a task may be performed anew in its turn."""

import errno
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import active_children
from multiprocessing.context import BaseContext

import pytest

from extractor.batch.options import BatchOptions
from extractor.batch.tasks import pool
from extractor.batch.tasks.pool import run_tasks
from extractor.batch.tasks.work import Result, Task
from extractor.document import Document
from extractor.errors import ExtractorError
from extractor.sources import Loaded
from tests.batch import readers
from tests.batch.processes import wait_until


def task(number: int) -> Task:
    return Task(number, (Loaded("box", (Document(f"Why {number}?\nSo."),)),))


@pytest.mark.parametrize("jobs", [0, 2])
def test_order_is_kept_and_tasks_are_mended_in_their_turn(jobs: int) -> None:
    options = BatchOptions(formats=("jsonl",), jobs=jobs, reader=readers.read)
    mended: list[int] = []

    def mend(one: Task, result: Result) -> Task | None:
        assert result.number == one.number
        if one.number % 4 or one.number in mended:
            return None
        mended.append(one.number)
        return replace(one, slices=(*one.slices, *one.slices))

    found = list(run_tasks(map(task, range(10)), options, mend))
    assert [result.number for result in found] == list(range(10))
    assert mended == [0, 4, 8]
    assert [result.tally["records",] for result in found] == [2 if number % 4 == 0 else 1 for number in range(10)]


def test_tasks_are_not_taken_far_ahead_of_their_turn() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[Task]:
        for number in range(40):
            taken.append(number)
            yield task(number)

    options = BatchOptions(formats=("jsonl",), jobs=1, reader=readers.read)
    for result in run_tasks(tasks(), options, lambda *_: None):
        assert len(taken) <= result.number + 8
    assert len(taken) == 40


def test_a_worker_that_a_reader_keeps_alive_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_GRACE", 0.1)
    tasks = [Task(0, (Loaded("box", (Document("linger here\nSo."),)),))]
    options = BatchOptions(formats=("jsonl",), jobs=1, reader=readers.read)
    begun = set(active_children())
    assert [result.tally["records",] for result in run_tasks(iter(tasks), options, lambda *_: None)] == [1]
    wait_until(lambda: set(active_children()) <= begun)


def test_workers_that_cannot_be_started_are_no_fault_of_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(BaseContext, "Pipe", refuse)
    options = BatchOptions(formats=("jsonl",), jobs=1, reader=readers.read)
    with pytest.raises(ExtractorError, match="no worker process can be started: Too many open files"):
        list(run_tasks(map(task, range(2)), options, lambda *_: None))
