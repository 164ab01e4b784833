"""The posts of a thread as regions: what is author, date, text, votes and so on of each."""

import pytest

from extractor.document import Document
from extractor.layout import Part
from extractor.readers.html.posts.parts import rendered
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.rendering.head import Head
from extractor.readers.html.rendering.rendered import Rendered
from extractor.reading import read
from tests.readers.html.posts.boards import POSTS, board, post, thread_of

(NAME, DATE, TEXT) = POSTS[1]
REST = "And a warm bath before you go to bed does no harm to anybody either."


def _page(tree: Tree) -> Rendered:
    return rendered(tree, thread_of(tree), Head("Night cramps"))


def _parts(tree: Tree, *parts: Part, number: int = 2) -> list[tuple[Part, str]]:
    """These parts of one post; the second if no other is asked for."""
    page = _page(tree)
    return [
        (one.part, page.text[one.start : one.end] if one.value is None else one.value)
        for one in page.regions
        if one.post == number and one.part in parts
    ]


def _with(extra: str, called: str = "post") -> Tree:
    """The board with `extra` at the end of its second post, which is called so."""
    first, second, third = (post(*one, extra if k == 1 else "") for k, one in enumerate(POSTS))
    return board(first, second.replace("class='post'", f"class='{called}'"), third)


def _of_engine(*texts: str, above: str = "") -> Tree:
    """A board of an engine that marks quotes, roles and what is no text; votes and accepted answers by others' words."""
    shown = (
        f"<li class='message'><b data-author='{n}'>{n}</b><i class='userTitle'>{role}</i><time>{d}</time>"
        f"<div class='messageText'>{text}</div></li>"
        for (n, d, _), text, role in zip(POSTS, texts, ("", "Senior member", "M" * 90), strict=True)
    )
    return board(*shown, above=above)


def test_values_stand_where_the_spans_say() -> None:
    page = f"<title>Night cramps | Board</title><h1>Night cramps</h1>{''.join(post(*one) for one in POSTS)}"
    (record,) = read(Document(page), spans=True)
    assert record.spans is not None
    assert record.text is not None
    told = {pointer: [record.text[start:end] for start, end in places] for pointer, places in record.spans.items()}
    assert told["/question/title"] == ["Night cramps"]
    assert told["/answers/0/doctor/name"] == ["Dr Tamsin77"]
    assert told["/answers/1/body"] == [POSTS[2][2]]
    assert told["/answers/1/answered_at"] == [POSTS[2][1]]


def test_every_post_has_its_author_with_address_date_and_text() -> None:
    moved = [post(*one, f"<b class='moved-by'>keeper {one[0][0]}</b>") for one in POSTS[:2]]
    tree = board(*moved, post(*POSTS[2]))
    for number, (name, date, text) in enumerate(POSTS, 1):
        assert _parts(tree, Part.MEMBER, Part.AUTHOR_URL, Part.DATE, Part.BODY, number=number) == [
            (Part.MEMBER, name),
            (Part.AUTHOR_URL, f"/members/{len(name)}"),
            (Part.DATE, date),
            (Part.BODY, text),
        ]


def test_an_author_who_does_not_stand_where_the_others_do_is_named() -> None:
    last = post("lark", DATE, REST).replace(
        "<a class='username' href='/members/4'>lark</a>", f"<a href='/x'>lark</a> {TEXT}"
    )
    tree = board(*(post(*one) for one in (*POSTS, *POSTS)), last)
    assert _parts(tree, Part.MEMBER, number=7) == [(Part.MEMBER, "lark")]


