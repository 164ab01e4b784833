"""Texts that a quote cuts in pieces are whole in the element around these."""

import pytest

from extractor.readers.html.posts.candidates.pieces import undivided
from tests.readers.html.posts.boards import board

_PIECES = "<td><span class='said'>Before it.</span><{0}>Rest is best.</{0}><span class='said'>Behind it.</span></td>"


@pytest.mark.parametrize(
    ("row", "is_whole"),
    [
        (_PIECES.format("table"), True),
        (_PIECES.format("blockquote"), True),
        (_PIECES.format("p"), False),
        (_PIECES.format("table").replace(" class='said'", ""), False),
        (_PIECES.format("table").replace("</td>", "<b class='who'>Ann</b></td>"), False),
    ],
    ids=["table", "blockquote", "paragraph", "without class", "with a name"],
)
def test_a_quote_between_pieces_makes_them_one(row: str, is_whole: bool) -> None:  # noqa: FBT001 - a column of the table
    tree = board(f"<table><tr id='post'>{row}</tr></table>")
    post = next(i for i in range(len(tree)) if tree.get(i, "id") == "post")
    own = range(post, tree.ends[post])
    first = next(i for i in own if tree.tags[i] == "span")
    others = {0: [i for i in own if tree.classes[i] == "who"]}
    assert undivided(tree, {0: first}, [own], others) == {0: tree.parents[first] if is_whole else first}
