"""A short form of `benchmarks/damage.py`: other places, few of each kind."""

import random
from pathlib import Path

import pytest

from benchmarks.damage import judge
from benchmarks.damaged_files import PAGES, Sample, samples
from extractor.document import Document
from extractor.records import Failure
from extractor.sources import documents

SAMPLES = samples()
ENDLESS = [sample for sample in SAMPLES if not sample.has_end]


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
def test_damage_costs_what_it_touches_and_is_said(tmp_path: Path, sample: Sample) -> None:
    draw = random.Random(sample.name)  # noqa: S311 - places, not secrets
    for _ in range(12):
        outcome = judge(sample, tmp_path, draw)
        assert outcome.untouched_lost == 0, outcome.where
        if sample.checked:
            assert (outcome.in_silence, outcome.unmarked) == (0, 0), outcome.where


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
def test_what_is_whole_is_read_without_a_word(tmp_path: Path, sample: Sample) -> None:
    path = tmp_path / sample.name
    path.write_bytes(sample.data)
    found = list(documents([str(path)]))
    assert len(found) == PAGES
    assert all(isinstance(item, Document) and not item.warnings for item in found)


@pytest.mark.parametrize("sample", ENDLESS, ids=[sample.name for sample in ENDLESS])
def test_a_file_that_is_cut_within_a_record_is_said_to_be(tmp_path: Path, sample: Sample) -> None:
    """Also where the cut leaves a few bytes of the next; between two records nothing shows it."""
    path = tmp_path / sample.name
    ends = sorted({last for extents in sample.extents for _, last in extents})
    for end in ends[:-1:5]:
        for further in range(10):
            path.write_bytes(sample.data[: end + further])
            is_said = any(isinstance(item, Failure) for item in documents([str(path)]))
            assert is_said == (further > 0), (end, further)
