"""Streams as files that are read in any order: the file below where there is one, a copy otherwise."""

import gzip
import io
from contextlib import ExitStack

from extractor.sources.archives.members import MemberStream
from extractor.sources.codecs import GZIP
from extractor.sources.copies import copied, seekable
from extractor.sources.streams import PlainStream

TEXT = b"Is it normal? " * 9000


def test_a_file_is_not_copied() -> None:
    below = io.BytesIO(TEXT)
    stream = PlainStream(below)
    stream.read(10)
    with seekable(stream) as file:
        assert file is below
        assert file.read() == TEXT


def test_what_is_no_file_is_copied() -> None:
    for stream in (
        PlainStream(io.BytesIO(TEXT), one_way=True),
        MemberStream(PlainStream(io.BytesIO(gzip.compress(TEXT))), GZIP, 200),
    ):
        with seekable(stream) as file:
            file.seek(-7, io.SEEK_END)
            assert file.read() == TEXT[-7:]


def test_a_broken_stream_is_copied_as_far_as_it_goes() -> None:
    data = bytearray(gzip.compress(TEXT) + gzip.compress(TEXT))
    data[-9:] = b""
    with ExitStack() as copies:
        file = copied(MemberStream(PlainStream(io.BytesIO(bytes(data))), GZIP, 200), copies)
        assert file.read().startswith(TEXT)
    assert file.closed
