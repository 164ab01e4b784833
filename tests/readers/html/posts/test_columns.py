from extractor.readers.html.posts.columns import Candidate, judge
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from tests.readers.html.posts.boards import POSTS, board, post

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


def test_blocks_of_which_one_has_the_text_of_the_one_beside_it_are_no_posts() -> None:
    rows = "".join(
        f"<div class='post'><a href='/members/{k}' class='username'>{n}</a>, {d}</div><div class='post'></div><p>{t}</p>"
        for k, (n, d, t) in enumerate(POSTS)
    )
    found = _judged(board(rows))
    bodies = list(found.body.bodies.values())
    assert found.score == 0 or len(set(bodies)) == len(bodies)
    assert _judged(board()).score > 0
