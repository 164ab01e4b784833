"""The first post of a thread that is marked up unlike the replies."""

import pytest

from extractor.readers.html.posts.decide import Doubt, Remarks
from extractor.readers.html.posts.thread import find_thread
from tests.readers.html.posts.boards import NAMES, POSTS, board, names_of, post, thread_of

_ASKED = "For a month now my left thumb has locked each morning until I run warm water over it."
_OPENING = (
    "<section class='lead'><div class='head'><a href='/members/99'>heron</a> <span>11 Mar 2019, 20:15</span></div>"
    f"<div class='said'><p>{_ASKED}</p><p>What is that?</p></div><ul class='labels'><li>hands</li></ul></section>"
)


def test_a_text_above_with_a_name_and_a_date_opens_the_thread() -> None:
    tree = board(above=_OPENING)
    found = thread_of(tree)
    posts = found.posts
    assert [posts.authors[0].names[k].text for k in range(4)] == ["heron", *(name for name, _, _ in POSTS)]
    assert [tree.words(i) for _, i in sorted(posts.body.bodies.items())] == [
        f"{_ASKED} What is that?",
        *(text for _, _, text in POSTS),
    ]
    assert (tree.words(posts.dates[0].dates[0]), found.asks_first) == ("11 Mar 2019, 20:15", True)


@pytest.mark.parametrize(
    "above",
    [
        _OPENING.replace("/members/99", "/tags/hands"),
        _OPENING.replace("11 Mar 2019, 20:15", "new here"),
        _OPENING.replace(_ASKED, "Hello."),
        _OPENING.replace("<ul class='labels'>", f"<ul class='labels'><li>{'hands and thumbs, ' * 22}</li>"),
        _OPENING.replace("class='lead'", "class='sidebar'"),
        _OPENING.replace("class='lead'", "class='review-entry'"),
        _OPENING.replace("<div class='said'>", "<div class='said'><i>12 Mar 2019</i>").replace("<p>", "").replace("</p>", " "),
    ],
    ids=["no name", "no date", "hardly a text", "much beside it", "aside", "a review", "a date within"],
)  # fmt: skip
def test_what_lacks_one_of_these_opens_none(above: str) -> None:
    assert len(thread_of(board(above=above)).posts.posts) == len(POSTS)


@pytest.mark.parametrize(
    ("asked", "opens"), [("左手的拇指每天早上都会卡住，用热水冲才好。", True), ("谁知道？", False)]
)
def test_a_syllable_says_as_much_as_two_letters(asked: str, opens: bool) -> None:  # noqa: FBT001 - a column
    above = _OPENING.replace(_ASKED, asked).replace("<p>What is that?</p>", "")
    assert (len(thread_of(board(above=above)).posts.posts) > len(POSTS)) == opens


def test_an_article_opens_no_thread() -> None:
    found = find_thread(board(above=_OPENING.replace(_ASKED, _ASKED * 30)), [])
    assert isinstance(found, Remarks)


def test_doubts_are_about_the_posts_that_they_were_about() -> None:
    shown = [post(*one) for one in (*POSTS, *POSTS)]
    shown.append(post("", "14 Mar 2019", POSTS[1][2] + " It was so with mine."))
    assert thread_of(board(*shown, above=_OPENING)).doubts == [Doubt("no-author", 7)]


@pytest.mark.parametrize(("name", "is_conversation"), [("heron", True), ("redshank", False)])
def test_who_opens_a_thread_and_writes_again_talks(name: str, is_conversation: bool) -> None:  # noqa: FBT001 - a column of the table
    shown = [post(*one) for one in POSTS]
    shown.append(post(name, "14 Mar 2019, 10:00", "Thank you, I will have it looked at on Monday."))
    assert thread_of(board(*shown, above=_OPENING)).is_conversation == is_conversation


_FLAT = (
    f"<div class='words'><p>{_ASKED}</p></div>"
    "<div class='by'><a href='/members/99'>heron</a> <span>11 Mar 2019, 20:15</span></div>"
)


