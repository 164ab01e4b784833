"""What Arrow holds is kept as far as Python can hold it; a cell that it cannot costs itself, and is said."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.document import Document
from extractor.records import WarningCode
from tests.sources.corpus_files import NO_UTF8, read
from tests.sources.outcomes import codes


def kept_of(path: Path) -> list[dict[str, object]]:
    return [dict(item.columns or {}) for item in read(path) if isinstance(item, Document)]


@pytest.mark.parametrize(
    ("column", "held"),
    [
        (pa.array([10**17, -(10**17)], pa.timestamp("us")), ["5138-11-16T09:46:40", "-1199-02-15 14:13:20.000000"]),
        (pa.array([1, 2], pa.timestamp("us", tz="Nowhere/Land")), [1, 2]),
        (pa.array([2**64 - 1, 0], pa.uint64()), [2**64 - 1, 0]),
    ],
)
def test_a_value_that_python_does_not_hold_costs_no_row(tmp_path: Path, column: pa.Array, held: list[object]) -> None:
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"text": ["one", "two"], "other": column}), path)
    assert [row["other"] for row in kept_of(path)] == held
    assert codes(path) == [[], []]


def test_a_column_that_cannot_be_kept_is_said_of_its_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"text": ["one", "two"], "tags": pa.ListArray.from_arrays([0, 1, 2], NO_UTF8)}), path)
    assert kept_of(path) == [{}, {"tags": '["plain"]'}]
    assert codes(path) == [[WarningCode.DAMAGED_SOURCE], []]


def test_texts_that_rows_share_are_repaired_and_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"text": NO_UTF8.dictionary_encode()}), path)
    assert codes(path) == [[WarningCode.REPAIRED_ENCODING], []]
