"""Whose name stands beside a note that a post was changed, or a link to its changes, did not write it."""

import pytest

from extractor.readers.html.posts.candidates.editors import is_editor
from extractor.readers.html.posts.places import Places
from tests.readers.html.posts.boards import board, post

_LONG = "a line that goes on and on about the weather over the fields " * 3


@pytest.mark.parametrize(
    ("note", "is_editors"),
    [
        ("edited 1 Apr 2019 by <a>janitor</a>", True),
        ("<i>edited</i> by <a>janitor</a> <i>1 Apr 2019</i>", True),
        ("edited by <a>janitor</a>", False),
        ("written 1 Apr 2019 by <a>janitor</a>", False),
        ("<a>janitor</a> on 1 Apr 2019, edited", False),
        ("edited 1 Apr 2019 by <b class='username'>sexton</b>, seen by <a>janitor</a>", False),
        (f"edited 1 Apr 2019 {_LONG} <a>janitor</a>", False),
        ("<a>janitor</a> <u>1 Apr 2019</u> <a href='/posts/4/revisions'>changes</a>", True),
        ("<a>janitor</a> <u>1 Apr 2019</u> <a href='/posts/4/revisions'>answered</a>", False),
    ],
)
def test_a_note_of_a_change_has_a_date_and_is_in_front_of_the_name(note: str, *, is_editors: bool) -> None:
    tree = board(post("brewer", "3 May 2018", _LONG, f"<div>{note}</div>"))
    (name,) = (i for i in range(len(tree)) if tree.words(i) == "janitor")
    assert is_editor(tree, Places(tree), name) == is_editors
