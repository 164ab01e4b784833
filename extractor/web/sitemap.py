"""Sitemaps: the addresses that a site names itself (sitemaps.org), as XML or as plain lines, gzipped or not."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from extractor.errors import FetchFailed, Reason
from extractor.web.exchange import Exchange
from extractor.web.urls import clean, host, listed

_GZIP = b"\x1f\x8b"
_LARGEST = 52_428_800
"""Bytes that a sitemap may have when unpacked, by the protocol."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The addresses of pages, and of further sitemaps, that a sitemap names; those on other hosts are left out."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read_sitemap(answer: Exchange) -> Sitemap:
    """What the sitemap in `answer` names.

    Raises:
        FetchFailed: with `Reason.UNREADABLE`, if it is none, or with `Reason.TOO_LARGE`.

    """
    text = _unpacked(answer.body) if answer.body.startswith(_GZIP) else answer.body
    if not text.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return Sitemap(pages=tuple(_own(listed(text.decode("utf-8-sig", "replace").splitlines()), answer.url)))
    root = etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    kind = root.tag.rpartition("}")[2] if root is not None else ""  # no QName: it raises on odd names
    if kind not in {"urlset", "sitemapindex"}:
        raise _unreadable()
    places = tuple(_own((place.text or "" for place in root.iterfind("{*}*/{*}loc")), answer.url))
    return Sitemap(sitemaps=places) if kind == "sitemapindex" else Sitemap(pages=places)


def _own(places: Iterator[str], url: str) -> Iterator[str]:
    for place in places:
        try:
            address = clean(place)
        except FetchFailed:
            continue
        if host(address) == host(url):
            yield address


def _unpacked(body: bytes) -> bytes:
    decoder = zlib.decompressobj(wbits=31)
    try:
        text = decoder.decompress(body, _LARGEST)
    except zlib.error as error:
        raise _unreadable() from error
    if decoder.unconsumed_tail:
        raise FetchFailed(Reason.TOO_LARGE, f"the sitemap unpacks to more than the {_LARGEST:,} bytes of the protocol")
    return text


def _unreadable() -> FetchFailed:
    return FetchFailed(Reason.UNREADABLE, "this is no sitemap; give the address of one (robots.txt often names it)")
