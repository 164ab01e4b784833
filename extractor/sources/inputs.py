"""Inputs by name (file, directory, glob, address, `-`), and what each is cut into; all in a stable order."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from typing import NamedTuple

from extractor.document import Document
from extractor.errors import Reason, UsageError
from extractor.records import Failure
from extractor.sources.blame import CONTENT_ERRORS, blame, nothing_wanted, pointer
from extractor.sources.boxes import Box, expand, head_of, page, peel
from extractor.sources.codecs import GZIP, ZSTD
from extractor.sources.copies import seekable
from extractor.sources.json_lines import read_lines
from extractor.sources.members import MemberStream
from extractor.sources.names import (
    CONTAINERS,
    HEAD,
    PAGE_TYPES,
    POINTER,
    FileKind,
    is_wanted,
    kind_by_name,
    kind_of,
    printable,
)
from extractor.sources.opening import STDIN, is_remote, open_binary
from extractor.sources.parquet import read_parquet
from extractor.sources.remote import find_remote
from extractor.sources.slices import (
    FoundInput,
    Input,
    LeftOut,
    Loaded,
    Slice,
    SliceItem,
    SourceOptions,
    failed,
    failure,
    load,
)
from extractor.sources.streams import PlainStream, Raw
from extractor.sources.warc import cut, is_cut_by_record

_HANDED_OVER = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""Pipes that a shell opens for a command: those can be read, others may wait for a writer without end."""
_MAX_DEPTH = 200
_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a directory",
}

Directory = tuple[int, int]
"""Device and inode."""


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


def find(
    inputs: Iterable[str], options: SourceOptions, skip: frozenset[Directory] = frozenset()
) -> Iterator[FoundInput]:
    """The files that `inputs` name, in the order given, directories recursively and by name, without opening them.

    `skip` are directories below the inputs to leave out, such as that of the results.
    """
    for name in inputs:
        if is_remote(name):
            yield from find_remote(name, options)
        elif os.path.isdir(name):
            status = os.stat(name)
            seen = set(skip) - {(status.st_dev, status.st_ino)}
            yield from _at_least_one(_walk(name, "", options, seen), name)
        elif glob.has_magic(name) and not os.path.lexists(name):
            yield from _at_least_one(_expand_glob(name), name)
        else:
            yield _input(name)


def are_pages(inputs: Sequence[str]) -> bool:
    """Whether all inputs are files that by their names hold one page each (or standard input)."""
    return all(
        not is_remote(name)
        and not os.path.isdir(name)
        and (not glob.has_magic(name) or os.path.lexists(name))
        and kind_by_name(name) not in CONTAINERS
        for name in inputs
    )


def read_names(path: str) -> Iterator[str]:
    """The names in a file (`-`: standard input), one a line.

    Raises:
        UsageError: if it cannot be read.

    """
    try:
        with open_binary(path) as lines:
            for line in lines:
                if name := os.fsdecode(line).strip("\r\n"):
                    yield name
    except OSError as error:
        raise UsageError(f"the list of files {path} cannot be read: {error.strerror}; check its name") from error


def slices(found: Input, options: SourceOptions) -> Iterator[Slice]:
    """What the file is cut into. Files named as pages are not opened for that."""
    return islice(_all_slices(found, options), found.first, found.stop)


def _all_slices(found: Input, options: SourceOptions) -> Iterator[Slice]:
    path, source = found.path, printable(found.path)
    if kind_by_name(path) in PAGE_TYPES and path != STDIN:
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
        yield from read_lines(stream, source, options)
    elif kind is FileKind.PARQUET:
        with seekable(stream) as file:
            yield from read_parquet(file, source, options)
    elif kind is FileKind.WARC and reopens:
        yield from _cut_warc(raw, path, options, copies)
    else:
        yield from load(source, expand(stream, box, options))


def _cut_warc(raw: Raw, path: str, options: SourceOptions, copies: ExitStack) -> Iterator[Slice]:
    source = printable(path)
    stream, _ = peel(PlainStream(raw, raw.seek(0)), Box(source, source), options, copies)
    codec = stream.codec if isinstance(stream, MemberStream) else None
    if codec in (GZIP, ZSTD, None) and is_cut_by_record(stream):
        yield from cut(path, raw.seek(0, os.SEEK_END), codec)
    else:
        stream, box = peel(PlainStream(raw, raw.seek(0)), Box(source, source), options, copies)
        yield from load(source, expand(stream, box, options))


def _input(path: str) -> Input | Failure:
    if path == STDIN:
        return Input(path)
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        return blame(error, printable(path))
    if not stat.S_ISREG(status.st_mode) and not path.startswith(_HANDED_OVER):
        kind = _KINDS.get(stat.S_IFMT(status.st_mode), "no file")
        return failure(printable(path), Reason.UNREADABLE, f"{printable(path)} is {kind}, which holds no page")
    return Input(path, status.st_size, status.st_mtime_ns)


def _expand_glob(pattern: str) -> Iterator[FoundInput]:
    return (_input(path) for path in sorted(glob.iglob(pattern, recursive=True)) if not os.path.isdir(path))


def _walk(directory: str, below: str, options: SourceOptions, seen: set[Directory]) -> Iterator[FoundInput]:
    """The wanted files in `directory`; each directory once, so that a loop of symbolic links ends."""
    try:
        status = os.stat(directory)
        entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
    except OSError as error:
        detail = f"the directory {printable(directory)} cannot be read: {error.strerror}; check its permissions"
        yield failure(printable(directory), Reason.UNREADABLE, detail)
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    if below.count("/") > _MAX_DEPTH:
        yield failure(printable(directory), Reason.TOO_DEEP, f"{printable(directory)} lies too deep; name it itself")
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in entries:
        if entry.name.startswith("."):
            yield LeftOut(printable(entry.path))
        elif _is_directory(entry):
            yield from _walk(entry.path, f"{below}{entry.name}/", options, seen)
        elif is_wanted(below + entry.name, options):
            yield _input(entry.path)
        else:
            yield LeftOut(printable(entry.path))


def _is_directory(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a symbolic link to itself: what it is not is told when it is opened
        return False


def _at_least_one(found: Iterator[FoundInput], name: str) -> Iterator[FoundInput]:
    is_empty = True
    for item in found:
        is_empty = is_empty and isinstance(item, LeftOut)
        yield item
    if is_empty:
        yield nothing_wanted(printable(name))
