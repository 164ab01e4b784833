"""Pages by the `source` of their records: out of a file, an archive or a corpus, wherever they stand in it."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from extractor.document import Document
from extractor.errors import MissingExtra, Reason
from extractor.records import Failure
from extractor.sources.archives.members import MemberStream
from extractor.sources.boxes import Box, head_of, peel
from extractor.sources.corpora.json_lines import LineBlock, is_by_line
from extractor.sources.inputs import documents
from extractor.sources.names import CONTAINERS, FileKind, kind_by_name, kind_of, printable
from extractor.sources.opening import STDIN, is_remote, open_binary
from extractor.sources.slices import Slice, SourceOptions, failure
from extractor.sources.streams import BrokenStreamError, PlainStream
from extractor.sources.web_archives.warc import WarcSlice, is_cut_by_record


class Reopener:
    """Opens pages again by their sources.

    Rows of plain JSON Lines and records of WARC archives are gone to by their offset. Anything else is read from the
    front of its file, and on from there for the next page of that file: ask in the order of the records. A source that
    names no file, as that of a page of the web, is looked for in `archives`, files that hold what was fetched.
    """

    def __init__(self, options: SourceOptions | None = None, archives: Sequence[str] = ()) -> None:
        self._options = options or SourceOptions()
        self._archives = tuple(archives)
        self._files: tuple[str, ...] = ()
        self._ahead: Iterator[Document | Failure] = iter(())
        self._last: Document | Failure | None = None

    def open(self, source: str) -> Document | Failure:
        """The page that `source` names, or why it cannot be had."""
        if self._last is None or self._last.source != source:  # a page may hold several records
            self._last = self._open(source)
        return self._last

    def _open(self, source: str) -> Document | Failure:
        path, place = divided(source)
        if path is None:
            return self._search(self._archives, source)
        try:
            piece = _direct(path, place, self._options)
        except (OSError, BrokenStreamError, MissingExtra):
            piece = None  # reading it from the front says what is wrong
        if piece is None:
            return self._search((path,), source)
        return _matching(piece.items(self._options), source) or _missing(source)

    def _search(self, files: tuple[str, ...], source: str) -> Document | Failure:
        """The page, from where the last one of these files was found on; else from the front."""
        if files == self._files and (found := _matching(self._ahead, source)):
            return found
        self._files, self._ahead = files, documents(files, self._options)
        return _matching(self._ahead, source) or _missing(source)


def divided(source: str) -> tuple[str | None, str]:
    """The file that `source` names, None if there is none, and the place in it, empty if the file is the page.

    >>> divided("s3://bucket/crawl.warc.gz#123+1")
    ('s3://bucket/crawl.warc.gz', '123+1')
    """
    path, place = source, ""
    while path and not _is_file(real := _real_name(path)):
        path, _, last = path.rpartition("#")
        place = f"{last}#{place}" if place else last
    return (real, place) if path else (None, place)


def _real_name(shown: str) -> str:
    """The name of the file that is shown so. One that is no UTF-8 is looked for among those that look the same."""
    if "\ufffd" not in shown or os.path.lexists(shown):
        return shown
    folder, name = os.path.split(shown)
    folder = _real_name(folder)
    try:
        alike = [entry for entry in os.listdir(folder or ".") if printable(entry) == name]
    except OSError:
        return shown
    return os.path.join(folder, alike[0]) if len(alike) == 1 else shown


def _is_file(path: str) -> bool:
    if is_remote(path):
        return "#" not in path and kind_by_name(path) in CONTAINERS
    return path != STDIN and os.path.isfile(path)


def _direct(path: str, place: str, options: SourceOptions) -> Slice | None:
    """What holds the page and little else, if it can be gone to."""
    offset = place.partition("+")[0]
    if not (offset.isascii() and offset.isdecimal()):
        return None
    with open_binary(path) as raw, ExitStack() as copies:
        plain = PlainStream(raw)
        stream, box = peel(plain, Box(printable(path), printable(path)), options, copies)
        head = head_of(stream)
        kind = kind_of(head, box.name)
        if kind is FileKind.WARC and is_cut_by_record(stream):
            codec = stream.codec if isinstance(stream, MemberStream) else None
            return WarcSlice(path, codec, int(offset), int(offset) + 1, exact=True)
        if kind is FileKind.LINES and is_by_line(head) and stream is plain and raw.seekable():
            raw.seek(int(offset))
            return LineBlock(printable(path), int(offset), raw.readline(options.max_size))
    return None


def _matching(items: Iterator[object], source: str) -> Document | Failure | None:
    found = (item for item in items if isinstance(item, Document | Failure))
    return next((item for item in found if item.source == source), None)


def _missing(source: str) -> Failure:
    detail = (
        f"{source} is not there; run this in the folder in which the records were made, beside what they were made of"
    )
    return failure(source, Reason.MISSING, detail)
