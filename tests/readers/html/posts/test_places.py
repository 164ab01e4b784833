import pytest
from lxml import html

from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from tests.readers.html.posts.boards import POSTS, board, post


def test_names_and_dates_are_found_by_their_marks() -> None:
    tree = board()
    places = Places(tree)
    names = [tree.words(i) for i in range(len(tree)) if ("class", "username") in places.authors(i)]
    assert names == [name for name, _, _ in POSTS]
    assert {tree.words(i) for i in places.dates} == {date for _, date, _ in POSTS}


def test_a_date_in_a_sentence_and_one_of_joining_are_none_of_a_post() -> None:
    tree = board(
        *(post(n, d, f"{t} It began on 3 May 2018.", "<div class='info'>Joined: 4 Jan 2005</div>") for n, d, t in POSTS)
    )
    assert {tree.words(i) for i in Places(tree).dates} == {date for _, date, _ in POSTS}


@pytest.mark.parametrize(
    ("day", "is_date"),
    [
        ("3 May 2021, 9:17 a.m.", True),
        ("3 May 2021, 9 p.m.", True),
        ("2021.05.03.", True),
        ("I slept until 9 a.m.", False),
    ],
)
def test_a_full_stop_behind_the_hour_ends_no_sentence(day: str, is_date: bool) -> None:  # noqa: FBT001 - a column of the table
    tree = board(
        *(f"<div class='post'><p>By: <a href='/members/{n}'>{n}</a> on {day}</p><p>{t}</p></div>" for n, _, t in POSTS)
    )
    assert any(day in tree.words(i) for i in Places(tree).dates) == is_date


@pytest.mark.parametrize(("line", "is_date"), [("4 нояб. 2021 г.", True), ("It was on 4 May 2021.", False)])
def test_a_day_may_end_in_a_full_stop_of_its_own(line: str, is_date: bool) -> None:  # noqa: FBT001 - a column of the table
    tree = board(*(post(n, "", t, f"<div class='info'>{line}</div>") for n, _, t in POSTS))
    assert any(tree.words(i) == line for i in Places(tree).dates) == is_date


def test_a_note_on_a_change_is_no_date() -> None:
    tree = board(*(post(*one, "<div><em>Edited <time>14 Mar 2019</time> by Ann</em></div>") for one in POSTS))
    places = Places(tree)
    assert {tree.words(i) for i in places.dates} == {date for _, date, _ in POSTS}
    assert len(places.notes) == len(POSTS)
    note = "<div>Last edited by Ann on Thu Mar 14, 2019 7:40 pm; edited 2 times in total</div>"
    assert len(Places(board(*(post(*one, note) for one in POSTS))).notes) == len(POSTS)


def test_a_note_that_is_all_the_page_says_is_inside_nothing_else() -> None:
    tree = Tree(html.document_fromstring("<div><p>Edited by Ann</p></div><p></p>"))
    assert {tree.words(i) for i in Places(tree).notes} == set()


def test_the_full_date_of_an_item_may_stand_in_its_title() -> None:
    shown = [post(n, f"<ul><li title='{d}'>Mar '19</li></ul>", t) for n, d, t in POSTS]
    assert {board(*shown).words(i) for i in Places(board(*shown)).dates} == {"Mar '19"}


def test_side_columns_are_beside_the_subject_unless_they_are_most_of_the_page() -> None:
    tree = board(below="<div class='sidebar'><p class='ad'>Buy now</p></div>")
    assert Places(tree).aside[tree.classes.index("ad")]
    tree = board(above="<div class='sidebar'><p class='all'>" + "Words of the subject. " * 60 + "</p></div>")
    assert not Places(tree).aside[tree.classes.index("all")]


def test_a_member_with_a_page_and_a_guest_without_have_one_mark() -> None:
    first, *others = (post(*one) for one in POSTS)
    guest = first.replace(
        "<a class='username' href='/members/11'>wren_hollow</a>", "<b class='username'>wren_hollow</b>"
    )
    tree = board(guest, *others)
    places = Places(tree)
    assert [tree.words(i) for i in range(len(tree)) if ("class", "username") in places.authors(i)] == [
        name for name, _, _ in POSTS
    ]


@pytest.mark.parametrize(
    ("called", "is_name"),
    [
        ("AuthorInfo-name", True),
        ("user-details__name", True),
        ("sender", True),
        ("user-group-name", False),
        ("author-info", False),
    ],
)
def test_the_name_in_a_box_of_who_wrote_is_one_whatever_the_box_is_called(called: str, is_name: bool) -> None:  # noqa: FBT001 - a column of the table
    tree = board(*(post(*one).replace("username", called) for one in POSTS))
    places = Places(tree)
    assert any(("class", called) in places.authors(i) for i in range(len(tree))) == is_name


