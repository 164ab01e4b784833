"""Parts of texts that are not shown and stand there again."""

import pytest

from extractor.readers.html.posts.trimming.hidden_copies import hidden_copies
from tests.readers.html.posts.boards import POSTS, board, post, thread_of


@pytest.mark.parametrize(
    ("text", "is_copy"),
    [
        ("<div style='display: none'>{0}</div><p>{0}</p>", True),
        ("<p>{0}</p><div hidden>{0}</div>", True),
        ("<div>{0}</div><p>{0}</p>", False),
        ("<p>{0}</p><div hidden>The rest of it.</div>", False),
        ("<p>{0}</p><div hidden></div>", False),
    ],
)
def test_what_is_not_shown_and_stands_there_again_is_no_part_of_a_text(text: str, is_copy: bool) -> None:  # noqa: FBT001 - a column
    tree = board(*(post(n, d, "").replace("<p></p>", text.format(told)) for n, d, told in POSTS))
    found = thread_of(tree).posts
    assert len(hidden_copies(tree, found)) == is_copy * len(POSTS)
