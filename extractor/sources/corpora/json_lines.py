"""Corpora in JSON Lines: one object a line, its page and address in fields found by name."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.errors import Reason
from extractor.records import Failure, doubt
from extractor.sources.codecs import CODECS
from extractor.sources.corpora.json_values import object_of, read_values, row_item
from extractor.sources.slices import Loaded, SliceItem, SourceOptions, failed, failure, loaded, lost, with_warning
from extractor.sources.streams import BrokenStreamError, Stream

_BLOCK = 1 << 20
_LOOKED_AT = 512
_WIDE = re.compile(rb"\xff\xfe|\xfe\xff|[\[{]\x00|\x00[\[{]")
"""How UTF-16 begins."""
_VALUES = re.compile(rb"\s*(?:\[\s*\{|\{\s*\n)")
"""How one JSON value over several lines begins: an array of objects, or an object of which a line is no JSON."""
_MEMBERS = re.compile(b"|".join(codec.begins.pattern for codec in CODECS))


@dataclass(frozen=True, slots=True)
class LineBlock:
    """Whole lines of a corpus, from offset `start` of what it expands to; those at `unsound` offsets are damaged.

    `line` is the number of the first, from 1; 0 behind a loss, since how many lines it cost is not known.
    """

    path: str
    start: int
    data: bytes
    unsound: frozenset[int] = frozenset()
    line: int = 0

    @property
    def name(self) -> str:
        """Where they lie."""
        return f"{self.path}#{self.start}"

    @property
    def size(self) -> int:
        """Bytes held."""
        return len(self.data)

    def items(self, options: SourceOptions) -> Iterator[SliceItem]:
        """One document or failure a line; blank lines are nothing."""
        offset = self.start
        for number, line in enumerate(self.data.split(b"\n")):
            if line.strip():
                item = _row(line, f"{self.path}#{offset}", options)
                if isinstance(item, Failure) and self.line:
                    where = f"line {self.line + number}, byte {offset}"
                    item = item.model_copy(update={"detail": f"{item.detail} ({where})"})
                yield with_warning(item, doubt.unsound_source()) if offset in self.unsound else item
            offset += len(line) + 1


def read_json_lines(stream: Stream, path: str, options: SourceOptions) -> Iterator[LineBlock | Loaded]:
    """The corpus in blocks of whole lines. A damaged place costs the lines that it touches."""
    head = _head_of(stream)
    if _WIDE.match(head):
        detail = f"{path} is in UTF-16, JSON Lines are in UTF-8; convert it (iconv -f utf-16 -t utf-8)"
        yield failed(path, Reason.UNDECODABLE, detail)
        return
    if not is_by_line(head):
        yield from loaded(path, read_values(stream, path, options))
        return
    yield from _blocks(stream, path, options)


def _blocks(stream: Stream, path: str, options: SourceOptions) -> Iterator[LineBlock | Loaded]:
    """Blocks of whole lines, and what was too long or damaged between them."""
    start, line = 0, 1
    while True:
        try:
            begin = stream.position
            block = _whole_lines(stream, options.max_size)
            if not block:
                return
            if len(block) > options.max_size and b"\n" not in block:
                yield failed(f"{path}#{start}", Reason.TOO_LARGE, _too_long(path, start, line))
                start += _skip_line(stream)
                line += 1 if line else 0
            elif not block.isspace():
                yield LineBlock(path, start, block, _unsound(stream, begin, block, start), line)
            start += len(block)
            line += block.count(b"\n") if line else 0
        except BrokenStreamError as error:
            line = 0
            found = stream.resynchronise(error.offset + 1, _MEMBERS)
            end = stream.reached() if found is None else found
            yield Loaded(path, (lost(path, error.offset, end, truncated=error.truncated and found is None),))


def _too_long(path: str, start: int, line: int) -> str:
    where = f"line {line}, byte {start}" if line else f"byte {start}"
    return f"a row of {path} is over --max-size ({where})"


def is_by_line(head: bytes) -> bool:
    """Whether what begins like this has one value a line; if not, its values are numbered."""
    return not _VALUES.match(head)


def _head_of(stream: Stream) -> bytes:
    try:
        return stream.peek(_LOOKED_AT)
    except BrokenStreamError:
        return b""


def _unsound(stream: Stream, begin: int, block: bytes, start: int) -> frozenset[int]:
    """The offsets of the rows that come from a damaged member; the block begins at position `begin`, offset `start`."""
    if stream.is_sound(begin, begin + len(block)):
        return frozenset()
    found, offset = [], 0
    for line in block.split(b"\n"):
        if not stream.is_sound(begin + offset, begin + offset + len(line)):
            found.append(start + offset)
        offset += len(line) + 1
    return frozenset(found)


def _whole_lines(stream: Stream, limit: int) -> bytes:
    """The next lines, together about a block; one longer than `limit` is cut there."""
    ahead = stream.peek(_BLOCK)
    whole = ahead.rfind(b"\n") + 1
    if not whole and len(ahead) == _BLOCK:
        ahead = stream.peek(limit + 1)
        whole = ahead.find(b"\n") + 1
    return stream.read(whole or len(ahead))


def _skip_line(stream: Stream) -> int:
    """Pass over the rest of a line; how long that was."""
    skipped = 0
    while ahead := stream.peek(_BLOCK):
        end = ahead.find(b"\n") + 1
        skipped += len(stream.read(end or len(ahead)))
        if end:
            break
    return skipped


def _row(line: bytes, source: str, options: SourceOptions) -> SliceItem:
    try:
        bare = line.strip().removesuffix(b",")  # a comma behind it: a row of an array
        row = json.loads(bare, object_pairs_hook=object_of)
    except json.JSONDecodeError as error:
        return failure(source, Reason.BAD_ROW, f"{source} is no JSON: {error.msg} in column {error.colno}")
    except (ValueError, RecursionError) as error:
        return failure(source, Reason.BAD_ROW, f"{source} is no JSON: {error}")
    return row_item(row, source, options, has_escapes=b"\\u" in line)
