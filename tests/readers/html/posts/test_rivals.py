"""Which of several sets of posts are the thread, and what in them are comments."""

from collections.abc import Sequence

import pytest
from lxml import html

from extractor.readers.html.posts.candidates.authors import AuthorColumn
from extractor.readers.html.posts.candidates.bodies import BodyColumn
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.candidates.dates import DateColumn
from extractor.readers.html.posts.rivals import choose
from extractor.readers.html.posts.tree import Tree
from tests.readers.html.posts.boards import NAMES, POSTS, board, names_of, post, thread_of

WRAPPED = "".join(f"<section>{'<p>It is all right.</p>' * 2}</section>" for _ in range(3)) + "<p>It is not.</p>"
SECTIONS, PARAGRAPHS = (
    tuple(number for number, tag in enumerate(Tree(html.document_fromstring(WRAPPED)).tags) if tag == wanted)
    for wanted in ("section", "p")
)


def _set(
    posts: Sequence[int],
    texts: int | None = None,
    mass: int = 100,
    shares: tuple[float, float] = (1, 1),
    key: str = "p",
) -> Candidate:
    """Posts of which so many have a text, of so many characters in all, and such shares an author and a date."""
    bodies = dict(enumerate(posts[:texts]))
    signed, dated = shares
    columns = [AuthorColumn(signed, ("a", ""), {})], [DateColumn(dated, ("i", ""), {})]
    return Candidate(tuple(posts), (), *columns, BodyColumn(("", key), mass, bodies))


def _chosen(*candidates: Candidate) -> int:
    """Which of the candidates, the best first, is chosen."""
    tree = Tree(html.document_fromstring(WRAPPED))
    return candidates.index(choose(tree, candidates))


@pytest.mark.parametrize(
    ("others", "chosen"),
    [
        ([_set(SECTIONS, shares=(0.7, 0.5))], 1),
        ([_set(SECTIONS, shares=(0.69, 1))], 0),
        ([_set(SECTIONS, shares=(1, 0.49))], 0),
        ([_set(SECTIONS, shares=(0.69, 1)), _set(SECTIONS, shares=(1, 1))], 2),
    ],
)
def test_a_set_with_authors_and_dates_is_chosen_before_those_without(others: list[Candidate], chosen: int) -> None:
    assert _chosen(_set(SECTIONS, shares=(0.6, 0.4)), *others) == chosen


@pytest.mark.parametrize(
    ("other", "chosen"),
    [
        (_set(SECTIONS, 3), 1),
        (_set(SECTIONS, 2), 0),
        (_set(SECTIONS, 3, mass=99), 0),
        (_set(SECTIONS, 3, key="div"), 0),
        (_set(SECTIONS, 3, shares=(0.7, 1)), 0),
    ],
    ids=["more texts", "as many texts", "less text", "texts of another kind", "fewer authors"],
)
def test_of_sets_with_texts_of_one_kind_that_with_more_texts_is_chosen(other: Candidate, chosen: int) -> None:
    assert _chosen(_set(SECTIONS, 2), other) == chosen


INNER = PARAGRAPHS[:6]


@pytest.mark.parametrize(
    ("outer", "inner", "chosen"),
    [
        (_set(SECTIONS, 0, key="div"), _set(INNER), "inner"),
        (_set(SECTIONS, mass=60, shares=(0.7, 0.5), key="div"), _set(INNER), "inner"),
        (_set(SECTIONS, mass=61, shares=(0.7, 0.5), key="div"), _set(INNER), "outer"),
        (_set(SECTIONS, 2, mass=61, key="div"), _set(INNER), "inner"),
        (_set(SECTIONS, 0, key="div"), _set(INNER[::2]), "first"),
        (_set(SECTIONS, 0, key="div"), _set((*INNER[:4], PARAGRAPHS[6])), "first"),
    ],
    ids=[
        *("two texts in each", "little text of its own", "most text its own", "one without a text of its own"),
        *("one text in each", "a fifth outside"),
    ],
)
def test_what_holds_several_posts_is_none_unless_each_has_most_of_the_text(
    outer: Candidate, inner: Candidate, chosen: str
) -> None:
    """Where neither is told from the other, the first is chosen, which is the likelier."""
    found = [("outer", "inner")[_chosen(outer, inner)], ("inner", "outer")[_chosen(inner, outer)]]
    assert found == (["outer", "inner"] if chosen == "first" else [chosen] * 2)


@pytest.mark.parametrize("called", ["aside-note", "message-small"])
def test_remarks_inside_posts_are_none_of_the_thread_whatever_they_are_called(called: str) -> None:
    remark = f"<p class='{called}'>Thanks, <a class='username' href='/members/8'>lark</a> <time>14 Mar 2019</time></p>"
    assert names_of(board(*(post(*one, remark * 2) for one in POSTS))) == NAMES


def test_what_wraps_several_posts_is_none_of_them() -> None:
    posts = [post(*one) for one in (*POSTS, POSTS[0])]
    head = "<p class='message-group'><a class='user' href='/members/77'>page {0}</a> {0} April 2019</p>"
    pages = [f"<div class='posts-page'>{head.format(k)}{''.join(posts[2 * k : 2 * k + 2])}</div>" for k in range(2)]
    assert names_of(board(*pages)) == [*NAMES, NAMES[0]]


def test_what_wraps_all_posts_but_has_no_text_of_its_own_is_none_of_them() -> None:
    said = [f"<div class='panel'>{post(*one)}</div>" for one in POSTS]
    head = "<div class='hull'><a class='user' href='/members/11'>wren_hollow</a> <i>12 Mar 2019</i>, 2 answers</div>"
    found = thread_of(board(f"{head}<div class='hull'>{''.join(said)}</div>"))
    assert [found.posts.authors[0].names[k].text for k in range(len(found.posts.posts))] == NAMES
    assert found.doubts == []


def test_what_says_who_wrote_a_post_is_no_comment() -> None:
    tree = board(*(post(*one).replace("class='who'", "class='comment-by'") for one in POSTS))
    assert names_of(tree) == NAMES
    assert thread_of(tree).posts.comments == frozenset()


@pytest.mark.parametrize(("remark", "doubts"), [("Thanks, mine too.", []), (POSTS[0][2] * 2, ["left-text"])])
def test_posts_are_no_hulls_of_their_text_and_of_remarks_on_it(remark: str, doubts: list[str]) -> None:
    below = f"<div class='part'><a class='username' href='/members/8'>lark</a> 14 Mar 2019<p>{remark}</p></div>"
    posts = [post(*one).replace("class='post'", "class='part'") for one in POSTS]
    found = thread_of(board(*(f"<div class='thread-item'>{one}{below * 2}</div>" for one in posts)))
    assert ([doubt.name for doubt in found.doubts], len(found.posts.posts)) == (doubts, 3)


def test_lists_of_replies_in_replies_are_no_posts() -> None:
    first, *others = (post(*one).replace("class='post'", "class='reply'") for one in POSTS)
    nested = f"<ul class='replies'><li>{others[0]}</li></ul>"
    shown = f"<ul class='replies'><li>{first}{nested}</li><li>{others[1]}</li></ul>"
    assert names_of(board(shown)) == NAMES
