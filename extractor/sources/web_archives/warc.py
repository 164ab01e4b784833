"""WARC and WET archives (ISO 28500), compressed record by record or not, read in slices and behind damaged places.

A slice begins at the first record that begins in it and ends where the last record that begins in it ends. Whether two
neighbouring slices meet is seen by their seams: where a page holds an archive itself, a slice may begin inside it, and
has to be read again from where its neighbour ended.
"""

import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, replace

from extractor.document import Document
from extractor.records import Failure
from extractor.sources.archives.members import MemberStream
from extractor.sources.blame import blame
from extractor.sources.codecs import Codec
from extractor.sources.opening import open_binary
from extractor.sources.slices import Seam, SliceItem, SourceOptions, checked, lost
from extractor.sources.streams import BrokenStreamError, PlainStream, Stream
from extractor.sources.web_archives.crawl_fields import from_warc
from extractor.sources.web_archives.http_message import parse_headers
from extractor.sources.web_archives.pages import PAGES, page_of

_BEGINS = re.compile(rb"WARC/[01]\.[0-9]+\r?\n[!#-'*+.\w-]{1,64}:")
"""The version, then a named field (ISO 28500, 4): a page may well print the one, hardly both."""
_LINE_ENDS = re.compile(rb"[^\n]*?(\r?\n)")
_MAX_BROKEN = 1000
"""Broken records in a row after which the rest of a slice is given up: it is made to take time, or no archive."""
_MAX_DIGITS = 18
_MAX_HEADERS = 1 << 18
_PIECE = 1 << 20
_SLICE = 1 << 20
_SLICE_PLAIN = 1 << 22
_FIRST_LINE = 64
_BEGIN = 96
"""As many bytes show whether a record begins."""


@dataclass(frozen=True, slots=True)
class WarcSlice:
    """The records of the file at `path` that begin from offset `start` up to `end`.

    With `exact` a record is known to begin at `start`; else the first one behind it is looked for.
    """

    path: str
    codec: Codec | None
    start: int
    end: int
    exact: bool = False

    @property
    def name(self) -> str:
        """Where it lies."""
        return f"{self.path}#{self.start}"

    @property
    def size(self) -> int:
        """Bytes in the file."""
        return self.end - self.start

    def items(self, options: SourceOptions) -> Iterator[SliceItem]:
        """Its documents and failures, then its seam."""
        with open_binary(self.path) as raw:
            raw.seek(self.start)
            plain = PlainStream(raw, self.start)
            stream = MemberStream(plain, self.codec, options.max_expansion) if self.codec else plain
            entered = self.start if self.exact else _next_record(stream, self.start, self.end)
            if entered is None or entered >= self.end:
                yield Seam(None, self.end)
            else:
                left = yield from read_records(stream, self.path, options, self.end)
                yield Seam(entered, left)

    def mended(self, own: Seam, left: int) -> "WarcSlice | None":
        """The slice to read instead if it did not begin where the one before it ended, at `left`."""
        if own.entered == left or (own.entered is None and left >= self.end):
            return None
        return replace(self, start=left, end=max(self.end, left), exact=True)


def warc_slices(path: str, size: int, codec: Codec | None) -> Iterator[WarcSlice]:
    """The slices of an archive of `size` bytes."""
    step = _SLICE if codec else _SLICE_PLAIN
    for start in range(0, size, step):
        yield WarcSlice(path, codec, start, min(start + step, size), exact=start == 0)


def is_cut_by_record(stream: Stream) -> bool:
    """Whether the second record begins a member of its own, so that slices can be made of the archive."""
    try:
        _read_record(stream, 0, 0)
        return stream.boundary() is not None
    except BrokenStreamError:
        return True


def read_records(
    stream: Stream, source: str, options: SourceOptions, stop: int | None = None
) -> Generator[SliceItem, None, int]:
    """The pages up to the first record that begins at or behind `stop`; returns where that is, or the end."""
    begin = inner = broken = 0
    while True:
        try:
            boundary = stream.boundary()
            begin, inner = (begin, inner + 1) if boundary is None else (boundary, 0)
            if boundary is not None and stop is not None and boundary >= stop:
                return boundary
            if not stream.peek(1):
                return begin
            position = stream.position
            headers, content = _read_record(stream, begin, options.max_size + _MAX_HEADERS)
            broken = 0
            place = f"{source}#{begin}+{inner}" if inner else f"{source}#{begin}"
            if item := _page(headers, content, place, options.max_size):
                yield from _with_next_pages(checked(item, stream, position), headers, stream, options.max_size)
        except BrokenStreamError as error:
            broken += 1
            if broken > _MAX_BROKEN:
                end = _pass_over(stream) if stop is None else max(begin, stop)
                yield lost(source, begin, end, truncated=False)
                return end
            yield from _recover(stream, source, max(begin, error.offset), truncated=error.truncated)


