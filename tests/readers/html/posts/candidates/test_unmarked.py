"""The text of a first post that is not marked as those of the others."""

import pytest

from extractor.readers.html.posts.candidates.unmarked import on_any_tag, with_first
from extractor.readers.html.posts.places import Places
from tests.readers.html.posts.boards import board

_ASKED = "For a month now my left thumb has locked each morning."
_HEAD = "<tr><td><a href='/item'>What locks my thumb?</a></td></tr>"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            f"{_HEAD}<tr><td>Ann</td></tr><tr><td><p>{_ASKED}</p><p>And the right one, too.</p></td></tr>",
            f"{_ASKED} And the right one, too.",
        ),
        (f"{_HEAD}<tr><td>12 points by</td></tr>", None),
        (f"{_HEAD}<tr><td>{_ASKED} <i class='author'>Ann</i></td></tr>", None),
    ],
    ids=["the cell with nearly all", "no text", "with a name in it"],
)
def test_nearly_all_of_a_post_that_names_nobody_is_its_text(rows: str, told: str | None) -> None:
    tree = board(f"<table id='first'>{rows}</table>")
    post = next(i for i in range(len(tree)) if tree.get(i, "id") == "first")
    found = with_first(tree, Places(tree), post, {1: 0})
    assert (tree.words(found[0]) if 0 in found else None) == told
    assert with_first(tree, Places(tree), post, {0: 7}) == {0: 7}


@pytest.mark.parametrize(
    ("first", "is_found"),
    [
        (f"<p class='said'>{_ASKED}</p>", True),
        (f"<p class='told'>{_ASKED}</p>", False),
        (f"<p class='said'>{_ASKED}</p><p class='said'>And the right one.</p>", False),
        (f"<p class='said'>{_ASKED} <i class='who'>Ann</i></p>", False),
    ],
    ids=["another tag", "another class", "twice", "with a name in it"],
)
def test_a_text_may_have_the_class_of_the_others_on_another_tag(first: str, is_found: bool) -> None:  # noqa: FBT001 - a table's column
    tree = board(f"<div class='post'>{first}</div>", "<div class='post'><div class='said'>Mine too.</div></div>")
    own = [range(i, tree.ends[i]) for i, called in enumerate(tree.classes) if called == "post"]
    said, who = ([i for i, called in enumerate(tree.classes) if called == name] for name in ("said", "who"))
    found = on_any_tag(tree, "said", {1: said[-1]}, own, {0: who})
    assert found == ({0: said[0], 1: said[-1]} if is_found else {1: said[-1]})
