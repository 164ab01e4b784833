"""A file that lost bytes in front is read as if its end stood where it was."""

import io

from hypothesis import given
from hypothesis import strategies as st

from extractor.sources.corpora.gap import WithGap

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
