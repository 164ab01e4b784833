"""Which headings begin sections on other matters, and how far these go."""

from collections.abc import Callable

import pytest
from lxml import html

from extractor.document import Document
from extractor.readers.html.other_sections import set_aside
from extractor.readers.html.posts.words import OTHER_SECTION
from extractor.readers.html.rendering.parse import parse
from tests.cost import costs_less


@pytest.mark.parametrize(
    "heading",
    [
        "Related questions",
        "You may also like...",
        "More from this forum",
        "Popular topics",
        "Other discussions",
        "Perguntas relacionadas",
    ],
)
def test_headings_of_sections_on_other_matters(heading: str) -> None:
    assert OTHER_SECTION.match(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Other answers",
        "More Answers (3)",
        "Other (2) replies",
        "Popular user answers",
        "Moreover",
        "Answers",
        "Is it related?",
    ],
)
def test_headings_of_answers_are_none(heading: str) -> None:
    assert not OTHER_SECTION.match(heading)


def _asides(body: str) -> list[str]:
    root = parse(Document(f"<body>{body}</body>")).root
    set_aside(root)
    return ["".join(map(str, element.itertext())) for element in root.iter("aside")]


def test_a_section_goes_to_the_next_heading_of_its_level() -> None:
    section = "<h3>Related <b>questions</b></h3><div>one</div><h4>two</h4><p>three</p>"
    assert _asides(f"<p>above</p>{section}<h3>Answers</h3><p>below</p>") == ["one", "two", "three"]
    assert _asides(f"{section}<h2>Answers</h2><p>below</p>") == ["one", "two", "three"]
    assert _asides(section) == ["one", "two", "three"]


def test_a_section_ends_with_what_holds_its_heading() -> None:
    assert _asides("<div><h3>Related questions</h3><p>one</p></div><p>two</p>") == ["one"]
    assert _asides("<h1>Related questions</h1><p>one</p>") == []


_TITLES = ("Why does my knee click?", "Is a stye contagious?")


@pytest.mark.parametrize(
    ("form", "is_aside"),
    [
        ("<div class='card'><h3><a href='/q/{0}'>{1}</a></h3><p>It clicks all the time.</p></div>", True),
        ("<div class='card'><p><a href='/q/{0}'>{1}</a></p><p>It clicks all the time.</p></div>", True),
        ("<li class='card'><a href='/q/{0}'>{1}</a></li>", True),
        ("<div class='card'><a href='/q/{0}'>{1}</a><p>It clicks all the time.</p></div>", True),
        ("<div class='card'><a href='/q/{0}'>{1}</a> is what many ask, and nobody knows.</div>", False),
        ("<div class='card'><h3><a href='#{0}'>{1}</a></h3><p>It clicks all the time.</p></div>", False),
        (
            "<div class='card'><h3><a href='/doctor/{0}'>Ann Mary Bell of Leeds</a></h3><p>Wait for a week.</p></div>",
            False,
        ),
        ("<div class='card'><h3><a href='/x/{0}'>Dr. Ann Mary Bell</a></h3><p>Wait for a week.</p></div>", False),
        (
            "<div class='card'><p>Wait for a week.</p><p><a href='/b/{0}'>Book a visit with Ann Bell</a></p></div>",
            False,
        ),
        ("<li class='card'><a href='https://papers.example/{0}'>{1}</a></li>", False),
        ("<li class='card'><a href='/t/{0}'>Knees and elbows</a></li>", False),
        ("<div class='card'><a href='/x/{0}'>Платон Ильич Евдокимов</a><p>Подождите неделю.</p></div>", False),
        ("<div class='card'><a href='/x/{0}'>夜里小腿抽筋该怎么办才好呢</a><p>先查血钙。</p></div>", True),
    ],
    ids=[
        "heading",
        "line",
        "list",
        "above",
        "in a sentence",
        "here",
        "somebody",
        "a doctor",
        "below a text",
        "sources",
        "topics",
        "a name in other letters",
        "a title without spaces",
    ],
)
def test_blocks_that_begin_with_titles_of_other_pages_are_teasers(form: str, is_aside: bool) -> None:  # noqa: FBT001 - a column
    root = html.document_fromstring("<h1>So?</h1>" + "".join(map(form.format, range(2), _TITLES)))
    set_aside(root)
    assert [block.tag == "aside" for block in root.iterfind(".//*[@class='card']")] == [is_aside, is_aside]


def test_one_link_to_another_page_is_no_list_of_them() -> None:
    root = html.document_fromstring(f"<h1>So?</h1><div class='card'><h3><a href='/q/1'>{_TITLES[0]}</a></h3></div>")
    set_aside(root)
    assert [block.tag for block in root.iterfind(".//*[@class='card']")] == ["div"]


@pytest.mark.parametrize(
    ("above", "is_aside"),
    [
        ("<p><a href='/q/1'>Is a stye contagious?</a></p>", True),
        ("<i>Related</i><a href='/q/1'><div>Is a stye contagious?</div></a>", True),
        ("<p>Ann Bell, who lives in Leeds</p><p><a href='/q/1'>Is a stye contagious?</a></p>", False),
        ("<p><a href='/q/1'>Styes and what is like them</a></p>", False),
        ("<p><a href='/q/1'>Why does my knee click?</a></p>", False),
    ],
    ids=["a line", "below a label", "below who wrote", "asks nothing", "the title of the page"],
)
def test_of_blocks_alike_the_one_that_begins_with_a_question_is_of_another(above: str, is_aside: bool) -> None:  # noqa: FBT001 - a column
    blocks = "".join(
        f"<div class='box b{k}'>{above * (k == 3)}<b>Al</b><p>Wait for a week.</p></div>" for k in range(4)
    )
    root = html.document_fromstring(f"<title>Why does my knee click?</title><body>{blocks}</body>")
    set_aside(root)
    assert [block.tag == "aside" for block in root.iterfind("body/*")] == [False, False, False, is_aside]


@pytest.mark.parametrize(
    ("block", "is_aside"),
    [
        ("<div class='top-banner'><p>New glasses from forty pounds.</p></div>", True),
        ("<section class='newsletter'><p>Letters from our doctors.</p></section>", True),
        ("<div class='banner'><h1>Is it broken?</h1></div>", False),
        ("<div class='banner'><p>" + "It may well be so. " * 30 + "</p></div>", False),
        ("<div class='adult'><p>New glasses from forty pounds.</p></div>", False),
    ],
)
def test_short_blocks_that_are_called_offers_are_beside_the_subject(block: str, is_aside: bool) -> None:  # noqa: FBT001 - a column
    root = html.document_fromstring(f"<div>{block}</div>")
    set_aside(root)
    assert (root.find(".//aside") is not None) == is_aside


def test_who_answered_is_no_title_of_another_page() -> None:
    link = "<div><a href='/p/{0}'>Dr. Ada Rowe answered</a><p>Rest it for a week, and begin again with less.</p></div>"
    root = html.document_fromstring("<body>" + link.format(1) + link.format(2) + "</body>")
    set_aside(root)
    assert root.find(".//aside") is None


def _asking_links(count: int) -> Callable[[], None]:
    block = "<div class='a'><p>Some words before it.</p><p><a href='/q/1'>Why does my heel hurt so much?</a></p></div>"
    root = html.document_fromstring(f"<h1>Why?</h1><div>{block * count}</div>")
    return lambda: set_aside(root)


def test_links_that_ask_take_linear_time() -> None:
    assert costs_less(_asking_links(4000), 60, _asking_links(200))
