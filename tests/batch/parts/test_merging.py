"""Parts that machines make merge to the files of a run on one, byte for byte, or are shards where they lie."""

import gzip
import json
import random
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extractor.batch import Dedup, Job, begin_job, extract_part, load_job, merge_parts, run, settle_parts
from extractor.errors import UsageError
from extractor.sources.web_archives import warc
from tests.batch.corpus import record
from tests.batch.runner import options


@pytest.fixture(autouse=True)
def _small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "_SLICE", 5000)


def files(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(directory.iterdir()) if path.is_file()}


def make_all(job: Job) -> None:
    """The parts in any order."""
    numbers = list(range(len(job.parts)))
    random.Random(1).shuffle(numbers)  # noqa: S311 - a text of some size - no secret
    for number in numbers:
        extract_part(job, number, options())


@pytest.mark.parametrize("dedup", Dedup)
def test_merged_parts_are_the_files_of_one_run(tmp_path: Path, part_inputs: list[str], dedup: Dedup) -> None:
    expected = run(part_inputs, tmp_path / "one", "pages", options(dedup=dedup))
    make_all(begin_job(part_inputs, tmp_path / "parts", options(), 1))
    merged = merge_parts(load_job(tmp_path / "parts"), tmp_path / "merged", "pages", options(dedup=dedup))
    assert merged == expected
    assert files(tmp_path / "merged") == files(tmp_path / "one")
    assert expected.counts.failed
    assert not [path for path in (tmp_path / "parts").iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("plain", [False, True])
def test_an_archive_is_cut_wherever_a_part_is_full(
    tmp_path: Path, *, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warc, "_SLICE_PLAIN", 500)
    monkeypatch.setattr(warc, "_SLICE", 500)
    content = [record(number) for number in range(60)]
    content[20] = long_record(3000)  # over several slices
    archive = tmp_path / "crawl.warc"
    archive.write_bytes(b"".join(one if plain else gzip.compress(one, mtime=0) for one in content))
    run([str(archive)], tmp_path / "one", "pages", options())
    for part_bytes in (1, 700, 2000):
        store = tmp_path / f"parts{part_bytes}"
        job = begin_job([str(archive)], store, options(), part_bytes)
        assert len(job.parts) > 2
        make_all(job)
        merge_parts(job, store / "merged", "pages", options())
        assert files(store / "merged") == files(tmp_path / "one")


@pytest.mark.parametrize("dedup", Dedup)
def test_parts_are_shards_where_they_lie(tmp_path: Path, part_inputs: list[str], dedup: Dedup) -> None:
    how = replace(options(dedup=dedup), shard_size=None, formats=("jsonl", "json", "csv", "parquet"))
    expected = run(part_inputs, tmp_path / "one", "pages", how)
    job = begin_job(part_inputs, tmp_path / "parts", how, 3000)
    for number in range(len(job.parts)):
        extract_part(job, number, how)
    settled = settle_parts(job, "pages", how)
    assert settled.counts == expected.counts
    assert (settled.sites, settled.warnings, settled.failures) == (expected.sites, expected.warnings, expected.failures)
    for ending in ("jsonl", "errors.jsonl", "inputs.jsonl"):
        shards = [tmp_path / "parts" / f"pages-{number:05}.{ending}" for number in range(len(job.parts))]
        whole = (tmp_path / "one" / f"pages.{ending}").read_bytes()
        assert b"".join(path.read_bytes() for path in shards) == whole
        if ending != "jsonl" or dedup is Dedup.ALL:
            assert all(path.stat().st_nlink == 2 for path in shards)
    arrays = sorted((tmp_path / "parts").glob("pages-*.json"))
    records = [record for path in arrays for record in json.loads(path.read_bytes())]
    assert records == json.loads((tmp_path / "one" / "pages.json").read_bytes())
    assert pq.read_table(sorted((tmp_path / "parts").glob("pages-*.parquet"))).num_rows == expected.counts.written
    before = files(tmp_path / "parts")
    assert settle_parts(job, "pages", how) == settled
    assert files(tmp_path / "parts") == before


def test_a_part_that_begins_within_a_page_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "_SLICE_PLAIN", 1000)
    archive = tmp_path / "crawl.warc"
    inner = b"".join(record(number) for number in range(40))
    archive.write_bytes(record(1) + long_record(8000, inner) + b"".join(record(number) for number in range(40)))
    job = begin_job([str(archive)], tmp_path / "parts", options(), 1)
    make_all(job)
    with pytest.raises(UsageError, match="begins within a page that holds an archive"):
        merge_parts(job, tmp_path / "merged", "pages", options())


def test_missing_parts_are_named(tmp_path: Path, part_inputs: list[str]) -> None:
    job = begin_job(part_inputs, tmp_path / "parts", options(), 1)
    extract_part(job, 0, options())
    with pytest.raises(UsageError, match=r"45 of 46 parts in .* are missing: .*00002\.txt.* and others"):
        merge_parts(job, tmp_path / "merged", "pages", options())


def long_record(size: int, content: bytes = b"") -> bytes:
    """A record of at least so many bytes, that do not compress."""
    letters = random.Random(2).choices(b"abcdefghijklmnopqrstuvwxyz ", k=max(0, size - len(content)))  # noqa: S311 - a text of some size
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nWhy long?\n" + content + bytes(letters)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://l.example\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"
