"""Pages out of whatever holds them, box in box: compressed files, zip and tar archives, WARC, JSON Lines, Parquet."""

import io
import tarfile
import zipfile
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import IO, cast

from extractor.document import Document
from extractor.errors import Reason
from extractor.sources.archives.members import MemberStream
from extractor.sources.archives.tars import AsFile, TarMembers, no_file
from extractor.sources.archives.zips import ZIP_ERRORS, check_name, gaps, members_by_header, open_zip
from extractor.sources.blame import CONTENT_ERRORS, blame, nothing_wanted, pointer
from extractor.sources.codecs import GZIP, codec_by_head, codec_by_name
from extractor.sources.copies import copied, seekable
from extractor.sources.corpora.json_lines import read_json_lines
from extractor.sources.corpora.parquet import read_parquet
from extractor.sources.names import (
    HEAD,
    PAGE_TYPES,
    POINTER,
    FileKind,
    is_wanted,
    kind_by_name,
    kind_of,
    printable,
    without_compression,
)
from extractor.sources.slices import LeftOut, Slice, SliceItem, SourceOptions, checked, failure
from extractor.sources.streams import BrokenStreamError, PlainStream, Stream
from extractor.sources.web_archives.arc import read_arc
from extractor.sources.web_archives.warc import read_records

_ARC_AHEAD = 1 << 16
"""As many bytes warcio may have read of the next record."""


@dataclass(frozen=True, slots=True)
class Box:
    """What is opened: `source` in the words of the record, its `name` without what was unpacked, boxes around it."""

    source: str
    name: str
    depth: int = 0

    def inside(self, member: str) -> "Box":
        """The box of an archive's member."""
        return Box(f"{self.source}#{printable(member)}", member, self.depth + 1)


def expand(stream: Stream, box: Box, options: SourceOptions) -> Iterator[SliceItem]:
    """The documents in the stream; what is wrong with it is a failure, not an exception."""
    try:
        head = head_of(stream)
        kind = kind_of(head, box.name)
        if head.startswith(POINTER):
            yield pointer(box.source)
        elif kind is FileKind.PAGE:
            yield page(stream.read(options.max_size + 1), box, options)
        elif box.depth >= options.max_nesting:
            yield failure(
                box.source, Reason.TOO_DEEP, f"{box.source} is an archive in too many others; unpack it first"
            )
        else:
            yield from _READERS[kind](stream, box, options)
    except CONTENT_ERRORS as error:
        yield blame(error, box.source)


def peel(stream: Stream, box: Box, options: SourceOptions, copies: ExitStack) -> tuple[Stream, Box]:
    """The stream without the compressions around it; `copies` closes what had to be copied for that."""
    while box.depth < options.max_nesting and kind_of(head := head_of(stream), box.name) is FileKind.COMPRESSED:
        codec = codec_by_head(head) or codec_by_name(box.name) or GZIP
        plain = (
            stream if isinstance(stream, PlainStream) and stream.is_seekable else PlainStream(copied(stream, copies))
        )
        stream = MemberStream(plain, codec, options.max_expansion)
        box = replace(box, name=without_compression(box.name), depth=box.depth + 1)
    return stream, box


def head_of(stream: Stream) -> bytes:
    """The first bytes, to see what it is; empty if they are damaged."""
    try:
        return stream.peek(HEAD)
    except BrokenStreamError:
        return b""  # the name has to do


def page(content: bytes, box: Box, options: SourceOptions) -> SliceItem:
    """The document that a box holds, or the failure if there is more of it than a page may have."""
    if len(content) > options.max_size:
        detail = f"{box.source} holds more than {options.max_size:,} bytes; raise --max-size if this really is one page"
        return failure(box.source, Reason.TOO_LARGE, detail)
    if content.startswith(POINTER):
        return pointer(box.source)
    return Document(content, box.source, media_type=PAGE_TYPES.get(kind_by_name(box.name)))


def _compressed(stream: Stream, box: Box, options: SourceOptions) -> Iterator[SliceItem]:
    with ExitStack() as copies:
        yield from expand(*peel(stream, box, options, copies), options)


def _zip(stream: Stream, box: Box, options: SourceOptions) -> Iterator[SliceItem]:
    with seekable(stream) as file:
        taken: set[int] = set()
        broken: set[str] = set()
        try:
            archive = open_zip(file, options.max_expansion)
        except ZIP_ERRORS as error:
            detail = f"{box.source} has no sound directory ({error}): cut short or damaged; fetch it again"
            yield failure(box.source, Reason.DAMAGED, detail)
            yield from _by_headers(file, box, options, taken, broken)
            return
        yield from _by_directory(archive, box, options, taken, broken)
        if broken:
            yield from _by_headers(file, box, options, taken, broken)
        else:
            yield from _between(archive, file, box, options)


