"""Streams as files that can be read in any order, copied where they are none."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import IO, cast

from extractor.sources.streams import BrokenStreamError, PlainStream, Stream

_IN_MEMORY = 32_000_000


@contextmanager
def seekable(stream: Stream) -> Iterator[IO[bytes]]:
    """A file with the content of the stream, for formats that begin at the end."""
    if isinstance(stream, PlainStream) and (file := stream.file()):
        yield cast("IO[bytes]", file)
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        while piece := stream.read(1 << 20):
            copy.write(piece)
        copy.seek(0)
        yield cast("IO[bytes]", copy)


def copied(stream: Stream, copies: ExitStack) -> IO[bytes]:
    """What the stream gives up to a broken place, as a file, so that members can be looked at in advance."""
    copy = copies.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115 - `copies` closes it
    with suppress(BrokenStreamError):
        while piece := stream.read(len(stream.peek(1 << 20))):
            copy.write(piece)
    copy.seek(0)
    return cast("IO[bytes]", copy)
