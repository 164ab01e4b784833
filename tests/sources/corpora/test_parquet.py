"""Corpora in Parquet: a damaged row group costs itself."""

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.errors import Reason
from extractor.records import WarningCode
from tests.sources.corpus_files import NO_UTF8, ROWS, WANTED, pages, read, reasons
from tests.sources.outcomes import codes, outcomes


@pytest.mark.parametrize("by", ["pyarrow", "duckdb"])
def test_parquet(tmp_path: Path, by: str) -> None:
    path = tmp_path / "corpus.parquet"
    table = pa.Table.from_pylist(ROWS)
    if by == "pyarrow":
        pq.write_table(table, path, row_group_size=2)
    else:
        duckdb.from_arrow(table).write_parquet(str(path))
    assert pages(path) == WANTED
    assert [item.source for item in read(path)] == [f"{path}#{n}" for n in range(5)]


def test_parquet_columns_may_be_nested_or_bytes(tmp_path: Path) -> None:
    path = tmp_path / "corpus.parquet"
    pq.write_table(pa.Table.from_pylist([{"html": b"<p>", "metadata": {"url": "u", "n": 1}}, {"html": None}]), path)
    assert pages(path) == [(b"<p>", "u")]
    assert reasons(path) == [Reason.EMPTY]


def test_parquet_without_a_page_column(tmp_path: Path) -> None:
    path = tmp_path / "corpus.parquet"
    pq.write_table(pa.Table.from_pylist([{"title": "x"}, {"title": "y"}]), path)
    assert reasons(path) == [Reason.NO_COLUMN]
    assert "--text-column" in getattr(read(path)[0], "detail", "")


def test_a_damaged_row_group_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "corpus.parquet"
    rows = [{"text": f"{n} " + "x" * 500 + str(n**9)} for n in range(30)]
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=10, write_page_checksum=True)
    data = bytearray(path.read_bytes())
    group = pq.ParquetFile(path).metadata.row_group(1).column(0)
    middle = group.dictionary_page_offset + 60
    data[middle : middle + 8] = bytes(8)
    path.write_bytes(data)
    assert [page for page, _ in pages(path)] == [row["text"] for row in rows[:10] + rows[20:]]
    assert reasons(path) == [Reason.DAMAGED]
    path.write_bytes(data[:-5])
    assert reasons(path) == [Reason.DAMAGED]


def test_of_two_columns_of_one_name_the_first_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table([pa.array(["one"]), pa.array(["two"])], names=["text", "text"]), path)
    assert outcomes(path) == ["one"]


def test_a_column_of_text_that_is_none_is_repaired_and_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"text": NO_UTF8}), path)
    assert codes(path) == [[WarningCode.REPAIRED_ENCODING], []]


def test_a_table_that_expands_beyond_all_measure_is_left(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    rows = pa.DictionaryArray.from_arrays(pa.array([0] * 60, pa.int32()), pa.array(["x" * 2_000_000]))
    pq.write_table(pa.table({"text": rows}), path, compression="zstd", store_schema=False)
    assert path.stat().st_size < 10_000
    assert outcomes(path)[-1] == "expands-too-much"
    assert len(outcomes(path)) <= 33


def test_a_damaged_column_that_is_only_kept_is_said_of_every_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"text": ["one", "two"], "n": [5, 6]}), path, write_page_checksum=True)
    data = bytearray(path.read_bytes())
    at = pq.ParquetFile(path).metadata.row_group(0).column(1).dictionary_page_offset
    data[at + 20 : at + 40] = bytes(20)
    path.write_bytes(data)
    assert outcomes(path) == ["one", "two"]
    assert codes(path) == [[WarningCode.DAMAGED_SOURCE]] * 2