def _by_directory(
    archive: zipfile.ZipFile, box: Box, options: SourceOptions, taken: set[int], broken: set[str]
) -> Iterator[SliceItem]:
    """The members that the directory names; the offsets of those that are `taken`, the names of the others."""
    members = [info for info in archive.infolist() if not info.is_dir()]
    if len(members) > options.max_members:
        detail = f"{box.source} holds {len(members):,} files; raise --max-members to read them"
        yield failure(box.source, Reason.TOO_MANY_MEMBERS, detail)
        return
    wanted = _wanted([info.filename for info in members], box, options)
    for info in members:
        inside = box.inside(info.filename)
        try:
            if info.filename not in wanted:
                check_name(archive, info)
                yield LeftOut(inside.source)
            else:
                with archive.open(info) as member:
                    yield from expand(PlainStream(member), inside, options)
            taken.add(info.header_offset)
        except ZIP_ERRORS as error:  # damaged, encrypted, or compressed in a way that is not supported
            broken.add(info.filename)
            detail = f"{inside.source} cannot be unpacked: {error}; unpack it by other means"
            yield failure(inside.source, Reason.DAMAGED, detail)
    if not wanted and not broken:
        yield nothing_wanted(box.source)


def _by_headers(
    file: IO[bytes], box: Box, options: SourceOptions, taken: Container[int], broken: Container[str]
) -> Iterator[SliceItem]:
    """The members that the directory does not lead to, or that are `broken` where it leads."""
    for found in members_by_header(file, options.max_expansion):
        inside = box.inside(found.name)
        if found.offset in taken or not is_wanted(found.name, options):
            continue
        if found.content is not None:
            yield from expand(PlainStream(io.BytesIO(found.content)), inside, options)
        elif found.name not in broken:
            yield failure(inside.source, Reason.DAMAGED, f"{inside.source} is damaged and cannot be unpacked")


def _between(archive: zipfile.ZipFile, file: IO[bytes], box: Box, options: SourceOptions) -> Iterator[SliceItem]:
    """The whole members between those that the directory names, which are said to be there."""
    unnamed = 0
    for begin, end in gaps(archive, file):
        for found in members_by_header(file, options.max_expansion, begin, end):
            if found.content is not None and is_wanted(found.name, options):
                unnamed += 1
                yield from expand(PlainStream(io.BytesIO(found.content)), box.inside(found.name), options)
    if unnamed:
        detail = f"{box.source} has a directory that names {unnamed:,} of its files not: they were read all the same"
        yield failure(box.source, Reason.DAMAGED, f"{detail}; fetch it again if others matter")


def _wanted(names: list[str], box: Box, options: SourceOptions) -> set[str]:
    """The members to read. In a WACZ these are the archives, not the indexes and logs beside them."""
    if "datapackage.json" in names and box.name.lower().endswith(".wacz"):
        names = [name for name in names if name.startswith("archive/")]
    return {name for name in names if is_wanted(name, options)}


def _tar(stream: Stream, box: Box, options: SourceOptions) -> Iterator[SliceItem]:
    members, begin = TarMembers(stream), stream.position
    names: set[str] = set()
    others: list[tarfile.TarInfo] = []
    for count, (member, content) in enumerate(members, 1):
        if count > options.max_members:
            detail = f"{box.source} holds over {options.max_members:,} files; raise --max-members to read the rest"
            yield failure(box.source, Reason.TOO_MANY_MEMBERS, detail)
            return
        if not (member.isdir() or is_wanted(member.name, options)):
            yield LeftOut(box.inside(member.name).source)
        elif content is None:
            others.append(member)
        else:
            names.add(member.name)
            for item in expand(PlainStream(content, one_way=True), box.inside(member.name), options):
                yield checked(item, stream, begin - tarfile.RECORDSIZE)
        begin = stream.position
    yield from (no_file(member, names, box.source) for member in others if not member.isdir())
    yield from members.faults(box.source)
    if not (names or members.bad_blocks or members.is_cut):
        yield nothing_wanted(box.source)


def _warc(stream: Stream, box: Box, options: SourceOptions) -> Iterator[SliceItem]:
    return read_records(stream, box.source, options)


def _arc(stream: Stream, box: Box, options: SourceOptions) -> Iterator[SliceItem]:
    begin = stream.position
    for item in read_arc(cast("IO[bytes]", AsFile(stream)), box.source, options):
        yield checked(item, stream, begin)
        begin = stream.position - _ARC_AHEAD


def _lines(stream: Stream, box: Box, options: SourceOptions) -> Iterator[SliceItem]:
    return _rows(read_json_lines(stream, box.source, options), box, options)


def _parquet(stream: Stream, box: Box, options: SourceOptions) -> Iterator[SliceItem]:
    with seekable(stream) as file:
        yield from _rows(read_parquet(file, box.source, options), box, options)


def _rows(pieces: Iterable[Slice], box: Box, options: SourceOptions) -> Iterator[SliceItem]:
    is_empty = True
    for piece in pieces:
        is_empty = False
        yield from piece.items(options)
    if is_empty:
        yield failure(box.source, Reason.EMPTY, f"{box.source} is empty")


_READERS: Mapping[FileKind, Callable[[Stream, Box, SourceOptions], Iterator[SliceItem]]] = {
    FileKind.COMPRESSED: _compressed,
    FileKind.ZIP: _zip,
    FileKind.TAR: _tar,
    FileKind.WARC: _warc,
    FileKind.ARC: _arc,
    FileKind.LINES: _lines,
    FileKind.PARQUET: _parquet,
}
