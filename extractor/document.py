"""A page as it came in: bytes or text, where it is from, and what it turns out to be."""

import codecs
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urljoin, urlsplit

from extractor.errors import Reason, UnreadableDocument
from extractor.records import Provenance

MAX_SIZE = 20_000_000
"""Bytes (or characters) above which a page is refused unless the caller raises the limit; real pages are smaller."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PARAGRAPH = "\u2029"
"""The sign that ends a paragraph; it becomes a blank line, which is what paragraphs have between them."""
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_MARKUP = re.compile(
    r"(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|p|table|article|section|h1)[\s>/])", re.IGNORECASE
)
_MAX_CONTROL_SHARE = 0.01
_SNIFFED = 4096
_PROBED = 65536


class MediaType(StrEnum):
    """The kinds of page that readers know."""

    TEXT = "text/plain"
    HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Document:
    """A page before it is read.

    `source` says where it came from in the words of the record, `charset` is what the protocol (an HTTP header) says
    of the bytes, `media_type` is None when nobody has said it. `next_pages` go on with the answers of this one;
    `missing_page` says which of these could not be had, and why.
    """

    content: bytes | str
    source: str | None = None
    url: str | None = None
    media_type: MediaType | None = None
    charset: str | None = None
    provenance: Provenance | None = None
    next_pages: tuple["Document", ...] = ()
    missing_page: str | None = None


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a document; `repaired` if some bytes did not fit its encoding and were replaced."""

    text: str
    encoding: str
    repaired: bool = False


def check_size(document: Document, limit: int = MAX_SIZE) -> None:
    """Refuse a document above `limit` bytes or characters.

    Raises:
        UnreadableDocument: with `Reason.TOO_LARGE`.

    """
    if len(document.content) > limit:
        raise UnreadableDocument(
            Reason.TOO_LARGE,
            f"{document.source or 'the page'} holds {len(document.content):,} bytes, the limit is {limit:,}; "
            "raise it with --max-size if this really is one page",
        )


def decode(document: Document) -> Decoded:
    r"""The text of `document`: by byte order mark, by what the protocol says, then as UTF-8, UTF-16 or Windows-1252.

    >>> decode(Document("naïve".encode("cp1252"))).encoding
    'cp1252'

    Raises:
        UnreadableDocument: if it is empty, binary, or in no encoding that text comes in.

    """
    if isinstance(document.content, str):
        text = _SURROGATES.sub("\ufffd", document.content)  # they have no bytes, so that no record could be written
        decoded = Decoded(text, "str", repaired=text != document.content)
    else:
        decoded = _decode_bytes(document.content, document.charset, document.source or "the page")
    if _PARAGRAPH in decoded.text:
        decoded = replace(decoded, text=decoded.text.replace(_PARAGRAPH, "\n\n"))
    if not decoded.text or decoded.text.isspace():
        raise UnreadableDocument(Reason.EMPTY, f"{document.source or 'the page'} holds no text")
    return decoded


def sniff(text: str) -> MediaType:
    """HTML or plain text, by the beginning of the page.

    >>> sniff("<!DOCTYPE html><html>").value, sniff("Doctor Answers 6").value
    ('text/html', 'text/plain')
    """
    return MediaType.HTML if _MARKUP.search(text, 0, _SNIFFED) else MediaType.TEXT


def _decode_bytes(data: bytes, charset: str | None, source: str) -> Decoded:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_lenient(data[len(bom) :], encoding)
    for likely in (charset, "utf-8"):
        if likely and (text := _decode_strict(data, likely)) is not None and not _is_binary(text):
            return Decoded(text, likely)
    if wide := _wide_encoding(data):
        return _decode_lenient(data, wide)
    if _MULTIBYTE.search(data):  # UTF-8 with a broken place or two: Windows-1252 would garble all the rest
        repaired = _decode_lenient(data, "utf-8")
        if repaired.text.count("\ufffd") * 5 < len(_MULTIBYTE.findall(data)) + 5 and not _is_binary(repaired.text):
            return repaired
    text = _decode_strict(data, "cp1252")
    if text is not None and not _is_binary(text):
        return Decoded(text, "cp1252")
    if text is None and not _is_binary(data.decode("latin-1")):
        raise UnreadableDocument(
            Reason.UNDECODABLE,
            f"{source} is in none of UTF-8, UTF-16 and Windows-1252; convert it to UTF-8 (iconv -t utf-8)",
        )
    raise UnreadableDocument(Reason.BINARY, f"{source} is binary data, not a page of text or HTML")


def _decode_strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _decode_lenient(data: bytes, encoding: str) -> Decoded:
    text = _decode_strict(data, encoding)
    return (
        Decoded(text, encoding)
        if text is not None
        else Decoded(data.decode(encoding, "replace"), encoding, repaired=True)
    )


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text then has a NUL in every other byte."""
    head = data[:_SNIFFED]
    pairs = len(head) // 2
    if pairs and head[1::2].count(0) > 0.8 * pairs and head[0::2].count(0) < 0.1 * pairs:
        return "utf-16-le"
    if pairs and head[0::2].count(0) > 0.8 * pairs and head[1::2].count(0) < 0.1 * pairs:
        return "utf-16-be"
    return None


def _is_binary(text: str) -> bool:
    head = text[:_PROBED].encode("utf-8", "replace")
    return len(head) - len(head.translate(None, _CONTROLS)) > _MAX_CONTROL_SHARE * len(head)


def host_of(url: str | None) -> str | None:
    """The host of an address, in lower case; None if it has none."""
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None


def absolute(base: str | None, url: str) -> str | None:
    """An address as it stands on a page, made absolute if the page's own is known; None if it is none.

    >>> absolute("https://a.org/q/1", "/dr/roe"), absolute(None, "/dr/roe"), absolute("https://a.org", "//[")
    ('https://a.org/dr/roe', '/dr/roe', None)
    """
    try:
        return urljoin(base or "", url.strip()) if url.strip() else None
    except ValueError:
        return None
