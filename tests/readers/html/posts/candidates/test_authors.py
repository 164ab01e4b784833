"""Who wrote the posts of a set: the place of names, and the name in each post."""

import pytest

from extractor.readers.html.posts.candidates.authors import AuthorColumn, author_columns
from extractor.readers.html.posts.engines import Engine
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from tests.readers.html.posts.boards import POSTS, board, post, thread_of

NAMES = [name for name, _, _ in POSTS]
_ENGINE = Engine("invented", signs=("nick",), posts=("post",), author=("data-author", "nick"))


def _columns(tree: Tree, engine: Engine | None = None) -> list[AuthorColumn]:
    posts, bodies = ([i for i, called in enumerate(tree.classes) if called == name] for name in ("post", "words"))
    own = [range(i, tree.ends[i]) for i in posts]
    return author_columns(tree, Places(tree), own, dict(enumerate(bodies)), engine)


def _names(column: AuthorColumn) -> list[str]:
    return [column.names[k].text for k in sorted(column.names)]


def _above(text: str) -> list[str]:
    """The posts of the board, each with `text` above its author; `{}` is another number in each."""
    shown = (
        post(*one).replace("<div class='who'>", text.format(k) + "<div class='who'>") for k, one in enumerate(POSTS)
    )
    return list(shown)


def test_who_changed_a_post_did_not_write_it() -> None:
    note = "<div>edited <span>1 Apr 2019</span> <a class='username' href='/members/9{0}'>janitor{0}</a></div>"
    tree = board(*_above(note))
    assert _names(_columns(tree)[0]) == NAMES
    written = board(*_above(note.replace("edited", "written")))
    assert _names(_columns(written)[0]) == ["janitor0", "janitor1", "janitor2"]


def test_an_engines_place_of_names_may_hold_that_of_who_changed_a_post_too() -> None:
    note = "<div>edited <span>1 Apr 2019</span> <a class='nick' href='/members/9{0}'>janitor{0}</a></div>"
    engine = Engine("invented", signs=("nick",), posts=("post",), author=("nick",))
    named = [one.replace("class='username'", "class='nick'") for one in _above(note)]
    assert _names(_columns(board(*named), engine)[0]) == NAMES


def test_who_stands_in_front_of_a_note_that_something_was_changed_wrote_it() -> None:
    noted = [post(n, f"{d} <i>edited</i>", t) for n, d, t in POSTS]
    assert _names(_columns(board(*noted))[0]) == NAMES


def test_an_initial_in_place_of_a_picture_is_no_name() -> None:
    drawn = [
        post(n, d, t).replace("<div class='who'>", f"<div class='who'><a href='/members/{n}'>{n[0].upper()}</a>", 1)
        for n, d, t in POSTS
    ]
    columns = {column.key[0]: _names(column) for column in _columns(board(*drawn))}
    assert columns["profile"] == NAMES


def test_a_name_in_the_text_is_not_the_author() -> None:
    asked = (post(n, d, f"<a class='nick' href='/members/3'>ostler{k}</a> {t}") for k, (n, d, t) in enumerate(POSTS))
    columns = _columns(board(*asked))
    assert _names(columns[0]) == NAMES
    assert not any(name.startswith("ostler") for column in columns for name in _names(column))


@pytest.mark.parametrize(
    "other",
    [
        "<b class='author-team'>The team</b>",
        "<b class='author-line'>A friend of those who live in house{}</b>",
        "<b class='author-since'>1 March 201{}</b>",
        "<b class='author-number'>10{}</b>",
        "<b class='author-place'>#1{}</b>",
        "<b class='author-address'>Mail: {}@example.org</b>",
        "<b class='author-label'>Author {}:</b>",
        "<b class='author-presence'>P{} Offline</b>",
    ],
    ids=[
        "the same in all",
        "a sentence",
        "a date",
        "a number",
        "a post's number",
        "a labelled value",
        "a label",
        "one state of all",
    ],
)
def test_what_is_called_an_author_and_is_no_name_comes_behind_the_names(other: str) -> None:
    columns = _columns(board(*_above(other)))
    called = {"team", "line", "since", "number", "place", "address", "label", "presence"}
    behind = next(column for column in columns if column.key[1].rpartition("-")[2] in called)
    assert _names(columns[0]) == NAMES
    assert behind.weight < columns[0].weight / 1.5


def test_nobody_may_have_written_all_posts() -> None:
    def weight(name: str) -> float:
        return _columns(board(*(post(name, d, t) for _, d, t in POSTS)))[0].weight

    assert weight("Anonymous") > 1 > weight("Comment")


def test_among_names_an_initial_and_a_number_are_names() -> None:
    names = ["Q", "wren_hollow", "Q", "Q", "oldmill", "Q"]
    columns = _columns(board(*(post(name, *POSTS[0][1:]) for name in names)))
    assert (_names(columns[0]), columns[0].weight >= 1) == (names, True)
    assert _columns(board(*(post(n, *POSTS[0][1:]) for n in "QRS")))[0].weight < 1 / 2


