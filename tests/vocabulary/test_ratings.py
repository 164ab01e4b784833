"""What pages write of ratings, in several languages."""

import re

import pytest

from extractor.vocabulary.ratings import COUNT, OF, OUT_OF, RATERS, REVIEWS


@pytest.mark.parametrize("number", ["7", "1,498", "1.498", "1'234", "1.2k", "1,2 mil", "3万"])
def test_a_whole_number(number: str) -> None:
    assert re.fullmatch(COUNT, number, re.IGNORECASE)


def test_decimals_alone_are_no_count() -> None:
    assert re.fullmatch(COUNT, "4.9") is None


@pytest.mark.parametrize("between", ["out of", "out  of", "/", "von", "sur", "из"])
def test_between_a_rating_and_its_scale(between: str) -> None:
    assert re.fullmatch(OUT_OF, between)
    assert re.fullmatch(OF, between)


def test_of_alone_tells_of_a_scale_only_where_a_rating_is_expected() -> None:
    assert re.fullmatch(OF, "of")
    assert re.fullmatch(OUT_OF, "of") is None


@pytest.mark.parametrize("word", ["reviews", "Bewertungen", "avaliações", "recensioni", "отзывов"])
def test_what_is_counted(word: str) -> None:
    assert re.fullmatch(REVIEWS, word, re.IGNORECASE)
    assert re.fullmatch(RATERS, f"verified {word}", re.IGNORECASE)


def test_votes_are_counted_only_where_nothing_else_can_be() -> None:
    assert re.fullmatch(RATERS, "votes")
    assert re.fullmatch(REVIEWS, "votes") is None
