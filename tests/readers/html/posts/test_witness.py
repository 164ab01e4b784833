"""What structured data says of a thread: its types, how the question begins, how many answers there are."""

import pytest
from lxml import html

from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.witness import Witness, is_article, word_counts
from tests.readers.html.posts.boards import POSTS, board

TEXT = POSTS[0][2]


def _witness(*blocks: object) -> Witness:
    return Witness(board(), blocks)


def test_threads_are_found_wherever_they_stand_with_their_answers_and_the_comments_on_these() -> None:
    comments = [{"text": "a", "comment": {"text": "b", "comment": [{"text": "c"}]}}, {"text": "d"}]
    question = {"@type": "Question", "text": f"<p>{TEXT}</p>", "acceptedAnswer": {"text": "e"}, "suggestedAnswer": [{}]}
    talk = {"@type": "https://schema.org/DiscussionForumPosting", "articleBody": "So it is.", "comment": comments}
    (first, second) = _witness({"@graph": [{"@type": "WebPage", "mainEntity": question}, talk]}).threads
    assert (first.answers, second.answers) == (2, 4)
    assert (first.question, second.question) == (word_counts(TEXT), word_counts("so it is"))


@pytest.mark.parametrize(
    ("text", "likeness"),
    [
        ("One two three four five six seven eight.", 1.0),
        ("EIGHT, seven: six; five four. And what else there is to say of nine or ten", 0.625),
        ("one one one one one one one one", 0.125),
        ("", 0.0),
    ],
)
def test_likeness_is_the_share_of_the_questions_words(text: str, likeness: float) -> None:
    (told,) = _witness({"@type": "Question", "text": "one two three four five six seven eight"}).threads
    assert told.likeness(text) == likeness


def test_a_question_of_few_words_tells_nothing() -> None:
    (told,) = _witness({"@type": "Question", "text": "one two three four five six seven"}).threads
    assert told.likeness("one two three four five six seven") is None


@pytest.mark.parametrize(
    ("types", "says_talk"),
    [
        (["QAPage"], True),
        (["Question"], True),
        (["FAQPage", "Question"], False),
        (["FAQPage", "DiscussionForumPosting"], True),
        (["Article"], False),
        ([], False),
    ],
)
def test_questions_are_talk_unless_a_firm_asks_itself(types: list[str], says_talk: bool) -> None:  # noqa: FBT001 - a table's column
    assert _witness({"@type": types}).says_talk is says_talk


@pytest.mark.parametrize(
    ("types", "article"), [(["Article"], True), (["Article", "Question"], False), (["WebPage"], False)]
)
def test_an_article_is_one_that_tells_of_no_questions(types: list[str], article: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_article([{"@type": types}]) is article


@pytest.mark.parametrize(
    ("count", "declared"),
    [
        ("<i itemprop='answerCount'> 12 </i>", 12),
        ("<i itemprop='answerCount' content='3'>three</i>", 3),
        ("<i itemprop='answerCount'>some</i>", None),
        ("<i itemprop='upvoteCount'>12</i>", None),
    ],
)
def test_microdata_declares_types_and_a_number_of_answers(count: str, declared: int | None) -> None:
    page = f"<div itemscope itemtype='https://schema.org/QAPage'>Why? {count}</div>"
    witness = Witness(Tree(html.document_fromstring(page)), [])
    assert (witness.types, witness.declared, witness.threads) == ({"QAPage"}, declared, [])


def test_data_without_a_bottom_is_read_as_far_as_it_is_sane() -> None:
    deep: dict[str, object] = {"@type": "Question", "text": TEXT}
    for _ in range(2_000):
        deep = {"inside": deep}
    comment: dict[str, object] = {"text": "x"}
    for _ in range(2_000):
        comment = {"text": "x", "comment": comment}
    witness = _witness(deep, {"@type": "Question", "text": TEXT, "comment": comment})
    assert len(witness.threads) == 1
    assert 10 < witness.threads[0].answers < 100


def test_a_page_with_a_list_of_ingredients_is_a_recipe() -> None:
    page = "<ul class='tasty-recipes-ingredients'><li>2 eggs</li></ul><p>Stir.</p>"
    assert Witness(Tree(html.document_fromstring(page)), ()).types == {"Recipe"}


_CRUMBS = "<div class='breadcrumb'><a href='/'>Home</a> <a href='/{0}'>There</a></div><p>Why?</p>"


@pytest.mark.parametrize(
    ("address", "page", "is_board"),
    [
        ("https://example.org/forum/why", "<p>Why?</p>", True),
        ("https://forums.example.org/d/12", "<p>Why?</p>", True),
        ("https://example.org/viewtopic.php?t=12", "<p>Why?</p>", True),
        ("https://example.org/forumla-1", "<p>Why?</p>", False),
        ("https://example.org/news/why", _CRUMBS.format("forum"), True),
        ("https://example.org/news/why", _CRUMBS.format("news"), False),
        ("https://example.org/news/why", "<ul class='menu'><li><a href='/forum'>Forum</a></li></ul><p>Why?</p>", False),
    ],
)
def test_its_address_and_links_to_it_say_that_a_page_is_of_a_board(address: str, page: str, is_board: bool) -> None:  # noqa: FBT001 - a table's column
    assert Witness(Tree(html.document_fromstring(page)), (), address).says_board is is_board
