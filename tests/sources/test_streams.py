"""A look ahead takes nothing, whatever is asked for in whatever order; reading goes on behind what is broken."""

import gzip
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.sources.codecs import GZIP
from extractor.sources.streams import BrokenStreamError, PlainStream

DATA = bytes(range(256)) * 1024
PIECE = 1 << 16
BEGINS = re.compile(rb"WARC/")


class Breaking(io.BytesIO):
    """A file of which nothing can be read behind its last byte."""

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes."""
        if piece := super().read(size):
            return piece
        raise BrokenStreamError(self.tell())


class Pipe(io.BytesIO):
    """A file that can be read once."""

    def seekable(self) -> bool:
        """Not."""
        return False

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Fail."""
        raise io.UnsupportedOperation(f"{offset} {whence}")


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 100_000)), max_size=12))
def test_reads_are_what_follows_and_looks_change_nothing(steps: list[tuple[bool, int]]) -> None:
    stream, place = PlainStream(io.BytesIO(DATA), 0), 0
    for is_read, size in steps:
        assert (stream.read if is_read else stream.peek)(size) == DATA[place : place + size]
        place = min(len(DATA), place + size) if is_read else place
        assert stream.boundary() == stream.position == place


def test_no_more_is_read_than_a_look_ahead_needs() -> None:
    """What comes through a pipe may be long in coming."""
    stream = PlainStream(io.BytesIO(DATA))
    assert stream.peek(PIECE) == DATA[:PIECE]
    assert stream.read_until(DATA[:1], 1 << 18) == DATA[:1]
    assert stream.reached() == PIECE


def test_bytes_before_a_broken_place_are_read_and_then_it_is_said() -> None:
    stream = PlainStream(Breaking(b"head\n\nrest"))
    assert stream.peek(99) == b"head\n\nrest"
    assert stream.read_until(b"\n\n", 100) == b"head\n\n"
    with pytest.raises(BrokenStreamError):
        stream.read_until(b"\n\n", 100)
    assert stream.read_until(b"\n\n", 2) == b""
    assert stream.read(4) == b"rest"
    for look in (stream.read, stream.peek):
        with pytest.raises(BrokenStreamError):
            look(1)


@pytest.mark.parametrize("length", [0, 1, 4094, 4095, 4096, 8191, 70_000])
def test_up_to_an_end_or_nothing(length: int) -> None:
    data = b"x" * length + b"\r\nbody"
    for raw in (io.BytesIO(data), Breaking(data)):
        stream = PlainStream(raw)
        assert stream.read_until(b"\r\n", length + 1) == b""
        assert stream.read_until(b"\r\n", length + 2) == data[: length + 2]
        assert stream.read(4) == b"body"
    assert PlainStream(Breaking(data)).read_until(b"\r\n", 100_000) == data[: length + 2]
    assert PlainStream(io.BytesIO(data)).read_until(b"\n\n", 100_000) == b""


def test_reading_goes_on_at_the_next_place_that_looks_right() -> None:
    data = b"x" * 200_000 + b"WARC/1.0" + b"y" * 50
    for one_way in (False, True):
        stream = PlainStream(io.BytesIO(data), one_way=one_way)
        assert stream.resynchronise(5, BEGINS) == 200_000
        assert stream.read(8) == b"WARC/1.0"
        assert stream.resynchronise(200_010, BEGINS) is None
    assert PlainStream(io.BytesIO(data)).resynchronise(5, BEGINS, 100_000) is None
    assert PlainStream(io.BytesIO(data)).resynchronise(200_000, BEGINS, 200_000) is None


def test_a_place_that_looks_right_may_lie_across_two_pieces() -> None:
    for begin in range(PIECE - 6, PIECE + 1):
        stream = PlainStream(Pipe(b"x" * begin + b"WARC/1.0" + b"y" * PIECE))
        assert stream.resynchronise(0, BEGINS) == begin
        assert stream.read(8) == b"WARC/1.0"


def test_reading_can_go_back_to_what_was_taken() -> None:
    for offset, found in ((0, 0), (1, 9)):
        stream = PlainStream(Pipe(b"WARC/1.0 WARC/1.1 " + b"x" * 100))
        stream.read(50)
        assert stream.resynchronise(offset, BEGINS) == found
        assert stream.read(5) == b"WARC/"
    far = PlainStream(io.BytesIO(b"x WARC/1.0 " + DATA))
    far.read(len(DATA))
    assert far.resynchronise(1, BEGINS) == 2
    assert far.read(8) == b"WARC/1.0"


def test_what_can_be_read_in_any_order_is_known() -> None:
    for stream in (PlainStream(Pipe(DATA)), PlainStream(io.BytesIO(DATA), one_way=True)):
        assert not stream.is_seekable
        assert stream.file() is None
    raw = io.BytesIO(DATA)
    stream = PlainStream(raw)
    stream.read(5)
    assert stream.is_seekable
    assert stream.file() is raw
    assert raw.tell() == 0


@pytest.mark.parametrize(("change", "is_whole"), [(0, True), (-1, False), (1, False)])
def test_a_member_is_tried_to_its_end_without_a_step(change: int, is_whole: bool) -> None:  # noqa: FBT001 - a table
    member = bytearray(gzip.compress(DATA * 3, mtime=0))
    member[-6] ^= change > 0  # its checksum
    data = b"before" + (member[:-1] if change < 0 else member)
    stream = PlainStream(io.BytesIO(data))
    stream.read(3)
    assert stream.opens(6, GZIP) is is_whole
    assert stream.read(len(data)) == data[3:]
    assert stream.is_sound(0, len(data))  # as nothing could show the contrary


def test_bytes_are_given_back() -> None:
    stream = PlainStream(io.BytesIO(b"abcdef"))
    stream.read(4)
    stream.unread(2)
    assert stream.read(9) == b"cdef"
