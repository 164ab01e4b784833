"""What an input is cut into: slices that can be read anywhere; documents, where all are read here."""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import NamedTuple

from extractor.document import Document
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources.archives.members import MemberStream
from extractor.sources.blame import CONTENT_ERRORS, blame, pointer
from extractor.sources.boxes import Box, expand, head_of, page, peel
from extractor.sources.codecs import GZIP, ZSTD
from extractor.sources.copies import seekable
from extractor.sources.corpora.json_lines import read_json_lines
from extractor.sources.corpora.parquet import read_parquet
from extractor.sources.finding import find
from extractor.sources.names import (
    HEAD,
    PAGE_TYPES,
    POINTER,
    FileKind,
    kind_by_name,
    kind_of,
    printable,
)
from extractor.sources.opening import STDIN, open_binary
from extractor.sources.slices import (
    Input,
    Loaded,
    Slice,
    SliceItem,
    SourceOptions,
    failed,
    loaded,
)
from extractor.sources.streams import PlainStream, Raw
from extractor.sources.web_archives.warc import is_cut_by_record, warc_slices


class PageFile(NamedTuple):  # there are millions of them, and tuples travel light
    """A file that holds one page, compressed perhaps; `size` is 0 if unknown."""

    path: str
    size: int = 0

    @property
    def name(self) -> str:
        """Its path."""
        return printable(self.path)

    def items(self, options: SourceOptions) -> Iterator[SliceItem]:
        """The page, or why it cannot be had."""
        try:
            with open_binary(self.path) as raw:
                content = raw.read(options.max_size + 1)
            box = Box(self.name, self.name)
            if kind_of(content[:HEAD], self.name) is FileKind.PAGE:
                yield page(content, box, options)
                return
            with open_binary(self.path) as raw:
                yield from expand(PlainStream(raw), box, options)
        except CONTENT_ERRORS as error:
            yield blame(error, self.name)


def documents(inputs: Iterable[str], options: SourceOptions | None = None) -> Iterator[Document | Failure]:
    """Everything that `inputs` hold, in order."""
    options = options or SourceOptions()
    for found in find(inputs, options):
        if isinstance(found, Failure):
            yield found
        if not isinstance(found, Input):
            continue
        for piece in slices(found, options):
            yield from (item for item in piece.items(options) if isinstance(item, Document | Failure))


def is_page_file(found: Input) -> bool:
    """Whether it holds one page by its name, so that it is not opened before that is read."""
    return kind_by_name(found.path) in PAGE_TYPES and found.path != STDIN


def slices(found: Input, options: SourceOptions) -> Iterator[Slice]:
    """What the file is cut into."""
    return islice(_all_slices(found, options), found.first, found.stop)


def _all_slices(found: Input, options: SourceOptions) -> Iterator[Slice]:
    path, source = found.path, printable(found.path)
    if is_page_file(found):
        yield PageFile(path, found.size or 0)
        return
    is_empty = True
    try:
        with open_binary(path) as raw, ExitStack() as copies:
            for piece in _cut(raw, path, options, copies):
                is_empty = False
                yield piece
    except CONTENT_ERRORS as error:
        yield Loaded(source, (blame(error, source),))
    else:
        if is_empty:
            yield failed(source, Reason.EMPTY, f"{source} is empty")


def _cut(raw: Raw, path: str, options: SourceOptions, copies: ExitStack) -> Iterator[Slice]:
    source = printable(path)
    stream, box = peel(PlainStream(raw), Box(source, source), options, copies)
    head = head_of(stream)
    kind = kind_of(head, box.name)
    reopens = path != STDIN and raw.seekable()
    if head.startswith(POINTER):
        yield Loaded(source, (pointer(source),))
    elif kind is FileKind.PAGE and reopens:
        yield PageFile(path)
    elif kind is FileKind.LINES:
        yield from read_json_lines(stream, source, options)
    elif kind is FileKind.PARQUET:
        with seekable(stream) as file:
            yield from read_parquet(file, source, options)
    elif kind is FileKind.WARC and reopens:
        yield from _cut_warc(raw, path, options, copies)
    else:
        yield from loaded(source, expand(stream, box, options))


def _cut_warc(raw: Raw, path: str, options: SourceOptions, copies: ExitStack) -> Iterator[Slice]:
    source = printable(path)
    stream, _ = peel(PlainStream(raw, raw.seek(0)), Box(source, source), options, copies)
    codec = stream.codec if isinstance(stream, MemberStream) else None
    if codec in (GZIP, ZSTD, None) and is_cut_by_record(stream):
        yield from warc_slices(path, raw.seek(0, os.SEEK_END), codec)
    else:
        stream, box = peel(PlainStream(raw, raw.seek(0)), Box(source, source), options, copies)
        yield from loaded(source, expand(stream, box, options))
