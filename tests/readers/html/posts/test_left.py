"""Texts that a set of posts leaves out, and posts that may be none of the thread."""

import pytest

from extractor.readers.html.posts.decide import Doubt
from tests.readers.html.posts.boards import POSTS, board, post, thread_of

_TOLD = "A row that looks like the posts around it, and tells of a walk along the river, of the mill, and of the old oak behind it."


@pytest.mark.parametrize(
    ("between", "is_left"),
    [
        (f"<div>{_TOLD}</div>", True),
        ("<div>Re: Night cramps</div>", False),
        (f"<div><a href='/walk'>{_TOLD}</a></div>", False),
        (f"<div class='advert'>{_TOLD}</div>", False),
    ],
)
def test_a_text_between_posts_may_be_one(between: str, is_left: bool) -> None:  # noqa: FBT001 - a column of the table
    first, *others = (post(*one) for one in POSTS)
    doubts = thread_of(board(first, between, *others)).doubts
    assert (Doubt("trimmed") in doubts) == is_left


def test_a_block_like_the_posts_that_is_none_is_left() -> None:
    posts = [post(*one) for one in POSTS]
    odd = posts[-1].partition(">")[0] + f"><p>{_TOLD}</p></div>"
    found = thread_of(board(*posts, odd))
    assert len(found.posts.posts) == len(POSTS)
    assert Doubt("trimmed") in found.doubts


def test_what_a_post_says_of_its_author_is_no_paragraph_beside_its_text() -> None:
    told = "Registered in 2009 at a town by the sea, in the province of the long beaches and of the white cliffs."
    beside = [post(*one).replace("</a>", f"</a> <span>{told}</span>") for one in POSTS]
    assert Doubt("left-text") not in thread_of(board(*beside)).doubts
    assert Doubt("left-text") in thread_of(board(*(post(*one, f"<p>{told}</p>") for one in POSTS))).doubts


def test_a_column_that_counts_what_its_author_wrote_is_no_paragraph_beside_the_text() -> None:
    told = "Group: Members of the house with the long name | Posts: 120 | Joined: 3-July 12 | From: a town by the sea"
    beside = [post(*one, f"<p>{told}</p>") for one in POSTS]
    assert Doubt("left-text") not in thread_of(board(*beside)).doubts


@pytest.mark.parametrize(
    ("heading", "post_number"),
    [
        ("<h3>You may also like</h3>", 2),
        ("<h3>More replies</h3>", None),
        ("<div><h3>You may also like</h3></div>", None),
    ],
    ids=["what else there is", "of answers", "with nothing below it"],
)
def test_a_post_below_a_heading_of_what_else_there_is_may_be_of_another_thread(
    heading: str, post_number: int | None
) -> None:
    *first, last = (post(*one) for one in POSTS)
    doubts = [doubt for doubt in thread_of(board(*first, heading, last)).doubts if doubt.name == "other-section"]
    assert doubts == [Doubt("other-section", post_number)] * (post_number is not None)


_SIX = [*map(post, *zip(*POSTS, strict=True)), *(post(n, f"{d} PM", f"{t} So it was.") for n, d, t in POSTS)]


@pytest.mark.parametrize(
    ("boxes", "post_number"),
    [
        (("<div class='topic'>{}</div>", 4, "<div class='latest'>{}</div>"), 4),
        (("<div class='topic'>{}</div>", 5, "<div id='side'>{}</div>"), 5),
        (("<div class='topic odd'>{}</div>", 4, "<div class='topic even'>{}</div>"), None),
        (("<div>{}</div>", 4, "<div>{}</div>"), None),
        (("<div class='topic'>{}</div>", 1, "<div class='replies'>{}</div>"), None),
        (("{}", 4, "{}"), None),
    ],
    ids=["boxes", "one alone", "called alike", "called nothing", "what opens the thread", "no boxes"],
)
def test_posts_in_another_box_may_be_of_another_thread(boxes: tuple[str, int, str], post_number: int | None) -> None:
    above, count, below = boxes
    shown = above.format("".join(_SIX[:count])), below.format("".join(_SIX[count:]))
    doubts = [doubt for doubt in thread_of(board(*shown)).doubts if doubt.name == "other-place"]
    assert doubts == [Doubt("other-place", post_number)] * (post_number is not None)


@pytest.mark.parametrize(
    ("text", "is_note"),
    [
        ("[deleted]", True),
        ("Comment removed by its author.", True),
        ("Dieser Beitrag wurde gelöscht", True),
        ("Removed the nail, and it healed.", False),
    ],
)
def test_a_note_that_a_post_was_deleted_is_doubted(text: str, is_note: bool) -> None:  # noqa: FBT001 - a column
    *first, (name, date, _) = POSTS
    doubts = thread_of(board(*(post(*one) for one in first), post(name, date, text))).doubts
    assert (Doubt("deleted", 2) in doubts) == is_note
