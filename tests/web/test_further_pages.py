"""A crawl that follows next pages, lists and sitemaps."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from extractor.document import Document
from extractor.web import Bounds
from tests.web.crawling import ORDER, Pages, answering, good, numbered, paged, reasons, run
from tests.web.questions import question_page
from tests.web.servers import Handler, serving


@pytest.mark.parametrize("style", ["?page={}", "/page/{}", "/{}"])
def test_the_next_pages_of_a_question_belong_to_it(style: str) -> None:
    with serving(answering(paged(4, 3, 12, style))) as site:
        order = replace(ORDER, urls=(f"{site.url}/q/7",), bounds=Bounds(follow_pages=True))
        (found,) = good(run(order))
        assert [page.url for page in found.next_pages] == [f"{site.url}/q/7{style.format(page)}" for page in (2, 3, 4)]
        assert {page.source for page in found.next_pages} == {f"{site.url}/q/7"}
        assert found.missing_page is None
        (alone,) = good(run(replace(order, bounds=Bounds())))
        assert alone.next_pages == ()


def test_following_and_lists_do_not_leave_the_host() -> None:
    with serving(answering(numbered(3))) as elsewhere:
        pages: Pages = {
            "/q/0": question_page("Question 0", [("One.", "Ada")], links='<a href="/q/0?page=2">2</a>'),
            "/q/0?page=2": lambda request: request.send(status=302, Location=f"{elsewhere.url}/q/0"),
            "/list": b'<a href="/q/0">0</a> <a href="/list?page=2">2</a>',
            "/list?page=2": lambda request: request.send(status=302, Location=f"{elsewhere.url}/list"),
        }
        with serving(answering(pages)) as site:
            order = replace(ORDER, lists=(f"{site.url}/list",), match="/q/", bounds=Bounds(follow_pages=True))
            (found,) = (item for item in run(order) if isinstance(item, Document))
    assert (found.url, found.next_pages) == (f"{site.url}/q/0", ())


def test_a_list_or_sitemap_that_has_moved_is_read_where_it_is() -> None:
    pages = numbered(2)
    pages["/old"] = lambda request: request.send(status=301, Location="/list")
    pages["/list"] = b'<a href="/q/0">0</a> <a href="/list?page=2">2</a>'
    pages["/list?page=2"] = b'<a href="/q/1">1</a>'
    with serving(answering(pages)) as site:
        items = good(run(replace(ORDER, lists=(f"{site.url}/old",), match="/q/")))
    assert [item.source for item in items] == [f"{site.url}/q/0", f"{site.url}/q/1"]


@pytest.mark.parametrize(
    ("path", "answer", "reason"),
    [
        ("/q/7?page=3", lambda request: request.send(status=404), "http-404"),
        ("/robots.txt", b"User-agent: *\nDisallow: /*?page=3\n", "robots-disallowed"),
    ],
)
def test_a_next_page_that_cannot_be_had_is_said_to_be_missing(
    path: str, answer: bytes | Callable[[Handler], None], reason: str
) -> None:
    with serving(answering(paged(3, 2, None) | {path: answer})) as site:
        (found,) = good(run(replace(ORDER, urls=(f"{site.url}/q/7",), bounds=Bounds(follow_pages=True))))
    assert len(found.next_pages) == 1
    assert f"/q/7?page=3 ({reason}" in (found.missing_page or "")


def test_questions_are_found_on_lists_and_in_sitemaps() -> None:
    pages = numbered(5)
    pages["/list"] = (
        b'<a href="/q/0">0</a> <a href="/about">about</a> <a href="/list?page=2">2</a> <a href="https://b.example/q/9">'
    )
    pages["/list?page=2"] = b'<a href="/q/1">1</a> <a href="/q/0">0</a> <a href="/list">1</a>'
    with serving(answering(pages)) as site:
        places = "".join(f"<url><loc>{site.url}/q/{number}</loc></url>" for number in (3, 2, 0))
        further = "".join(f"<sitemap><loc>{site.url}/{name}.xml</loc></sitemap>" for name in ("one", "two"))
        index = f"<sitemapindex>{further}</sitemapindex>"
        pages["/one.xml"] = f"<urlset>{places}<url><loc>{site.url}/about</loc></url></urlset>".encode()
        pages["/sitemap.xml"] = index.encode()
        order = replace(ORDER, lists=(f"{site.url}/list",), sitemaps=(f"{site.url}/sitemap.xml",), match=r"/q/\d")
        items = run(order)
    assert [(item.source or "").removeprefix(site.url) for item in items] == [
        "/two.xml",
        "/q/3",
        "/q/2",
        "/q/0",
        "/q/1",
    ]
    assert reasons(items) == ["http-404", "", "", "", ""]
    assert Counter(site.paths()).most_common(1)[0][1] == 1


def test_lists_and_sitemaps_without_end_are_left() -> None:
    def endless(request: Handler) -> None:
        name, _, page = request.path.partition("?page=")
        number = int(page or 1)
        if name == "/list":
            request.send(f'<a href="/list?page={number + 1}">on</a>'.encode())
        elif name == "/sitemap":
            further = "".join(f"<sitemap><loc>{base}/sitemap?page={number * 2 + one}</loc></sitemap>" for one in (0, 1))
            request.send(f"<sitemapindex>{further}</sitemapindex>".encode())
        else:
            request.send(status=404)

    with serving(endless) as site:
        base = site.url
        bounds = Bounds(max_pages=5)
        starts = {"sitemaps": (f"{base}/sitemap",), "lists": (f"{base}/list",)}
        items = run(replace(ORDER, match="/q/", bounds=bounds, **starts))  # type: ignore[arg-type] # fields of an order
        asked = Counter(path.partition("?")[0] for path in site.paths())
    assert reasons(items) == ["page-limit", "page-limit"]
    assert asked == {"/robots.txt": 1, "/sitemap": 5, "/list": 5}


def test_a_list_that_cannot_be_had_is_a_failure() -> None:
    pages: Pages = {"/robots.txt": b"User-agent: *\nDisallow: /list\n", "/short": b'<a href="/short?page=2">2</a>'}
    with serving(answering(pages)) as site:
        starts = (f"{site.url}/list", f"{site.url}/short", "nonsense")
        items = run(replace(ORDER, lists=starts, match="/q/"))
    assert reasons(items) == ["robots-disallowed", "http-404", "bad-url"]
