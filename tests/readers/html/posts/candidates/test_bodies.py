"""The text of posts: the part that each has once, apart from author and date, with the most text."""

import pytest

from extractor.readers.html.posts.candidates.bodies import BodyColumn, body_column
from extractor.readers.html.posts.engines import Engine
from extractor.readers.html.posts.tree import Tree
from tests.readers.html.posts.boards import POSTS, board


def _board(form: str) -> Tree:
    """Posts in one form: `{name}` and `{text}` stand in it."""
    return board(*(f"<div class='post'>{form.format(name=name, text=text)}</div>" for name, _, text in POSTS))


def _called(tree: Tree, name: str) -> list[int]:
    return [i for i, called in enumerate(tree.classes) if called == name]


def _found(tree: Tree, engine: Engine | None = None) -> BodyColumn | None:
    posts = _called(tree, "post")
    own = [range(i, tree.ends[i]) for i in posts]
    others = {k: [i] for k, i in enumerate(_called(tree, "who"))}
    return body_column(tree, posts, own, others, engine)


@pytest.mark.parametrize(
    "form",
    [
        "<b class='who'>{name}</b><div class='words'>{text}</div>",
        "<b class='who'>{name}</b><div class='head'>Was it of use to you?</div><div class='words'>{text}</div>",
        "<div class='all'><b class='who'>{name}</b><div class='words'>{text}</div></div>",
        "<b class='who'>{name}</b><div class='words'><div class='half'>{text}</div><div class='half'>Well.</div></div>",
        "<b class='who'>{name}</b><div class='words'>{text}</div><div class='signature'>{text} {text} {text}</div>",
        "<b class='who'>{name}</b><div class='words'>{text}</div><div class='box modal'>{text} {text}</div>",
        "<b class='who'>{name}</b><div class='words'>{text}</div><p class='note'>"
        + "What is said here is theirs. " * 9
        + "</p>",
        "<b class='who'>{name}</b><div class='of'>Posts: 31 | From: {name} by the {text:.50}</div><div class='words'>{text:.60}</div>",
        "<b class='who'>{name}</b><div class='words'>{text}</div><div class='more'><a href='/'>{text} {text}</a></div>",
        "<b class='who'>{name}</b><div class='card'><div class='words'>{text}</div><i>Was it of use?</i></div>",
    ],
    ids=[
        "alone",
        "most text",
        "without the author",
        "once",
        "no signature",
        "no dialog",
        "not what all say",
        "nothing of members",
        "no links",
        "innermost",
    ],
)
def test_the_text_is_the_part_with_the_most_text_that_each_post_has_once(form: str) -> None:
    tree = _board(form)
    found = _found(tree)
    assert found is not None
    assert [found.bodies[k] for k in range(3)] == _called(tree, "words")
    assert found.mass == sum(tree.mass(i) for i in _called(tree, "words"))


def test_paragraphs_and_spans_are_no_texts_of_their_own_inside_one() -> None:
    tree = _board("<b class='who'>{name}</b><div class='words'><p class='first'>{text}</p><p>Well.</p></div>")
    found = _found(tree)
    assert found is not None
    assert list(found.bodies.values()) == _called(tree, "words")


def test_the_longest_item_of_a_list_is_not_the_text_around_it() -> None:
    found = _found(_board("<b class='who'>{name}</b><div class='words'><p>So it is.</p><ul><li>{text}</li></ul></div>"))
    assert found is not None
    assert found.key == ("div", "words")


def test_posts_of_nothing_but_names_and_links_have_no_text() -> None:
    assert _found(_board("<b class='who'>{name}</b>")) is None
    assert _found(_board("<b class='who'>{name}</b><div class='words'><a href='/'>{text}</a></div>")) is None


def test_an_engine_says_what_the_text_is_if_most_posts_have_it() -> None:
    engine = Engine("invented", signs=("words",), posts=("post",), body=("brief",))
    form = (
        "<div class='post'><b class='who'>{}</b><div class='brief'>In short, no.</div><div class='words'>{}</div></div>"
    )
    posts = [form.format(name, text) for name, _, text in POSTS]
    most = board(*posts[:2], posts[2].replace("brief", "long"))
    found = _found(most, engine)
    assert found is not None
    assert (found.key, [most.words(i) for i in found.bodies.values()]) == (
        ("engine", "invented"),
        ["In short, no."] * 2,
    )
    few = board(posts[0], *(one.replace("brief", "long") for one in posts[1:]))
    found = _found(few, engine)
    assert found is not None
    assert list(found.bodies.values()) == _called(few, "words")


def test_a_text_without_an_element_of_its_own_is_what_stands_beside_name_and_date() -> None:
    loose = _board("<div class='note'><b class='who'>{name}</b></div>{text}")
    found = _found(loose)
    assert found is not None
    assert list(found.bodies.values()) == _called(loose, "post")
    assert [list(found.heads[k]) for k in range(3)] == [[i] for i in _called(loose, "note")]
    assert found.mass < sum(map(loose.mass, _called(loose, "post")))