def test_an_authors_address_is_that_of_a_link_with_the_name_and_nothing_else() -> None:
    links = "<a href='/t/9'>All that {0} wrote</a> <a href='/who/{0}'>{0}</a>"
    posts = (post(*one, links.format(one[0])).replace("href='/members/", "id='") for one in POSTS)
    assert _parts(board(*posts), Part.AUTHOR_URL) == [(Part.AUTHOR_URL, f"/who/{NAME}")]


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("Posted on 12 Mar 2019, 11:40 in calves", "12 Mar 2019, 11:40"),
        ("3 days ago (12 Mar 2019, 11:40)", "12 Mar 2019, 11:40"),
        ("<time datetime='2019-03-12T11:40'>a while ago</time>", "2019-03-12T11:40"),
        ("<time title='in spring'>12 Mar 2019</time>", "12 Mar 2019"),
        ("<b><time datetime='2019-03-12'>Tuesday</time></b>", "2019-03-12"),
    ],
)
def test_the_date_is_that_of_an_attribute_else_the_longest_printed_one(printed: str, date: str) -> None:
    tree = board(*(post(n, printed, t) for n, _, t in POSTS))
    assert _parts(tree, Part.DATE) == [(Part.DATE, date)]


def test_what_is_no_text_is_cut_out_of_it() -> None:
    cut = f"<div class='in_reply_to'>To Ann</div>{TEXT}<div class='signature'>See you.</div><p>{REST}</p><div class='tags'>sleep</div><div class='edited'>Changed.</div>"
    posts = [post(*POSTS[0]), post(NAME, DATE, TEXT).replace(f"<p>{TEXT}</p>", cut), post(*POSTS[2])]
    assert _parts(board(*posts), Part.BODY) == [(Part.BODY, TEXT), (Part.BODY, REST)]


def test_quotes_are_apart_in_answers_and_asked_about_in_questions() -> None:
    quoted = f"<div class='bbCodeQuote'><i class='quoteExpand'>As</i> I said.</div>{TEXT}<span class='messageTextEndMarker'>End.</span>"
    tree = _of_engine(quoted, quoted, REST)
    assert _parts(tree, Part.BODY, Part.QUOTE) == [(Part.QUOTE, "As I said."), (Part.BODY, TEXT)]
    (whole,) = _parts(tree, Part.BODY, Part.QUOTE, number=1)
    assert whole[1].split() == f"I said. {TEXT}".split()


def test_a_role_is_what_an_engine_calls_so_and_short() -> None:
    tree = _of_engine(*(text for _, _, text in POSTS))
    roles = [_parts(tree, Part.ROLE, number=number) for number in (1, 2, 3)]
    assert roles == [[], [(Part.ROLE, "Senior member")], []]


@pytest.mark.parametrize(
    ("extra", "votes"),
    [
        ("<span class='votes'>+12</span>", ["+12"]),
        ("<span class='votes'>1.2k points</span>", ["1.2k"]),
        ("<span class='votes' data-score='7'>many</span>", ["7"]),
        ("<i itemprop='upvoteCount'>3</i><span class='votes'>12</span>", ["3"]),
        ("<span class='votes'>vote</span><span class='score'>4</span>", ["4"]),
        ("<span class='votes'>12 of those who have read it</span>", []),
        ("<span class='visits'>12</span>", []),
    ],
)
def test_votes_are_the_first_number_in_what_is_called_so(extra: str, votes: list[str]) -> None:
    assert [text for _, text in _parts(_with(extra), Part.VOTES)] == votes


def test_votes_in_a_text_are_a_part_of_it() -> None:
    posts = [post(n, d, f"{t} <b class='votes'>12</b>") for n, d, t in POSTS]
    assert _parts(board(*posts), Part.VOTES) == []


def test_an_accepted_answer_is_one_of_several() -> None:
    one, all_ = _with("", "post accepted"), board(*(post(*p).replace("'post'", "'post accepted'") for p in POSTS))
    assert [len(_parts(one, Part.ACCEPTED, number=number)) for number in (1, 2, 3)] == [0, 1, 0]
    assert [len(_parts(all_, Part.ACCEPTED, number=number)) for number in (1, 2, 3)] == [0, 0, 0]


