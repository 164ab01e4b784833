"""Slices: the pieces of an input that can be read one by one, anywhere.

An input is cut into slices without reading more of it than that takes; a slice yields documents and failures. A slice
is small data that travels to a worker; the reading, decompressing and parsing happen there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from extractor.document import MAX_SIZE, Document
from extractor.errors import Reason
from extractor.records import Failure, Warning, doubt  # noqa: A004 - the word of the record
from extractor.sources.streams import Stream

TEXT_COLUMNS = ("html", "text", "content", "raw_content", "body")
URL_COLUMNS = ("url", "uri", "link", "metadata.url")

_PAGES_PER_SLICE = 64
_BYTES_PER_SLICE = 1_000_000


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """What to take and where to stop.

    `include` and `exclude` are globs on the names of files in directories and of members in archives; with no
    `include` these are the names that end as pages, archives and corpora do. The columns of tables are found by name
    unless given; of the others `keep_columns`, all if that is None, are kept with the records. A stream that expands to
    more than `max_expansion` times its size, an archive with more than `max_members` members or nested deeper than
    `max_nesting` is taken for a bomb and left there.
    """

    max_size: int = MAX_SIZE
    max_expansion: int = 200
    max_members: int = 1_000_000
    max_nesting: int = 4
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    text_column: str | None = None
    url_column: str | None = None
    keep_columns: tuple[str, ...] | None = None

    @property
    def text_columns(self) -> tuple[str, ...]:
        """Where a corpus may keep its pages, in the order of preference."""
        return (self.text_column,) if self.text_column else TEXT_COLUMNS

    @property
    def url_columns(self) -> tuple[str, ...]:
        """Where a corpus may keep the addresses of its pages; a point leads into an object."""
        return (self.url_column,) if self.url_column else URL_COLUMNS


@dataclass(frozen=True, slots=True)
class Seam:
    """Where a slice of an archive began to read and where the next one must begin, as offsets; the last item it yields.

    `entered` is None if nothing begins in the slice.
    """

    entered: int | None
    left: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of a directory, or a member of an archive, that is not read because of its name."""

    source: str


SliceItem: TypeAlias = Document | Failure | LeftOut | Seam


class Slice(Protocol):
    """A piece of an input that can be read on its own."""

    @property
    def name(self) -> str:
        """What to call it when it cannot be read."""

    @property
    def size(self) -> int:
        """Bytes to read, roughly; 0 if unknown."""

    def items(self, options: SourceOptions) -> Iterator[SliceItem]:
        """Its documents and failures, in order."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Documents that had to be read to be found, as in a compressed tar archive."""

    name: str
    loaded: tuple[SliceItem, ...]

    @property
    def size(self) -> int:
        """Bytes held."""
        return sum(len(item.content) for item in self.loaded if isinstance(item, Document))

    def items(self, options: SourceOptions) -> Iterator[SliceItem]:  # noqa: ARG002 - they were applied when it was loaded
        """What was loaded."""
        return iter(self.loaded)


@dataclass(frozen=True, slots=True)
class Input:
    """A file (or an address, or `-`) to read, not opened yet, with what identifies its state where that is known."""

    path: str
    size: int | None = None
    modified: int | None = None
    """Nanoseconds since 1970."""
    first: int = 0
    stop: int | None = None
    """Of the slices that it is cut into those from number `first` up to `stop`, to the end if that is None."""


FoundInput: TypeAlias = Input | Failure | LeftOut
"""What the names of inputs lead to."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of an input that is no file, in its turn; `source` is the input."""

    source: str
    item: Document | Failure


class Feed(Protocol):
    """Inputs that are no files, such as pages of the web."""

    @property
    def asks(self) -> tuple[str, ...]:
        """What it is asked for, in words: equal words, equal inputs."""

    def fetched(self, is_known: Callable[[str], bool]) -> Iterator[Fetched]:
        """What comes of them, without the sources that are known. When a run is resumed, the same in the same order."""


def loaded(name: str, items: Iterable[SliceItem]) -> Iterator[Loaded]:
    """`items` as slices of a bounded size."""
    held: list[SliceItem] = []
    size = 0
    for item in items:
        held.append(item)
        size += len(item.content) if isinstance(item, Document) else 0
        if len(held) >= _PAGES_PER_SLICE or size >= _BYTES_PER_SLICE:
            yield Loaded(name, tuple(held))
            held, size = [], 0
    if held:
        yield Loaded(name, tuple(held))


def with_warning(item: SliceItem, warning: Warning) -> SliceItem:
    """The item with a warning for the records of its page, if it is one."""
    if not isinstance(item, Document):
        return item
    return replace(item, warnings=(*item.warnings, warning))


def checked(item: SliceItem, stream: Stream, begin: int) -> SliceItem:
    """The item that was read from position `begin` on, with a warning if a checksum on the way does not hold."""
    return item if stream.is_sound(begin, stream.position) else with_warning(item, doubt.unsound_source())


def failure(source: str | None, reason: Reason, detail: str) -> Failure:
    """What `source` failed of."""
    return Failure(source=source, reason=reason, detail=detail)


def failed(source: str, reason: Reason, detail: str) -> Loaded:
    """A slice that is nothing but a failure."""
    return Loaded(source, (failure(source, reason, detail),))


def lost(source: str, begin: int, end: int, *, truncated: bool) -> Failure:
    """A part of an archive that could not be read: from offset `begin` up to `end`, to its very end if `truncated`."""
    size = end - begin
    if truncated:
        detail = f"{source} breaks off: its last {size:,} bytes, from offset {begin:,} on, are lost; fetch it again"
    else:
        detail = f"{source} is damaged: {size:,} bytes from offset {begin:,} on are lost; fetch it again if they matter"
    reason = Reason.TRUNCATED if truncated else Reason.DAMAGED
    return Failure(source=f"{source}#{begin}", reason=reason, detail=detail, lost_bytes=size)