def test_all_of_a_post_is_its_text_where_nothing_marks_the_texts_alike() -> None:
    forms = (
        "<div class='post'>{1}<i class='who'>{0}</i></div>",
        "<section class='post'>{1}<i class='who'>{0}</i></section>",
    )
    tree = board(*(forms[k % 2].format(name, text) for k, (name, _, text) in enumerate(POSTS)))
    found = _found(tree)
    assert found is not None
    assert [found.bodies[k] for k in range(3)] == _called(tree, "post")
    assert [list(found.heads[k]) for k in range(3)] == [[i] for i in _called(tree, "who")]


def test_what_holds_a_name_is_as_large_as_in_the_longest_post() -> None:
    texts = [POSTS[0][2] * 4, "Well.", POSTS[2][2] * 4]
    shown = [f"<div class='post'><div class='all'><p class='who'>Ann</p>{text}</div></div>" for text in texts]
    tree = board(*shown)
    found = _found(tree)
    assert found is not None
    assert [list(found.heads[k]) for k in range(3)] == [[i] for i in _called(tree, "who")]


@pytest.mark.parametrize(
    ("form", "is_found"),
    [
        ("<b class='who'>{name}</b><i>12 Mar</i><p>{text}</p>", True),
        ("<b class='who'>{name}</b><i>12 Mar</i><p>{text}</p><p>Well.</p>", False),
        ("<table><tr><td><b class='who'>{name}</b></td><td>{text}</td></tr></table>", True),
        ("<table><tr><td>{text}</td><td><b class='who'>{name}</b></td></tr></table>", True),
    ],
    ids=["one paragraph", "several", "second cells", "first cells"],
)
def test_a_paragraph_by_itself_or_a_cell_may_be_the_text_by_its_place(form: str, is_found: bool) -> None:  # noqa: FBT001 - a table's column
    tree = _board(form)
    found = _found(tree)
    texts = [tree.words(i) for i in found.bodies.values()] if found and not found.heads else []
    assert texts == ([text for _, _, text in POSTS] if is_found else [])


def test_cells_of_rows_that_take_turns_in_colour_have_one_place() -> None:
    rows = "".join(
        f"<tr class='{'alt' if k % 2 else ''}'><td class='post'><b class='who'>{n}</b></td></tr>"
        for k, (n, _, _) in enumerate(POSTS)
    )
    tree = board(
        f"<table>{rows.replace('</td></tr>', '</td><td>{}</td></tr>').format(*(t for _, _, t in POSTS))}</table>"
    )
    posts = [i for i, tag in enumerate(tree.tags) if tag == "tr"]
    own = [range(i, tree.ends[i]) for i in posts]
    found = body_column(tree, posts, own, {k: [i] for k, i in enumerate(_called(tree, "who"))}, None)
    assert found is not None
    assert [tree.words(i) for i in found.bodies.values()] == [text for _, _, text in POSTS]


def test_the_title_above_each_text_is_none_though_that_stands_beside_a_date() -> None:
    title = "<div class='title'>Re: Cramps in both calves at night</div>"
    form = (
        "<b class='who'>{name}</b>" + title + "<div class='all'><i class='who'>12 Mar 2019</i><hr>{text}<br>So.</div>"
    )
    tree = _board(form)
    posts = _called(tree, "post")
    own = [range(i, tree.ends[i]) for i in posts]
    others = {k: [i for i in some if tree.classes[i] == "who"] for k, some in enumerate(own)}
    found = body_column(tree, posts, own, others, None)
    assert found is not None
    assert found.key[1] == "all"


def test_a_date_by_itself_is_no_text() -> None:
    tree = _board("<b class='who'>{name}</b><div class='all'><div class='day'>12 Mar 2019, 09:14</div>{text}</div>")
    found = _found(tree)
    assert found is not None
    assert found.key[1] == "all"


@pytest.mark.parametrize("form", ["<h4 class='top'>{0}</h4>", "<h2><div class='words'>{0}</div></h2>"])
def test_no_text_stands_in_a_heading_however_short_the_texts_are(form: str) -> None:
    title = form.format("A title of the thread that is longer than what is said")
    posts = (
        f"<div class='post'><b class='who'>{n}</b>{title}<div class='words'>Me too</div></div>" for n, _, _ in POSTS
    )
    tree = board(*posts)
    found = _found(tree)
    assert found is not None
    assert {tree.words(i) for i in found.bodies.values()} == {"Me too"}


def test_what_microdata_calls_the_text_is_the_text_in_whatever_element() -> None:
    tree = _board("<b class='who'>{name}</b><div class='words'><p itemprop='text'>{text}</p><div>Reply</div></div>")
    found = _found(tree)
    assert found is not None
    assert {tree.get(i, "itemprop") for i in found.bodies.values()} == {"text"}
