"""Page files: from arguments (file, directory, glob, `-`) to documents, opened one at a time, in a stable order."""

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.document import MAX_SIZE, Document, MediaType
from extractor.errors import Reason
from extractor.records import Failure

PAGE_TYPES = {
    ".txt": MediaType.TEXT,
    ".text": MediaType.TEXT,
    ".html": MediaType.HTML,
    ".htm": MediaType.HTML,
    ".xhtml": MediaType.HTML,
}
"""What the end of a file's name says of its content; in a directory only these files are pages."""

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file that holds one page, not opened yet. `-` is standard input."""

    path: str
    media_type: MediaType | None = None

    def load(self, max_size: int = MAX_SIZE) -> Document | Failure:
        """The page, or why it cannot be had; at most `max_size` bytes are taken in."""
        source = printable(self.path)
        try:
            content = self._read(max_size + 1)
        except FileNotFoundError:
            return Failure(source=source, reason=Reason.MISSING, detail=f"{source} does not exist; check its name")
        except OSError as error:
            detail = f"{source} cannot be read: {error.strerror}; check its permissions and that it is a file"
            return Failure(source=source, reason=Reason.UNREADABLE, detail=detail)
        if len(content) > max_size:
            detail = f"{source} holds more than {max_size:,} bytes; raise --max-size if this really is one page"
            return Failure(source=source, reason=Reason.TOO_LARGE, detail=detail)
        return Document(content, source=source, media_type=self.media_type)

    def _read(self, size: int) -> bytes:
        if self.path == _STDIN:
            return sys.stdin.buffer.read(size)
        with open(self.path, "rb") as stream:
            return stream.read(size)


def documents(inputs: Iterable[str], max_size: int = MAX_SIZE) -> Iterator[Document | Failure]:
    """The pages of all `inputs`, in order."""
    return (found if isinstance(found, Failure) else found.load(max_size) for found in find(inputs))


def find(inputs: Iterable[str]) -> Iterator[PageFile | Failure]:
    """The page files that `inputs` name, without opening them: as given, directories by name, recursively."""
    for name in inputs:
        if os.path.isdir(name):
            yield from _at_least_one(_walk(name, set()), name)
        elif glob.has_magic(name) and not os.path.lexists(name):
            yield from _at_least_one(_expand(name), name)
        else:
            yield _page_file(name)


def printable(path: str) -> str:
    """The path as text that can be written as UTF-8, whatever bytes the file system holds."""
    return os.fsencode(path).decode("utf-8", "replace")


def _page_file(path: str) -> PageFile:
    return PageFile(path, PAGE_TYPES.get(os.path.splitext(path)[1].lower()))


def _expand(pattern: str) -> Iterator[PageFile]:
    for path in sorted(glob.iglob(pattern, recursive=True)):
        if not os.path.isdir(path):
            yield _page_file(path)


def _walk(directory: str, seen: set[tuple[int, int]]) -> Iterator[PageFile | Failure]:
    """The pages below `directory`; each directory once, so that a loop of symbolic links ends."""
    try:
        status = os.stat(directory)
        entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
    except OSError as error:
        source = printable(directory)
        detail = f"the directory {source} cannot be read: {error.strerror}; check its permissions"
        yield Failure(source=source, reason=Reason.UNREADABLE, detail=detail)
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in entries:
        if entry.is_dir():
            yield from _walk(entry.path, seen)
        elif os.path.splitext(entry.name)[1].lower() in PAGE_TYPES:
            yield _page_file(entry.path)


def _at_least_one(found: Iterator[PageFile | Failure] | Iterator[PageFile], name: str) -> Iterator[PageFile | Failure]:
    count = 0
    for count, item in enumerate(found, 1):  # noqa: B007 - counted for what follows
        yield item
    if not count:
        detail = f"{name} holds no page; pages end in {', '.join(PAGE_TYPES)}, others are given by name"
        yield Failure(source=printable(name), reason=Reason.MISSING, detail=detail)
