"""Whether posts of no known engine are people talking."""

import pytest

from extractor.document import Document
from extractor.readers.html.posts.decide import Thread
from extractor.readers.html.posts.talk import Talk
from extractor.readers.html.posts.thread import find_thread
from extractor.readers.html.posts.witness import Witness
from extractor.reading import read
from tests.readers.html.posts.boards import POSTS, board, post, thread_of

_AGAIN = (POSTS[0][0], "14 Mar 2019, 10:00", "Thank you, I will ask for a blood test on Monday.")


def _cards(*posts: tuple[str, str, str], called: str = "card", extra: str = "") -> list[str]:
    """Blocks that nothing calls posts."""
    return [f"<div class='{called}'><b>{n}</b> <i>{d}</i><div class='t'>{extra}{t}</div></div>" for n, d, t in posts]


def test_who_asks_comes_back() -> None:
    found = thread_of(board(*_cards(*POSTS, _AGAIN)))
    assert (len(found.posts.posts), found.asks_first, found.is_forum, found.is_conversation) == (4, True, False, True)
    assert thread_of(board(*_cards(*POSTS, called="post"))).is_forum
    assert find_thread(board(*_cards(*POSTS)), []) is None


@pytest.mark.parametrize(
    "cards",
    [
        _cards(*POSTS, (_AGAIN[0], "", _AGAIN[2])),
        _cards((*POSTS[0][:2], POSTS[0][2].replace("?", ".")), *POSTS[1:], _AGAIN),
        _cards(*[(name, date, text + " Why?") for name, date, text in (*POSTS, _AGAIN)]),
        _cards((POSTS[0][0], POSTS[0][1], POSTS[0][2] * 30), *POSTS[1:], _AGAIN),
        _cards(*[(POSTS[0][0], date, text) for _, date, text in (*POSTS, _AGAIN)]),
        _cards(*POSTS[:2], ("lark", *POSTS[2][1:]), (POSTS[1][0], *_AGAIN[1:])),
    ],
    ids=["no date", "nothing asked", "all ask", "an article first", "one alone", "another comes back"],
)
def test_none_of_these_is_a_conversation(cards: list[str]) -> None:
    assert find_thread(board(*cards), []) is None


def test_the_date_of_who_asks_may_stand_elsewhere() -> None:
    tree = board(*_cards((POSTS[0][0], "in Health", POSTS[0][2]), *POSTS[1:], _AGAIN))
    assert thread_of(tree).is_conversation


def test_who_asks_need_not_write_again_where_all_are_members() -> None:
    linked = [one.replace("<b>", "<a href='/members/7'>").replace("</b>", "</a>") for one in _cards(*POSTS)]
    assert "/members/" in linked[0]
    assert thread_of(board(*linked)).is_conversation


def test_who_comments_again_is_no_conversation() -> None:
    found = thread_of(board(*_cards(*POSTS, _AGAIN, called="comment")))
    assert (len(found.posts.posts), found.is_forum, found.is_conversation) == (4, False, False)
    held = board("<div class='comments'>", *_cards(*POSTS, _AGAIN), "</div>")
    assert not thread_of(held).is_conversation


def test_a_list_whose_texts_begin_with_links_to_other_pages_is_none() -> None:
    linked = [
        one.replace("<div class='t'>", f"<div class='t'><a href='/t/{k}'>Cramps at night, part {k}</a> ")
        for k, one in enumerate(_cards(*POSTS, _AGAIN))
    ]
    assert find_thread(board(*linked), []) is None


def test_rows_that_say_who_wrote_last_are_none() -> None:
    assert find_thread(board(*_cards(*POSTS, _AGAIN, called="post", extra="<p>Last post: lark</p>")), []) is None


def test_a_tag_that_the_page_has_made_up_says_what_it_is_for() -> None:
    cards = [one.replace("div class='card'", "forum-post").replace("</div></div>", "</div></forum-post>") for one in _cards(*POSTS)]  # fmt: skip
    assert thread_of(board(*cards)).is_forum


def test_what_can_be_done_with_a_post_does_not_say_what_it_is() -> None:
    button = "<p><a class='add-comment' href='#'>Comment</a></p>"
    cards = [one + button for one in _cards(*POSTS, called="message")]
    assert thread_of(board(*(f"<section>{one}</section>" for one in cards))).is_forum


def test_hours_without_a_day_are_those_of_a_chat() -> None:
    lines = [(n, f"09:1{k}", f"{t} " * 2) for k, (n, _, t) in enumerate((*POSTS, _AGAIN))]
    rows = [f"<div class='msg'><b class='nick'>{n}</b> <i>{d}</i><div class='t'>{t}</div></div>" for n, d, t in lines]
    assert find_thread(board(*rows), []) is None
    rows[0] = rows[0].replace("09:10", "12 Mar 2019, 09:10")
    assert thread_of(board(*rows)).is_forum


def test_what_was_said_in_a_chat_is_no_conversation() -> None:
    assert thread_of(board(*_cards(*POSTS, _AGAIN, called="message"))).is_conversation
    assert not thread_of(board(*_cards(*POSTS, _AGAIN, called="chatlog__message"))).is_conversation


