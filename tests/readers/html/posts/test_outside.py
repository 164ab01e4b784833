"""What stands outside of a thread's posts: its title, the number of answers that the page declares, its tags."""

from dataclasses import replace

import pytest
from lxml import etree, html

from extractor.layout import Part
from extractor.readers.html.posts.outside import outside, region, region_in, stretch
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.rendering.head import Head
from extractor.readers.html.rendering.rendered import Region
from tests.readers.html.posts.boards import POSTS, board, post, thread_of


def _told(tree: Tree, *regions: Region) -> list[tuple[Part, str]]:
    return [(one.part, tree.text[one.start : one.end] if one.value is None else one.value) for one in regions]


def _title(tree: Tree, told: str | None = None, shared: str = "") -> list[str]:
    """The title; the head says what is `told`, and what is `shared` elsewhere."""
    found = outside(tree, thread_of(tree), Head(told, meta={"og:title": shared}))
    return [text for part, text in _told(tree, *found) if part is Part.TITLE]


@pytest.mark.parametrize(
    ("above", "told", "title"),
    [
        ("", None, "Night cramps"),
        ("", "Night cramps | The board", "Night cramps"),
        ("", "Cramps in both calves - The board", "Night cramps"),
        ("<h2>Cramps in both calves</h2>", "Cramps in both calves | The board", "Cramps in both calves"),
        ("<p>Cramps in both calves</p>", "Cramps in both calves | The board", "Cramps in both calves"),
        ("<h2>Cramps</h2><h2>Cramps in both calves</h2>", "Cramps in both calves, page 2 of 3", "Cramps in both calves"),
        ("<h1>Thread: Cramps in both calves</h1>", "The board", "Cramps in both calves"),
        ("<h1><b class='label'>Solved</b> Cramps in both calves</h1>", "The board", "Cramps in both calves"),
        ("<h1><a href='/help'>[Help]</a> Cramps in both calves</h1>", "The board", "Cramps in both calves"),
        ("<h2>Cramps in both calves (page 2)</h2>", "Cramps in both calves", "Cramps in both calves"),
        ("<h2>Menu</h2>", "The board", "Night cramps"),
    ],
    ids=[
        "main heading",
        "repeated",
        "another wording",
        "a lower heading",
        "no heading",
        "the longest",
        "announced",
        "labelled",
        "labelled in brackets",
        "with the page",
        "the site's name",
    ],
)  # fmt: skip
def test_the_title_is_the_heading_that_the_head_repeats_else_the_main_one(
    above: str, told: str | None, title: str
) -> None:
    assert _title(board(above=above), told) == [title]


def test_all_wordings_of_the_title_that_the_head_gives_are_looked_for() -> None:
    tree = board(above="<h2>Cramps in both calves</h2>")
    assert _title(tree, "The board", "Cramps in both calves") == ["Cramps in both calves"]


def test_a_title_that_stands_nowhere_above_the_first_text_is_a_value_of_the_head() -> None:
    page = etree.tostring(board().elements[0], encoding="unicode").replace("<h1>Night cramps</h1>", "")
    bare = Tree(html.document_fromstring(page))
    assert _title(bare, "Night cramps of both calves | The board") == ["Night cramps of both calves"]
    assert _title(bare) == []


@pytest.mark.parametrize(
    ("site", "title"),
    [("The board of all who cannot sleep", "Cramps"), ("Cramps - The board", "The board of all who cannot sleep")],
)
def test_the_name_of_the_site_is_no_title_even_if_it_is_the_longest_part_of_it(site: str, title: str) -> None:
    page = etree.tostring(board().elements[0], encoding="unicode").replace("<h1>Night cramps</h1>", "")
    bare = Tree(html.document_fromstring(page))
    head = Head("Cramps - The board of all who cannot sleep", meta={"og:site_name": site})
    assert _told(bare, *outside(bare, thread_of(bare), head))[:1] == [(Part.TITLE, title)]


@pytest.mark.parametrize(
    ("above", "told"),
    [
        (
            "<h1><a href='/'>Questions on sleep and nights</a></h1><h2>Cramps</h2>",
            "Cramps « Questions on sleep and nights",
        ),
        (
            "<p><a href='./index.php?sid=9a'>Questions on sleep and nights</a></p><h2>Cramps</h2>",
            "Questions on sleep - Cramps",
        ),
        ("<p>At www.nights.example now</p><h2>Cramps</h2>", "www.nights.example • Cramps"),
        ("<p><a href='index.php'>The board Index</a></p>", "The board :: View topic - Cramps"),
        (
            "<div id='site-description'><h1>Questions on sleep and nights</h1></div><h2>Cramps</h2>",
            "Cramps - Questions on sleep and nights",
        ),
    ],
    ids=["a heading", "a link", "a host", "what is shown", "what is called so"],
)
def test_what_leads_to_the_main_page_or_is_a_host_is_the_name_of_the_site(above: str, told: str) -> None:
    page = etree.tostring(board(above=above).elements[0], encoding="unicode").replace("<h1>Night cramps</h1>", "")
    assert _title(Tree(html.document_fromstring(page)), told) == ["Cramps"]


