"""Which of the sets of posts that a page may have are its thread."""

import re
from collections.abc import Callable

import pytest

from extractor.readers.html.posts.decide import Thread
from extractor.readers.html.posts.groups import Group
from extractor.readers.html.posts.thread import _likeliest, find_thread
from tests.readers.html.posts.boards import NAMES, POSTS, board, names_of, post, thread_of


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


def test_what_an_engine_calls_posts_comes_first_without_what_it_calls_none() -> None:
    comment = _of_engine("lark", "14 Mar 2019", "Thanks to all of you.", "b-post b-post--comment")
    other = "".join(post(n, d, t * 9) for n, d, t in POSTS)
    tree = board(*(_of_engine(*one) for one in POSTS), comment, below=other)
    found = thread_of(tree)
    assert (names_of(tree), found.posts.keys) == (NAMES, [("engine", "vbulletin-5")])


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
    assert (names_of(tree), found.doubts, found.posts.keys) == (NAMES, [], [("engine", "bbpress")])
    bodies = [tree.words(body) for body in found.posts.body.bodies.values()]
    assert bodies == [text for _, _, text in POSTS]


def test_two_posts_are_a_thread() -> None:
    assert names_of(board(*(post(*one) for one in POSTS[:2]))) == NAMES[:2]
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
        assert (names_of(tree), thread_of(tree).posts.keys) == (NAMES, [("engine", "vbulletin-5")])


def test_a_post_of_an_engine_that_names_only_a_part_of_it_is_what_holds_no_other() -> None:
    rows = [
        f"<tr><td><b class='postauthor'>{name}</b></td><td>{date}<span class='postbody'>{text}</span></td></tr>"
        for name, date, text in POSTS
    ]
    tree = board(f"<table>{''.join(rows)}</table>")
    found = thread_of(tree)
    assert (names_of(tree), found.posts.keys) == (NAMES, [("engine", "phpbb-subsilver")])
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
    assert names_of(tree) == NAMES
    nobody = [_of_engine(*one).replace(f">{one[0]}<", "><") for one in POSTS[:2]]
    assert find_thread(board(*nobody, _of_engine(*POSTS[2])), [], only_engines=True) is None


def test_only_posts_of_engines_are_a_thread_where_others_are_not_asked_for() -> None:
    assert find_thread(board(), [], only_engines=True) is None
    found = find_thread(board(*(_of_engine(*one) for one in POSTS)), [], only_engines=True)
    assert found is not None


def test_posts_without_dates_are_a_thread_if_an_engine_calls_them_so() -> None:
    bare = [(name, "", text) for name, _, text in POSTS]
    assert find_thread(board(*(post(*one) for one in bare)), [{"@type": "QAPage"}]) is None
    assert names_of(board(*(_of_engine(*one) for one in bare))) == NAMES


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
