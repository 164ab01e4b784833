"""Data sets opened as their users would open them."""

import bz2
import gzip
import io
import json
import lzma
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import UsageError
from extractor.records import Answer, Doctor, QAPage, Question, WarningCode
from extractor.records import Warning as Doubt
from extractor.records.rows import rows
from extractor.sinks import find_format, open_sink
from tests.strategies import pages

ADA = Doctor(name="Ada Example", credentials=("MD",), specialty="Dermatologist", location="Bern", rating=4.9, reviews=3)
PAGES = [
    QAPage(
        source=f"{n}.txt",
        url=f"https://site.example/{n}",
        question=Question(title=f"Why {n}?", tags=("skin", "sun")),
        declared_answer_count=2,
        answers=(
            Answer(position=1, headline="Because", body="So.\n\nIndeed.", doctor=ADA, confidence=0.5),
            Answer(position=2, body="No.", doctor=Doctor(specialty="Surgeon")),
        ),
        warnings=(Doubt(code=WarningCode.CONFLICT, message="two dates", answer=2),),
    )
    for n in range(3)
] + [QAPage(source="empty.txt", question=Question(title="Nobody?"))]


def written(directory: Path, name: str, records: list[QAPage]) -> Path:
    path = directory / f"records{find_format(name).extension}"
    with open_sink(name, path) as sink:
        for record in records:
            sink.write(record)
    return path


@settings(max_examples=25, deadline=None)
@given(st.lists(pages, max_size=3))
def test_parquet_read_back_gives_the_same_records(
    tmp_path_factory: pytest.TempPathFactory, records: list[QAPage]
) -> None:
    path = written(tmp_path_factory.mktemp("parquet"), "parquet", records)
    found = pq.read_table(path).to_pylist()
    for row in found:
        row["spans"] = {span["field"]: span["places"] for span in row["spans"]} if row["spans"] is not None else None
    assert [QAPage.model_validate_json(json.dumps(row)) for row in found] == records


@settings(max_examples=25, deadline=None)
@given(st.lists(pages, max_size=3))
def test_flat_parquet_has_the_cells_of_the_csv(tmp_path_factory: pytest.TempPathFactory, records: list[QAPage]) -> None:
    path = written(tmp_path_factory.mktemp("flat"), "parquet-flat", records)
    assert pq.read_table(path).to_pylist() == [row for record in records for row in rows(record)]


def test_parquet_in_pandas_and_duckdb(tmp_path: Path) -> None:
    path = str(written(tmp_path, "parquet", PAGES))
    assert list(pd.read_parquet(path)["source"]) == [page.source for page in PAGES]
    answers = duckdb.read_parquet(path).project("unnest(answers, recursive := true)")
    assert set(answers.filter("position = 1").project("rating, reviews").fetchall()) == {(4.9, 3)}
    flat = duckdb.read_parquet(str(written(tmp_path, "parquet-flat", PAGES)))
    assert flat.filter("specialty = 'Surgeon'").count("*").fetchall() == [(3,)]


def test_parquet_is_cut_into_row_groups(tmp_path: Path) -> None:
    long = [PAGES[0].model_copy(update={"question": Question(body="word " * 200_000)}) for _ in range(40)]
    file = pq.ParquetFile(written(tmp_path, "parquet", long))
    assert file.metadata.num_row_groups == 5
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    assert file.metadata.num_rows == 40


LOAD = """
import sys, datasets
datasets.disable_progress_bars()
for path in sys.argv[1:]:
    kind = "json" if "jsonl" in path else path.rpartition(".")[2]
    data = datasets.load_dataset(kind, data_files=path, split="train")
    assert data.num_rows == int({"csv": 7}.get(kind, 4)), data
    if kind == "csv":
        assert data[0]["doctor_name"] == "Ada Example" and data[0]["rating"] == 4.9, data[0]
    else:
        assert data.features["answers"].feature["doctor"]["rating"].dtype == "float64", data.features
        assert data[0]["answers"][0]["doctor"]["credentials"] == ["MD"], data[0]
        assert data.filter(lambda row: row["declared_answer_count"] == 2).num_rows == 3
"""


