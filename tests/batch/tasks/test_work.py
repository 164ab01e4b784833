"""A task is performed the same anywhere: records as text, failures with reasons, nothing lost."""

from extractor.batch.options import BatchOptions
from extractor.batch.tasks.work import Stage, Task, perform
from extractor.document import Document
from extractor.errors import Reason
from extractor.sources import LeftOut, Loaded, Seam
from tests.batch import readers

OPTIONS = BatchOptions(formats=("jsonl", "csv"), jobs=0, reader=readers.read)
PIECE = Loaded(
    "box", (Document("Why?\nSo.", "a"), Document("nothing", "b"), LeftOut("c"), Document("How?\nThus.", "d"))
)


def test_records_are_in_every_format_and_failures_in_order() -> None:
    result = perform(Task(3, (PIECE,)), OPTIONS)
    assert result.number == 3
    assert [text.count(b"Why?") + text.count(b"How?") for text in result.texts] == [2, 2]
    assert [failure.source for failure in result.failures] == ["b"]
    assert (result.tally["documents",], result.tally["records",], result.tally["left-out",]) == (3, 2, 1)
    assert perform(Task(3, (PIECE,)), OPTIONS) == result


def test_a_quarantined_page_is_a_failure_and_the_others_are_read() -> None:
    task = Task(0, (PIECE,), {(0, 0, Stage.READING): Reason.TIME_LIMIT})
    result = perform(task, OPTIONS)
    assert [(failure.source, failure.reason) for failure in result.failures] == [
        ("a", Reason.TIME_LIMIT),
        ("b", Reason.NOT_A_QA_PAGE),
    ]
    assert b"How?" in result.texts[0]


def test_a_slice_that_cannot_be_opened_costs_itself() -> None:
    task = Task(0, (PIECE, PIECE), {(0, 0, Stage.LOADING): Reason.CRASHED})
    result = perform(task, OPTIONS)
    assert [failure.source for failure in result.failures] == ["box", "b"]
    assert result.tally["records",] == 2


def test_every_place_is_told_before_anything_is_done_there() -> None:
    told: list[tuple[int, int, int]] = []
    perform(Task(0, (PIECE,)), OPTIONS, lambda *point: told.append(point))
    assert told == sorted(told)
    assert told.count((0, 0, Stage.READING)) == 1
    assert len(told) == 5 + 3, "five times something is loaded, the last time nothing; three documents are read"


def test_the_seam_of_a_slice_is_handed_on() -> None:
    assert perform(Task(0, (Loaded("box", (Seam(3, 9),)),)), OPTIONS).seam == Seam(3, 9)


def test_a_record_that_cannot_be_written_is_a_failure_and_the_others_are_written() -> None:
    pages = (Document("Why?\nSo.", "\udcff"), Document("How?\nThus.", "b"))
    result = perform(Task(0, (Loaded("box", pages),)), OPTIONS)
    assert [(failure.source, failure.reason) for failure in result.failures] == [("?", Reason.INTERNAL_ERROR)]
    assert [text.count(b"Thus.") for text in result.texts] == [1, 1]
    assert [text.count(b"So.") for text in result.texts] == [0, 0]
    assert (result.tally["documents",], result.tally["records",], result.tally["failed",]) == (2, 1, 1)
