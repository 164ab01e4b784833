"""Whether posts whose texts stand beside names and dates are those of members of a board."""

import pytest

from extractor.readers.html.posts.candidates.columns import judge
from extractor.readers.html.posts.places import Places
from tests.readers.html.posts.boards import POSTS, board


def _is_read(head: str, *, last: str = "redshank", beside: str = "") -> bool:
    """Whether posts are read that begin with `head`, `beside` what holds it, where `last` writes the last of them."""
    again = (last, "14 Mar 2019, 10:00", "Thank you, I will ask for a blood test on Monday.")
    shown = (
        f"<div class='post'>{beside.format(n)}<div class='in'>{head.format(n, d)}<p>{t}</p><p>So it is.</p></div></div>"
        for n, d, t in (*POSTS, again)
    )
    tree = board(*shown)
    return judge(tree, Places(tree), [i for i, called in enumerate(tree.classes) if called == "post"]).score > 0


@pytest.mark.parametrize(
    ("head", "is_read"),
    [
        ("<h4>{0}</h4><time>{1}</time>", True),
        ("<b>{0}</b> - <i>{1}</i>", True),
        ("<b>{0}</b>", False),
        ("<b>{0}</b>, surgeon in Leeds and York, <i>{1}</i>", False),
        ("<p><b>{0}</b>, surgeon in Leeds and York, <i>{1}</i></p>", False),
        ("<p><b>{0}</b>, <i>{1}</i>, 31 patients found this helpful</p>", False),
    ],
)
def test_beside_texts_stand_a_name_and_a_date_and_no_more(head: str, is_read: bool) -> None:  # noqa: FBT001 - a column of the table
    assert _is_read(head) == is_read


@pytest.mark.parametrize(
    ("head", "is_read"),
    [("<time>{1}</time>", True), ("Leeds <time>{1}</time>", False), ("<i class='by'>Al</i> <time>{1}</time>", False)],
)
def test_names_may_stand_elsewhere_if_a_date_is_all_there(head: str, is_read: bool) -> None:  # noqa: FBT001 - a column of the table
    assert _is_read(f"<p>{head}</p>", beside="<div class='username'>{0}</div>") == is_read


def test_a_name_beside_texts_is_that_of_who_wrote_them() -> None:
    shown = (
        f"<div class='post'><span class='user'>{n}</span> <time>{d}</time><p>Is it?</p><div class='answer'><span class='by'>Al</span>"
        f"<time>{d}</time><p>{t}</p><p>So it is.</p></div></div>"
        for n, d, t in POSTS
    )
    tree = board(*shown)
    assert judge(tree, Places(tree), [i for i, called in enumerate(tree.classes) if called == "post"]).score == 0


def test_who_asks_and_comes_back_is_a_member() -> None:
    assert _is_read("<p><b>{0}</b>, of Leeds and York, <i>{1}</i></p>", last=POSTS[0][0])
