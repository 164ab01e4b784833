"""Addresses of questions, from sitemaps and lists: each once, and no more than are allowed."""

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from extractor.errors import FetchFailed, Reason
from extractor.records import Failure
from extractor.web.discover import Search, in_sitemap, on_lists
from extractor.web.exchange import Exchange
from tests.web.test_exchange import ANSWER

HOME = "https://a.example"
PAGES = {
    f"{HOME}/map": f"<sitemapindex><sitemap><loc>{HOME}/1</loc></sitemap><sitemap><loc>{HOME}/map</loc></sitemap></sitemapindex>",
    f"{HOME}/1": f"<urlset><url><loc>{HOME}/q/1</loc></url><url><loc>{HOME}/q/1</loc></url><url><loc>{HOME}/x</loc></url></urlset>",
    f"{HOME}/list": '<a href="/q/1">1</a><a href="/q/2">2</a><a rel="next" href="/list?page=2">next</a>',
    f"{HOME}/list?page=2": '<a href="/q/3">3</a><a rel="next" href="/list">again</a>',
}


def helper(url: str, _: str) -> Exchange:
    if url not in PAGES:
        raise FetchFailed(Reason.TIMEOUT, "slow")
    return replace(ANSWER, url=url, body=PAGES[url].encode())


def found(items: Iterable[str | Failure]) -> list[str | Reason]:
    return [item.reason if isinstance(item, Failure) else item.removeprefix(HOME) for item in items]


def search(match: str = "/q/", max_pages: int = 10) -> Search:
    return Search(re.compile(match), max_pages)


def test_sitemaps_lead_to_sitemaps_and_each_address_comes_once() -> None:
    assert found(in_sitemap(f"{HOME}/map", helper, search())) == ["/q/1"]


def test_lists_go_on_until_they_come_back() -> None:
    assert found(on_lists(f"{HOME}/list", helper, search())) == ["/q/1", "/q/2", "/q/3"]


@pytest.mark.parametrize(
    ("limit", "expected"), [(1, ["/q/1", Reason.PAGE_LIMIT]), (2, ["/q/1", "/q/2", Reason.PAGE_LIMIT])]
)
def test_no_more_than_are_allowed(limit: int, expected: list[str | Reason]) -> None:
    assert found(on_lists(f"{HOME}/list", helper, search(max_pages=limit))) == expected


def test_what_cannot_be_had_or_holds_nothing_is_said() -> None:
    assert found(in_sitemap(f"{HOME}/gone", helper, search())) == [Reason.TIMEOUT]
    assert found(on_lists(f"{HOME}/list", helper, search("/none/"))) == [Reason.EMPTY]
