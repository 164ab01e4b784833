"""Which of the sets of posts that a page may have are its thread."""

import pytest

from extractor.readers.html.posts.thread import find_thread
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


def test_comments_under_posts_are_counted_and_are_no_posts() -> None:
    comment = "<ul><li class='comment'>Thanks, <a class='username' href='/members/8'>lark</a> 14 Mar 2019</li></ul>"
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


def test_remarks_that_an_engine_knows_are_counted() -> None:
    def answer(name: str, date: str, text: str) -> str:
        return (
            f"<div class='answer'><div class='js-post-body'><p>{text}</p></div><div class='post-signature'>{date} "
            f"<a itemprop='author' href='/users/{len(name)}'>{name}</a></div><ul class='comments'>"
            f"<li class='comment'>Thanks, mine too. <a href='/users/8'>lark</a> 14 Mar 2019</li></ul></div>"
        )

    found = thread_of(board(*(answer(*one) for one in POSTS)))
    assert (found.posts.keys, len(found.posts.posts)) == ([("engine", "stackexchange")], 3)
    assert len(found.posts.comments) == 3


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


def test_one_post_of_an_engine_is_no_thread() -> None:
    assert find_thread(board(_of_engine(*POSTS[0])), []) is None


def _bare(name: str, date: str, text: str, beside: str) -> str:
    return (
        f"<div class='cx'><a href='/members/{len(name)}'>{name}</a> {beside}<div>{date}</div>"
        f"<div class='cy'><p>{text}</p></div></div>"
    )


@pytest.mark.parametrize("beside", ["<div>Joined: May 2011</div>", "<div>Posts: 71</div>", "<b>#{}</b>"])
def test_classes_without_words_are_a_board_if_posts_say_what_boards_say(beside: str) -> None:
    found = thread_of(board(*(_bare(*one, beside.format(k)) for k, one in enumerate(POSTS, 1))))
    assert (len(found.posts.posts), found.is_forum, found.doubts) == (3, True, [])
    assert find_thread(board(*(_bare(*one, "<div>Utrecht</div>") for one in POSTS)), []) is None


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
