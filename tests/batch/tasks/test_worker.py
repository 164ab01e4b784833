"""Where a worker is, and when it is ended."""

import gc

import pytest

from extractor import Document
from extractor.batch.tasks import worker
from extractor.batch.tasks.work import Task
from extractor.errors import Reason
from extractor.reading import read
from tests.paths import FIXTURES


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


def test_reading_leaves_no_cycles_of_objects_behind() -> None:
    """Or a worker, which looks for them behind a task alone, would keep them until then.

    Threads that another test has left may leave some now and then; reading would leave its own every time.
    """
    pages = [path.read_bytes() for path in sorted((FIXTURES / "engines").glob("*.html"))[::4]]
    counts = [len(read(Document(page))) for page in pages]  # what is loaded then, stays
    gc.collect()
    gc.freeze()  # what other tests have left is not looked at
    gc.disable()
    try:
        left: list[int] = []
        while len(left) < 3 and 0 not in left:
            assert [len(read(Document(page))) for page in pages] == counts
            left.append(gc.collect())
        assert 0 in left
    finally:
        gc.enable()
        gc.unfreeze()
