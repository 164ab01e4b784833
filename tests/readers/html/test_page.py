"""A page opened: which layout it is read by, whether it is marked up, what its head adds to what it shows."""

import pytest

from extractor.document import Document
from extractor.layout import HtmlFacts, Layout, Part, Selector
from extractor.readers.html.page import HtmlPage, open_page, show
from extractor.readers.html.rendering.selectors import Rules
from extractor.sites import all_layouts


def _open(markup: str, url: str | None = None) -> HtmlPage:
    return open_page(Document(f"<html>{markup}</html>", url=url), all_layouts())


@pytest.mark.parametrize(
    ("markup", "url", "name"),
    [
        ("<body><p>x</p></body>", "https://www.realself.com/question/x", "realself"),
        ('<head><link rel=canonical href="https://www.avvo.com/q"></head>', "https://www.realself.com/q", "avvo"),
        ('<head><meta property="rs:topic-id" content="1"></head>', None, "realself"),
        ("<body><p>x</p></body>", "https://nobody.example/q", None),
    ],
    ids=["host", "canonical before host", "signature", "none"],
)
def test_the_layout(markup: str, url: str | None, name: str | None) -> None:
    assert _open(markup, url).layout.name == name


def test_the_last_layout_is_the_generic_one() -> None:
    layouts = all_layouts()
    assert _open("<p>x").generic is layouts[-1]
    assert _open("<p>x").layout.is_generic


@pytest.mark.parametrize(
    ("markup", "has_markup"),
    [
        ('<div itemscope itemtype="https://schema.org/Question">x</div>', True),
        ("<div itemtype='http://schema.org/Answer'>x</div>", True),
        ('<div vocab="https://schema.org/" typeof="DiscussionForumPosting">x</div>', True),
        ('<div itemtype="https://schema.org/Recipe">Question</div>', False),
        ('<div itemtype="https://schema.org/QuestionnaireOf">x</div>', False),
        ("<p>typeof Question</p>", False),
    ],
)
def test_elements_marked_up_as_questions(markup: str, *, has_markup: bool) -> None:
    assert _open(markup).has_markup is has_markup


def test_structured_data_is_read_in_either_case_of_its_type() -> None:
    for kind in ("application/ld+json", "APPLICATION/LD+JSON"):
        page = _open(f'<script type="{kind}">{{"@type": "Question", "name": "Is it?"}}</script>')
        assert page.blocks.values == ({"@type": "Question", "name": "Is it?"},)


def test_what_the_head_holds_is_a_region_without_a_place() -> None:
    facts = HtmlFacts(selectors=(Selector(Part.BODY, "p"),), meta={"topic": Part.TAG})
    layout = Layout(name="own", hosts=("own.example",), html=facts)
    document = Document(
        "<head><title>Is it?</title><meta name=topic content=toes></head><body><p>x</p></body>",
        url="https://own.example/1",
    )
    shown = show(open_page(document, (layout, *all_layouts())), Rules(facts.selectors))
    body, tag = shown.regions
    assert (shown.text[body.start : body.end], tag.part, tag.value, tag.end) == ("x", Part.TAG, "toes", 0)
    assert (shown.title, shown.url) == ("Is it?", "https://own.example/1")


def test_a_tree_too_deep_for_the_style_sheet_is_shown_all_the_same() -> None:
    page = _open("<body>" + "<div>" * 1900 + "<p>at the bottom</p>")
    assert "at the bottom" in show(page, Rules(())).text
