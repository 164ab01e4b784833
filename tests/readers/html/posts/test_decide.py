"""Whether posts are a thread, what is doubtful about it, and what it is that its first post says."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractor.readers.html.posts.candidates.columns import judge
from extractor.readers.html.posts.decide import Doubt, Judge, Remarks, Thread
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.thread import find_thread
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.witness import Witness
from tests.readers.html.posts.boards import POSTS, board, post, thread_of

_SENTENCE = "A calf cramps when its muscle tires, and at night that is felt more. "
_ARTICLE = f"<p>{_SENTENCE * 40}</p>"
_LATE = ("lark", "14 Mar 2019", POSTS[0][2])


def _named(name: str, *posts: str) -> list[str]:
    """Posts of a board (all if none are given) whose elements have another class."""
    shown = posts or [post(*one) for one in POSTS]
    return [one.replace("class='post'", f"class='{name}'") for one in shown]


def _numbered(inside: str) -> list[str]:
    """Posts with numbered ids, of which the last text has something more `inside`."""
    *first, (name, date, text) = POSTS
    posts = [post(*one) for one in (*first, (name, date, f"{text} {inside}"))]
    return [one.replace("<div class='post'", f"<div id='p{k}' class='post'", 1) for k, one in enumerate(posts, 1)]


def _hidden(one: str) -> str:
    return one.replace("<div class='post'>", "<div class='post' style='display: none'>")


def _list(texts: Sequence[str]) -> str:
    """A list of posts in markup that has nothing in common with the board's."""
    names = ("lark", "reed", "ostler")
    rows = (
        f"<li class='message'><b class='nick'>{n}</b> <time>{k} May 2019</time><section>{t}</section></li>"
        for k, (n, t) in enumerate(zip(names, texts, strict=True), 1)
    )
    return f"<ul>{''.join(rows)}</ul>"


def _of_engine(called: str, text: str, above: str = "", said: str = "") -> Tree:
    """The board as an engine calls its posts and their texts, which may all be what is `said`."""
    shown = (
        f"<li class='{called}'><a class='author' href='/members/{len(n)}'>{n}</a> <i class='date'>{d}</i>"
        f"<div class='{text}'>{said or t}</div></li>"
        for n, d, t in POSTS
    )
    return board(*shown, above=above)


def test_comments_on_an_article_are_no_thread() -> None:
    assert isinstance(find_thread(board(above=_ARTICLE), []), Remarks)
    long = [post(n, d, t * 40) for n, d, t in POSTS]
    assert isinstance(find_thread(board(*long, above=_ARTICLE), []), Remarks)
    assert thread_of(board(*long, above=f"<div class='sidebar'>{_ARTICLE}</div>")).doubts == []


def test_a_page_of_another_type_is_no_thread_unless_its_data_tells_of_talk() -> None:
    recipe = {"@type": "Recipe", "name": "Soup"}
    assert find_thread(board(), [recipe]) is None
    assert thread_of(board(), recipe, {"@type": "DiscussionForumPosting"}).is_forum


def test_reviews_and_lists_of_articles_are_no_thread() -> None:
    assert find_thread(board(*(post(*one, "<span class='rating'>4 of 5</span>") for one in POSTS)), []) is None
    title = "<h2><a href='/a/{0}'>Things to know about cramps at night: part {0}</a></h2>"
    assert find_thread(board(*(post(n, d, t, title.format(len(n))) for n, d, t in POSTS)), []) is None


@pytest.mark.parametrize("called", ["post", "comment", "row"])
def test_below_an_article_people_remark_unless_it_is_a_board(called: str) -> None:
    shown = [one.replace("class='post'", f"class='{called}'") for one in (post(*each) for each in POSTS)]
    story = f"<p>{_SENTENCE * 10}</p>"
    assert isinstance(find_thread(board(*shown, above=story), []), Remarks)
    assert find_thread(board(*shown, above=f"<div class='question'>{story}</div>"), []) is None
    joined = [one.replace("</a>", "</a><p>Joined: May 2011</p>").replace("'comment'", "'post'") for one in shown]
    assert [one.name for one in thread_of(board(*joined, above=story)).doubts] == ["prose-before"]


def test_comments_are_remarks_unless_the_page_calls_something_a_question() -> None:
    shown = [post(*one).replace("class='post'", "class='comment'") for one in POSTS]
    assert thread_of(board(*shown)).are_remarks
    assert not thread_of(board(*shown, above="<div class='question'></div>")).are_remarks
    assert not thread_of(board(*shown), {"@type": "Question"}).are_remarks
    assert not thread_of(board()).are_remarks


