import pytest

from extractor.web.exchange import Exchange
from extractor.web.links import links, next_page, page_number


def page(body: str, url: str = "https://a.example/q/1") -> Exchange:
    return Exchange(url, 200, "OK", (("Content-Type", "text/html"),), body.encode(), "2026-01-01T00:00:00Z")


def test_links_stay_on_the_host_and_come_once() -> None:
    body = """<a href="/q/2">two</a> <a href=q3#top>three</a> <a href="/q/2#x">two</a> <a href="https://b.example/q">other</a>
    <a href="mailto:me@a.example">mail</a> <a href="http://[">broken</a> <a name=x>no link</a> <a href>self</a>"""
    assert links(page(body)) == ["https://a.example/q/2", "https://a.example/q/q3", "https://a.example/q/1"]


def test_a_base_element_counts() -> None:
    assert links(page('<base href="/deep/"><a href="x">x</a>')) == ["https://a.example/deep/x"]


@pytest.mark.parametrize("body", ["", "   ", "<!-- -->", "plain text", "<a", "\0"])
def test_a_page_without_links(body: str) -> None:
    assert links(page(body)) == []
    assert next_page(page(body), "https://a.example/q/1") is None


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<link rel="next" href="/q/1?page=2">', "https://a.example/q/1?page=2"),
        ('<a rel="nofollow next" href="?start=abc">on</a>', "https://a.example/q/1?start=abc"),
        ('<a href="?page=1">1</a> <a href="?page=3">3</a> <a href="?page=2">2</a>', "https://a.example/q/1?page=2"),
        ('<a href="/q/1/page/2">2</a>', "https://a.example/q/1/page/2"),
        ('<a href="/q/1/2/">2</a>', "https://a.example/q/1/2/"),
        ('<a href="/q/1-page-2">2</a>', "https://a.example/q/1-page-2"),
        ('<a rel="next" href="/q/2">the next question</a>', None),
        ('<a rel="next" href="https://b.example/q/1?page=2">elsewhere</a>', None),
        ('<a href="/q/2?page=2">another question</a>', None),
        ('<a href="/q/1?sort=new&page=2">another order</a>', None),
        ('<a href="/q/12">another question</a>', None),
        ('<a href="/q/1?page=0">nowhere</a>', None),
    ],
)
def test_the_next_page(link: str, expected: str | None) -> None:
    assert next_page(page(link), "https://a.example/q/1") == expected


def test_the_page_after_a_later_page() -> None:
    body = '<a href="/q/1">1</a> <a href="/q/1?page=2">2</a> <a href="/q/1?page=3">3</a> <a href="/q/1?page=4">4</a>'
    third = page(body, "https://a.example/q/1?page=3")
    assert next_page(third, "https://a.example/q/1") == "https://a.example/q/1?page=4"
    assert next_page(page(body, "https://a.example/q/1?page=4"), "https://a.example/q/1") is None


@pytest.mark.parametrize(
    ("url", "first", "number"),
    [
        ("https://a.example/list/page/3", "https://a.example/list/page/2", 3),
        ("https://a.example/list?page=3&tag=x", "https://a.example/list?tag=x", 3),
        ("https://a.example/", "https://a.example/", 1),
        ("https://a.example/page/2", "https://a.example/", 2),
        ("http://a.example/q?page=two", "http://a.example/q", 1),
        ("https://a.example:444/q?page=2", "https://a.example/q", None),
    ],
)
def test_page_numbers(url: str, first: str, number: int | None) -> None:
    assert page_number(url, first) == number
