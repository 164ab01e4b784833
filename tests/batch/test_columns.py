"""What the rows of a corpus hold besides their pages is kept with the records, so that results can be joined with it."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.batch import BatchOptions, run
from extractor.sources import SourceOptions
from tests.batch import readers

ROW = {"id": 7, "text": "Why?\nSo.", "url": "https://a.example/1", "tags": ["a", "b"], "lang": "de", "score": 0.5}
KEPT = {"id": 7, "tags": '["a", "b"]', "lang": "de", "score": 0.5}


def options(keep: tuple[str, ...] | None = None, formats: tuple[str, ...] = ("jsonl",)) -> BatchOptions:
    sources = SourceOptions(keep_columns=keep)
    return BatchOptions(formats=formats, jobs=0, reader=readers.read, sources=sources)


@pytest.fixture(params=["corpus.jsonl", "corpus.parquet"])
def corpus(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    path = tmp_path / request.param
    if path.suffix == ".jsonl":
        path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    else:
        pq.write_table(pa.Table.from_pylist([ROW]), path)
    return str(path)


def kept(corpus: str, directory: Path, keep: tuple[str, ...] | None = None) -> object:
    run([corpus], directory / "out", "corpus", options(keep))
    (line,) = (directory / "out" / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    return json.loads(line).get("columns")


def test_all_others_are_kept(corpus: str, tmp_path: Path) -> None:
    assert kept(corpus, tmp_path) == KEPT


def test_those_that_are_named_are_kept(corpus: str, tmp_path: Path) -> None:
    assert kept(corpus, tmp_path, ("lang", "url", "nothing")) == {"lang": "de", "url": "https://a.example/1"}
    assert kept(corpus, tmp_path, ()) is None


def test_they_go_into_parquet_and_sqlite(corpus: str, tmp_path: Path) -> None:
    run([corpus], tmp_path / "out", "corpus", options(formats=("parquet", "sqlite", "csv")))
    (row,) = pq.read_table(tmp_path / "out" / "corpus.parquet").to_pylist()
    found = {one["field"]: one["value"] for one in row["columns"]}
    assert found == {"id": "7", "tags": '["a", "b"]', "lang": "de", "score": "0.5"}
    with closing(sqlite3.connect(tmp_path / "out" / "corpus.sqlite")) as database:
        ((columns,),) = database.execute("SELECT columns FROM pages").fetchall()
    assert json.loads(columns) == KEPT


def test_a_page_that_is_in_no_corpus_has_none(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Why?\nSo.")
    assert kept(str(tmp_path / "page.txt"), tmp_path) is None


def test_what_json_cannot_hold_is_written_as_text(tmp_path: Path) -> None:
    table = {
        "text": ["Why?\nSo."],
        "at": [datetime(2024, 1, 2, 3, tzinfo=UTC)],
        "price": [Decimal("1.50")],
        "raw": [b"\xff\x00"],
        "word": [b"yes"],
        "deep": [{"n": 1, "when": datetime(2024, 1, 2, tzinfo=UTC)}],
    }
    pq.write_table(pa.table(table), tmp_path / "corpus.parquet")
    assert kept(str(tmp_path / "corpus.parquet"), tmp_path) == {
        "at": "2024-01-02T03:00:00+00:00",
        "price": "1.50",
        "raw": "/wA=",
        "word": "yes",
        "deep": '{"n": 1, "when": "2024-01-02T00:00:00+00:00"}',
    }


def test_half_a_character_is_no_reason_to_fail(tmp_path: Path) -> None:
    line = '{"text": "Why?\\nSo.", "x\\ud800": "a\\udfff", "deep": {"y": "\\ud800"}}'
    (tmp_path / "corpus.jsonl").write_text(line)
    assert kept(str(tmp_path / "corpus.jsonl"), tmp_path) == {"x?": "a?", "deep": '{"y": "?"}'}


def test_a_damaged_column_that_is_only_kept_costs_no_page(tmp_path: Path) -> None:
    path = tmp_path / "corpus.parquet"
    table = pa.table({"text": ["Why?\nSo."] * 3, "other": [f"{n}" * 100 for n in range(3)]})
    pq.write_table(table, path, compression="none", use_dictionary=False, write_page_checksum=True)
    data = path.read_bytes()
    place = data.index(b"1" * 100)
    path.write_bytes(data[:place] + b"x" + data[place + 1 :])
    manifest = run([str(path)], tmp_path / "out", "corpus", options())
    assert manifest.counts.records == 3
