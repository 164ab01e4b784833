"""Finding the addresses of questions: in lists, in sitemaps, on pages that list them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extractor.errors import FetchFailed, Reason
from extractor.records import Failure
from extractor.web.exchange import Exchange
from extractor.web.faults import as_failure
from extractor.web.links import links, next_page
from extractor.web.sitemap import read_sitemap
from extractor.web.urls import host

Helper = Callable[[str, str], Exchange]
"""Gives the answer at an address, told what kind of help it is: "sitemap" or "list"."""


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for: addresses in which `match` is found, `max_pages` of them at most, on as many pages at most."""

    match: re.Pattern[str]
    max_pages: int


def in_sitemap(start: str, helper: Helper, search: Search) -> Iterator[str | Failure]:
    """The addresses that the sitemap at `start`, and those which it names, hold."""
    return _found(start, _sitemaps(start, helper, search.max_pages), search)


def on_lists(start: str, helper: Helper, search: Search) -> Iterator[str | Failure]:
    """The addresses to which the page at `start`, and those which go on with it, link."""
    return _found(start, _lists(start, helper, search.max_pages), search)


def _sitemaps(start: str, helper: Helper, limit: int) -> Iterator[Iterable[str] | Failure]:
    waiting, seen = [start], {start}
    for count, url in enumerate(waiting, 1):
        if count > limit:
            yield _beyond(start, limit)
            return
        try:
            found = read_sitemap(helper(url, "sitemap"))
        except FetchFailed as failed:
            yield as_failure(url, failed)
            continue
        waiting += (further for further in found.sitemaps if further not in seen)
        seen.update(found.sitemaps)
        yield found.pages


def _lists(start: str, helper: Helper, limit: int) -> Iterator[Iterable[str] | Failure]:
    url: str | None = start
    pages: dict[str, Exchange] = {}
    while url is not None and url not in pages:
        if len(pages) == limit:
            yield _beyond(start, limit)
            return
        try:
            page = pages[url] = helper(url, "list")
        except FetchFailed as failed:
            yield as_failure(url, failed)
            return
        first = pages[start].url
        if host(page.url) != host(first):
            return
        yield links(page)
        url = next_page(page, first)


def _found(start: str, groups: Iterable[Iterable[str] | Failure], search: Search) -> Iterator[str | Failure]:
    """The addresses that match, each once, and the failures; said to be none if there are none of either."""
    seen: set[str] = set()
    failed = False
    for group in groups:
        if isinstance(group, Failure):
            failed = True
            yield group
            continue
        for url in group:
            if url in seen or not search.match.search(url):
                continue
            if len(seen) == search.max_pages:
                yield _beyond(start, search.max_pages)
                return
            seen.add(url)
            yield url
    if not seen and not failed:
        detail = f"no address there matches {search.match.pattern!r}; check --match"
        yield Failure(source=start, reason=Reason.EMPTY, detail=detail)


def _beyond(start: str, limit: int) -> Failure:
    detail = f"it leads to more than {limit:,} pages, the rest was left; raise --max-pages"
    return Failure(source=start, reason=Reason.PAGE_LIMIT, detail=detail)
