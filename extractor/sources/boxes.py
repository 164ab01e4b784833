"""Pages out of whatever holds them, box in box: compressed files, zip and tar archives, WARC, JSON Lines, Parquet."""

import io
import os
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import IO, cast

from extractor.document import Document
from extractor.errors import MissingExtra, Reason
from extractor.records import Failure
from extractor.sources.codecs import GZIP, codec_by_name, codec_of
from extractor.sources.json_lines import read_lines
from extractor.sources.names import HEAD, PAGE_TYPES, Kind, is_wanted, kind_by_name, kind_of, without_compression
from extractor.sources.parquet import read_parquet
from extractor.sources.slices import Item, SourceOptions, failure
from extractor.sources.streams import BOMB_FLOOR, BombError, BrokenStreamError, MemberStream, PlainStream, Stream
from extractor.sources.warc import read_records

_IN_MEMORY = 32_000_000
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)

CONTENT_ERRORS = (BrokenStreamError, BombError, MissingExtra, OSError, tarfile.TarError)
"""What may be raised where the content of an input is at fault; `blame` makes failures of them."""


@dataclass(frozen=True, slots=True)
class Box:
    """What is opened: `source` in the words of the record, its `name` without what was unpacked, boxes around it."""

    source: str
    name: str
    depth: int = 0

    def inside(self, member: str) -> "Box":
        """The box of an archive's member."""
        return Box(f"{self.source}#{member}", member, self.depth + 1)


def expand(stream: Stream, box: Box, options: SourceOptions) -> Iterator[Item]:
    """The documents in the stream; what is wrong with it is a failure, not an exception."""
    try:
        kind = kind_of(head_of(stream), box.name)
        if kind is Kind.PAGE:
            yield page(stream.read(options.max_size + 1), box, options)
        elif box.depth >= options.max_nesting:
            yield failure(
                box.source, Reason.TOO_DEEP, f"{box.source} is an archive in too many others; unpack it first"
            )
        else:
            yield from _READERS[kind](stream, box, options)
    except CONTENT_ERRORS as error:
        yield blame(error, box.source)


def peel(stream: Stream, box: Box, options: SourceOptions) -> tuple[Stream, Box]:
    """The stream without the compressions around it."""
    while box.depth < options.max_nesting and kind_of(head := head_of(stream), box.name) is Kind.COMPRESSED:
        codec = codec_of(head) or codec_by_name(box.name) or GZIP
        plain = stream if isinstance(stream, PlainStream) else PlainStream(_AsFile(stream))
        stream = MemberStream(plain, codec, options.max_expansion)
        box = replace(box, name=without_compression(box.name), depth=box.depth + 1)
    return stream, box


def blame(error: Exception, source: str) -> Failure:
    """The failure that an error of the content amounts to."""
    match error:
        case BrokenStreamError():
            reason, what = (Reason.TRUNCATED, "breaks off") if error.truncated else (Reason.DAMAGED, "is damaged")
            return failure(source, reason, f"{source} {what}: the rest of it is lost; fetch it again if it matters")
        case BombError():
            return failure(source, Reason.EXPANDS_TOO_MUCH, f"{source} expands without end; see --max-expansion")
        case MissingExtra():
            return failure(source, Reason.NEEDS_EXTRA, f"{source}: {error}")
        case tarfile.ReadError():
            return failure(source, Reason.TRUNCATED, f"{source} breaks off ({error}); fetch it again")
        case FileNotFoundError():
            return failure(source, Reason.MISSING, f"{source} does not exist; check its name")
        case _:
            why = getattr(error, "strerror", None) or error
            return failure(source, Reason.UNREADABLE, f"{source} cannot be read: {why}; check its permissions and kind")


def head_of(stream: Stream) -> bytes:
    """The first bytes, to see what it is; empty if they are damaged."""
    try:
        return stream.peek(HEAD)
    except BrokenStreamError:
        return b""  # the name has to do


def page(content: bytes, box: Box, options: SourceOptions) -> Item:
    """The document that a box holds, or the failure if there is more of it than a page may have."""
    if len(content) > options.max_size:
        detail = f"{box.source} holds more than {options.max_size:,} bytes; raise --max-size if this really is one page"
        return failure(box.source, Reason.TOO_LARGE, detail)
    return Document(content, box.source, media_type=PAGE_TYPES.get(kind_by_name(box.name)))


def _compressed(stream: Stream, box: Box, options: SourceOptions) -> Iterator[Item]:
    return expand(*peel(stream, box, options), options)


