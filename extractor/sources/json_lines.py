"""Corpora in JSON Lines: one object a line, its page and address in fields found by name."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.errors import Reason
from extractor.sources.codecs import CODECS
from extractor.sources.columns import document, find_value
from extractor.sources.slices import Item, Loaded, SourceOptions, failed, failure, lost
from extractor.sources.streams import BrokenStreamError, Stream

_BLOCK = 1 << 20
_SURROGATES = re.compile("[\ud800-\udfff]")
_MEMBERS = re.compile(b"|".join(codec.begins.pattern for codec in CODECS))


@dataclass(frozen=True, slots=True)
class Lines:
    """Whole lines of a corpus, from offset `start` of what it expands to."""

    path: str
    start: int
    data: bytes

    @property
    def name(self) -> str:
        """Where they lie."""
        return f"{self.path}#{self.start}"

    @property
    def size(self) -> int:
        """Bytes held."""
        return len(self.data)

    def items(self, options: SourceOptions) -> Iterator[Item]:
        """One document or failure a line; blank lines are nothing."""
        offset = self.start
        for line in self.data.split(b"\n"):
            if line.strip():
                yield _row(line, f"{self.path}#{offset}", options)
            offset += len(line) + 1


def read_lines(stream: Stream, path: str, options: SourceOptions) -> Iterator[Lines | Loaded]:
    """The corpus in blocks of whole lines. A damaged place costs the lines that it touches."""
    start = 0
    while True:
        try:
            block = _whole_lines(stream, options.max_size)
            if not block:
                return
            if len(block) > options.max_size and b"\n" not in block:
                yield failed(f"{path}#{start}", Reason.TOO_LARGE, f"a row at {path}#{start} is over --max-size")
                start += _skip_line(stream)
            else:
                yield Lines(path, start, block)
            start += len(block)
        except BrokenStreamError as error:
            found = stream.resynchronise(error.offset + 1, _MEMBERS)
            end = stream.reached() if found is None else found
            yield Loaded(path, (lost(path, error.offset, end, truncated=error.truncated and found is None),))


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


def _row(line: bytes, source: str, options: SourceOptions) -> Item:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return failure(source, Reason.BAD_ROW, f"{source} is no JSON: {error}")
    if not isinstance(row, dict):
        return failure(source, Reason.BAD_ROW, f"{source} is no JSON object, but a {type(row).__name__}")
    column, text = find_value(row, options.text_columns)
    if isinstance(text, str) and b"\\u" in line:
        text = _SURROGATES.sub("\ufffd", text)  # half of a pair is no character, and cannot be written
    _, url = find_value(row, options.url_columns)
    return document(source, column, text, url)
