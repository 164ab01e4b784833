"""What elements of posts hold: posts that stand inside them are not counted."""

from extractor.readers.html.posts.candidates.masses import Masses
from tests.readers.html.posts.boards import board


def test_posts_inside_posts_are_not_counted_with_them() -> None:
    inner = "<div class='post'>Its own <a href='/'>answer</a><div class='post'>and one to that</div></div>"
    tree = board(f"<div class='post'>Question {inner}</div>", "<div class='post'>Another</div>")
    posts = [i for i, name in enumerate(tree.classes) if name == "post"]
    masses, second = Masses(tree, posts), posts[1]
    own = ["\n\nQuestion", "\nIts own answer", "\nand one to that"]
    assert [masses.mass(i) for i in posts[:3]] == list(map(len, own))
    assert masses.prose(second) == len(own[1]) - len(" answer")
