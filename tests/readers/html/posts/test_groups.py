from extractor.readers.html.posts.groups import Index, lifted
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from tests.readers.html.posts.boards import POSTS, board


def _with(tree: Tree, name: str) -> list[int]:
    return [i for i, classes in enumerate(tree.classes) if name in classes.split()]


def test_the_likeliest_group_is_the_posts() -> None:
    tree = board(below="<ul>" + "".join(f"<li class='tip'>Tip {k}</li>" for k in range(9)) + "</ul>")
    best = Index(tree, Places(tree)).groups()[0]
    assert list(best.members) == _with(tree, "post")
    assert ("div", "post") in best.keys


def test_an_element_is_lifted_until_it_would_hold_another_of_its_group() -> None:
    tree = board()
    assert list(lifted(tree, _with(tree, "words"))) == _with(tree, "post")


def test_posts_inside_posts_stay_what_they_are() -> None:
    inner = "<div class='reply'>b</div>"
    tree = board(f"<div class='reply'>a{inner}</div>", "<div class='reply'>c</div>")
    assert list(lifted(tree, _with(tree, "reply"))) == _with(tree, "reply")


def test_elements_are_found_by_token_whatever_their_tag() -> None:
    tree = board()
    assert len(Index(tree, Places(tree)).having(["username"])) == len(POSTS)


def test_names_alike_make_a_group_where_nothing_else_marks_posts() -> None:
    cells = (f"<td><a href='/members/{len(n)}'>{n}</a></td><td>{d}<br>{t}</td>" for n, d, t in POSTS)
    tree = board(
        "<table><tr><th>Author</th><th>Text</th></tr>" + "".join(f"<tr>{one}</tr>" for one in cells) + "</table>"
    )
    rows = [i for i, tag in enumerate(tree.tags) if tag == "tr"][1:]
    assert [group.keys for group in Index(tree, Places(tree)).groups() if list(group.members) == rows] == [[]]
