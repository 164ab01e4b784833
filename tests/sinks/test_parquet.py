"""Parquet, nested and flat, as its users would open it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.records import QAPage, Question
from extractor.records.rows import rows
from tests.sinks.data_sets import PAGES, written
from tests.strategies import pages


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
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
