"""Members of zip archives: by the directory at the end or, where that is damaged, by the header of each."""

import io
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from extractor.sources.archives.members import BOMB_FLOOR, BombError
from extractor.sources.streams import PlainStream

ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError)
"""What `zipfile` raises where a member is damaged, encrypted, or compressed in a way that is not supported."""

_BEGINS = re.compile(rb"PK\x03\x04")
_HEADER = struct.Struct("<4s2xHH4xIIIHH")
"""Local file header (APPNOTE.TXT, 4.3.7): signature, flags, method, CRC-32, packed and full size, lengths of names."""
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _SIZES_FOLLOW, _UTF8 = 0x01, 0x08, 0x800
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class FoundMember:
    """A member that was found by its own header, at `offset`; `content` is None if it is not whole."""

    offset: int
    name: str
    content: bytes | None


def open_zip(file: IO[bytes], max_expansion: int) -> zipfile.ZipFile:
    """The archive by its directory.

    Raises:
        BombError: if the members are larger than `max_expansion` times the archive.
        ZIP_ERRORS: if the directory is damaged.

    """
    archive = zipfile.ZipFile(file)
    size = file.seek(0, os.SEEK_END)
    if sum(info.file_size for info in archive.infolist()) > max(BOMB_FLOOR, max_expansion * size):
        raise BombError
    return archive


def check_name(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """See that a member has the name that the directory gives it.

    Raises:
        zipfile.BadZipFile: if the header before it gives another: one of the two is damaged.

    """
    try:
        archive.open(info).close()
    except (RuntimeError, NotImplementedError):  # encrypted, or not to be unpacked; its name was looked at before
        return


def members_by_header(
    file: IO[bytes], max_expansion: int, begin: int = 0, end: int | None = None
) -> Iterator[FoundMember]:
    """The members that begin from `begin` up to `end`, in order, without help of the directory."""
    stream, made = PlainStream(file, file.seek(begin)), 0
    limit = max(BOMB_FLOOR, max_expansion * file.seek(0, os.SEEK_END))
    file.seek(begin)
    while (found := stream.resynchronise(begin, _BEGINS, end)) is not None and (end is None or found < end):
        head = stream.read(_HEADER.size)
        begin = found + 4
        if len(head) < _HEADER.size:
            return
        member = _member(stream, found, head)
        made += len(member.content or b"")
        if made > limit:
            raise BombError
        yield member
        begin = begin if member.content is None else stream.boundary()


def _member(stream: PlainStream, offset: int, head: bytes) -> FoundMember:
    _, flags, method, checksum, packed, _, name_length, extra_length = _HEADER.unpack(head)
    name = stream.read(name_length).decode("utf-8" if flags & _UTF8 else "cp437", "replace")
    stream.read(extra_length)
    content = None if flags & _ENCRYPTED else _content(stream, method, None if flags & _SIZES_FOLLOW else packed)
    if flags & _SIZES_FOLLOW:
        checksum = int.from_bytes(stream.read(8).removeprefix(b"PK\x07\x08")[:4], "little")
    is_whole = content is not None and zlib.crc32(content) == checksum
    return FoundMember(offset, name, content if is_whole else None)


def gaps(archive: zipfile.ZipFile, file: IO[bytes]) -> Iterator[tuple[int, int]]:
    """Where bytes stand, enough for a member, that are of no member that the directory names: first and behind last."""
    begin = 0
    for info in sorted(archive.infolist(), key=lambda info: info.header_offset):
        if info.header_offset - begin > _HEADER.size:
            yield begin, info.header_offset
        file.seek(info.header_offset)
        head = file.read(_HEADER.size)
        lengths = sum(_HEADER.unpack(head)[-2:]) if len(head) == _HEADER.size else 0
        begin = max(begin, info.header_offset + _HEADER.size + lengths + info.compress_size)
    if archive.start_dir - begin > _HEADER.size:
        yield begin, archive.start_dir


def _content(stream: PlainStream, method: int, packed: int | None) -> bytes | None:
    if method == _STORED and packed is not None:
        return stream.read(min(packed, BOMB_FLOOR))
    if method != _DEFLATED:
        return None
    decoder, made = zlib.decompressobj(-zlib.MAX_WBITS), io.BytesIO()
    try:
        while not decoder.eof and made.tell() <= BOMB_FLOOR and (piece := stream.read(_PIECE)):
            made.write(decoder.decompress(piece, BOMB_FLOOR))
    except zlib.error:
        return None
    stream.unread(len(decoder.unused_data))
    return made.getvalue() if decoder.eof else None
