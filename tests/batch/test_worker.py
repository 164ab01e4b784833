"""Where a worker is, and when it is ended."""

import pytest

from extractor.batch import worker
from extractor.batch.work import Task
from extractor.errors import Reason


def test_nothing_rings_where_a_page_is_quarantined(monkeypatch: pytest.MonkeyPatch) -> None:
    alarms: list[float] = []
    monkeypatch.setattr(worker, "alarm", alarms.append)
    point = [-1, 0, 0, 0]
    watch = worker._watch(point, Task(7, (), {(0, 1, 0): Reason.TIME_LIMIT}), 0.5)  # noqa: SLF001 - what a worker sets
    seen = []
    for document in range(3):
        watch(0, document, 0)
        seen.append(list(point))
    assert seen == [[7, 0, 0, 0], [7, 0, 1, 0], [7, 0, 2, 0]]
    assert alarms == [0.5, 0, 0.5]
