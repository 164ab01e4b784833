"""The posts of a saved page, and the elements in which their values stand."""

from extractor.cli.saved_page import SavedPage, place_of
from extractor.layout import Part
from tests.cli.test_drafting import PEEL

PAGE = SavedPage(PEEL.encode())


def test_a_post_is_the_largest_element_with_one_answer() -> None:
    assert [post.element.get("class") for post in PAGE.answers] == ["entry", "entry"]
    assert [post.element.get("class") for post in PAGE.questions] == ["asked"]


def test_a_name_stands_before_its_credentials_and_a_byline_around_all() -> None:
    place = place_of(PAGE.answers[0], Part.AUTHOR)
    assert place is not None
    assert place.element.tag == "b"
    around = place_of(PAGE.answers[0], Part.BYLINE)
    assert around is not None
    assert around.element.get("class") == "who"


def test_a_value_that_is_not_read_stands_nowhere() -> None:
    assert place_of(PAGE.answers[0], Part.VOTES) is None


def test_a_page_without_answers_has_no_posts() -> None:
    page = SavedPage(b"<h1>Is it?</h1><p>text</p>")
    assert (page.questions, page.answers) == ([], [])