def test_of_two_posts_the_place_that_names_two_people_comes_first() -> None:
    label = "<p class='author-name'>Post</p><div class='who'>"
    two = [post(*one).replace("<div class='who'>", label).replace("username", "") for one in POSTS[:2]]
    assert _names(_columns(board(*two))[0]) == NAMES[:2]


def test_links_to_own_places_are_of_one_kind_whatever_these_are_called() -> None:
    linked = [post(*one).replace(f"/members/{len(one[0])}", f"/~{one[0].split()[-1]}") for one in POSTS]
    found = {column.key: _names(column) for column in _columns(board(*linked))}
    assert found["profile", "/~"] == NAMES


@pytest.mark.parametrize("told", ["Posts: 31{}", "Beiträge 31{}", "Joined: 4 May 200{}", "Регистрация: 200{}"])
def test_what_boards_print_of_members_is_no_name(told: str) -> None:
    assert _names(_columns(board(*_above(f"<b class='username'>{told}</b>")))[0]) == NAMES


def test_names_where_an_engine_has_them_come_first_as_soon_as_most_posts_have_one() -> None:
    called = [post(n, d, t, f"<p data-author='{n.upper()} '></p>") for n, d, t in POSTS]
    (told,) = _columns(board(*called), _ENGINE)
    assert (told.key, _names(told)) == (("engine", "invented"), [name.upper() for name in NAMES])
    first, *others = _columns(board(*called[:2], post(*POSTS[2])), _ENGINE)
    assert (first.key, _names(first)) == (("engine", "invented"), [name.upper() for name in NAMES[:2]])
    assert _names(others[0]) == NAMES
    assert _names(_columns(board(called[0], *(post(*one) for one in POSTS[1:])), _ENGINE)[0]) == NAMES


def test_an_engine_may_have_the_name_on_a_button_as_an_attribute() -> None:
    called = [post(n, d, t, f"<button><i data-author='{n.upper()}'>{n}</i></button>") for n, d, t in POSTS]
    assert _names(_columns(board(*called), _ENGINE)[0]) == [name.upper() for name in NAMES]


def test_a_place_in_few_posts_is_none() -> None:
    badge = "<b class='author-keeper'>Keeper of the keys</b>"
    shown = [post(*one, badge if k == 0 else "") for k, one in enumerate((*POSTS, *POSTS))]
    assert not any("Keeper of the keys" in _names(column) for column in _columns(board(*shown)))


def test_a_link_to_the_changes_of_a_post_that_says_when_it_was_written_speaks_of_no_editor() -> None:
    head = "<div><a href='/posts/{0}/revisions'>answered 1 Apr 2019</a> <a class='username' href='/members/9{0}'>sexton{0}</a></div>"
    assert _names(_columns(board(*_above(head)))[0]) == ["sexton0", "sexton1", "sexton2"]
    changed = board(*_above(head.replace("answered", "geändert")))
    assert "sexton0" not in [name for column in _columns(changed) for name in _names(column)]


def test_what_stands_below_a_name_is_no_part_of_it() -> None:
    guest = "<div class='poster'><h4>{}</h4><ul><li>Guest</li></ul></div><i>{}</i><div class='words'>{}</div>"
    tree = board(*(f"<div class='post'>{guest.format(*one)}</div>" for one in POSTS))
    names = thread_of(tree).posts.authors[0].names
    assert [names[k].text for k in range(3)] == [name for name, _, _ in POSTS]


def test_a_word_that_stands_in_every_post_is_no_author() -> None:
    line = "<p class='author'><a href='/t/1#p1'>Post</a> by <b class='username'>{}</b> on <i>{}</i></p><div class='words'>{}</div>"
    tree = board(*(f"<div class='post'>{line.format(*one)}</div>" for one in POSTS))
    names = thread_of(tree).posts.authors[0].names
    assert [names[k].text for k in range(3)] == [name for name, _, _ in POSTS]


def test_a_badge_behind_a_name_is_no_part_of_it() -> None:
    tree = board(*(post(f"{n} <span class='badge-op'>OP</span>", d, t) for n, d, t in POSTS))
    assert _names(_columns(tree)[0]) == NAMES


@pytest.mark.parametrize("returns", [True, False])
def test_a_place_of_roles_is_no_place_of_names_if_somebody_writes_twice(returns: bool) -> None:  # noqa: FBT001 - a column
    roles = "Member", "Guide", "Member", "Member" if returns else "Guide"
    people = "Ann Lee", "Bo Ek", "Cy Orr", "Ann Lee"
    shown = (
        f"<div class='post'><div class='poster'><p><b>{name}</b><br><a href='/role/{role}'>{role}</a></p></div>"
        f"<div class='words'><p>{text}</p></div></div>"
        for name, role, (_, _, text) in zip(people, roles, (*POSTS, POSTS[0]), strict=True)
    )
    assert _names(_columns(board(*shown))[0]) == list(people if returns else roles)
