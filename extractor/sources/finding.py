"""The files that names lead to: a file, a directory, a glob, an address, `-`; in a stable order, and none is opened."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator, Sequence

from extractor.errors import Reason, UsageError
from extractor.records import Failure
from extractor.sources.blame import blame, nothing_wanted
from extractor.sources.names import (
    CONTAINERS,
    is_wanted,
    kind_by_name,
    printable,
)
from extractor.sources.opening import STDIN, is_remote, open_binary
from extractor.sources.remote import find_remote
from extractor.sources.slices import (
    FoundInput,
    Input,
    LeftOut,
    SourceOptions,
    failure,
)

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
