"""Formats are found by name; equal records give equal bytes in each."""

import sys
from pathlib import Path

import pytest

from extractor.errors import UsageError
from extractor.sinks import find_format
from tests.sinks.data_sets import PAGES, written


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "parquet", "parquet-flat", "sqlite", "jsonl.gz", "csv.zst"])
def test_equal_records_give_equal_bytes(tmp_path: Path, name: str) -> None:
    (tmp_path / "again").mkdir()
    first, second = written(tmp_path, name, PAGES), written(tmp_path / "again", name, PAGES)
    assert first.read_bytes() == second.read_bytes()
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("name", ["xlsx", "json.rar", "parquet.gz", "csv."])
def test_a_format_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="choose from json, jsonl, csv, parquet"):
        find_format(name)


def test_a_missing_part_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'qapages\[parquet\]'"):
        find_format("parquet")
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(UsageError, match=r"pip install 'qapages\[archives\]'"):
        find_format("csv.zst")
    assert find_format("csv.gz").extra is None


def test_only_csv_is_spelled_for_spreadsheets() -> None:
    for name in ("csv", "csv.gz", "json", "jsonl", "sqlite"):
        differs = find_format(name, excel=True).text != find_format(name).text
        assert differs == name.startswith("csv")
