"""A look ahead takes nothing, whatever is asked for in whatever order."""

import io
import re

from hypothesis import given
from hypothesis import strategies as st

from extractor.sources.streams import PlainStream

DATA = bytes(range(256)) * 1024


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 100_000)), max_size=12))
def test_reads_are_what_follows_and_looks_change_nothing(steps: list[tuple[bool, int]]) -> None:
    stream, place = PlainStream(io.BytesIO(DATA), 0), 0
    for is_read, size in steps:
        assert (stream.read if is_read else stream.peek)(size) == DATA[place : place + size]
        place = min(len(DATA), place + size) if is_read else place
        assert stream.boundary() == stream.position == place


def test_up_to_an_end_or_nothing() -> None:
    stream = PlainStream(io.BytesIO(b"head\r\n\r\nbody"))
    assert stream.read_until(b"\n\n", 100) == b""
    assert stream.read_until(b"\r\n\r\n", 100) == b"head\r\n\r\n"
    assert stream.read(99) == b"body"


def test_reading_goes_on_at_the_next_place_that_looks_right() -> None:
    data = b"x" * 200_000 + b"WARC/1.0" + b"y" * 50
    for one_way in (False, True):
        stream = PlainStream(io.BytesIO(data), one_way=one_way)
        assert stream.resynchronise(5, re.compile(rb"WARC/")) == 200_000
        assert stream.read(8) == b"WARC/1.0"
        assert stream.resynchronise(200_010, re.compile(rb"WARC/")) is None
    stream = PlainStream(io.BytesIO(data))
    assert stream.resynchronise(5, re.compile(rb"WARC/"), 100_000) is None


def test_bytes_are_given_back() -> None:
    stream = PlainStream(io.BytesIO(b"abcdef"))
    stream.read(4)
    stream.unread(2)
    assert stream.read(9) == b"cdef"
