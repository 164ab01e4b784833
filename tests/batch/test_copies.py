"""Copies of pages, inputs that are known, and the results of runs are left out."""

import json
from pathlib import Path

import pytest

from extractor.batch import Dedup, run
from extractor.errors import UsageError
from tests.batch.runs import OPTIONS, pages, records, with_options

COPIES = ("Why?\nSo.", "Why?\nSo.\nThus.", "Why me?\nSo.", "Why?\nSo.", "Why?\nSo.\nThus.")


def kept(tmp_path: Path, dedup: Dedup, *contents: str) -> list[str]:
    inputs = pages(tmp_path / "in", *contents)
    manifest = run(
        [inputs], tmp_path / dedup, "pages", with_options(dedup=dedup, shard_size=2, formats=("json", "csv"))
    )
    shards = sorted((tmp_path / dedup).glob("pages-*.json"))
    found = [Path(str(record["source"])).stem for shard in shards for record in records(shard)]
    assert manifest.counts.written == len(found)
    assert manifest.counts.duplicates == 2
    assert sum(len(shard.read_text().splitlines()) - 1 for shard in (tmp_path / dedup).glob("pages-*.csv")) >= len(
        found
    )
    return found


def test_the_same_text_is_found_and_left_out_on_wish(tmp_path: Path) -> None:
    assert kept(tmp_path, Dedup.ALL, *COPIES) == ["000", "001", "002", "003", "004"]
    assert kept(tmp_path, Dedup.FIRST, *COPIES) == ["000", "001", "002"]
    assert kept(tmp_path, Dedup.KEEP_BEST, *COPIES) == ["000", "001", "002"]


def test_of_two_copies_at_one_address_the_fuller_is_kept(tmp_path: Path) -> None:
    rows = [
        ("https://site.example/1", "Why?\nSo."),
        ("http://SITE.example/1/#top", "Why?\nSo.\nThus."),
        ("https://site.example/2", "Why?\nOh."),
        (None, "Why?\nWell."),
        (None, "Why?\nNo."),
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(json.dumps({"url": url, "text": text}) for url, text in rows))
    for dedup, answers in ((Dedup.FIRST, [1, 1, 1, 1]), (Dedup.KEEP_BEST, [2, 1, 1, 1])):
        run([str(path)], tmp_path / dedup, "pages", with_options(dedup=dedup))
        found = records(tmp_path / dedup / "pages.json")
        assert [len(record["answers"]) for record in found] == answers  # type: ignore[arg-type]


def test_known_inputs_are_left_out(tmp_path: Path) -> None:
    inputs = pages(tmp_path / "in", "Why 0?", "Why 1?")
    run([inputs], tmp_path / "out", "first", OPTIONS)
    pages(tmp_path / "in", "Why 0?", "Why not 1?", "Why 2?")
    Path(inputs, "000.txt").touch()
    first = tmp_path / "out" / "first.run.json"
    run([inputs], tmp_path / "out", "second", with_options(skip_known=(first,)))
    titles = [record["question"]["title"] for record in records(tmp_path / "out" / "second.json")]  # type: ignore[index]
    assert titles[-2:] == ["Why not 1?", "Why 2?"]
    run([inputs], tmp_path / "out", "third", with_options(skip_known=(first, tmp_path / "out" / "second.run.json")))
    assert records(tmp_path / "out" / "third.json") == []
    for name, fault in (("none.run.json", "beside"), ("first.json", "is no manifest")):
        with pytest.raises(UsageError, match=fault):
            run([inputs], tmp_path / "out", "fourth", with_options(skip_known=(tmp_path / "out" / name,)))


def test_the_results_are_no_input(tmp_path: Path) -> None:
    for place in ("", "out"):
        inputs = pages(tmp_path / f"in{place}", "Why?\nSo.")
        for _ in range(2):
            options = with_options(formats=("jsonl", "parquet"), shard_size=1)
            assert run([inputs], Path(inputs, place), "pages", options).counts.documents == 1


def test_the_results_of_other_runs_below_the_inputs_are_no_input(tmp_path: Path) -> None:
    inputs = pages(tmp_path / "in", "Why?\nSo.")
    run([inputs], Path(inputs, "other"), "some", with_options(formats=("jsonl", "parquet")))
    assert run([inputs], tmp_path / "out", "pages", OPTIONS).counts.documents == 1
    results = str(Path(inputs, "other", "some.jsonl"))
    assert run([results], tmp_path / "again", "pages", OPTIONS).failures == {"no-column": 1}, "for who asks for it"


@pytest.mark.parametrize("dedup", [Dedup.ALL, Dedup.FIRST])
def test_an_input_is_not_overwritten(tmp_path: Path, dedup: Dedup) -> None:
    corpus = tmp_path / "pages.jsonl"
    corpus.write_text(json.dumps({"text": "Why?\nSo."}))
    with pytest.raises(UsageError, match="would be overwritten"):
        run([str(corpus)], tmp_path, "pages", with_options(formats=("csv", "jsonl"), dedup=dedup))
    assert run([str(corpus)], tmp_path, "pages", with_options(formats=("csv",), dedup=dedup)).counts.records == 1
