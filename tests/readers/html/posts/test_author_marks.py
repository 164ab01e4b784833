"""Names are told by marks that stay the same from post to post: classes, addresses without numbers, elements."""

import pytest

from extractor.readers.html.posts.author_marks import author_keys
from tests.readers.html.posts.boards import board


def marks(element: str) -> set[tuple[str, str]]:
    """The marks of what `element` holds in its `id=name`."""
    tree = board(element)
    return set(author_keys(tree, next(i for i in range(len(tree)) if tree.get(i, "id") == "name")))


@pytest.mark.parametrize(
    ("element", "mark"),
    [
        ("<span id='name' class='post-author'>Ann</span>", ("class", "post-author")),
        ("<span id='name' class='userinfo__author'>Ann</span>", ("class", "userinfo__author")),
        ("<div class='author-box'><b id='name'>Ann</b></div>", ("inside", "b in .author-box")),
        ("<a id='name' href='/members/12'>Ann</a>", ("profile", "/members/")),
        ("<a id='name' href='/perfil/12'>Ann</a>", ("profile", "/perfil/")),
        ("<a id='name' href='/~ann'>Ann</a>", ("profile", "/~")),
        ("<h4 id='name'>Ann</h4>", ("bold", "h4 in div")),
        ("<span id='name' itemprop='author'>Ann</span>", ("itemprop", "author")),
        ("<a href='/members/12'><img id='name' src='a.png' alt='Ann'></a>", ("alt", "")),
        ("<forum-post id='name' author='Ann'>Rest.</forum-post>", ("data", "author")),
    ],
)
def test_a_name_has_a_mark_that_is_the_same_in_all_posts(element: str, mark: tuple[str, str]) -> None:
    assert mark in marks(element)


@pytest.mark.parametrize("name", ["", "Ann " * 20])
def test_what_is_empty_or_long_is_no_name(name: str) -> None:
    assert marks(f"<span id='name' class='author'>{name}</span>") == set()


@pytest.mark.parametrize("link", ["<a href='/rules'>{}</a>", "<a href='/members/12'>{} Ann</a>", "<p>{}</p>"])
def test_a_picture_names_somebody_if_it_alone_leads_to_his_page(link: str) -> None:
    assert marks(link.format("<img id='name' src='a.png' alt='Ann'>")) == set()
