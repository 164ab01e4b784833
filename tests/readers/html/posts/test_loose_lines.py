"""Lines of loose text that say who wrote something and when."""

import pytest
from lxml import html

from extractor.readers.html.posts.loose_lines import set_apart
from extractor.readers.html.posts.tree import Tree
from tests.readers.html.posts.boards import POSTS

_LINES = "".join(f"<b>{n}</b> [ {d} ]<br>{t}<br><br>" for n, d, t in POSTS)
_BOXES = "".join(f"<div><b>{n}</b> [ {d} ]<br>Re: Cramps<p>{t}</p></div>" for n, d, t in POSTS)


def _apart(body: str) -> list[str]:
    """The elements that hold such lines, after they were set apart."""
    root = html.document_fromstring(f"<h1>Night cramps</h1>{body}")
    text = " ".join(Tree(root).text.split())
    is_apart = set_apart(Tree(root))
    tree = Tree(root)
    assert " ".join(tree.text.split()) == text
    lines = {f"{n} [ {d} ]" for n, d, _ in POSTS}
    return [
        tree.tags[tree.parents[i]]
        for i in range(len(tree))
        if tree.tags[i] == "span" and tree.words(i) in lines and is_apart
    ]


@pytest.mark.parametrize(
    ("body", "around"),
    [
        (_LINES, ["div"] * 3),
        (f"A board for all who cannot sleep.<br>{_LINES}", ["div"] * 3),
        (f"{_LINES}<form>Your name</form>", ["div"] * 3),
        (_BOXES, ["div"] * 3),
        (_LINES.partition("<br><br>")[0], []),
        ("".join(f"{t}<br><b>{n}</b> [ {d} ]<br>" for n, d, t in POSTS), ["body"] * 3),
        ("".join(f"<p><b>{n}</b> [ {d} ]</p><p>{t}</p>" for n, d, t in POSTS), []),
    ],
    ids=["flat", "below a greeting", "above a form", "in boxes", "one", "below the texts", "in elements of their own"],
)
def test_lines_that_begin_posts_are_set_apart_and_nothing_is_lost(body: str, around: list[str]) -> None:
    assert _apart(body) == around


def test_a_name_and_a_day_may_stand_on_lines_of_their_own() -> None:
    lines = "".join(f"<b>Name:</b> {n}<br><b>Date:</b> {d}<br><br>{t}<hr>" for n, d, t in POSTS)
    root = html.document_fromstring(f"<h1>Night cramps</h1>{lines}<p>Back to the index</p>")
    assert set_apart(Tree(root))
    tree = Tree(root)
    told = [" ".join(tree.words(i).split()) for i in range(len(tree)) if tree.tags[i] == "span"]
    assert told == [f"Name: {n} Date: {d}" for n, d, _ in POSTS]


def test_the_last_post_ends_before_a_block_as_none_of_the_others_holds() -> None:
    root = html.document_fromstring(f"<div>{_LINES}<form>Your name</form></div>")
    assert set_apart(Tree(root))
    assert [child.tag for child in root.iter("form", "div", "span")] == ["div", *["div", "span"] * 3, "form"]


def test_days_below_texts_are_elements_of_their_own() -> None:
    rows = "".join(f"<tr><td><b>{n}</b></td><td>{t}<hr><img src='p.gif'> {d}</td></tr>" for n, d, t in POSTS)
    root = html.document_fromstring(f"<h1>Night cramps</h1><table>{rows}</table>")
    assert set_apart(Tree(root))
    tree = Tree(root)
    assert [tree.words(i) for i in range(len(tree)) if tree.tags[i] == "span"] == [d for _, d, _ in POSTS]
    assert not set_apart(Tree(html.document_fromstring("<p></p>")))


def test_of_too_many_lines_none_is_set_apart_though_days_stand_in_cells() -> None:
    days = "".join(f"<tr><td>{t}<hr>{d}</td></tr>" for _, d, t in POSTS)
    many = html.document_fromstring(f"<table>{days}</table><div>{_LINES * 501}</div>")
    assert not set_apart(Tree(many))
    assert next(many.iter("span"), None) is None