def test_the_only_answer_is_accepted_if_the_engine_has_a_mark_for_it() -> None:
    who = "<div class='user-details'><a href='/users/{}/x'>{}</a></div><span class='relativetime'>{}</span>"
    shown = (
        f"<div class='{called}'><div class='post-text'><p>{t}</p></div><div class='post-signature'>{who.format(k, n, d)}</div></div>"
        for k, ((n, d, t), called) in enumerate(zip(POSTS, ("question", "answer accepted-answer"), strict=False))
    )
    assert len(_parts(board(*shown), Part.ACCEPTED)) == 1


@pytest.mark.parametrize(
    ("date", "link"),
    [
        ("<a href='/t/1#2'>{}</a>", ["/t/1#2"]),
        ("<a href='/members/4'>{}</a>", []),
        ("<a href='/t/1'>{} <i itemprop='url'></i></a>", ["/t/1"]),
        ("<a href='javascript:go()'>{}</a>", []),
        ("{} <a href='/help'>Help</a>", []),
    ],
)
def test_the_address_of_a_post_is_where_its_date_leads(date: str, link: list[str]) -> None:
    tree = board(*(post(n, date.format(d), t) for n, d, t in POSTS))
    assert [text for _, text in _parts(tree, Part.LINK)] == link


def test_comments_are_counted_one_by_one_with_the_post_above_them() -> None:
    comment = "<li class='comment'>Thanks, <a class='username' href='/members/8'>lark</a> 14 Mar 2019{}</li>"
    tree = _with(f"<ul>{comment.format('')}{comment.format('')}</ul>")
    assert [len(_parts(tree, Part.COMMENT, number=number)) for number in (1, 2, 3)] == [0, 2, 0]
    inner = "<div class='b-comment'>Thanks.<div class='b-comment'>And thanks again.</div></div>"
    tree = board(
        *(
            f"<li class='b-post'><a class='author'>{n}</a><time>{d}</time><div class='js-post__content-text'>{t}</div>"
            f"{inner if k == 1 else ''}</li>"
            for k, (n, d, t) in enumerate(POSTS)
        )
    )
    assert [len(_parts(tree, Part.COMMENT, number=number)) for number in (1, 2, 3)] == [0, 1, 0]


def test_lines_have_hints_but_for_those_beside_the_subject() -> None:
    tree = board(below="<div class='sidebar'><p>Read this too</p></div><ul><li class='tip'>A tip</li></ul>")
    page = _page(tree)
    hints = {page.text[start:].partition("\n")[0]: hint for start, hint in page.hints.items()}
    assert "Read this too" in page.text
    assert "Read this too" not in hints
    assert (hints["Night cramps"].heading, hints["A tip"].tag, hints["A tip"].classes) == (1, "li", "tip")
    assert (hints[TEXT].tag, hints[TEXT].heading) == ("p", 0)


def test_what_somebody_works_and_where_is_read_where_the_page_calls_it_so() -> None:
    work = "<div class='user-spec'>Cardiologist</div><div class='user_city'>Leeds</div>"
    assert _parts(_with(work), Part.SPECIALTY, Part.LOCATION) == [
        (Part.SPECIALTY, "Cardiologist"),
        (Part.LOCATION, "Leeds"),
    ]
    assert not _parts(_with(work.replace("spec", "species").replace("city", "capacity")), Part.SPECIALTY, Part.LOCATION)


def test_work_behind_a_name_in_small_letters_is_read_where_it_is_known() -> None:
    form = "<div class='post'><div class='author'>{} <small>{}</small></div><i>{}</i><div class='t'>{}</div></div>"
    work = ("Keeper of owls", "Cardiologist", "Nurse")
    tree = board(*(form.format(name, job, date, text) for (name, date, text), job in zip(POSTS, work, strict=True)))
    assert _parts(tree, Part.MEMBER, Part.SPECIALTY) == [(Part.MEMBER, NAME), (Part.SPECIALTY, "Cardiologist")]
    assert not _parts(tree, Part.SPECIALTY, number=1)
