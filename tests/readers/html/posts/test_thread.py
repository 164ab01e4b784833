"""Which of the sets of posts that a page may have are its thread."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from lxml import html

from extractor.readers.html.posts.candidates.authors import AuthorColumn
from extractor.readers.html.posts.candidates.bodies import BodyColumn
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.candidates.columns import judge
from extractor.readers.html.posts.candidates.dates import DateColumn
from extractor.readers.html.posts.decide import Thread
from extractor.readers.html.posts.groups import Group
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.thread import _Finder, _likeliest, find_thread
from extractor.readers.html.posts.tree import Tree
from tests.readers.html.posts.boards import POSTS, board, post, thread_of

NAMES = [name for name, _, _ in POSTS]


def _names(tree: Tree) -> list[str]:
    """The authors of the thread that is found."""
    found = thread_of(tree).posts
    return [found.authors[0].names[k].text for k in range(len(found.posts))]


def _of_engine(name: str, date: str, text: str, called: str = "b-post") -> str:
    return (
        f"<li class='{called}'><a class='author' href='/members/{len(name)}'>{name}</a> <i class='date'>{date}</i>"
        f"<div class='js-post__content-text'>{text}</div></li>"
    )


def test_a_board_of_no_known_engine_is_read_without_a_doubt() -> None:
    found = thread_of(board())
    assert (len(found.posts.posts), found.doubts, found.asks_first, found.is_forum) == (3, [], True, True)


def _nameless(post: str) -> str:
    """The post without who wrote it."""
    return re.sub(r"(<a [^>]*>)[^<]*(?=</a>)", r"\1", post)


MORE = (
    *POSTS,
    ("lark_b", "14 Mar 2019, 21:30", "Mine came back after a month, so ask for another test of the blood then."),
    ("potter", "15 Mar 2019, 07:11", "Try a glass of water before you sleep, and stretch both calves at the wall."),
)


@pytest.mark.parametrize(("shown", "keys"), [(post, None), (_of_engine, [("engine", "vbulletin-5")])])
def test_a_post_without_an_author_is_one_among_others_and_doubted(
    shown: Callable[[str, str, str], str], keys: list[tuple[str, str]] | None
) -> None:
    found = thread_of(board(*(shown(*one) for one in MORE[:4]), _nameless(shown(*MORE[4]))))
    assert (len(found.posts.posts), [doubt.name for doubt in found.doubts]) == (5, ["no-author"])
    assert keys in (None, found.posts.keys)


def test_an_engine_is_believed_if_half_of_its_posts_have_an_author() -> None:
    half = [_of_engine(*one) for one in MORE[:2]], [_nameless(_of_engine(*one)) for one in MORE[2:4]]
    found = find_thread(board(*half[0], *half[1]), [], only_engines=True)
    assert isinstance(found, Thread)
    assert [doubt.name for doubt in found.doubts] == ["no-author"] * 2


def test_posts_of_an_engine_that_names_nobody_are_read_with_doubts() -> None:
    nameless = board(*(_nameless(_of_engine(*one)) for one in MORE))
    assert {doubt.name for doubt in thread_of(nameless).doubts} == {"no-author"}
    assert find_thread(nameless, [], only_engines=True) is None


@pytest.mark.parametrize("date", ["", "14 Mar 2019"])
def test_comments_under_posts_are_counted_and_are_no_posts(date: str) -> None:
    comment = f"<ul><li class='comment'>Thanks, <a class='username' href='/members/8'>lark</a> {date}</li></ul>"
    found = thread_of(board(*(post(*one, comment) for one in POSTS)))
    assert (len(found.posts.posts), len(found.posts.comments)) == (3, 3)
    assert [found.posts.authors[0].names[k].text for k in range(3)] == NAMES


@pytest.mark.parametrize("called", ["aside-note", "message-small"])
def test_remarks_inside_posts_are_none_of_the_thread_whatever_they_are_called(called: str) -> None:
    remark = f"<p class='{called}'>Thanks, <a class='username' href='/members/8'>lark</a> <time>14 Mar 2019</time></p>"
    assert _names(board(*(post(*one, remark * 2) for one in POSTS))) == NAMES


def test_what_wraps_several_posts_is_none_of_them() -> None:
    posts = [post(*one) for one in (*POSTS, POSTS[0])]
    head = "<p class='message-group'><a class='user' href='/members/77'>page {0}</a> {0} April 2019</p>"
    pages = [f"<div class='posts-page'>{head.format(k)}{''.join(posts[2 * k : 2 * k + 2])}</div>" for k in range(2)]
    assert _names(board(*pages)) == [*NAMES, NAMES[0]]


def test_what_wraps_all_posts_but_has_no_text_of_its_own_is_none_of_them() -> None:
    said = [f"<div class='panel'>{post(*one)}</div>" for one in POSTS]
    head = "<div class='hull'><a class='user' href='/members/11'>wren_hollow</a> <i>12 Mar 2019</i>, 2 answers</div>"
    found = thread_of(board(f"{head}<div class='hull'>{''.join(said)}</div>"))
    assert [found.posts.authors[0].names[k].text for k in range(len(found.posts.posts))] == NAMES
    assert found.doubts == []


def test_what_an_engine_calls_posts_comes_first_without_what_it_calls_none() -> None:
    comment = _of_engine("lark", "14 Mar 2019", "Thanks to all of you.", "b-post b-post--comment")
    other = "".join(post(n, d, t * 9) for n, d, t in POSTS)
    tree = board(*(_of_engine(*one) for one in POSTS), comment, below=other)
    found = thread_of(tree)
    assert (_names(tree), found.posts.keys) == (NAMES, [("engine", "vbulletin-5")])


def test_what_says_who_wrote_last_is_no_post_of_an_engine() -> None:
    def reply(name: str, date: str, text: str) -> str:
        return (
            f"<div class='reply'><a class='bbp-author-name' href='/users/{len(name)}'>{name}</a> <i>{date}</i>"
            f"<div class='bbp-reply-content'><p>{text}</p></div></div>"
        )

    last = (
        "<ul><li class='bbp-topic-description'>This topic has two replies and three voices, and somebody wrote in it "
        "last 2 years ago: <a class='bbp-author-name' href='/users/9'>oldmill</a></li></ul>"
    )
    tree = board(*(reply(*one) for one in POSTS), above=last)
    found = thread_of(tree)
    assert (_names(tree), found.doubts, found.posts.keys) == (NAMES, [], [("engine", "bbpress")])
    bodies = [tree.words(body) for body in found.posts.body.bodies.values()]
    assert bodies == [text for _, _, text in POSTS]


def test_two_posts_are_a_thread() -> None:
    assert _names(board(*(post(*one) for one in POSTS[:2]))) == NAMES[:2]
    found = thread_of(board(*(_of_engine(*one) for one in POSTS[:2])))
    assert (len(found.posts.posts), found.posts.keys) == (2, [("engine", "vbulletin-5")])


def test_a_post_of_an_engine_is_one_however_many_elements_around_its_text_are_called_so() -> None:
    boxes = [f"<ul class='b-post'><div>{_of_engine(*one)}</div></ul>" for one in POSTS]
    found = thread_of(board(*boxes))
    assert ([found.posts.authors[0].names[k].text for k in range(3)], len(found.posts.posts)) == (NAMES, 3)
    assert found.posts.keys == [("engine", "vbulletin-5")]


def test_a_post_of_an_engine_is_one_wherever_it_stands() -> None:
    alone = board(*(f"<div>{_of_engine(*one)}</div>" for one in POSTS))
    asked, *replies = (_of_engine(*one) for one in POSTS)
    inside = board(asked.replace("</li>", f"<ul>{''.join(replies)}</ul></li>"))
    for tree in (alone, inside):
        assert (_names(tree), thread_of(tree).posts.keys) == (NAMES, [("engine", "vbulletin-5")])


def test_a_post_of_an_engine_that_names_only_a_part_of_it_is_what_holds_no_other() -> None:
    rows = [
        f"<tr><td><b class='postauthor'>{name}</b></td><td>{date}<span class='postbody'>{text}</span></td></tr>"
        for name, date, text in POSTS
    ]
    tree = board(f"<table>{''.join(rows)}</table>")
    found = thread_of(tree)
    assert (_names(tree), found.posts.keys) == (NAMES, [("engine", "phpbb-subsilver")])
    assert [tree.tags[post] for post in found.posts.posts] == ["tr"] * 3
    assert [tree.words(body) for body in found.posts.body.bodies.values()] == [text for _, _, text in POSTS]


def test_quotes_of_an_engine_that_has_no_mark_for_them_are_doubted() -> None:
    def shown(name: str, date: str, text: str) -> str:
        return (
            f"<div class='post_wrapper'><div class='poster'><a href='/u/{len(name)}'>{name}</a></div>"
            f"<div class='postarea'><i>{date}</i><div class='inner'>{text}</div></div></div>"
        )

    first, second, third = POSTS
    quote = f"<p>{first[0]} wrote:</p><blockquote>{first[2]}</blockquote>"
    without, with_one = (
        thread_of(board(*(shown(*one) for one in (first, (*second[:2], above + second[2]), third))))
        for above in ("", quote)
    )
    assert ([doubt.name for doubt in without.doubts], len(without.posts.posts)) == ([], 3)
    assert ([doubt.name for doubt in with_one.doubts], len(with_one.posts.posts)) == (["quotes-left"], 3)


@pytest.mark.parametrize("text", ["", "<div class='usertext-body'>Since May my calves cramp at night.</div>"])
def test_an_opening_post_of_an_engine_without_a_text_is_no_question_and_doubtful(text: str) -> None:
    told = [(name, date, f"<div class='usertext-body'>{said}</div>") for name, date, said in POSTS]
    things = [
        f"<div class='thing {'comment' if k else 'link'}' id='thing_{k}'><p><a class='author' href='/user/{name}'>{name}</a> {date}</p>{said}</div>"
        for k, (name, date, said) in enumerate([("wren", "11 Mar 2019, 10:00", text), *told])
    ]
    found = thread_of(board(f"<div class='nestedlisting'>{''.join(things)}</div>"))
    assert found.posts.engine is not None
    doubts = [doubt.name for doubt in found.doubts]
    assert (len(found.posts.posts), "untold-opening" in doubts) == ((4, False) if text else (3, True))


def test_remarks_that_an_engine_knows_are_counted() -> None:
    def answer(name: str, date: str, text: str) -> str:
        return (
            f"<div class='answer'><div class='js-post-body'><p>{text}</p></div><div class='post-signature'>{date} "
            f"<a itemprop='author' href='/users/{len(name)}'>{name}</a></div><ul class='comments'>"
            f"<li class='comment'>Thanks, mine too. <a href='/users/8'>lark</a> 14 Mar 2019</li>"
            f"<li class='comment'>Not mine. <a href='/users/9'>finch</a> 15 Mar 2019</li></ul></div>"
        )

    found = thread_of(board(*(answer(*one) for one in POSTS)))
    assert (found.posts.keys, len(found.posts.posts)) == ([("engine", "stackexchange")], 3)
    assert len(found.posts.comments) == 2 * 3


def test_posts_of_an_engine_whose_authors_are_not_found_are_looked_for_without_it() -> None:
    tree = board(*(_of_engine(*one).replace("class='author'", "class='by'") for one in POSTS))
    assert _names(tree) == NAMES
    nobody = [_of_engine(*one).replace(f">{one[0]}<", "><") for one in POSTS[:2]]
    assert find_thread(board(*nobody, _of_engine(*POSTS[2])), [], only_engines=True) is None


def test_only_posts_of_engines_are_a_thread_where_others_are_not_asked_for() -> None:
    assert find_thread(board(), [], only_engines=True) is None
    found = find_thread(board(*(_of_engine(*one) for one in POSTS)), [], only_engines=True)
    assert found is not None


def test_posts_without_dates_are_a_thread_if_an_engine_calls_them_so() -> None:
    bare = [(name, "", text) for name, _, text in POSTS]
    assert find_thread(board(*(post(*one) for one in bare)), [{"@type": "QAPage"}]) is None
    assert _names(board(*(_of_engine(*one) for one in bare))) == NAMES


def test_one_post_of_an_engine_is_a_thread_with_a_doubt() -> None:
    found = find_thread(board(_of_engine(*POSTS[0])), [])
    assert isinstance(found, Thread)
    assert ([doubt.name for doubt in found.doubts], found.posts.signed, found.posts.dated) == (["lone-post"], 1, 1)
    assert find_thread(board(_of_engine(POSTS[0][0], "", POSTS[0][2])), []) is None
    assert find_thread(board(post(*POSTS[0])), []) is None


def _bare(name: str, date: str, text: str, beside: str) -> str:
    return (
        f"<div class='cx'><a href='/members/{len(name)}'>{name}</a> {beside}<div>{date}</div>"
        f"<div class='cy'><p>{text}</p></div></div>"
    )


@pytest.mark.parametrize("beside", ["<div>Joined: May 2011</div>", "<div>Posts: 71</div>", "<b>#{}</b>"])
def test_classes_without_words_are_a_board_if_posts_say_what_boards_say(beside: str) -> None:
    found = thread_of(board(*(_bare(*one, beside.format(k)) for k, one in enumerate(POSTS, 1))))
    assert (len(found.posts.posts), found.is_forum, found.doubts) == (3, True, [])
    told = [(name, date, text.replace("?", ".")) for name, date, text in POSTS]
    assert find_thread(board(*(_bare(*one, "<div>Utrecht</div>") for one in told)), []) is None


def test_lists_of_threads_and_of_members_are_no_thread() -> None:
    listed = [post(n, d, f"{t} 12 replies").replace("<p>", f"<a href='/t/{k}'>Cramps, part {k}</a></div><div><p>") for k, (n, d, t) in enumerate(POSTS)]  # fmt: skip
    assert find_thread(board(*listed), []) is None
    boards = [_bare(*one, f"<div>Threads: {k} Posts: {k}</div>") for k, one in enumerate(POSTS)]
    assert find_thread(board(*boards), []) is None
    members = [_bare(name, f"Joined: {date}", text, "<div>Posts: 71</div>") for name, date, text in POSTS]
    assert find_thread(board(*members), []) is None


def test_what_says_who_wrote_a_post_is_no_comment() -> None:
    tree = board(*(post(*one).replace("class='who'", "class='comment-by'") for one in POSTS))
    assert _names(tree) == NAMES
    assert thread_of(tree).posts.comments == frozenset()


@pytest.mark.parametrize(("remark", "doubts"), [("Thanks, mine too.", []), (POSTS[0][2] * 2, ["left-text"])])
def test_posts_are_no_hulls_of_their_text_and_of_remarks_on_it(remark: str, doubts: list[str]) -> None:
    below = f"<div class='part'><a class='username' href='/members/8'>lark</a> 14 Mar 2019<p>{remark}</p></div>"
    posts = [post(*one).replace("class='post'", "class='part'") for one in POSTS]
    found = thread_of(board(*(f"<div class='thread-item'>{one}{below * 2}</div>" for one in posts)))
    assert ([doubt.name for doubt in found.doubts], len(found.posts.posts)) == (doubts, 3)


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
    return candidates.index(_Finder(tree, Places(tree)).choose(candidates))


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


def test_remarks_in_posts_that_say_who_wrote_them_and_when_are_no_posts_however_likely() -> None:
    remark = "<p class='told'>Thanks, <a class='username' href='/members/8'>lark</a> <time>14 Mar 2019</time>.</p>"
    tree = board(*(post(*one, remark) for one in POSTS))
    outer, inner = (
        judge(tree, Places(tree), [i for i, classes in enumerate(tree.classes) if classes == called])
        for called in ("post", "told")
    )
    assert len(inner.posts) == len(outer.posts) == len(POSTS)
    chosen = _Finder(tree, Places(tree)).choose([replace(inner, keys=[("p", "told")]), replace(outer, score=7.0)])
    assert (chosen.posts, chosen.keys, chosen.score) == (outer.posts, outer.keys, 7.0)
    assert [tree.words(body) for body in chosen.body.bodies.values()] == [text for _, _, text in POSTS]


def test_blocks_that_share_no_more_than_a_place_of_names_are_posts_if_nearly_all_are_dated() -> None:
    def rows(*dates: str) -> str:
        told = zip(POSTS, dates, strict=True)
        cells = (f"<td><a href='/members/{len(n)}'>{n}</a></td><td><i>{d}</i><br>{t} {t}</td>" for (n, _, t), d in told)
        return "<table><tr><th>Author</th><th>Text</th></tr>" + "".join(f"<tr>{one}</tr>" for one in cells) + "</table>"

    extra = "<p class='note'>Posts of our members.</p>"
    again = f"<tr><td><a href='/members/11'>{POSTS[0][0]}</a></td><td><i>14 Mar 2019</i><br>Thank you all.</td></tr></table>"
    shown = rows(*(date for _, date, _ in POSTS)).replace("</table>", again)
    found = thread_of(board(shown, extra))
    assert (len(found.posts.posts), [doubt.name for doubt in found.doubts]) == (4, ["mixed-body"])
    assert find_thread(board(rows("Leeds", "York", POSTS[2][1]).replace("</table>", again), extra), []) is None


def test_groups_without_a_mark_are_judged_beside_those_with_marks_not_in_their_place() -> None:
    groups = [Group(9.0 - k, (k,), [] if k in (0, 1, 5) else [("div", f"c{k}")]) for k in range(7)]
    assert [group.members[0] for group in _likeliest(groups)] == [0, 1, 2, 3, 4]
