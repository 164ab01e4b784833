"""Compressed streams: what their members hold, behind damaged ones too.

Python's own readers stop at the first broken byte of a compressed file. Compressed files are made of members (gzip,
bzip2, xz) or frames (zstd), one after the other; the archives of the web hold one record a member. Behind a broken
member the next one is found by the bytes it begins with.
"""

import re
import sys
from collections import deque

from extractor.sources.codecs import Codec, Decoder
from extractor.sources.streams import BrokenStreamError, PlainStream, Stream

_PIECE = 1 << 16
_MAX_FALSE_STARTS = 1000
"""Places in a row that look like the beginning of a member and are none, after which the rest is given up."""
BOMB_FLOOR = 64_000_000
"""Bytes that any stream may expand to; the ratio is judged above."""


class BombError(Exception):
    """The stream expands beyond all measure."""


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
        self._current = 0  # position at which it begins
        self._made = 0  # bytes so far
        self._begins: deque[tuple[int, int]] = deque()  # of members: how much was made before, offset
        self._unsound: list[tuple[int, int]] = []  # positions between which damaged members lie
        self._false_starts = 0  # since the last member that could be read to its end
        self._proved = -1  # offset of the member that was looked at in advance

    def boundary(self) -> int | None:
        """Where a member begins, if one begins just here."""
        at_end = not self.peek(1)
        position = self._made - self._ahead()
        while self._begins and self._begins[0][0] < position:
            self._begins.popleft()
        if self._begins and self._begins[0][0] == position:
            return self._begins[0][1]
        return self._raw.boundary() if at_end else None

    @property
    def position(self) -> int:
        """How many bytes were taken so far."""
        return self._made - self._ahead()

    def is_sound(self, begin: int, end: int) -> bool:
        """Whether no byte between two positions is of a damaged member; looks ahead in the one that is not over."""
        if self._decoder and end > self._current and self._proved != self._member:
            self._proved = self._member
            if not self._raw.opens(self._member, self.codec):
                self._unsound.append((self._current, sys.maxsize))
        return not any(first < end and begin < last for first, last in self._unsound)

    def reached(self) -> int:
        """How far the file has been read."""
        return self._raw.reached()

    def resynchronise(self, offset: int, pattern: re.Pattern[bytes], end: int | None = None) -> int | None:  # noqa: ARG002 - see the protocol
        """Go on behind a broken place."""
        self._forget()
        self._begins.clear()
        self._decoder = None
        self._unsound = [(first, min(last, self._made)) for first, last in self._unsound]
        self._false_starts += 1
        if self._false_starts > _MAX_FALSE_STARTS:
            self._raw.pass_over()
            return None
        return self._raw.resynchronise(offset, self.codec.begins, end)

    def _more(self) -> bytes:
        made = b""
        while not made and (decoder := self._decoder or self._next_member()):
            made = self._decode(decoder)
            if decoder.eof:
                self._raw.unread(len(decoder.unused_data))
                self._decoder, self._false_starts = None, 0
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
        self._current = self._made
        self._decoder = self.codec.decoder()
        return self._decoder

    def _decode(self, decoder: Decoder) -> bytes:
        piece = self._raw.read(_PIECE) if decoder.needs_input else b""
        try:
            if piece or not decoder.needs_input:
                return decoder.decompress(piece, _PIECE * 4)
        except self.codec.errors as error:
            self._unsound.append((self._current, self._made))
            raise BrokenStreamError(self._member) from error
        self._unsound.append((self._current, self._made))
        raise BrokenStreamError(self._member, truncated=True)
