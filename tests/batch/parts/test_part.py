"""A part is made once, as the job says, however often and by however many it is tried."""

import multiprocessing
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.batch import begin_job, extract_part, load_job
from extractor.batch.parts.part import part_name
from extractor.errors import UsageError
from extractor.sources import Input
from tests.batch.runner import options


def test_a_part_that_is_there_is_not_made_again(tmp_path: Path, part_inputs: list[str]) -> None:
    job = begin_job(part_inputs, tmp_path, options(), 1)
    counts = extract_part(job, 0, options())
    folder = tmp_path / f"{part_name(job, 0)}.part"
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert extract_part(job, 0, options()) == counts
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_two_attempts_at_once_leave_one_part(tmp_path: Path, part_inputs: list[str]) -> None:
    job = begin_job(part_inputs, tmp_path, options(), 1)
    number = len(job.parts) - 1
    attempts = [
        multiprocessing.get_context("spawn").Process(target=extract_part, args=(job, number, options())) for _ in "ab"
    ]
    for attempt in attempts:
        attempt.start()
    for attempt in attempts:
        attempt.join(300)
    assert [attempt.exitcode for attempt in attempts] == [0, 0]
    assert [path for path in tmp_path.iterdir() if path.is_dir()] == [tmp_path / f"{part_name(job, number)}.part"]


def test_parts_are_made_as_the_job_says(tmp_path: Path, part_inputs: list[str]) -> None:
    job = begin_job(part_inputs, tmp_path, options(), 1)
    other = replace(options(), excel=True)
    with pytest.raises(UsageError, match="other --excel"):
        extract_part(job, 0, other)
    with pytest.raises(UsageError, match="other inputs"):
        begin_job(part_inputs[:1], tmp_path, options(), 1)


def test_a_folder_without_job_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no job"):
        load_job(tmp_path)


def test_small_inputs_share_a_part(tmp_path: Path, part_inputs: list[str]) -> None:
    job = begin_job(part_inputs, tmp_path, options(), 1000)
    sizes = [sum(item.size or 0 for item in part if isinstance(item, Input)) for part in job.parts]
    assert all(size >= 1000 for size in sizes[:-1])
    one_each = begin_job(part_inputs, tmp_path / "one", options(), 1)
    assert [item for part in job.parts for item in part] == [item for part in one_each.parts for item in part]
