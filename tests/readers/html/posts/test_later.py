"""Whether a page is a later one of its thread."""

import pytest
from lxml import html

from extractor.document import Document
from extractor.readers.html.posts.later import is_later_page
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.rendering.head import read_head
from extractor.reading import read
from tests.readers.html.posts.boards import POSTS, post, thread_of

PAGER = "<a href='/t/9'>1</a>"


def _page(head: str = "", above: str = "", numbers: range | None = None, ids: str = "") -> str:
    shown = (
        post(*one, f"<a href='#{ids}{k}'>#{k}</a>" if numbers else "")
        for one, k in zip(POSTS, numbers or (0, 0, 0), strict=True)
    )
    return f"<html><head>{head}</head><body><h1>Night cramps</h1>{above}<div>{''.join(shown)}</div></body></html>"


def _is_later(page: str) -> bool:
    root = html.document_fromstring(page)
    tree = Tree(root)
    return is_later_page(tree, thread_of(tree).posts, read_head(root, None))


@pytest.mark.parametrize(
    ("title", "is_later"),
    [
        ("Night cramps - Page 7 - The Boards", True),
        ("Night cramps | Seite 2 | Bretter", True),
        ("Night cramps (Page 3) / The Boards", True),
        ("夜抽筋 - 第 2 页", True),
        ("Night cramps - Page 1 - The Boards", False),
        ("Night cramps as on page 7 of the leaflet - The Boards", False),
    ],
)
def test_the_title_tells_the_page(title: str, is_later: bool) -> None:  # noqa: FBT001 - a column
    assert _is_later(_page(f"<title>{title}</title>")) == is_later


@pytest.mark.parametrize(
    ("address", "is_later"),
    [
        ("https://example.org/threads/cramps.9/page-2", True),
        ("https://example.org/showthread.php?t=9&page=3", True),
        ("https://example.org/viewtopic.php?t=9&start=20", True),
        ("https://example.org/index.php?topic=9.15", True),
        ("/discussion/9/cramps/p2", True),
        ("https://example.org/viewtopic.php?t=9&start=0", False),
        ("https://example.org/index.php?topic=9.0", False),
        ("https://example.org/showthread.php?t=9&page=1", False),
        ("https://example.org/page/about-2-cramps", False),
    ],
)
def test_the_address_tells_the_page(address: str, is_later: bool) -> None:  # noqa: FBT001 - a column
    assert _is_later(_page(f"<link rel='canonical' href='{address}'>")) == is_later


@pytest.mark.parametrize(
    ("before", "after", "is_later"),
    [
        ("https://example.org/t/9?page=1", "https://example.org/t/9?page=3", True),
        ("./viewtopic.php?t=9", "./viewtopic.php?t=9&start=40", True),
        ("/index.php?topic=9.0;prev_next=prev", "/index.php?topic=9.0;prev_next=next", False),
        ("/older-letter/", "/newer-letter/", False),
    ],
)
def test_the_page_before_must_be_one_of_the_thread(before: str, after: str, is_later: bool) -> None:  # noqa: FBT001 - a column
    links = f"<link rel='prev' href='{before}'><link rel='next' href='{after}'>"
    assert _is_later(_page(links)) == is_later


@pytest.mark.parametrize(
    ("above", "is_later"),
    [
        ("<p>23 posts, page <b>2</b> of <b>3</b></p>", True),
        ("<p>23 posts, page <b>1</b> of <b>3</b></p>", False),
        (f"<p>Pages: {PAGER} [<strong>2</strong>] <a href='/t/9.40'>3</a></p>", True),
        (f"<ul><li>{PAGER}</li><li class='active'><span>2</span></li></ul>", True),
        (f"<nav><ul><li>{PAGER}</li><li class='page page--current'><a href='/t/9/2'>2</a></li></ul></nav>", True),
        (f"<div>{PAGER}<a aria-current='page' href='/t/9/2'>2</a></div>", True),
        (f"<div><strong>1</strong><a href='/t/9/2'>2</a>{PAGER.replace('1<', '3<')}</div>", False),
        (f"<table><tr><td>{PAGER}</td><td>2</td></tr></table>", False),
        (f"<div class='breadcrumb'><span>{PAGER}<b>2</b></span></div>", False),
    ],
)
def test_the_list_of_pages_tells_which_is_shown(above: str, is_later: bool) -> None:  # noqa: FBT001 - a column
    assert _is_later(_page(above=above)) == is_later


@pytest.mark.parametrize(
    ("numbers", "ids", "is_later"),
    [
        (range(21, 24), "post9", True),
        (range(1, 4), "post", False),
        (range(21, 24), "post", False),
        (range(24, 27), "n", False),
    ],
    ids=["counted on", "counted", "numbers of the whole board", "no page begins so"],
)
def test_numbers_of_posts_count_on(numbers: range, ids: str, is_later: bool) -> None:  # noqa: FBT001 - a column
    page = _page(numbers=numbers, ids=ids)
    assert _is_later(page.replace("post92", "post9x") if is_later else page) == is_later


def test_ids_count_posts_where_an_engine_makes_them_so() -> None:
    def shown(k: int, name: str, date: str, text: str) -> str:
        return (
            f"<article class='topic-post' id='post_{k}'><a class='username' href='/u/{name}'>{name}</a>"
            f"<time>{date}</time><div class='cooked'><p>{text}</p></div></article>"
        )

    for first in (1, 5):
        page = f"<body><h1>Night cramps</h1>{''.join(shown(first + k, *one) for k, one in enumerate(POSTS))}</body>"
        assert _is_later(page) == (first > 1)


def test_a_later_page_is_doubted_unless_it_repeats_what_opens_the_thread() -> None:
    title = "<title>Night cramps - Page 2</title>"
    (record,) = read(Document(_page(title)))
    assert any("later page" in warning.message for warning in record.warnings)
    opened = _page(title).replace("<div class='post'>", "<div class='question'>", 1)
    (record,) = read(Document(opened))
    assert not any("later page" in warning.message for warning in record.warnings)
