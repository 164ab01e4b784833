"""Streams of bytes with a look ahead, plain or compressed, that can go on behind a damaged place.

Python's own readers stop at the first broken byte of a compressed file. Compressed files are made of members (gzip,
bzip2, xz) or frames (zstd), one after the other; the archives of the web hold one record a member. Behind a broken
member the next one is found by the bytes it begins with.
"""

import re
from abc import ABC, abstractmethod
from collections import deque
from typing import Protocol

from extractor.sources.codecs import Codec, Decoder

_PIECE = 1 << 16
BOMB_FLOOR = 64_000_000
"""Bytes that any stream may expand to; the ratio is judged above."""


class BrokenStreamError(Exception):
    """Bytes that make no sense, or an end where none should be; `offset` is where the unreadable part begins."""

    def __init__(self, offset: int, *, truncated: bool = False) -> None:
        super().__init__(offset)
        self.offset = offset
        self.truncated = truncated


class BombError(Exception):
    """The stream expands beyond all measure."""


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
        wanted = 4096
        while (found := self._buffer.find(end, self._position)) < 0 and self._ahead() < limit:
            if len(self.peek(wanted)) < wanted:
                found = self._buffer.find(end, self._position)
                break
            wanted = self._ahead() * 2
        if found < 0 and self._error:
            raise self._error
        return self.read(found + len(end) - self._position) if found >= 0 else b""

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

    def resynchronise(self, offset: int, pattern: re.Pattern[bytes], end: int | None = None) -> int | None:
        """Go on behind a broken place."""
        if self._seekable:
            self._raw.seek(offset)
            self._forget()
            self._end = offset
        while self.peek(_PIECE) and (end is None or self.boundary() < end):
            if found := pattern.search(self._buffer, self._position):
                self._position = found.start()
                return self.boundary()
            self._position = max(self._position + 1, len(self._buffer) - 64)  # a match may lie across two pieces
        return None


class MemberStream(Stream):
    """What a compressed stream expands to.

    Raises, from whatever reads:
        BrokenStreamError: if a member is damaged or cut short; its offset is the member's.
        BombError: if it expands to more than `max_expansion` times what was read of it.

    """

    def __init__(self, raw: PlainStream, codec: Codec, max_expansion: int) -> None:
        super().__init__()
        self._raw = raw
        self.codec = codec
        self._max_expansion = max_expansion
        self._first = raw.boundary()
        self._decoder: Decoder | None = None
        self._member = self._first  # offset of the current one
        self._made = 0  # bytes so far
        self._begins: deque[tuple[int, int]] = deque()  # of members: how much was made before, offset

    def boundary(self) -> int | None:
        """Where a member begins, if one begins just here."""
        at_end = not self.peek(1)
        position = self._made - self._ahead()
        while self._begins and self._begins[0][0] < position:
            self._begins.popleft()
        if self._begins and self._begins[0][0] == position:
            return self._begins[0][1]
        return self._raw.boundary() if at_end else None

    def reached(self) -> int:
        """How far the file has been read."""
        return self._raw.reached()

    def resynchronise(self, offset: int, pattern: re.Pattern[bytes], end: int | None = None) -> int | None:  # noqa: ARG002 - see the protocol
        """Go on behind a broken place."""
        self._forget()
        self._begins.clear()
        self._decoder = None
        return self._raw.resynchronise(offset, self.codec.begins, end)

    def _more(self) -> bytes:
        made = b""
        while not made and (decoder := self._decoder or self._next_member()):
            made = self._decode(decoder)
            if decoder.eof:
                self._raw.unread(len(decoder.unused_data))
                self._decoder = None
        self._made += len(made)
        if self._made > max(BOMB_FLOOR, self._max_expansion * (self._raw.boundary() - self._first)):
            raise BombError
        return made

    def _next_member(self) -> Decoder | None:
        while padding := len(head := self._raw.peek(16)) - len(head.lstrip(b"\0")):
            self._raw.read(padding)
        if not head:
            return None
        self._member = self._raw.boundary()
        if not self.codec.begins.match(head):
            raise BrokenStreamError(self._member)
        self._begins.append((self._made, self._member))
        self._decoder = self.codec.decoder()
        return self._decoder

    def _decode(self, decoder: Decoder) -> bytes:
        piece = self._raw.read(_PIECE) if decoder.needs_input else b""
        if decoder.needs_input and not piece:
            raise BrokenStreamError(self._member, truncated=True)
        try:
            return decoder.decompress(piece, _PIECE * 4)
        except self.codec.errors as error:
            raise BrokenStreamError(self._member) from error
