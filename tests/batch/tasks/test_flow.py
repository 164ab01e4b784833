"""What comes of inputs behind a mark is what came of them in a run that was not stopped."""

from dataclasses import replace
from pathlib import Path

import pytest

from extractor.batch.account.tally import Tally
from extractor.batch.options import BatchOptions
from extractor.batch.tasks.flow import _Seams, results
from extractor.batch.tasks.intake import Bookmark
from extractor.batch.tasks.work import Result, Task
from extractor.errors import Reason
from extractor.sources import Loaded, Seam, Slice, WarcSlice, find
from extractor.sources.web_archives import warc
from tests.batch import readers
from tests.batch.corpus import write_lines, write_warc

OPTIONS = BatchOptions(formats=("jsonl",), jobs=0, reader=readers.read)


def test_results_are_the_same_from_any_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also between the slices of an archive, whose seams the mark keeps."""
    monkeypatch.setattr(warc, "_SLICE", 900)
    inputs = [str(write_warc(tmp_path / "a.warc.gz", 40)), str(write_lines(tmp_path / "b.jsonl", 20))]

    def came(start: Bookmark) -> list[tuple[Bookmark, bytes]]:
        found = results(find(inputs, OPTIONS.sources), OPTIONS, start)
        return [(batch.mark, result.texts[0]) for batch, result in found]

    whole = came(Bookmark())
    assert len(whole) > 6
    assert b"".join(text for _, text in whole).count(b"\n") == 59
    for number, (mark, _) in enumerate(whole, 1):
        assert came(mark) == whole[number:]


def test_a_slice_begins_where_the_one_before_it_ended_or_is_read_again() -> None:
    seams = _Seams(None)

    def read_again(piece: Slice, seam: Seam | None) -> Slice | None:
        task = seams.mend(Task(7, (piece,), {(0, 0, 0): Reason.CRASHED}), Result(7, (), b"", (), Tally(), seam))
        assert task is None or (task.number, task.quarantined) == (7, {})
        return task.slices[0] if task else None

    first, second, third = (WarcSlice("a.warc", None, start, start + 100) for start in (0, 100, 200))
    assert (read_again(first, Seam(0, 120)), seams.left) == (None, 120)
    again = read_again(second, Seam(110, 230))
    assert (again, seams.left) == (replace(second, start=120, exact=True), 120)
    assert (read_again(second, Seam(120, 290)), seams.left) == (None, 290)
    assert (read_again(third, Seam(None, 280)), seams.left) == (replace(third, start=290, exact=True), 290)
    assert (read_again(third, Seam(290, 280)), seams.left) == (None, 290)
    assert (read_again(Loaded("b", ()), None), seams.left) == (None, None)
    assert (read_again(second, Seam(140, 210)), seams.left) == (None, 210)
