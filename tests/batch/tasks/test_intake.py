"""Equal inputs give equal tasks, and from the mark behind any of them the rest."""

from pathlib import Path

import pytest

from extractor.batch.options import BatchOptions
from extractor.batch.tasks.intake import Batch, Bookmark, batches, line_of
from extractor.errors import UsageError
from extractor.sources import FoundInput, Input, LeftOut, find
from tests.batch.corpus import write_all

OPTIONS = BatchOptions(jobs=0)


def taken(inputs: list[str], start: Bookmark) -> list[Batch]:
    return list(batches(find(inputs, OPTIONS.sources), OPTIONS, start))


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr("extractor.batch.tasks.intake._SLICES_PER_TASK", 7)
    return write_all(tmp_path / "in", 30)


def test_a_mark_leads_to_the_tasks_behind_it(inputs: list[str]) -> None:
    whole = taken(inputs, Bookmark())
    assert len(whole) > 5
    assert [batch.task.number for batch in whole] == list(range(len(whole)))
    assert max(len(batch.task.slices) for batch in whole) == 7
    assert [batch.done for batch in whole] == sorted(batch.done for batch in whole)
    for number, batch in enumerate(whole, 1):
        rest = taken(inputs, batch.mark)
        assert [one.task.slices for one in rest] == [one.task.slices for one in whole[number:]]
        assert [one.mark for one in rest] == [one.mark for one in whole[number:]]


def test_inputs_that_changed_before_the_mark_are_refused(inputs: list[str]) -> None:
    marks = [batch.mark for batch in taken(inputs, Bookmark())]
    Path(inputs[0], "0", "00000.txt").write_text("Why now?")
    with pytest.raises(UsageError, match="inputs are not those"):
        taken(inputs, marks[3])
    with pytest.raises(UsageError, match="inputs are not those"):
        taken(inputs[:1], marks[-1])


def test_files_that_are_left_out_are_listed_and_not_counted_as_inputs() -> None:
    found: list[FoundInput] = [LeftOut("picture.png"), Input("page.txt", 12, 34)]
    (batch,) = batches(found, OPTIONS, Bookmark())
    assert batch.opened == (b'{"path": "picture.png", "left_out": true}\n', line_of("page.txt", 12, 34))
    assert batch.inputs == 1
