"""The text of a first post that is not marked as those of the others."""

import pytest

from extractor.readers.html.posts.candidates.unmarked import with_first
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
