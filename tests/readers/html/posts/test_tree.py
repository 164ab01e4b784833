from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Document
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.rendering.parse import parse
from tests.readers.html.posts.boards import board


def _tree(page: str) -> Tree:
    return Tree(parse(Document(page.encode())).root)


def test_blocks_are_lines_and_paragraphs_are_apart() -> None:
    tree = _tree("<p>One\n  line</p><div>Two<br>Three</div><ul><li>Four</li><li>Five</li></ul>")
    assert tree.text == "One line\n\nTwo\nThree\n\nFour\nFive"


def test_a_subtree_and_its_text_are_ranges() -> None:
    tree = _tree("<div class='a'><b>Ann</b> says <i>yes</i></div><div>no</div>")
    i = tree.classes.index("a")
    assert [tree.tags[j] for j in range(i, tree.ends[i])] == ["div", "b", "i"]
    assert tree.words(i) == "Ann says yes"
    assert tree.tags[tree.at(tree.text.index("yes"))] == "i"
    assert tree.tags[tree.block(tree.at(tree.text.index("yes")))] == "div"


def test_scripts_controls_and_comments_are_no_text_but_what_follows_them_is() -> None:
    tree = _tree("<div>a<script>x</script>b<!-- c -->d<button>e</button><nav>f</nav>g</div>")
    assert tree.text == "abdg"


def test_elements_with_nothing_between_them_and_raised_numbers_are_set_apart() -> None:
    assert _tree("<div><a>Ann</a><a>Lee</a></div>").text == "Ann Lee"
    assert _tree("<p>in 2024<sup>1</sup></p>").text == "in 2024 1"
    assert _tree("<p><b>B</b>old</p>").text == "Bold"


def test_links_are_no_prose() -> None:
    tree = _tree("<p class='x'>Read <a href='/y'>this page</a> now</p>")
    i = tree.classes.index("x")
    assert (tree.mass(i), tree.prose(i)) == (18, 8)


@given(
    st.lists(st.sampled_from(["<div>", "</div>", "<p>", "<br>", "a ", "b", "<b>", "</b>", "<li>", "\n"]), max_size=40)
)
def test_any_markup_gives_nested_ranges(pieces: list[str]) -> None:
    tree = _tree("<body>x" + "".join(pieces))
    for i in range(1, len(tree)):
        above = tree.parents[i]
        assert above < i < tree.ends[i] <= tree.ends[above]
        assert tree.starts[above] <= tree.starts[i] <= tree.stops[i] <= tree.stops[above] <= len(tree.text)


def test_a_picture_in_the_place_of_a_text_is_told_from_one_beside_it() -> None:
    row = "<div class='row'><div class='photo'><img src='a.png'></div><div class='message'><p>{}</p></div></div>"
    texts = ("Look.", "<img src='b.jpg'>", "")
    page = _tree("".join(row.format(text) for text in texts))
    assert [page.classes[i] for i in page.pictured] == ["message"]


def test_tags_that_a_page_made_up_are_marks() -> None:
    tree = _tree("<my-post>One</my-post><div><my-post class='new'>Two</my-post></div><b>Three</b>")
    assert [tree.words(i) for i in sorted(tree.having(["my-post"]))] == ["One", "Two"]
    assert tree.has("my-post")
    assert not tree.having(["b"])
    assert not tree.has("b")


def test_the_innermost_element_around_another_holds_it() -> None:
    tree = board("<div class='post'>a<div class='post'>b<i class='x'>c</i></div><i class='y'>d</i></div>")
    outer, inner = (i for i, called in enumerate(tree.classes) if called == "post")
    inside, behind = tree.classes.index("x"), tree.classes.index("y")
    assert [tree.holder({outer, inner}, i) for i in (outer - 1, outer, inside)] == [None, outer, inner]
    assert tree.holder({inner}, behind) is None
