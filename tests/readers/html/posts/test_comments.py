"""Comments of a page that has answers too."""

import pytest

from extractor.readers.html.posts.comments import comments_beside_answers, innermost, quotes_of_posts
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from tests.readers.html.posts.boards import POSTS, board, post, thread_of

COMMENT = (
    "<div class='comments'><div class='comment'><p>Mine too.</p><a href='/members/3'>lark</a> 14 Mar 2019</div></div>"
)


def _page(called: str, extra: str = COMMENT) -> Tree:
    """A question with answers that are `called` so, and `extra` in each."""
    shown = (
        f"<div class='{called if k else 'question'}'><p>{text}</p><div class='owner'><a href='/members/{len(name)}'>{name}</a> "
        f"on {date}</div>{extra}</div>"
        for k, (name, date, text) in enumerate(POSTS)
    )
    return board(*shown)


def _called(tree: Tree, elements: frozenset[int]) -> list[str]:
    return [tree.classes[i] for i in sorted(elements)]


@pytest.mark.parametrize(
    ("called", "found"),
    [("answer", ["comments", "comment"] * 3), ("answer comment", []), ("reply", [])],
    ids=["answers", "answers that are comments", "replies"],
)
def test_comments_are_told_from_answers_by_what_both_are_called(called: str, found: list[str]) -> None:
    tree = _page(called)
    assert _called(tree, comments_beside_answers(tree, Places(tree))) == found
    assert _called(tree, innermost(tree, comments_beside_answers(tree, Places(tree)))) == found[1::2]


def test_comments_beside_answers_are_no_posts_and_no_part_of_one() -> None:
    tree = _page("answer")
    found = thread_of(tree).posts
    assert [tree.classes[i] for i in found.posts] == ["question", "answer", "answer"]
    assert [found.authors[0].names[k].text for k in range(3)] == [name for name, _, _ in POSTS]
    assert len(found.comments) == len(POSTS)


def test_what_is_called_a_comment_once_in_each_answer_is_its_text() -> None:
    shown = (
        f"<div class='{'answer' if k else 'topic'}'><a href='/members/{k}'>{name}</a><i>{date}</i><p class='comment'>{text}</p></div>"
        for k, (name, date, text) in enumerate(POSTS)
    )
    tree = board(*shown)
    assert comments_beside_answers(tree, Places(tree)) == frozenset()


def test_a_button_is_no_answer() -> None:
    tree = board(*(COMMENT for _ in POSTS), below="<a class='answer' href='/log-in'>Answer this</a>")
    assert comments_beside_answers(tree, Places(tree)) == frozenset()


def test_quotes_with_name_and_date_are_no_posts_unless_all_is_called_a_quote() -> None:
    quote = "<div class='quote_body'><a class='username' href='/members/11'>wren_hollow</a> 12 Mar 2019, 09:14<p>My father gets cramps.</p></div>"
    tree = board(*(post(n, d, t, quote if k == 2 else "") for k, (n, d, t) in enumerate(POSTS)))
    assert _called(tree, quotes_of_posts(tree)) == ["quote_body"]
    assert [name.text for name in thread_of(tree).posts.authors[0].names.values()] == [name for name, _, _ in POSTS]
    assert quotes_of_posts(board(f"<div class='quotes'>{''.join(post(*one) for one in POSTS)}</div>")) == frozenset()
