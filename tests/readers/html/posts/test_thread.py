"""Which sets of posts are threads, what is doubtful about them, and what becomes of them."""

import pytest

from extractor.document import Document
from extractor.readers.html.posts.decide import Remarks
from extractor.readers.html.posts.doubts import UNKNOWN, rights
from extractor.readers.html.posts.thread import find_thread
from extractor.readers.html.posts.tree import Tree
from extractor.reading import read
from tests.readers.html.posts.boards import POSTS, board, post, thread_of

_ARTICLE = "<p>" + "A calf cramps when its muscle tires, and at night that is felt more. " * 40 + "</p>"


def test_a_board_of_no_known_engine_is_read_without_a_doubt() -> None:
    found = thread_of(board())
    assert (len(found.posts.posts), found.doubts, found.asks_first, found.is_forum) == (3, [], True, True)


def test_comments_under_posts_are_counted_and_are_no_posts() -> None:
    comment = "<ul><li class='comment'>Thanks, <a class='username' href='/members/8'>lark</a> 14 Mar 2019</li></ul>"
    found = thread_of(board(*(post(*one, comment) for one in POSTS)))
    assert (len(found.posts.posts), len(found.posts.comments)) == (3, 3)
    assert [found.posts.authors[0].names[k].text for k in range(3)] == [name for name, _, _ in POSTS]


def test_comments_on_an_article_are_no_thread() -> None:
    assert isinstance(find_thread(board(above=_ARTICLE), []), Remarks)
    assert find_thread(board(), [{"@type": "Recipe", "name": "Soup"}]) is None


def test_reviews_and_lists_of_articles_are_no_thread() -> None:
    assert find_thread(board(*(post(*one, "<span class='rating'>4 of 5</span>") for one in POSTS)), []) is None
    title = "<h2><a href='/a/{}'>Ten things to know about cramps at night</a></h2>"
    assert find_thread(board(*(post(n, d, t, title.format(len(n))) for n, d, t in POSTS)), []) is None


@pytest.mark.parametrize("called", ["lastpostby", "box latest-reply", "last_poster"])
def test_rows_that_name_who_wrote_last_are_no_thread(called: str) -> None:
    assert find_thread(board(*(post(*one).replace("class='who'", f"class='{called}'") for one in POSTS)), []) is None


@pytest.mark.parametrize(
    ("tree", "blocks", "doubt"),
    [
        (
            board(
                *(post(*one) for one in POSTS), post("lark", "14 Mar 2019", POSTS[0][2], "<p>" + POSTS[1][2] + "</p>")
            ),
            [],
            "left-text",
        ),
        (board(), [{"@type": "Question", "text": POSTS[2][2]}], "question-elsewhere"),
        (
            board(),
            [{"@type": "QAPage", "mainEntity": {"@type": "Question", "suggestedAnswer": [{"text": "x"}] * 3}}],
            "more-told",
        ),
        (board(*(post(*one) for one in POSTS), post("", "14 Mar 2019", POSTS[0][2])), [], "no-author"),
        (board(*(post(n, d, "Same here.") for n, d, _ in POSTS)), [], "short"),
    ],
)
def test_what_may_be_wrong_is_named(tree: Tree, blocks: list[object], doubt: str) -> None:
    assert doubt in {one.name for one in thread_of(tree, *blocks).doubts}


def test_a_doubt_becomes_a_warning_and_lowers_confidence() -> None:
    posts = "".join(post(*one) for one in (*POSTS, ("lark", "14 Mar 2019", POSTS[2][2])))
    page = f"<html><head><title>Night cramps</title></head><body><h1>Night cramps</h1>{posts}</body></html>"
    (record,) = read(Document(page))
    assert (record.warnings, record.confidence, record.question.asker) == ((), rights()[UNKNOWN], "wren_hollow")
    (record,) = read(Document(page.replace("<a class='username' href='/members/4'>lark</a>", "")))
    assert [warning.answer for warning in record.warnings] == [3]
    assert record.confidence == 0.5


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