def test_hugging_face_datasets_load_them(tmp_path: Path) -> None:
    paths = [str(written(tmp_path, name, PAGES)) for name in ("parquet", "jsonl", "jsonl.gz", "csv")]
    environment = os.environ | {"HF_HOME": str(tmp_path / "home"), "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}
    command = [sys.executable, "-c", LOAD, *paths]
    done = subprocess.run(  # noqa: S603
        command, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr


def test_csv_in_pandas_and_duckdb(tmp_path: Path) -> None:
    path = written(tmp_path, "csv", PAGES)
    frame = pd.read_csv(path)
    assert list(frame["answer_body"][:2]) == ["So.\n\nIndeed.", "No."]
    assert frame["rating"].dtype.kind == "f"
    assert len(frame) == 7
    assert duckdb.read_csv(str(path)).filter("doctor_name = 'Ada Example'").count("*").fetchall() == [(3,)]


def test_sqlite_has_keys_and_one_row_a_doctor(tmp_path: Path) -> None:
    with closing(sqlite3.connect(written(tmp_path, "sqlite", PAGES))) as database:

        def all_of(query: str) -> list[tuple[object, ...]]:
            return database.execute(query).fetchall()

        assert all_of("SELECT count(*), count(DISTINCT doctor_id) FROM answers WHERE rating = 4.9") == [(3, 1)]
        assert all_of("SELECT count(*) FROM doctors WHERE name IS NULL") == [(3,)]
        assert all_of(
            "SELECT pages.source, doctors.name, answers.body FROM answers JOIN pages ON pages.id = page_id"
            " JOIN doctors ON doctors.id = doctor_id WHERE position = 1 ORDER BY answers.id LIMIT 1"
        ) == [("0.txt", "Ada Example", "So.\n\nIndeed.")]
        assert all_of("SELECT tags FROM pages WHERE rowid = 1") == [('["skin", "sun"]',)]
        assert all_of("SELECT DISTINCT code, answer_position FROM warnings") == [("conflict", 2)]
        assert all_of("PRAGMA foreign_key_check") == []
        assert all_of("PRAGMA integrity_check") == [("ok",)]


@settings(max_examples=15, deadline=None)
@given(st.lists(pages, max_size=3))
def test_sqlite_takes_any_record(tmp_path_factory: pytest.TempPathFactory, records: list[QAPage]) -> None:
    with closing(sqlite3.connect(written(tmp_path_factory.mktemp("sqlite"), "sqlite", records))) as database:
        titles = [title for (title,) in database.execute("SELECT title FROM pages ORDER BY rowid")]
    assert titles == [record.question.title for record in records]


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "parquet", "parquet-flat", "sqlite", "jsonl.gz", "csv.zst"])
def test_equal_records_give_equal_bytes(tmp_path: Path, name: str) -> None:
    (tmp_path / "again").mkdir()
    first, second = written(tmp_path, name, PAGES), written(tmp_path / "again", name, PAGES)
    assert first.read_bytes() == second.read_bytes()
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    ("extension", "decompress"),
    [
        ("gz", gzip.decompress),
        ("bz2", bz2.decompress),
        ("xz", lzma.decompress),
        ("zst", lambda data: zstandard.ZstdDecompressor().stream_reader(data).read()),
    ],
)
@pytest.mark.parametrize("base", ["json", "jsonl", "csv"])
def test_compressed_text(tmp_path: Path, base: str, extension: str, decompress: Callable[[bytes], bytes]) -> None:
    plain, compressed = written(tmp_path, base, PAGES), written(tmp_path, f"{base}.{extension}", PAGES)
    assert compressed.name == f"records.{base}.{extension}"
    assert decompress(compressed.read_bytes()) == plain.read_bytes()


@pytest.mark.parametrize("name", ["xlsx", "json.rar", "parquet.gz", "csv."])
def test_a_format_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="choose from json, jsonl, csv, parquet"):
        find_format(name)


def test_a_database_cannot_be_printed() -> None:
    with pytest.raises(UsageError, match="cannot be printed"), open_sink("sqlite", io.StringIO()):
        pass


def test_a_missing_part_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'qapages\[parquet\]'"):
        find_format("parquet")