def _zip(stream: Stream, box: Box, options: SourceOptions) -> Iterator[Item]:
    with seekable(stream) as file:
        try:
            archive = zipfile.ZipFile(file)
        except _ZIP_ERRORS as error:
            detail = f"{box.source} cannot be opened ({error}): cut short or damaged; fetch it again or try zip -FF"
            yield failure(box.source, Reason.DAMAGED, detail)
            return
        size = file.seek(0, os.SEEK_END)
        if sum(info.file_size for info in archive.infolist()) > max(BOMB_FLOOR, options.max_expansion * size):
            raise BombError
        wanted = _wanted([name for name in archive.namelist() if not name.endswith("/")], box, options)
        if isinstance(wanted, Failure):
            yield wanted
            return
        for name in wanted:
            yield from _zip_member(archive, name, box.inside(name), options)


def _zip_member(archive: zipfile.ZipFile, name: str, box: Box, options: SourceOptions) -> Iterator[Item]:
    try:
        with archive.open(name) as member:
            yield from expand(PlainStream(member), box, options)
    except _ZIP_ERRORS as error:  # damaged, encrypted, or compressed in a way that is not supported
        yield failure(box.source, Reason.DAMAGED, f"{box.source} cannot be unpacked: {error}; unpack it by other means")


def _wanted(names: list[str], box: Box, options: SourceOptions) -> list[str] | Failure:
    """The members to read. In a WACZ these are the archives, not the indexes and logs beside them."""
    if len(names) > options.max_members:
        detail = f"{box.source} holds {len(names):,} files; raise --max-members to read them"
        return failure(box.source, Reason.TOO_MANY_MEMBERS, detail)
    if "datapackage.json" in names and box.name.lower().endswith(".wacz"):
        names = [name for name in names if name.startswith("archive/")]
    return [name for name in names if is_wanted(name, options)] or nothing_wanted(box.source)


def nothing_wanted(source: str) -> Failure:
    """The failure of an archive or a directory without a page."""
    detail = f"{source} holds no page; pages are known by names such as *.txt and *.html, others are taken by --include"
    return failure(source, Reason.MISSING, detail)


def _tar(stream: Stream, box: Box, options: SourceOptions) -> Iterator[Item]:
    class Watched(tarfile.TarInfo):
        """A member; counts the blocks that should be a header and are none, which `tarfile` passes over in silence."""

        bad_blocks = 0

        @classmethod
        def fromtarfile(cls, archive: tarfile.TarFile) -> "Watched":
            try:
                return super().fromtarfile(archive)
            except tarfile.HeaderError as error:
                Watched.bad_blocks += type(error).__name__ == "InvalidHeaderError"  # a name that is not public
                raise

    empty = True
    file = cast("IO[bytes]", _AsFile(stream))
    with tarfile.open(fileobj=file, mode="r|", tarinfo=Watched, ignore_zeros=True) as archive:
        for count, member in enumerate(archive, 1):
            archive.members = []  # type: ignore[attr-defined] # it would keep them all
            if count > options.max_members:
                detail = f"{box.source} holds over {options.max_members:,} files; raise --max-members to read the rest"
                yield failure(box.source, Reason.TOO_MANY_MEMBERS, detail)
                return
            content = archive.extractfile(member) if member.isfile() and is_wanted(member.name, options) else None
            if content:
                empty = False
                yield from expand(PlainStream(content, one_way=True), box.inside(member.name), options)
    if Watched.bad_blocks:
        size = Watched.bad_blocks * tarfile.BLOCKSIZE
        detail = f"{box.source} is damaged: {size:,} bytes between its members are lost; fetch it again if they matter"
        yield Failure(source=box.source, reason=Reason.DAMAGED, detail=detail, lost_bytes=size)
    if empty:
        yield nothing_wanted(box.source)


def _warc(stream: Stream, box: Box, options: SourceOptions) -> Iterator[Item]:
    return read_records(stream, box.source, options)


def _lines(stream: Stream, box: Box, options: SourceOptions) -> Iterator[Item]:
    for block in read_lines(stream, box.source, options):
        yield from block.items(options)


def _parquet(stream: Stream, box: Box, options: SourceOptions) -> Iterator[Item]:
    with seekable(stream) as file:
        for rows in read_parquet(file, box.source, options):
            yield from rows.items(options)


_READERS: Mapping[Kind, Callable[[Stream, Box, SourceOptions], Iterator[Item]]] = {
    Kind.COMPRESSED: _compressed,
    Kind.ZIP: _zip,
    Kind.TAR: _tar,
    Kind.WARC: _warc,
    Kind.LINES: _lines,
    Kind.PARQUET: _parquet,
}


class _AsFile(io.RawIOBase):
    """A stream for those who want a file to read once. Before a broken place it gives what there is."""

    def __init__(self, stream: Stream) -> None:
        super().__init__()
        self._stream = stream

    def read(self, size: int = -1, /) -> bytes:
        """The next `size` bytes, fewer at the end."""
        return self._stream.read(len(self._stream.peek(size)))


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
