"""A file that lost bytes in front is read as if its end stood where it was."""

import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.sources.corpora.gap import WithGap, end_of_groups

DATA = bytes(range(256))


@given(st.integers(0, 300), st.lists(st.tuples(st.integers(0, 560), st.integers(-1, 99)), max_size=6))
def test_bytes_stand_where_they_stood(missing: int, steps: list[tuple[int, int]]) -> None:
    whole, found = io.BytesIO(bytes(missing) + DATA), WithGap(io.BytesIO(DATA), missing)
    assert found.seek(0, io.SEEK_END) == missing + len(DATA)
    for place, size in steps:
        whole.seek(place)
        assert found.seek(place) == place
        assert found.read(size) == whole.read(size)
        assert found.tell() == whole.tell()


@pytest.mark.parametrize("has_indexes", [True, False])
@pytest.mark.parametrize("use_dictionary", [True, False])
def test_of_a_whole_file_nothing_is_missing_in_front_of_the_footer(*, use_dictionary: bool, has_indexes: bool) -> None:
    """The last column ends at the footer, or before indexes; some versions of pyarrow write some unasked."""
    file = io.BytesIO()
    table = pa.table({"a": ["one", "two"], "b": [1, 2]})
    pq.write_table(table, file, use_dictionary=use_dictionary, row_group_size=1, write_page_index=has_indexes)
    metadata = pq.ParquetFile(file).metadata
    footer = len(file.getvalue()) - metadata.serialized_size - len(b"size" + b"PAR1")
    assert 0 < end_of_groups(metadata) <= footer - has_indexes
