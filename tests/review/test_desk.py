"""A desk keeps every step, settles records, takes back, and goes on where it was left."""

from pathlib import Path

import pytest

from extractor.batch import BatchOptions, run
from extractor.errors import UsageError
from extractor.review import open_desk
from extractor.review.corrections import Deed, Step
from extractor.review.desk import Desk
from extractor.runs import open_run
from tests.review.pages import write_pages


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """A run over three flagged pages and one that is not."""
    run(
        [str(write_pages(tmp_path / "pages", flagged=3, others=1))],
        tmp_path / "out",
        "all",
        BatchOptions(formats=("jsonl",), jobs=0),
    )
    return tmp_path / "out" / "all.run.json"


def opened(manifest: Path) -> Desk:
    return open_desk(open_run(manifest), sample=5)


def test_a_value_is_corrected_settled_and_taken_back(manifest: Path) -> None:
    desk = opened(manifest)
    entry = desk.entries[0]
    desk.do(entry, Step(deed=Deed.VALUE, pointer="/question/title", value="Is it normal to be corrected?"))
    assert desk.sheet(entry).record.question.title == "Is it normal to be corrected?"
    desk.do(entry, Step(deed=Deed.RIGHT))
    again = opened(manifest)
    assert [one.id for one in again.waiting()] == [one.id for one in desk.entries[1:]]
    settled = again.settled()[entry.id].record
    assert settled
    assert (settled.corrected, settled.warnings, settled.confidence) == (True, (), 1.0)
    assert again.findings().reviewed == 1
    assert again.undo() == entry
    assert len(list(again.waiting())) == 4


def test_a_step_that_does_not_fit_is_not_done(manifest: Path) -> None:
    desk = opened(manifest)
    with pytest.raises(UsageError):
        desk.do(desk.entries[0], Step(deed=Deed.ROLE, item=999, state="body"))
    assert not manifest.with_name("all.corrections.jsonl").exists()
    assert desk.undo() is None


def test_what_is_right_as_it_is_is_not_marked_as_corrected(manifest: Path) -> None:
    desk = opened(manifest)
    desk.do(desk.entries[0], Step(deed=Deed.RIGHT))
    record = desk.settled()[desk.entries[0].id].record
    assert record
    assert not record.corrected
