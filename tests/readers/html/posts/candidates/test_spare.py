"""Members of a set of posts that are none: copies of others, and events between them."""

import pytest

from tests.readers.html.posts.boards import POSTS, board, post, thread_of

_POSTS = [post(*one) for one in POSTS]
_EVENT = post("wren_hollow", "12 Mar 2019, 20:00", "").replace("class='post'", "class='event'")


def _names(*posts: str) -> list[str]:
    found = thread_of(board(*posts)).posts
    return [found.authors[0].names[k].text for k in range(len(found.posts))]


def _best(post: str) -> str:
    """A post in the place of what helped."""
    return f"<div class='best'><h3>What helped</h3>{post}</div>"


def test_an_answer_shown_above_the_others_again_stays_in_its_place() -> None:
    assert _names(_POSTS[0], _best(_POSTS[2]), *_POSTS[1:]) == [name for name, _, _ in POSTS]


def test_in_one_place_the_same_is_said_twice() -> None:
    assert len(_names(_POSTS[0], _POSTS[2], *_POSTS[1:])) == len(POSTS) + 1


@pytest.mark.parametrize(
    "again",
    [(POSTS[1][0], "13 Mar 2019, 11:40", POSTS[1][2]), ("oldmill", *POSTS[1][1:])],
    ids=["another day", "another person"],
)
def test_who_says_the_same_is_no_copy(again: tuple[str, str, str]) -> None:
    assert len(_names(_POSTS[0], _best(post(*again)), *_POSTS[1:])) == len(POSTS) + 1


def test_a_few_words_said_twice_in_one_minute_are_two_posts() -> None:
    thanks = post("oldmill", "14 Mar 2019, 08:02", "Thank you!")
    assert len(_names(_POSTS[0], _best(thanks), *_POSTS[1:], thanks)) == len(POSTS) + 2


def test_what_a_tracker_tells_between_comments_is_none() -> None:
    shown = [one.replace("class='post'", "class='item post'") for one in _POSTS]
    event = _EVENT.replace("class='event'", "class='item event'").replace("<p></p>", "")
    assert _names(shown[0], event, *shown[1:]) == [name for name, _, _ in POSTS]


def test_a_post_without_a_text_that_is_marked_like_the_others_is_one() -> None:
    assert len(thread_of(board(*_POSTS, post("oldmill", "14 Mar 2019, 08:02", ""))).posts.posts) == len(POSTS) + 1