def _page(headers: Mapping[str, str], content: bytes | None, source: str, max_size: int) -> SliceItem | None:
    """The page that the record holds; what it brings to light costs no other record."""
    try:
        return page_of(headers, content, source, max_size)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - see above
        return blame(error, source)


def _with_next_pages(item: SliceItem, headers: Mapping[str, str], stream: Stream, max_size: int) -> Iterator[SliceItem]:
    """The page with those that go on with it: our own crawls put them right behind it."""
    fields = from_warc(headers)
    if fields is None or not isinstance(item, Document):
        yield item
        return
    pages, missing = [], fields.missing
    try:
        for _ in range(fields.next_pages):
            following = _page(*_read_record(stream, 0, max_size + _MAX_HEADERS), item.source or "", max_size)
            if isinstance(following, Document):
                pages.append(following)
            else:
                missing = following.detail if isinstance(following, Failure) else "it is not in the archive"
    except BrokenStreamError:
        yield replace(item, next_pages=tuple(pages), missing_page="the archive is damaged there")
        raise
    yield replace(item, next_pages=tuple(pages), missing_page=missing)


def _recover(stream: Stream, source: str, begin: int, *, truncated: bool) -> Iterator[Failure]:
    """Go on at the next record, and say what was passed over."""
    found = _next_record(stream, begin + 1)
    end = stream.reached() if found is None else found
    yield lost(source, begin, end, truncated=truncated and found is None)


def _pass_over(stream: Stream) -> int:
    """Take everything to the end; where that is."""
    while True:
        try:
            while stream.read(len(stream.peek(_PIECE))):
                pass
        except BrokenStreamError:
            continue
        return stream.reached()


def _next_record(stream: Stream, offset: int, end: int | None = None) -> int | None:
    """Go to the first place from `offset` (before `end`) on at which a record begins."""
    while (found := stream.resynchronise(offset, _BEGINS, end)) is not None:
        try:
            if _BEGINS.match(stream.peek(_BEGIN)):
                return found
        except BrokenStreamError:
            pass  # it only looked like the beginning of a member
        offset = found + 1
    return None


def _read_record(stream: Stream, begin: int, limit: int) -> tuple[dict[str, str], bytes | None]:
    """Headers and content of the record; no content if it holds no page or more than `limit` bytes."""
    line_end = _LINE_ENDS.match(stream.peek(_FIRST_LINE))
    block = stream.read_until(line_end[1] * 2, _MAX_HEADERS) if line_end else b""
    if not block.startswith(b"WARC/"):
        raise BrokenStreamError(begin, truncated=not block and len(stream.peek(_MAX_HEADERS)) < _MAX_HEADERS)
    headers = parse_headers(block)
    if "warc-type" in headers:
        headers["warc-type"] = headers["warc-type"].lower()
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdecimal() and len(length) <= _MAX_DIGITS) or "warc-type" not in headers:
        raise BrokenStreamError(begin)
    if headers["warc-type"] in PAGES and int(length) <= limit:
        content = stream.read(int(length))
        complete = len(content) == int(length)
    else:
        content = None
        complete = _skip(stream, int(length))
    if not complete:
        raise BrokenStreamError(begin, truncated=True)
    _check_end(stream, begin)
    return headers, content


def _skip(stream: Stream, size: int) -> bool:
    """Pass over `size` bytes; False if there are fewer."""
    while size and (piece := stream.read(min(size, _PIECE))):
        size -= len(piece)
    return not size


def _check_end(stream: Stream, begin: int) -> None:
    """Two line ends stand behind a record, or the next one at once; and the checksum of its member is right."""
    blanks = lines = 0
    try:
        while taken := stream.read(_line_ends(stream.peek(_BEGIN))):
            blanks, lines = blanks + len(taken), lines + taken.count(b"\n")
        following = stream.peek(5)
        is_end = not following or lines > 1 or (blanks and following == b"WARC/")
    except BrokenStreamError as error:
        if error.offset <= begin:
            raise
    else:
        if not is_end:
            raise BrokenStreamError(begin)


def _line_ends(ahead: bytes) -> int:
    """How many bytes of line ends come first."""
    return len(ahead) - len(ahead.lstrip(b"\r\n"))
