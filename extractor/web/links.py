"""Where a page leads: its links, and the next page of the same question or list."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from lxml import etree, html

from extractor.errors import FetchFailed
from extractor.web.exchange import Exchange
from extractor.web.urls import clean, host

_PAGE_PARAMETERS = frozenset({"page", "p", "pg", "paged", "pagina", "pageno", "page_no", "pagenumber"})
_PAGE_PATH = re.compile(r"(?:/|[/_-](?:page[/_-]?|p))(\d{1,4})")
_NAMED_PAGE = re.compile(r"[/_-]page[/_-]?\d{1,4}$")


def links(page: Exchange) -> list[str]:
    """The addresses on the same host that `page` links to, each once, in order."""
    return list(dict.fromkeys(url for url, _ in _links(page)))


def next_page(page: Exchange, first: str) -> str | None:
    """The address of the page that goes on where `page` ends, in the series that begins at `first`.

    A link that says so (`rel=next`) is taken if it stays with `first`; else the one with the next page number.
    """
    found = list(_links(page))
    for url, relations in found:
        if "next" in relations and url != page.url and _is_of_series(url, first):
            return url
    here = page_number(page.url, first) or 1
    numbers = {number: url for url, _ in reversed(found) if (number := page_number(url, first)) and number > here}
    return numbers[min(numbers)] if numbers else None


def page_number(url: str, first: str) -> int | None:
    """Which page of the series that begins at `first` is at `url`; None if it belongs to another.

    >>> page_number("https://a.example/q/1?page=3", "https://a.example/q/1")
    3
    >>> page_number("https://a.example/q/1/page/2", "https://a.example/q/1/")
    2
    >>> page_number("https://a.example/q/2", "https://a.example/q/1") is None
    True
    """
    (path, query, number), (first_path, first_query, _) = _split(url), _split(first)
    if host(url) != host(first) or query != first_query:
        return None
    if path == first_path:
        return number or 1
    base = _NAMED_PAGE.sub("", first_path)
    behind = _PAGE_PATH.fullmatch(path.removeprefix(base)) if path.startswith(base) else None
    return int(behind[1]) if behind else None


def _is_of_series(url: str, first: str) -> bool:
    return page_number(url, first) is not None or urlsplit(url).path == urlsplit(first).path


def _split(url: str) -> tuple[str, str, int | None]:
    """Path, query without page number, page number of the query."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    numbers = [int(value) for key, value in pairs if key.lower() in _PAGE_PARAMETERS and value.isdecimal()]
    others = [pair for pair in pairs if pair[0].lower() not in _PAGE_PARAMETERS]
    return parts.path.rstrip("/"), urlencode(others), numbers[0] if numbers else None


def _links(page: Exchange) -> Iterator[tuple[str, frozenset[str]]]:
    """Address and relations of each link that stays on the host of `page`."""
    try:
        tree = html.document_fromstring(page.body)
    except (etree.ParserError, ValueError):  # nothing in it that could be a link
        return
    base = tree.find(".//base[@href]")
    start = page.url if base is None else _address(page.url, base.get("href")) or page.url
    for element in tree.iter("a", "link"):
        url = _address(start, element.get("href"))
        if url and host(url) == host(page.url):
            yield url, frozenset((element.get("rel") or "").lower().split())


def _address(base: str, link: str | None) -> str | None:
    try:
        return clean(urljoin(base, link.strip())) if link is not None else None
    except (FetchFailed, ValueError):  # mailto:, javascript:, nonsense
        return None
