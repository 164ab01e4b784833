"""Streams of bytes with a look ahead that can go on behind a damaged place."""

import re
from abc import ABC, abstractmethod
from typing import Protocol

from extractor.sources.codecs import Codec

_PIECE = 1 << 16
_HEAD = 1 << 12
"""Bytes among which an end is looked for at first."""


class BrokenStreamError(Exception):
    """Bytes that make no sense, or an end where none should be; `offset` is where the unreadable part begins."""

    def __init__(self, offset: int, *, truncated: bool = False) -> None:
        super().__init__(offset)
        self.offset = offset
        self.truncated = truncated


class Raw(Protocol):
    """What bytes are taken from: a file, or less."""

    def read(self, size: int, /) -> bytes:
        """The next `size` bytes, fewer only at the end."""

    def seekable(self) -> bool:
        """Whether `seek` works."""

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to `offset`, counted from the beginning or what `whence` says; where that is."""


class Stream(ABC):
    """Bytes with a look ahead: what the readers of archives read from.

    An error met while looking ahead waits until the bytes before it are taken.
    """

    def __init__(self) -> None:
        self._buffer = b""
        self._position = 0  # in the buffer
        self._error: BrokenStreamError | None = None

    @abstractmethod
    def boundary(self) -> int | None:
        """The offset in the file if something (a member, any byte of a plain file) begins just here, or the file ends.

        What lies before a boundary is sound: the checks at the end of its member have been made.
        """

    @abstractmethod
    def reached(self) -> int:
        """How far the file has been read, as an offset."""

    @property
    @abstractmethod
    def position(self) -> int:
        """How many bytes were taken so far, where no damage was passed over."""

    def is_sound(self, begin: int, end: int) -> bool:  # noqa: ARG002 - plain bytes carry no checksum
        """Whether no byte from position `begin` up to `end` comes from a member whose checksum does not hold."""
        return True

    @abstractmethod
    def resynchronise(self, offset: int, pattern: re.Pattern[bytes], end: int | None = None) -> int | None:
        """Go to the next place from `offset` on at which reading may go on; its offset, None if there is none to `end`.

        In a plain stream that is where `pattern` matches, in a compressed one the next member.
        """

    @abstractmethod
    def _more(self) -> bytes:
        """The next piece, empty at the end."""

    def peek(self, size: int) -> bytes:
        """The next `size` bytes, or as many as there are, without taking them."""
        if self._ahead() < size:
            self._fill(size)
        if self._error and not self._ahead():
            raise self._error
        return self._buffer[self._position : self._position + size]

    def read(self, size: int) -> bytes:
        """The next `size` bytes, or as many as there are to the end."""
        taken = self.peek(size)
        if len(taken) < size and self._error:
            raise self._error
        self._position += len(taken)
        return taken

    def read_until(self, end: bytes, limit: int) -> bytes:
        """The bytes up to and with `end`; empty if it is not among the next `limit`."""
        size = min(_HEAD, limit)
        while (found := (seen := self.peek(size)).find(end)) < 0 and len(seen) == size < limit:
            size = min(2 * size, limit)
        if found < 0 and len(seen) < size and self._error:
            raise self._error
        return self.read(found + len(end)) if found >= 0 else b""

    def _fill(self, size: int) -> None:
        pieces = [self._buffer[self._position :]]
        held = len(pieces[0])
        try:
            while held < size and not self._error and (piece := self._more()):
                pieces.append(piece)
                held += len(piece)
        except BrokenStreamError as error:
            self._error = error
        self._buffer, self._position = b"".join(pieces), 0

    def _ahead(self) -> int:
        return len(self._buffer) - self._position

    def _forget(self) -> None:
        self._buffer, self._position, self._error = b"", 0, None


class PlainStream(Stream):
    """An uncompressed stream; `offset` is where in its file `raw` stands. Read `one_way`, it is never sought in."""

    def __init__(self, raw: Raw, offset: int = 0, *, one_way: bool = False) -> None:
        super().__init__()
        self._raw = raw
        self._seekable = not one_way and raw.seekable()
        self._end = offset  # of what was taken from `raw`

    def _more(self) -> bytes:
        piece = self._raw.read(_PIECE)
        self._end += len(piece)
        return piece

    def boundary(self) -> int:
        """Where the next byte stands."""
        return self._end - self._ahead()

    @property
    def position(self) -> int:
        """How many bytes were taken so far."""
        return self.boundary()

    @property
    def is_seekable(self) -> bool:
        """Whether any part of it can be read again."""
        return self._seekable

    def opens(self, offset: int, codec: Codec) -> bool:
        """Whether the member at `offset` can be read to its end, and its checksum holds."""
        self._raw.seek(offset)
        try:
            return _is_whole(self._raw, codec)
        finally:
            self._raw.seek(self._end)

    def file(self) -> Raw | None:
        """The file below, from its beginning, if it can be read in any order."""
        if not self._seekable:
            return None
        self._raw.seek(0)
        return self._raw

    def unread(self, size: int) -> None:
        """Give back the last `size` bytes of the latest `read`."""
        self._position -= size

    def reached(self) -> int:
        """How far the file has been read."""
        return self._end

    def pass_over(self) -> None:
        """Take everything to the end."""
        while self.read(_PIECE):
            pass

    def resynchronise(self, offset: int, pattern: re.Pattern[bytes], end: int | None = None) -> int | None:
        """Go on behind a broken place."""
        held = self._end - len(self._buffer)
        if held <= offset <= self._end:
            self._position, self._error = offset - held, None
        elif self._seekable:
            self._raw.seek(offset)
            self._forget()
            self._end = offset
        while self.peek(_PIECE) and (end is None or self.boundary() < end):
            if found := pattern.search(self._buffer, self._position):
                self._position = found.start()
                return self.boundary()
            self._position = max(self._position + 1, len(self._buffer) - 128)  # a match may lie across two pieces
        return None


def _is_whole(raw: Raw, codec: Codec) -> bool:
    """Whether the member that begins here comes to its end with its checksum right."""
    decoder = codec.decoder()
    try:
        while not decoder.eof:
            piece = raw.read(_PIECE) if decoder.needs_input else b""
            if decoder.needs_input and not piece:
                return False
            decoder.decompress(piece, _PIECE * 4)
    except codec.errors:
        return False
    return True
