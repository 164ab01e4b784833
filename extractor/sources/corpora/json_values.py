"""JSON that is not one object a line: arrays of objects, and objects over several lines, one behind the other."""

import codecs
import json
import re
from collections.abc import Iterator, Sequence

from extractor.document import Document
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources.corpora.columns import find_value, kept, kind_of_value, row_document
from extractor.sources.slices import SliceItem, SourceOptions, failure
from extractor.sources.streams import Stream

_SURROGATES = re.compile("[\ud800-\udfff]")
_BETWEEN = re.compile(r"[\s,\[\]\ufeff]*")
_NEXT = re.compile(r"\n[^\S\n]*+(?=\{)")
_PIECE = 1 << 18
_NEARLY = 32
"""An error so few characters before the end of what was read may be gone when more is read."""


def read_values(stream: Stream, path: str, options: SourceOptions) -> Iterator[SliceItem]:
    """The page in each object; they are numbered from 0.

    Raises:
        BrokenStreamError: where the stream is damaged.

    """
    decoder, text, number = codecs.getincrementaldecoder("utf-8")("replace"), "", 0
    while True:
        text = text[_end_of(_BETWEEN, text) :]
        source = f"{path}#{number}"
        try:
            row, end = _DECODER.raw_decode(text)
        except (ValueError, RecursionError) as error:
            more = _more(stream, len(text), options.max_size) if _may_go_on(error, text) else b""
            if more:
                text += decoder.decode(more)
                continue
            if not text:
                return
            yield failure(source, Reason.BAD_ROW, f"{source} is no JSON: {error}")
            end = _next(text)
        else:
            yield row_item(row, source, options, has_escapes=True)
        text, number = text[end:], number + 1


def object_of(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """The object of these names and values.

    Raises:
        ValueError: if a name has two values. JSON leaves open which is meant (RFC 8259, 4); here it is mostly that of
            two rows one lost its end and the other its beginning.

    """
    found = dict(pairs)
    if len(found) < len(pairs) and any(found[name] != value for name, value in pairs):
        raise ValueError("a name stands in one object with two values")
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=object_of)


def row_item(row: object, source: str, options: SourceOptions, *, has_escapes: bool) -> Document | Failure:
    """The document in a row of a corpus, or why there is none; `has_escapes` if it may hold what cannot be written."""
    if not isinstance(row, dict):
        return failure(source, Reason.BAD_ROW, f"{source} is no JSON object, but {kind_of_value(row)}")
    column, text = find_value(row, options.text_columns)
    place, url = find_value(row, options.url_columns)
    if isinstance(url, str) and has_escapes:
        url = _SURROGATES.sub("\ufffd", url)  # half of a pair is no character, and cannot be written
    return row_document(source, column, text, url, kept(row, (column, place), options.keep_columns))


def _end_of(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _may_go_on(error: Exception, text: str) -> bool:
    """Whether the error may be that the value is not there to its end."""
    if not isinstance(error, json.JSONDecodeError):
        return False
    return error.msg.startswith("Unterminated") or error.pos >= len(text) - _NEARLY


def _more(stream: Stream, held: int, limit: int) -> bytes:
    """As much again as is held, so that a long value is not looked at too often; nothing above the limit of a page."""
    if held > limit:
        return b""
    wanted = max(_PIECE, held)
    return stream.read(len(stream.peek(wanted)))


def _next(text: str) -> int:
    """Where the next object begins behind one that makes no sense."""
    found = _NEXT.search(text, 1)
    return found.end() if found else len(text)
