import gzip

import pytest

from extractor.errors import FetchFailed, Reason
from extractor.web import sitemap
from extractor.web.exchange import Exchange
from extractor.web.sitemap import Sitemap

URL = "https://a.example/sitemap.xml"
NAMESPACE = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)


def parse(body: bytes, url: str) -> Sitemap:
    return sitemap.read_sitemap(Exchange(url, 200, "OK", (), body, "2026-01-01T00:00:00Z"))


def urlset(*places: str) -> bytes:
    items = "".join(f"<url><loc> {place} </loc><lastmod>2026-01-01</lastmod></url>" for place in places)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {NAMESPACE}>{items}</urlset>'.encode()


def test_pages() -> None:
    found = parse(urlset("https://a.example/q/1", "https://a.example/q/2?a=1&amp;b=2"), URL)
    assert found == Sitemap(pages=("https://a.example/q/1", "https://a.example/q/2?a=1&b=2"))


def test_further_sitemaps() -> None:
    index = f"<sitemapindex {NAMESPACE}><sitemap><loc>https://a.example/2.xml</loc></sitemap></sitemapindex>"
    assert parse(index.encode(), URL) == Sitemap(sitemaps=("https://a.example/2.xml",))


def test_packed_plain_and_broken_ones() -> None:
    one = Sitemap(pages=("https://a.example/q/1",))
    assert parse(gzip.compress(urlset("https://a.example/q/1")), URL) == one
    assert parse(b"\xef\xbb\xbfhttps://a.example/q/1\r\n\r\nnonsense\n", URL) == one
    assert parse(urlset("https://a.example/q/1")[:-15], URL) == one


def test_pages_of_other_hosts_and_pictures_are_left_out() -> None:
    body = urlset("https://b.example/q", "ftp://a.example/q").replace(
        b"</url>", b"<image:image><image:loc>https://a.example/i.png</image:loc></image:image></url>"
    )
    assert parse(body, URL) == Sitemap()


@pytest.mark.parametrize("body", [b"<html><body>Not found</body></html>", b"<", b"\x1f\x8bbroken", b"<rss/>"])
def test_what_is_no_sitemap(body: bytes) -> None:
    with pytest.raises(FetchFailed) as caught:
        parse(body, URL)
    assert caught.value.reason is Reason.UNREADABLE


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    body = bomb.encode() + urlset("https://a.example/&b;&f;").partition(b"\n")[2]
    assert all("aaa" not in place and "root" not in place for place in parse(body, URL).pages)


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "_LARGEST", 1000)
    with pytest.raises(FetchFailed) as caught:
        parse(gzip.compress(bytes(100_000)), URL)
    assert caught.value.reason is Reason.TOO_LARGE
