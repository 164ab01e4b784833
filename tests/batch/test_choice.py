"""Records that are not chosen are counted and kept apart; nothing is lost, whatever else is done with the others."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.batch import BatchOptions, Dedup, begin_job, extract_part, load_job, merge_parts, run
from extractor.records.choice import Choice
from extractor.runs import open_run, records_in
from tests.batch import readers

FLAGGED = Choice(only_flagged=True)
OPTIONS = BatchOptions(formats=("jsonl", "csv", "parquet"), jobs=0, choice=FLAGGED, reader=readers.read)


@pytest.fixture
def inputs(tmp_path: Path) -> list[str]:
    """Two folders; every third page is doubtful, every fifth is a copy of the first of its kind."""
    for folder in "ab":
        (tmp_path / folder).mkdir()
        for number in range(20):
            said = f"{folder}{number}" if number % 5 else "the same"
            text = f"Why {'doubt' if number % 3 == 0 else 'ask'} {said}?\nBecause."
            (tmp_path / folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return [str(tmp_path / "a"), str(tmp_path / "b")]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("dedup", Dedup)
@pytest.mark.parametrize("shard_size", [None, 3])
def test_what_is_not_chosen_is_kept_apart(
    tmp_path: Path, inputs: list[str], dedup: Dedup, shard_size: int | None
) -> None:
    everything = run(inputs, tmp_path / "all", "all", replace(OPTIONS, choice=Choice()))
    options = replace(OPTIONS, dedup=dedup, shard_size=shard_size)
    counts = run(inputs, tmp_path / "out", "all", options).counts
    written = [one for path in sorted((tmp_path / "out").glob("all*.parquet")) for one in records_in(path)]
    apart = list(records_in(tmp_path / "out" / "all.left-out.jsonl"))
    assert all(record.warnings for record in written)
    assert not any(record.warnings for record in apart)
    assert (counts.written, counts.not_chosen) == (len(written), len(apart))
    dropped = 0 if dedup is Dedup.ALL else counts.duplicates
    assert counts.records == everything.counts.records == len(written) + len(apart) + dropped == 40
    assert counts.duplicates == 3  # four doubtful pages say the same
    whole = {record.source: record for record in records_in(tmp_path / "all" / "all.jsonl")}
    assert all(whole[record.source] == record for record in (*written, *apart))
    assert list(open_run(tmp_path / "out" / "all.run.json").records()) == [*written, *apart]


def test_parts_merge_to_the_files_of_one_run(tmp_path: Path, inputs: list[str]) -> None:
    options = replace(OPTIONS, shard_size=4, dedup=Dedup.FIRST)
    run(inputs, tmp_path / "one", "all", options)
    job = begin_job(inputs, tmp_path / "parts", options, 1)
    for number in reversed(range(len(job.parts))):
        extract_part(job, number, options)
    merge_parts(load_job(tmp_path / "parts"), tmp_path / "merged", "all", BatchOptions(shard_size=4, dedup=Dedup.FIRST))
    assert files(tmp_path / "merged") == files(tmp_path / "one")


def test_a_confidence_chooses_too_and_what_an_earlier_run_left_out_is_gone(tmp_path: Path, inputs: list[str]) -> None:
    none = replace(OPTIONS, choice=Choice(min_confidence=1.0), reader=readers.unsure)
    assert run(inputs, tmp_path / "out", "all", none).counts.not_chosen == 40
    assert not (tmp_path / "out" / "all.jsonl").read_bytes()
    assert (tmp_path / "out" / "all.left-out.jsonl").read_bytes().count(b"\n") == 40
    run(inputs, tmp_path / "out", "all", replace(none, choice=Choice()))
    assert not (tmp_path / "out" / "all.left-out.jsonl").exists()


def test_how_fast_it_went_is_kept_on_wish(tmp_path: Path, inputs: list[str]) -> None:
    """It is no part of the results: these are the same with it and without."""
    run(inputs, tmp_path / "with", "all", replace(OPTIONS, log=True))
    run(inputs, tmp_path / "without", "all", OPTIONS)
    said = files(tmp_path / "with")
    log = json.loads(said.pop("all.log.json"))
    assert said == files(tmp_path / "without")
    assert (log["pages"], log["jobs"]) == (40, 0)
    found = open_run(tmp_path / "with" / "all.run.json").log()
    assert found is not None
    assert found.speed == log["pages"] / log["seconds"]
    run(inputs, tmp_path / "with", "all", OPTIONS)
    assert open_run(tmp_path / "with" / "all.run.json").log() is None
