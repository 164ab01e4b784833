"""What comes of inputs behind a mark is what came of them in a run that was not stopped."""

from pathlib import Path

import pytest

from extractor.batch.options import BatchOptions
from extractor.batch.tasks.flow import results
from extractor.batch.tasks.intake import Bookmark
from extractor.sources import find
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