def test_a_count_in_front_of_a_name_is_no_day_of_a_month() -> None:
    tree = board(*(post(f"<b>{k}</b> Jane Roe", "", t) for k, (_, _, t) in enumerate(POSTS)))
    assert not Places(tree).dates


def test_a_number_at_the_end_of_a_line_is_no_day_of_the_month_below() -> None:
    tree = board(
        *(post(n, f"<div>Posts: {k + 30}</div><div>Mar 12, 2019</div>", t) for k, (n, _, t) in enumerate(POSTS))
    )
    assert not {f"Posts: {k + 30}" for k in range(3)}.intersection(map(tree.words, Places(tree).dates))


@pytest.mark.parametrize(("called", "is_name"), [("", True), ("text-primary", True), ("post-title", False)])
def test_a_heading_may_name_who_wrote_unless_it_is_called_something_else(called: str, is_name: bool) -> None:  # noqa: FBT001 - a column of the table
    tree = board(*(f"<div class='post'><h4 class='{called}'>{n}</h4><p>{d}</p><p>{t}</p></div>" for n, d, t in POSTS))
    headings = [i for i, tag in enumerate(tree.tags) if tag == "h4"]
    assert all(bool(Places(tree).authors(i)) == is_name for i in headings)


@pytest.mark.parametrize(
    ("head", "is_name"),
    [
        (
            "<dt>Title: Re: Night cramps, and what to do of them while the moon is full<br>Post by: {0} on <b>{1}</b></dt>",
            True,
        ),
        ("<div><p>{0}</p><p>{1}</p></div>", True),
        ("<div><p><a href='/members/7'>{0}</a></p><p>{1}</p></div>", True),
        ("<div><p><a href='/walks/7'>{0}</a></p><p>{1}</p></div>", False),
        ("<div><h3>{0}</h3><p>{1}</p></div>", False),
        ("<h5>{0} <small><i>{1}</i></small></h5>", True),
        ("<h3>{0} <small><i>{1}</i></small></h3>", False),
        ("<div>{0} <i>{1}</i> #7</div>", False),
    ],
    ids=[
        "below a title",
        "above a day",
        "a member",
        "another page",
        "a heading",
        "a low heading",
        "a title",
        "more behind it",
    ],
)
def test_a_name_stands_in_lines_with_a_date(head: str, is_name: bool) -> None:  # noqa: FBT001 - a column of the table
    tree = board(*(f"<div class='post'>{head.format(n, d)}<div>{t}</div></div>" for n, d, t in POSTS))
    places = Places(tree)
    assert any(kind == "line" for i in range(len(tree)) for kind, _ in places.authors(i)) == is_name


@pytest.mark.parametrize(
    "told", ["21 years of experience", "20 Jahre Erfahrung", "41 years old", "18 años de experiencia"]
)
def test_how_long_somebody_has_been_something_is_no_date(told: str) -> None:
    tree = board(*(f"<div class='post'><b>{name}</b> <i>{told}</i><p>{text}</p></div>" for name, _, text in POSTS))
    assert not Places(tree).dates


@pytest.mark.parametrize(
    ("title", "is_date"),
    [("3 May 2021, 10:12", True), ("Monday, 3 May 2021 at 10:12", True), ("Photo 2021-05-03 of both feet", False)],
)
def test_what_an_element_shows_when_pointed_at_is_a_date_if_most_of_it_is_one(title: str, is_date: bool) -> None:  # noqa: FBT001 - a column of the table
    tree = board(*(post(n, f"{d} <a title='{title}'>here</a>", t) for n, d, t in POSTS))
    assert any(key == ("attribute", "a") for key in Places(tree).dates.values()) == is_date


@pytest.mark.parametrize(
    ("line", "is_date"),
    [
        (
            "Posted: Mon May 06, 2019 9:14 pm    Post subject: Why do my hands go to sleep whenever I ride a bicycle to work?",
            True,
        ),
        (
            "On May 06, 2019 at 9:14 pm I wrote to them, and they answered that my hands go to sleep because of the handlebar.",
            False,
        ),
    ],
)
def test_a_line_that_begins_with_a_label_of_its_date_may_hold_more(line: str, is_date: bool) -> None:  # noqa: FBT001 - a column of the table
    tree = Tree(html.document_fromstring(f"<body><div><span>{line}</span><p>It could.</p></div></body>"))
    assert (next(iter(tree.tagged("span"))) in Places(tree).dates) == is_date
