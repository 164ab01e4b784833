"""HTTP messages as archives keep them (RFC 9112): head, body, and the codings that lie around the body."""

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractor.document import MediaType
from extractor.extras import require

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_CHUNK_SIZE = re.compile(rb"\s*([0-9a-fA-F]{1,16})[^\r\n]*\r?\n")
_MEDIA_TYPES = {
    "text/html": MediaType.HTML,
    "application/xhtml+xml": MediaType.HTML,
    "text/plain": MediaType.TEXT,
}
_LISTS = frozenset({"content-encoding", "transfer-encoding", "x-robots-tag"})
_UNKNOWN_TYPES = ("", "application/octet-stream", "application/http", "unk")
_HOLD_PAGES = ("application/json", "multipart/related", "text/markdown")
"""Types that a page can be wrapped in."""


class BodyTooLargeError(Exception):
    """The body expands beyond the limit."""


@dataclass(frozen=True, slots=True)
class ContentType:
    """What a Content-Type header says. `is_page` is False for pictures and the like."""

    media_type: MediaType | None
    charset: str | None
    is_page: bool


def parse_content_type(value: str) -> ContentType:
    """Media type and charset.

    >>> parse_content_type("text/html; charset=ISO-8859-1").charset
    'ISO-8859-1'
    >>> parse_content_type("image/png").is_page
    False
    """
    essence = value.partition(";")[0].strip().lower()
    charset = _CHARSET.search(value)
    media_type = _MEDIA_TYPES.get(essence)
    is_page = bool(media_type) or essence in _UNKNOWN_TYPES or essence in _HOLD_PAGES
    return ContentType(media_type, charset[1] if charset else None, is_page)


def parse_headers(block: bytes) -> dict[str, str]:
    r"""Header lines by lower-case name, folded lines joined.

    >>> parse_headers(b"Content-Type: text/html\r\nX: 1\r\n 2\r\n")
    {'content-type': 'text/html', 'x': '1 2'}
    """
    pairs: list[tuple[str, str]] = []
    for line in block.decode("utf-8", "replace").splitlines():
        if line[:1] in (" ", "\t") and pairs:
            name, value = pairs.pop()
            pairs.append((name, f"{value} {line.strip()}"))
        elif ":" in line:
            name, _, value = line.partition(":")
            pairs.append((name.strip(), value.strip()))
    return by_name(pairs)


def by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Headers by lower-case name; of equal names the last counts, or all do where the header is a list.

    >>> by_name([("X-Robots-Tag", "noindex"), ("X-Robots-Tag", "noai"), ("Age", "1"), ("age", "2")])
    {'x-robots-tag': 'noindex, noai', 'age': '2'}
    """
    headers: dict[str, str] = {}
    for key, value in pairs:
        name = key.lower()
        headers[name] = f"{headers[name]}, {value}" if name in _LISTS and name in headers else value
    return headers


def split_message(message: bytes) -> tuple[int | None, dict[str, str], bytes]:
    """Status, headers and raw body of a response; status None if it has no status line."""
    head, gap, body = message.partition(b"\r\n\r\n")
    if not gap or message.find(b"\n\n", 0, len(head)) >= 0:
        head, _, body = message.partition(b"\n\n")
    status_line, _, block = head.partition(b"\n")
    parts = status_line.split(None, 2)
    if len(parts) < 2 or not parts[0].startswith(b"HTTP/") or not parts[1].isdigit():  # noqa: PLR2004 - protocol, status
        return None, {}, message
    return int(parts[1]), parse_headers(block), body


def decode_body(body: bytes, headers: Mapping[str, str], limit: int) -> bytes:
    """The body without chunks and content codings. Archives often keep the headers of codings that they undid.

    Raises:
        BodyTooLargeError: if that is more than `limit` bytes.
        MissingExtra: if the coding needs an optional part.

    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _dechunk(body)
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        body = _expand(body, coding.strip(), limit)
    if len(body) > limit:
        raise BodyTooLargeError
    return body


def _dechunk(body: bytes) -> bytes:
    """The chunks joined; the body as it is if it is not in chunks; what there is if it breaks off."""
    chunks: list[bytes] = []
    position = 0
    while size := _CHUNK_SIZE.match(body, position):
        length = int(size[1], 16)
        if not length:
            return b"".join(chunks)
        chunks.append(body[size.end() : size.end() + length])
        position = size.end() + length
    return b"".join(chunks) if chunks and position >= len(body) else body


def _expand(body: bytes, coding: str, limit: int) -> bytes:
    try:
        if coding in ("gzip", "x-gzip"):
            return _inflate(body, 31, limit)
        if coding == "deflate":  # with a zlib header as the standard says, or without as some servers do
            return _inflate(body, 15 if body[:1] == b"\x78" else -15, limit)
        if coding == "br":
            return _unbrotli(body, limit)
    except zlib.error:
        return body  # undone already when it was archived
    return body


def _inflate(body: bytes, wbits: int, limit: int) -> bytes:
    return zlib.decompressobj(wbits).decompress(body, limit + 1)


def _unbrotli(body: bytes, limit: int) -> bytes:
    brotli = require("brotli", "archives")
    decoder = brotli.Decompressor()
    try:
        made = bytes(decoder.process(body, output_buffer_limit=limit + 1))
    except brotli.error:
        return body
    return made if made or decoder.is_finished() else body