@pytest.mark.parametrize(
    ("first", "others", "is_answered"),
    [
        ("question-box", "answer-box", True),
        ("box", "reply-box", True),
        ("antwort", "antwort", True),
        ("box", "message", False),
        ("box", "comment reply", False),
        ("box", "box", False),
    ],
)
def test_what_the_page_calls_answers_is_told(first: str, others: str, is_answered: bool) -> None:  # noqa: FBT001 - a column of the table
    cards = [one.replace("card", others if k else first) for k, one in enumerate(_cards(*POSTS, _AGAIN))]
    assert thread_of(board(*cards)).is_answered == is_answered


def test_what_is_called_an_answer_may_stand_around_the_text_inside_a_post() -> None:
    cards = [one.replace("<div class='t'>", "<div class='answer-body'><div class='t'>") for one in _cards(*POSTS)]
    cards = [one.replace("</div></div>", "</div></div></div>") for one in cards]
    assert thread_of(board(*_cards(*POSTS, called="question post")[:1], *cards[1:])).is_answered


@pytest.mark.parametrize(("first", "count"), [("topic-box", 1), ("box", 0)])
def test_replies_to_what_is_called_a_topic_are_a_thread_though_it_asks_nothing(first: str, count: int) -> None:
    cards = _cards((*POSTS[0][:2], POSTS[0][2].replace("?", ".")), *POSTS[1:], called="reply-box")
    page = f"<h1>Night cramps</h1>{cards[0].replace('reply-box', first)}{''.join(cards[1:])}"
    assert len(read(Document(page))) == count


def test_reviews_that_a_house_replies_to_are_no_talk() -> None:
    said = "<b class='author'>{0}</b><i class='date'>{1} May 2021</i><p>Would I come back? Yes, they took me seriously.</p>"
    reply = "<div class='reply'><b>Clinic</b><p>Dear {0}, thank you for your words, and all the best.</p></div>"
    posts = (f"<div class='post'>{(said + reply).format(name, k)}</div>" for k, name in enumerate(("Kim", "Lou"), 1))
    assert not read(Document(f"<h1>Harbour Clinic</h1>{''.join(posts)}"))


_ROWS = "".join(f"<tr><td><b>{n}</b><br>{d}</td><td>{t}</td></tr>" for n, d, t in (*POSTS, _AGAIN))
_STORY = "<p>The council has agreed to plant two hundred lime trees along the ring road before the winter.</p>"


def test_rows_that_only_stand_in_one_table_are_talk_if_no_text_stands_above() -> None:
    assert len(thread_of(board(f"<table>{_ROWS}</table>")).posts.posts) == len(POSTS) + 1
    assert find_thread(board(f"<table>{_ROWS}</table>", above=_STORY), []) is None


def test_rows_that_take_turns_in_a_mark_are_one_thread() -> None:
    rows = [
        f"<hr><table><tr><td>{d}</td></tr></table><table><tr><td class='row{k % 2}'><a href='/members/{k}'>{n}</a></td>"
        f"<td class='row{k % 2}'><table><tr><td><div class='post'>{t}</div></td></tr></table></td></tr></table>"
        for k, (n, d, t) in enumerate((*POSTS, _AGAIN))
    ]
    assert len(thread_of(board(*rows)).posts.posts) == len(POSTS) + 1


def test_a_link_with_a_numbered_id_says_what_it_leads_to() -> None:
    told = [(name, date, text.replace("?", ".")) for name, date, text in POSTS]
    cards = _cards(*told)
    assert find_thread(board(*cards), []) is None
    numbered = [one.replace("<b>", f"<a id='msg{k}' href='#msg{k}'>#</a> <b>", 1) for k, one in enumerate(cards)]
    assert isinstance(find_thread(board(*numbered), []), Thread)


def test_comments_on_a_page_of_a_board_are_posts() -> None:
    told = [(name, date, text.replace("?", ".")) for name, date, text in POSTS]
    cards = [one.replace("card", "comment") for one in _cards(*told)]
    assert isinstance(find_thread(board(*cards), []), Thread)
    assert thread_of(board(*cards)).are_remarks
    found = find_thread(board(*cards), [], "https://example.org/forum/12")
    assert isinstance(found, Thread)
    assert found.is_forum
    assert not found.are_remarks
    assert thread_of(board(f"<div id='forum'>{''.join(cards)}</div>")).is_forum


def test_what_one_says_of_oneself_is_no_text_that_is_replied_to() -> None:
    said = "<b class='author'>{0}</b><i>Reads, walks,</i> <i>sleeps and</i> <i>keeps two bees</i><i class='date'>{1}</i><p class='answer'>{2}</p>"
    posts = [f"<div class='post'>{said.format(*one)}</div>" for one in POSTS]
    assert isinstance(find_thread(board(*posts), []), Thread)


@pytest.mark.parametrize(
    ("said", "is_addressed"),
    [
        ("Thank you, oldmill, I shall.", False),
        ("As wren_hollow says, ask for a test.", True),
        ("Ask for a test.", False),
    ],
    ids=["by himself", "by another", "nobody"],
)
def test_a_post_that_names_who_wrote_before_it_answers(said: str, is_addressed: bool) -> None:  # noqa: FBT001 - a column
    first, second, (name, date, _) = POSTS
    tree = board(*(post(*one) for one in (first, second, (name, date, said))))
    assert Talk(tree, Witness(tree, ())).are_addressed(thread_of(tree).posts) == is_addressed