def test_a_text_marked_as_those_of_the_replies_opens_the_thread_beside_them() -> None:
    tree = board(above=_FLAT)
    posts = thread_of(tree).posts
    assert (posts.authors[0].names[0].text, tree.words(posts.body.bodies[0])) == ("heron", _ASKED)


def test_another_text_beside_them_does_not() -> None:
    assert len(thread_of(board(above=_FLAT.replace("words", "intro"))).posts.posts) == len(POSTS)


def test_the_name_above_may_be_marked_as_that_of_a_question_and_those_below_of_answers() -> None:
    replies = [
        f"<div class='answer'><span class='answer__author'>{n}</span> <time>{d}</time><div class='answer__text'>{t}</div></div>"
        for n, d, t in POSTS
    ]
    above = (
        "<section class='lead'><span class='question__author'>heron</span> <time>11 Mar 2019, 20:15</time>"
        f"<div class='question__text'>{_ASKED}</div></section>"
    )
    posts = thread_of(board(*replies, above=above)).posts
    assert [posts.authors[0].names[k].text for k in range(4)] == ["heron", *(name for name, _, _ in POSTS)]


def test_name_and_date_may_stand_on_one_line() -> None:
    above = (
        "<section class='lead'><h2>Thumb</h2><small>By <a href='/members/99'>heron</a> on 11 Mar 2019, 20:15</small>"
        f"<div class='said'><p>{_ASKED}</p></div></section>"
    )
    tree = board(above=above)
    posts = thread_of(tree).posts
    assert (posts.authors[0].names[0].text, tree.words(posts.body.bodies[0])) == ("heron", _ASKED)


def test_what_replies_reply_to_is_none_of_them_however_its_text_is_marked() -> None:
    replies = [post(*one).replace("class='post'", "class='reply'") for one in POSTS]
    tree = board(*replies, above=_FLAT.replace("words", "intro"))
    posts = thread_of(tree).posts
    assert (posts.authors[0].names[0].text, tree.words(posts.body.bodies[0])) == ("heron", _ASKED)


def test_a_title_is_no_part_of_the_text_below_it() -> None:
    title = "<div class='topic-title'>What is it that locks my left thumb when I wake up in the morning?</div>"
    above = (
        f"<section class='lead'><div class='all'>{title}<div class='said'>{_ASKED}</div></div>"
        "<a href='/members/99'>heron</a> <span>11 Mar 2019, 20:15</span></section>"
    )
    tree = board(above=above)
    assert tree.words(thread_of(tree).posts.body.bodies[0]) == _ASKED


def test_a_name_marked_unlike_those_of_the_replies_stands_in_one_element_with_the_text() -> None:
    above = (
        "<section class='lead'><i class='asker-name'>heron</i> <span>11 Mar 2019, 20:15</span>"
        f"<div class='said'>{_ASKED}</div></section>"
    )
    assert thread_of(board(above=above)).posts.authors[0].names[0].text == "heron"


def test_one_of_the_latest_posts_of_a_site_opens_none() -> None:
    above = _OPENING + _OPENING.replace("heron", "redshank").replace("/99", "/98").replace(_ASKED, "Mine is the knee.")
    assert len(thread_of(board(above=above)).posts.posts) == len(POSTS)


@pytest.mark.parametrize(("name", "opens"), [(POSTS[0][0], False), ("heron", True)])
def test_a_head_that_names_who_wrote_the_first_post_opens_none(name: str, opens: bool) -> None:  # noqa: FBT001 - a column
    head = f"<div class='path'><a href='/members/99'>{name}</a> <span>11 Mar 2019, 20:15</span></div>"
    notice = f"<div class='words'><p>{_ASKED}</p></div>"
    assert (len(thread_of(board(above=head + notice)).posts.posts) > len(POSTS)) == opens


def test_who_likes_posts_wrote_none_of_them() -> None:
    likes = "<i>Liked by <a href='/members/81'>finch_and_sons</a></i>"
    opening = _OPENING.replace("</section>", f"{likes}</section>").replace("/members/99", "/author/heron")
    replies = (post(*one, likes).replace("/members/", "/users/", 1) for one in POSTS)
    assert names_of(board(*replies, above=opening)) == ["heron", *NAMES]
