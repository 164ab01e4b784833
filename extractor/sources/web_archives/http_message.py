"""HTTP messages as archives keep them (RFC 9112): head, body, and the codings that lie around the body."""

import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from extractor.document import MediaType
from extractor.extras import require
from extractor.sources.codecs import ZSTD

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_STATUS = re.compile(rb"HTTP(?:/[0-9.]*)?\s+([0-9]{3})(?![0-9])")
"""A status line (RFC 9112, 4), also without the version, as some servers write it."""
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a]")
_LOOKED_AT = 4096
_CHUNK_SIZE = re.compile(rb"\s*([0-9a-fA-F]{1,16})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHUNK_END = re.compile(rb"\r?\n")
_MEDIA_TYPES = {
    "text/html": MediaType.HTML,
    "application/xhtml+xml": MediaType.HTML,
    "text/plain": MediaType.TEXT,
}
_LENGTH = re.compile(r"[0-9]{1,15}")
_LISTS = frozenset({"content-encoding", "transfer-encoding", "x-robots-tag"})
_UNKNOWN_TYPES = ("", "application/octet-stream", "application/http", "unk")
_HOLD_PAGES = ("application/json", "multipart/related", "text/markdown")
"""Types that a page can be wrapped in."""


class BodyTooLargeError(Exception):
    """The body expands beyond the limit."""


class UnknownCodingError(Exception):
    """The body is in a content coding that is not known; its name is the message."""


class Body(NamedTuple):
    """What a message holds; not `is_whole` if a coding around it breaks off."""

    content: bytes
    is_whole: bool = True


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
    essence = re.split("[;,]", value, maxsplit=1)[0].strip().lower()  # proxies may have joined two headers
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
    """Status, headers and raw body of a response; status None if it has no status line.

    Responses that only say that another comes (status 1xx; RFC 9110, 15.2) are passed over.
    """
    status, headers, body = _divided(message)
    while status and 100 <= status < 200 and _STATUS.match(body):  # noqa: PLR2004 - informational
        status, headers, body = _divided(body)
    return status, headers, body if status else message


def _divided(message: bytes) -> tuple[int | None, dict[str, str], bytes]:
    head, gap, body = message.partition(b"\r\n\r\n")
    if not gap or message.find(b"\n\n", 0, len(head)) >= 0:
        head, _, body = message.partition(b"\n\n")
    status_line, _, block = head.partition(b"\n")
    status = _STATUS.match(status_line)
    return (int(status[1]), parse_headers(block), body) if status else (None, {}, message)


def decode_body(body: bytes, headers: Mapping[str, str], limit: int) -> Body:
    """The body without chunks and content codings. Archives often keep the headers of codings that they undid.

    >>> decode_body(b"half", {"content-length": "8"}, 100)
    Body(content=b'half', is_whole=False)

    Raises:
        BodyTooLargeError: if that is more than `limit` bytes.
        UnknownCodingError: if a coding is not known, and was not undone.
        MissingExtra: if the coding needs an optional part.

    """
    is_chunked = "chunked" in headers.get("transfer-encoding", "").lower()
    made = _dechunk(body) if is_chunked else Body(body, len(body) >= _told_length(headers))
    is_whole = made.is_whole
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        made = _expand(made.content, coding.strip(), limit)
        is_whole = is_whole and made.is_whole
    if len(made.content) > limit:
        raise BodyTooLargeError
    return Body(made.content, is_whole)


def _told_length(headers: Mapping[str, str]) -> int:
    """The bytes that the raw body should have; 0 if the head does not say."""
    told = headers.get("content-length", "")
    return int(told) if _LENGTH.fullmatch(told) else 0


def _dechunk(body: bytes) -> Body:
    """The chunks joined; the body as it is if it is not in chunks; what there is if they break off or make no sense."""
    chunks: list[bytes] = []
    position = 0
    while size := _CHUNK_SIZE.match(body, position):
        length = int(size[1], 16)
        if not length:
            return Body(b"".join(chunks))
        position = min(size.end() + length, len(body))
        if not chunks and position < len(body) and not _CHUNK_END.match(body, position):
            return Body(body)  # a number on a line of its own
        chunks.append(body[size.end() : position])
    return Body(b"".join([*chunks, body[position:]]), is_whole=not chunks)


def _expand(body: bytes, coding: str, limit: int) -> Body:
    if coding in ("", "identity"):
        return Body(body)
    if coding not in _DECODERS:
        if _CONTROLS.search(body, 0, _LOOKED_AT):
            raise UnknownCodingError(coding[:40])
        return Body(body)  # a name without meaning, or undone already
    try:
        return _DECODERS[coding](body, limit)
    except zlib.error:
        return Body(body)  # undone already when it was archived


def _gunzip(body: bytes, limit: int) -> Body:
    return _inflate(body, 31, limit)


def _undeflate(body: bytes, limit: int) -> Body:
    """With a zlib header as the standard says, or without as some servers do."""
    return _inflate(body, 15 if body[:1] == b"\x78" else -15, limit)


def _inflate(body: bytes, wbits: int, limit: int) -> Body:
    """What is there, if it breaks off or is damaged further on.

    Raises:
        zlib.error: if not even its beginning is in this coding.

    """
    decoder = zlib.decompressobj(wbits)
    try:
        made = decoder.decompress(body, limit + 1)
    except zlib.error:
        return _inflate_to_the_damage(body, wbits, limit)
    return Body(made, is_whole=decoder.eof or len(made) > limit)


def _inflate_to_the_damage(body: bytes, wbits: int, limit: int) -> Body:
    """What comes before the damage, to the byte: the decoder keeps back what it made of all that it was given."""
    decoder, made = zlib.decompressobj(wbits), bytearray()
    for byte in body:
        try:
            made += decoder.decompress(bytes((byte,)))
        except zlib.error:
            if not made:
                raise
            break
        if len(made) > limit:
            break
    return Body(bytes(made), is_whole=False)


def _unbrotli(body: bytes, limit: int) -> Body:
    brotli = require("brotli", "archives")
    decoder = brotli.Decompressor()
    try:
        made = bytes(decoder.process(body, output_buffer_limit=limit + 1))
    except brotli.error:
        return Body(body)
    if not made and not decoder.is_finished():
        return Body(body)
    return Body(made, is_whole=decoder.is_finished() or len(made) > limit)


def _unzstandard(body: bytes, limit: int) -> Body:
    """As RFC 8878 registers it."""
    if not ZSTD.begins.match(body):
        return Body(body)
    decoder, made, piece = ZSTD.decoder(), bytearray(), body
    while not decoder.eof and len(made) <= limit and (piece or not decoder.needs_input):
        made += decoder.decompress(piece, limit + 1 - len(made))
        piece = b""
    return Body(bytes(made), is_whole=decoder.eof or len(made) > limit)


_DECODERS: Mapping[str, Callable[[bytes, int], Body]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _undeflate,
    "br": _unbrotli,
    "zstd": _unzstandard,
}
