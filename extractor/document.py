"""A page as it came in: bytes or text, where it is from, and what it turns out to be."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from urllib.parse import urljoin, urlsplit

from extractor.records import Provenance, Scalar, Warning  # noqa: A004 - the word of the record

MAX_SIZE = 20_000_000
"""Bytes (or characters) above which a page is refused unless the caller raises the limit; real pages are smaller."""

_MARKUP = re.compile(
    r"(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|p|table|article|section|h1)[\s>/])", re.IGNORECASE
)
_SNIFFED = 4096


class MediaType(StrEnum):
    """The kinds of page that readers know."""

    TEXT = "text/plain"
    HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Document:
    """A page before it is read.

    `source` says where it came from in the words of the record, `charset` is what the protocol (an HTTP header) says
    of the bytes, `media_type` is None when nobody has said it. `next_pages` go on with the answers of this one;
    `missing_page` says which of these could not be had, and why. `warnings` are reasons to distrust what came in, and
    `columns` what its row in a corpus holds besides: its records carry them.
    """

    content: bytes | str
    source: str | None = None
    url: str | None = None
    media_type: MediaType | None = None
    charset: str | None = None
    provenance: Provenance | None = None
    next_pages: tuple["Document", ...] = ()
    missing_page: str | None = None
    warnings: tuple[Warning, ...] = ()
    columns: Mapping[str, Scalar] | None = None


def digest_of(document: Document) -> str:
    """SHA-256 of the page and of those that go on with it; of a page file it is what `sha256sum` prints."""
    total = sha256()
    for content in _contents(document):
        total.update(content if isinstance(content, bytes) else content.encode(errors="surrogatepass"))
    return total.hexdigest()


def _contents(document: Document) -> Iterator[bytes | str]:
    yield document.content
    for page in document.next_pages:
        yield from _contents(page)


def sniff(text: str) -> MediaType:
    """HTML or plain text, by the beginning of the page.

    >>> sniff("<!DOCTYPE html><html>").value, sniff("Doctor Answers 6").value
    ('text/html', 'text/plain')
    """
    return MediaType.HTML if _MARKUP.search(text, 0, _SNIFFED) else MediaType.TEXT


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
