"""Posts that a page shows from the last to the first."""

import pytest

from extractor.readers.html.posts.order import count_down
from tests.readers.html.posts.boards import POSTS, board, post, thread_of


@pytest.mark.parametrize(
    ("numbers", "is_told"),
    [((63, 62, 61), True), ((61, 62, 63), False), ((63, 61, 62), False)],
    ids=["down", "up", "neither"],
)
def test_ids_tell_in_which_order_posts_stand(numbers: tuple[int, ...], is_told: bool) -> None:  # noqa: FBT001 - a column
    shown = (
        post(*one).replace("<div class='post'>", f"<div class='post' id='msg{k}'>")
        for one, k in zip(POSTS, numbers, strict=True)
    )
    tree = board(*shown)
    found = thread_of(tree)
    assert count_down(tree, found.posts) == is_told
    assert ("last-first" in [doubt.name for doubt in found.doubts]) == is_told


def test_posts_without_numbers_stand_in_any_order() -> None:
    tree = board()
    assert not count_down(tree, thread_of(tree).posts)