@pytest.mark.parametrize(
    ("above", "told", "title"),
    [
        ("<p>Lamp - for sale</p>", "Lamp - for sale - The board", "Lamp - for sale"),
        ("<p>lamps.example - the lamp of the north</p>", "lamps.example - the lamp of the north - The board", None),
        ("<p>Lamp - for sale</p>", "The board :: View topic - Lamp - for sale", "Lamp - for sale"),
        ("<p><a href='/'>Lamp - for sale</a></p>", "Lamp - for sale - Cramps", "Cramps"),
        ("<p>Lamp for sale</p>", "Lamp for sale - The board", "Lamp for sale"),
        ("<p><a href='/f'>Lamps</a> - <a href='/f/2'>all lamps</a></p>", "Lamps - all lamps - Night cramps", "Night cramps"),
        ("<p><b>Lamps - all</b> lamps</p>", "Lamps - all lamps - Night cramps", "Night cramps"),
        (f"<p>{' - '.join('abcdefghi')}</p>", " - ".join("abcdefghi"), " - ".join("abcdefgh")),
    ],
    ids=["a mark", "a host in front", "what is shown", "the site's name", "no mark", "a path", "more than a part", "many"],
)  # fmt: skip
def test_a_title_may_have_a_mark_that_stands_before_the_names_of_sites(
    above: str, told: str, title: str | None
) -> None:
    page = etree.tostring(board(above=above).elements[0], encoding="unicode").replace("<h1>Night cramps</h1>", "")
    assert _title(Tree(html.document_fromstring(page)), told) == [title or "lamps.example - the lamp of the north"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("<a href='/x'>Cramps in both calves</a> <i>(x.example)</i>", "Cramps in both calves"),
        ("Cramps in both calves", "Cramps in both calves"),
        ("", "Nights"),
    ],
    ids=["a link", "no link", "the last that says something"],
)
def test_what_an_engine_calls_the_title_is_it_whatever_the_head_says(line: str, title: str) -> None:
    told = [
        f"<div class='athing comtr'><a class='hnuser'>{name}</a> <i>{date}</i><div class='commtext'>{text}</div></div>"
        for name, date, text in POSTS
    ]
    tree = board(*told, above=f"<p class='titleline'>Nights</p><p class='titleline'>{line}</p>")
    assert _title(tree, "The board of all who cannot sleep :: Cramps") == [title]


def test_a_subject_that_the_first_post_alone_has_is_the_title() -> None:
    subject = "<span class='subject'>Cramps in both calves</span>"
    told = [post(*one) for one in POSTS]
    called = [one.replace("<div class='when'>", f"{subject}<div class='when'>") for one in told]
    assert _title(board(called[0], *told[1:]), "Night cramps | The board") == ["Cramps in both calves"]
    assert _title(board(*called), "Night cramps | The board") == ["Night cramps"]


def test_the_declared_number_is_told_by_the_data_and_by_what_an_engine_calls_so() -> None:
    tree = board(above="<i itemprop='answerCount' content='7'>seven answers</i><p class='post-tag'>calves</p>")
    found = list(outside(tree, thread_of(tree), Head()))
    assert _told(tree, *found)[1:] == [(Part.COUNT, "7")]
    assert {one.post for one in found} == {0}


def test_tags_are_what_the_engine_calls_so_in_page_order() -> None:
    posts = [
        f"<div class='{'answer' if k else 'question'}'><b itemprop='author'>{n}</b> <time>{d}</time>"
        f"<div class='js-post-body'>{t}</div><p class='post-signature'>{n}</p></div>"
        for k, (n, d, t) in enumerate(POSTS)
    ]
    tags = "<a class='post-tag' href='/t/1'>calves</a><i itemprop='answerCount'>2</i><a class='post-tag'>sleep</a>"
    tree = board(*posts, above=tags)
    found = list(outside(tree, thread_of(tree), Head()))
    assert _told(tree, *found)[1:] == [(Part.TAG, "calves"), (Part.COUNT, "2"), (Part.TAG, "sleep")]


def test_a_region_is_the_text_of_its_element_without_blanks_at_its_ends() -> None:
    tree = board(post("lark", "14 Mar 2019", "Night and day. "), *(post(*one) for one in POSTS))
    i = tree.classes.index("words")
    start = tree.text.index("Night and day.")
    assert region(tree, Part.BODY, i, 4) == Region(Part.BODY, start, start + 14, None, 4)
    assert region(tree, Part.BODY, i, 4, "told").value == "told"
    assert region_in(tree, Part.BODY, i, 4, "Night") == Region(Part.BODY, start, start + 5, None, 4)
    assert region_in(tree, Part.BODY, i, 4, "morning") == region(tree, Part.BODY, i, 4)
    assert list(stretch(tree, Part.REST, start - 2, start + 6, 1)) == [Region(Part.REST, start, start + 5, None, 1)]
    assert list(stretch(tree, Part.REST, start + 5, start + 6, 1)) == []


def test_microdata_of_a_question_above_the_posts_tells_its_text_who_asks_and_when() -> None:
    above = (
        "<div><p itemprop='text'>Both calves, every night.</p><i itemprop='author'>Bo</i>"
        "<meta itemprop='dateCreated' content='2021-02-11'></div>"
    )
    tree = board(above=above)
    thread = replace(thread_of(tree), asks_first=False)
    told = _told(tree, *outside(tree, thread, Head(None)))
    assert told[1:] == [(Part.BODY, "Both calves, every night."), (Part.MEMBER, "Bo"), (Part.DATE, "2021-02-11")]
