"""Sections of archives cover them, each once, and only archives that need not be read for that are cut."""

import gzip
from itertools import pairwise
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.sources import Input, SourceOptions, left_before, sections, slices
from extractor.sources.web_archives import warc
from tests.batch.corpus import record, write_lines, write_warc

OPTIONS = SourceOptions()


@pytest.fixture(autouse=True)
def _small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "_SLICE", 500)


def input_of(path: Path) -> Input:
    return Input(str(path), path.stat().st_size, 1)


def sources(found: Input) -> list[str | None]:
    items = (item for piece in slices(found, OPTIONS) for item in piece.items(OPTIONS))
    return [item.source for item in items if isinstance(item, Document)]


@pytest.mark.parametrize("size", [1, 700, 2000])
def test_sections_follow_one_another(tmp_path: Path, size: int) -> None:
    found = input_of(write_warc(tmp_path / "crawl.warc.gz", 60))
    cut = list(sections(found, OPTIONS, size))
    assert len(cut) > 2
    assert (cut[0].first, cut[-1].stop) == (0, None)
    assert all(before.stop == after.first for before, after in pairwise(cut))
    assert {(one.path, one.size, one.modified) for one in cut} == {(found.path, found.size, found.modified)}
    assert [source for one in cut for source in sources(one)] == sources(found)


def test_small_files_and_other_kinds_are_one_section(tmp_path: Path) -> None:
    archive = input_of(write_warc(tmp_path / "crawl.warc.gz", 60))
    lines = input_of(write_lines(tmp_path / "corpus.jsonl", 500))
    whole = tmp_path / "whole.warc.gz"
    whole.write_bytes(gzip.compress(b"".join(record(number) for number in range(60))))
    assert list(sections(archive, OPTIONS, archive.size or 0)) == [archive]
    assert list(sections(lines, OPTIONS, 100)) == [lines]
    assert list(sections(input_of(whole), OPTIONS, 100)) == [input_of(whole)]


def test_where_a_section_begins_is_where_the_records_before_it_end(tmp_path: Path) -> None:
    found = input_of(write_warc(tmp_path / "crawl.warc.gz", 60))
    cut = list(sections(found, OPTIONS, 700))
    assert left_before(cut[0], OPTIONS) is None
    for one in cut[1:]:
        first = sources(one)[0] or ""
        assert left_before(one, OPTIONS) == int(first.rpartition("#")[2])
