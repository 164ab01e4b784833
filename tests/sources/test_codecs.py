"""Four compressions, one shape: what each makes, byte by byte or at once, is what was put in."""

import bz2
import gzip
import lzma
from collections.abc import Callable

import pytest
import zstandard

from extractor.sources.codecs import BZIP2, CODECS, GZIP, XZ, ZSTD, Codec, codec_by_head, codec_by_name

DATA = b"Why does it swell?\n" * 3000
PACKED: dict[Codec, Callable[[bytes], bytes]] = {
    GZIP: gzip.compress,
    BZIP2: bz2.compress,
    XZ: lzma.compress,
    ZSTD: lambda data: zstandard.ZstdCompressor(write_content_size=False).compress(data),
}


@pytest.mark.parametrize("codec", CODECS, ids=lambda codec: codec.extension)
@pytest.mark.parametrize("step", [1, 7, 1 << 20])
def test_a_member_is_made_whatever_comes_at_a_time_and_what_is_behind_it_is_left(codec: Codec, step: int) -> None:
    packed = PACKED[codec](DATA) + b"behind"
    decoder, made, given = codec.decoder(), b"", 0
    while not decoder.eof:
        piece = packed[given : given + step] if decoder.needs_input else b""
        given += len(piece)
        made += decoder.decompress(piece, 1000)
    assert made == DATA
    assert decoder.unused_data + packed[given:] == b"behind"


def unpacked(codec: Codec, packed: bytes) -> bytes:
    decoder, made = codec.decoder(), b""
    while not decoder.eof:
        made += decoder.decompress(packed if decoder.needs_input else b"", 1 << 20)
        packed = b"\xff" * 64  # behind what there is comes nonsense
    return made


@pytest.mark.parametrize("codec", CODECS, ids=lambda codec: codec.extension)
def test_nonsense_raises_what_the_codec_says(codec: Codec) -> None:
    packed = bytearray(PACKED[codec](DATA))
    packed[12:60] = bytes(48)
    with pytest.raises(codec.errors):
        unpacked(codec, bytes(packed))


@pytest.mark.parametrize("codec", CODECS, ids=lambda codec: codec.extension)
def test_a_compression_is_known_by_its_beginning_and_by_its_name(codec: Codec) -> None:
    assert codec_by_head(PACKED[codec](DATA)) is codec
    assert codec_by_name(f"page.txt{codec.extension.upper()}") is codec
    assert codec_by_head(b"Why?") is None
    assert codec_by_name("page.txt") is None
