import pytest

from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.candidates.columns import judge
from extractor.readers.html.posts.engines import Engine
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from tests.readers.html.posts.boards import POSTS, board, post, thread_of

_AD = "<div class='post'><p>Advertisement: shoes that walk by themselves, now for half the price.</p></div>"


def _judged(tree: Tree) -> Candidate:
    return judge(tree, Places(tree), [i for i, classes in enumerate(tree.classes) if classes == "post"])


def _bodies(tree: Tree, found: Candidate) -> list[str]:
    return [tree.words(i) for _, i in sorted(found.body.bodies.items())]


def test_author_date_and_text_are_decided_for_all_posts() -> None:
    tree = board()
    found = _judged(tree)
    assert [found.authors[0].names[k].text for k in range(3)] == [name for name, _, _ in POSTS]
    assert [tree.words(found.dates[0].dates[k]) for k in range(3)] == [date for _, date, _ in POSTS]
    assert _bodies(tree, found) == [text for _, _, text in POSTS]


def test_what_looks_like_a_post_and_has_neither_author_nor_date_is_none() -> None:
    tree = board(*(post(*one) for one in (*POSTS, *POSTS)), _AD)
    found = _judged(tree)
    assert (len(found.posts), len(found.trimmed)) == (6, 1)


def test_the_advertisement_below_the_only_post_of_an_engine_is_none() -> None:
    advertised = post("Advertisement", "12 Mar 2019, 09:30", "Hello wren_hollow, have a look at what shoes can do.")
    tree = board(post(*POSTS[0]), advertised)
    engine = Engine("shoes", ("post",), ("post",), body=("words",), author=("who",))
    posts = [i for i, classes in enumerate(tree.classes) if classes == "post"]
    assert judge(tree, Places(tree), posts, engine).posts == (posts[0],)


def test_names_beside_flat_posts_are_theirs() -> None:
    rows = "".join(
        f"<h3><a href='/members/{k}'>{n}</a>, {d}</h3><div class='post'><p>{t}</p></div>"
        for k, (n, d, t) in enumerate(POSTS)
    )
    tree = board(rows)
    found = _judged(tree)
    assert [found.authors[0].names[k].text for k in range(3)] == [name for name, _, _ in POSTS]
    assert _bodies(tree, found) == [text for _, _, text in POSTS]


def test_an_initial_in_place_of_a_picture_is_no_name() -> None:
    pictures = [f"<a class='username' href='/members/{len(name)}'>{name[0]}</a>" for name, _, _ in POSTS]
    tree = board(*(post(*one).replace("<div class='who'>", f"{picture}<div class='who'>") for one, picture in zip(POSTS, pictures, strict=True)))  # fmt: skip
    assert [_judged(tree).authors[0].names[k].text for k in range(3)] == [name for name, _, _ in POSTS]


def test_blocks_of_which_two_would_have_one_text_are_no_posts() -> None:
    mark = "<div class='post'>+</div>"
    pairs = "".join(
        f"{mark}<section>{mark}<p><a href='/members/{n}' class='username'>{n}</a>, {d}</p><p class='text'>{t}</p></section>"
        for n, d, t in POSTS
    )
    tree = board(pairs)
    found = _judged(tree)
    assert _bodies(tree, found) == [text for _, _, text in POSTS for _ in range(2)]
    assert (found.score, _judged(board()).score > 0) == (0, True)


def _beside_text(line: str) -> Candidate:
    """Posts of which the text stands in paragraphs beside a line on author and date."""
    texts = (f"<div class='post'>{line.format(n, d)}<p>{t}</p><p>{t}</p></div>" for n, d, t in POSTS)
    return _judged(board(*texts))


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("<p><a href='/members/{0}'>{0}</a> {1}</p>", 3),
        ("<p>Posted by {0} on {1}</p>", 3),
        ("<p>Answered by <span class='author'>{0}</span> on <span class='date'>{1}</span></p>", 0),
        ("<p><b>{0}</b>, surgeon in Leeds and York, <i>{1}</i></p>", 0),
        ("<p><b>{0}</b><br>Posts: 31<br><i>{1}</i></p>", 3),
    ],
    ids=["a page of their own", "a line", "a line that marks the name", "a line that says more", "what boards count"],
)
def test_texts_beside_names_and_dates_are_those_of_members_alone(line: str, heads: int) -> None:
    found = _beside_text(line)
    assert (len(found.body.heads), found.score > 0) == (heads, heads > 0)


def test_what_an_engine_calls_posts_and_has_neither_author_nor_date_is_an_advertisement() -> None:
    engine = Engine("invented", signs=("post",), posts=("post",), body=("words",), author=("username",))
    bare = "<div class='post'><div class='words'><p>Socks against cramps, two for one</p></div></div>"
    tree = board(*(post(*one) for one in POSTS), bare, bare)
    posts = [i for i, called in enumerate(tree.classes) if called == "post"]
    assert judge(tree, Places(tree), posts, engine).posts == tuple(posts[:3])


def test_a_post_by_nobody_but_advertising_is_none() -> None:
    signed = [
        post("Advertisement", POSTS[0][1], "Socks against cramps, two for one, today."),
        *(post(*one) for one in POSTS),
    ]
    assert len(_judged(board(*signed)).posts) == len(POSTS)
    assert len(_judged(board(signed[0].replace("Advertisement", "Advert Annie"), *signed[1:])).posts) == len(signed)


def test_the_heads_of_columns_that_are_called_as_posts_are_none() -> None:
    heads = (
        "<div class='post'><div class='who'><b class='username'>Author</b></div><div class='words'>Replies</div></div>"
    )
    found = _judged(board(heads, *(post(*one) for one in POSTS)))
    assert [found.authors[0].names[k].text for k in range(3)] == [name for name, _, _ in POSTS]


def test_the_heading_of_the_page_and_a_row_that_heads_the_texts_are_no_posts() -> None:
    shown = [post(*one) for one in POSTS]
    head = "<div class='post'><div class='who'><b class='username'>Author</b></div><div class='words'>Topic</div></div>"
    tree = board(head, *shown)
    assert _bodies(tree, _judged(tree)) == [text for _, _, text in POSTS]
    title = "<h2 class='post'>Night cramps <i class='when'>12 Mar 2019, 09:00</i></h2>"
    tree = board(title, *shown)
    assert _bodies(tree, _judged(tree)) == [text for _, _, text in POSTS]


def test_texts_in_rows_below_those_that_say_who_wrote_them_are_no_titles() -> None:
    rows = "".join(
        f"<tr class='post'><td class='who'><a class='username' href='/members/{k}'>{n}</a> {d}</td><td><b>Re: Cramps</b> (no. {k})</td></tr>"
        f"<tr><td><div class='words'>{t}</div></td></tr>"
        for k, (n, d, t) in enumerate(POSTS)
    )
    tree = board(f"<table>{rows}</table>")
    assert _bodies(tree, _judged(tree)) == [text for _, _, text in POSTS]


def test_dates_that_stand_above_the_posts_of_an_engine_are_theirs() -> None:
    shown = (
        f"<h4>{date}</h4><li class='b-post'><a class='author' href='/members/{len(name)}'>{name}</a>"
        f"<div class='js-post__content-text'>{text}</div></li>"
        for name, date, text in POSTS
    )
    tree = board(*shown)
    found = thread_of(tree).posts
    assert [tree.words(found.dates[0].dates[k]) for k in range(len(POSTS))] == [date for _, date, _ in POSTS]
