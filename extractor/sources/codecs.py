"""The compressions that files come in: how each begins, and one shape for their decoders."""

import bz2
import lzma
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from extractor.extras import require


class Decoder(Protocol):
    """Decompresses one member; the shape of `bz2.BZ2Decompressor` and `lzma.LZMADecompressor`."""

    @property
    def eof(self) -> bool:
        """Whether the member is complete."""

    @property
    def needs_input(self) -> bool:
        """Whether more compressed bytes are needed to go on."""

    @property
    def unused_data(self) -> bytes:
        """What was given beyond the end of the member."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """At most `max_length` bytes of the member."""


@dataclass(frozen=True, slots=True)
class Codec:
    """A compression. `begins` matches where a member may begin; `errors` are what its decoder raises on nonsense."""

    extension: str
    begins: re.Pattern[bytes]
    decoder: Callable[[], Decoder]
    errors: tuple[type[Exception], ...]


class _Gzip:
    """`zlib` in the shape of `Decoder`."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(wbits=31)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        made = self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)
        self.needs_input = not self._zlib.unconsumed_tail and len(made) < max_length
        return made


class _Zstandard:
    """`zstandard` in the shape of `Decoder`; it makes all it can of what it gets, so it gets little at once."""

    _STEP = 2048  # makes 64 MB at the very worst

    def __init__(self) -> None:
        zstandard = require("zstandard", "archives")
        self._zstandard = zstandard.ZstdDecompressor().decompressobj()
        self._held = b""

    @property
    def eof(self) -> bool:
        return bool(self._zstandard.eof)

    @property
    def needs_input(self) -> bool:
        return not self._held

    @property
    def unused_data(self) -> bytes:
        return bytes(self._zstandard.unused_data) + self._held

    def decompress(self, data: bytes, max_length: int, /) -> bytes:  # noqa: ARG002 - see the class
        held = self._held + data
        self._held = held[self._STEP :]
        try:
            return bytes(self._zstandard.decompress(held[: self._STEP]))
        except Exception as error:
            if type(error).__name__ != "ZstdError":  # the module may be missing, so it cannot be named in a clause
                raise
            raise zlib.error(str(error)) from error


GZIP = Codec(
    ".gz", re.compile(rb"\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff]", re.DOTALL), _Gzip, (zlib.error,)
)
BZIP2 = Codec(".bz2", re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), bz2.BZ2Decompressor, (OSError, ValueError))
XZ = Codec(".xz", re.compile(rb"\xfd7zXZ\x00"), lzma.LZMADecompressor, (lzma.LZMAError,))
ZSTD = Codec(".zst", re.compile(rb"(?:\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18)"), _Zstandard, (zlib.error,))

CODECS = (GZIP, BZIP2, XZ, ZSTD)


def codec_by_head(head: bytes) -> Codec | None:
    """The compression that a file beginning with `head` is in, if any."""
    return next((codec for codec in CODECS if codec.begins.match(head)), None)


def codec_by_name(name: str) -> Codec | None:
    """The compression that a file's name speaks of, if any."""
    return next((codec for codec in CODECS if name.lower().endswith(codec.extension)), None)