@pytest.mark.parametrize("called", ["lastpostby", "box latest-reply", "last_poster"])
def test_rows_that_name_who_wrote_last_are_no_thread(called: str) -> None:
    assert find_thread(board(*(post(*one).replace("class='who'", f"class='{called}'") for one in POSTS)), []) is None


def test_a_wider_set_with_the_same_texts_and_more_is_a_rival() -> None:
    tree = board()
    places, members = Places(tree), [i for i, classes in enumerate(tree.classes) if classes == "post"]
    found, wider = (judge(tree, places, some) for some in (members[:2], members))
    thread = Judge(tree, places, Witness(tree, [])).settle(found, [found, wider])
    assert isinstance(thread, Thread)
    assert Doubt("rival") in thread.doubts


def test_blocks_that_nothing_calls_posts_are_a_thread_only_if_the_data_says_so() -> None:
    cards = [one.replace("class='username'", "class='user'") for one in _named("card")]
    assert find_thread(board(*cards), []) is None
    assert thread_of(board(*cards), {"@type": "QAPage"}).doubts == []


@pytest.mark.parametrize(
    ("tree", "blocks", "doubts"),
    [
        (board(), [], []),
        (board(*(post(*one) for one in POSTS), post(*_LATE, f"<p>{POSTS[1][2]}</p>")), [], [("left-text", None)]),
        (board(*(post(*one) for one in POSTS), post(*_LATE, f"<p class='signature'>{POSTS[1][2]}</p>")), [], []),
        (board(), [{"@type": "Question", "text": POSTS[2][2]}], [("question-elsewhere", None)]),
        (board(), [{"@type": "Question", "text": POSTS[0][2]}], []),
        (board(), [{"@type": "Question", "comment": [{"text": "x"}] * 3}], [("more-told", None)]),
        (board(), [{"@type": "Question", "comment": [{"text": "x"}] * 2}], []),
        (board(*(post(*one) for one in POSTS), post("", *_LATE[1:])), [], [("no-author", 3)]),
        (board(*(post(*one) for one in POSTS), post(_LATE[0], "", _LATE[2])), [], [("undated", 3)]),
        (board(*(post(n, d, "Same here.") for n, d, _ in POSTS)), [], [("short", None)]),
        (board(*(post(*one) for one in POSTS), post(*_LATE[:2], "")), [], [("no-body", 3)]),
        (board(*(post(*one) for one in POSTS), _hidden(post(*_LATE))), [], [("hidden", 3)]),
        (board(*(_hidden(post(*one)) for one in POSTS)), [], []),
        (
            board(*(post(n, d if k % 3 else "", t) for k, (n, d, t) in enumerate((*POSTS, *POSTS, *POSTS[:1])))),
            [],
            [("no-date", None)],
        ),
        (
            board(*(post(n, d if k % 2 else "", t) for k, (n, d, t) in enumerate((*POSTS, *POSTS, *POSTS[:1])))),
            [],
            [("trimmed", None), ("rival", None), ("prose-before", None)],
        ),
        (board(below=_list([text for _, _, text in POSTS])), [], [("rival", None)]),
        (board(below=_list([text[:40] for _, _, text in POSTS])), [], []),
        (board(*_numbered("<div id='c9'>Mine too.</div>")), [], []),
        (board(*_numbered("<div id='p9'>Mine too.</div>")), [], [("nested-post", None)]),
        (board(above=f"<p>{_SENTENCE}</p>"), [], [("prose-before", None)]),
        (board(above=f"<p>{_SENTENCE * 3}</p>"), [], [("prose-before", None)]),
        (board(above=f"<ol><li>{_SENTENCE}</li></ol>"), [], [("prose-before", None)]),
        (board(above=f"<ol><li><a href='/'>{_SENTENCE}</a></li></ol>"), [], []),
        (board(above=f"<p>{_SENTENCE * 3}</p>"), [{"@type": "DiscussionForumPosting"}], []),
        (
            board(above=f"<div><b>Night.</b> {_SENTENCE * 3}<br><br>{_SENTENCE}<p>Well.</p></div>"),
            [],
            [("prose-before", None)],
        ),
        (board(above=f"<p>{_SENTENCE * 60}</p>"), [{"@type": "DiscussionForumPosting"}], [("prose-before", None)]),
    ],
)
def test_what_may_be_wrong_is_named(tree: Tree, blocks: list[object], doubts: list[tuple[str, int | None]]) -> None:
    assert [(one.name, one.post) for one in thread_of(tree, *blocks).doubts] == doubts


@pytest.mark.parametrize(
    ("last", "doubts"),
    [
        (post(*_LATE), []),
        (f"<div class='post'><p>{_SENTENCE}</p></div>", [Doubt("trimmed")]),
        ("<div class='post'><p>Buy now.</p></div>", []),
        (
            post(*_LATE).replace(
                "<a class='username' href='/members/4'>lark</a>", f"<a href='/x'>lark</a> {_SENTENCE}"
            ),
            [Doubt("second-author", 6)],
        ),
        (post("", *_LATE[1:], "<b class='name'>lark</b>"), [Doubt("no-author", 6)]),
    ],
    ids=["a post", "no post", "hardly a line", "otherwise marked", "elsewhere"],
)
def test_what_is_doubtful_about_one_post_of_several(last: str, doubts: list[Doubt]) -> None:
    named = [post(*one, "<b class='name'>reader</b>") for one in POSTS]
    tree = board(*named, *(post(*one) for one in POSTS), last)
    places = Places(tree)
    found = judge(tree, places, [i for i, called in enumerate(tree.classes) if called == "post"])
    settled = Judge(tree, places, Witness(tree, [])).settle(replace(found, keys=[("div", "post")]), ())
    assert isinstance(settled, Thread)
    assert settled.doubts == doubts


def test_an_engine_that_is_known_needs_no_words_and_leaves_fewer_doubts() -> None:
    board_of_engine, stories = ("b-post", "js-post__content-text"), ("thing", "usertext-body")
    found = thread_of(_of_engine(*board_of_engine, f"<p>{_SENTENCE * 10}</p>"), {"@type": "Recipe"})
    assert found.posts.engine is not None
    assert (found.doubts, found.is_forum, found.asks_first) == ([], True, True)
    assert isinstance(find_thread(_of_engine(*stories, _ARTICLE), []), Remarks)
    assert thread_of(_of_engine(*board_of_engine, _ARTICLE)).doubts == []


def test_authors_that_stand_elsewhere_than_an_engine_has_them_are_doubtful() -> None:
    posts = [post(*one).replace("username", "nick").replace("words", "bbWrapper") for one in POSTS]
    tree = board(*(one.replace("<div class='post'", "<div class='message--post message-cell'") for one in posts))
    found = thread_of(tree)
    assert found.posts.engine is not None
    assert [doubt.name for doubt in found.doubts] == ["other-author"]


@pytest.mark.parametrize(
    ("tree", "asks_first"),
    [
        (board(*_named("answer")), True),
        (board(*_named("answer"), above=f"<p>{_SENTENCE}</p>"), False),
        (board(*_named("message"), above=f"<p>{_SENTENCE}</p>"), True),
        (board(*_named("answer message"), above=f"<p>{_SENTENCE}</p>"), False),
        (board(*_named("message with-answers"), above=f"<p>{_SENTENCE}</p>"), True),
        (board(*_named("message"), above=f"<p>{_SENTENCE}</p><i itemprop='answerCount'>3</i>"), False),
        (board(*_named("message"), above=f"<p>{_SENTENCE}</p><i itemprop='answerCount'>2</i>"), True),
        (board(*(one.replace("<div", "<div itemprop='suggestedAnswer'", 1) for one in _named("message"))), False),
        (
            board(
                *(one.replace("<div", "<div itemtype='Question'", 1) for one in _named("answer")),
                above=f"<p>{_SENTENCE}</p>",
            ),
            True,
        ),
    ],
    ids=[
        "answers",
        "answers below text",
        "messages",
        "answers that are messages",
        "messages with answers",
        "as many as declared",
        "fewer declared",
        "marked up",
        "a question",
    ],
)
def test_the_first_post_asks_unless_they_are_answers_to_a_text_above(tree: Tree, asks_first: bool) -> None:  # noqa: FBT001 - a table's column
    assert thread_of(tree).asks_first is asks_first


def test_comments_are_no_forum() -> None:
    assert thread_of(board(*_named("message"))).is_forum
    assert not thread_of(board(*_named("comment-message"))).is_forum


@pytest.mark.parametrize(("text", "is_told"), [("hello all", True), ("It is the tablet, I am sure of it.", False)])
def test_calls_of_a_word_or_two_in_the_box_of_an_engine_are_doubtful(text: str, is_told: bool) -> None:  # noqa: FBT001 - a column of the table
    found = thread_of(_of_engine("b-post", "js-post__content-text", said=text))
    assert (Doubt("short") in found.doubts) == is_told
