"""Rating lines: what is a rating where anything may stand, and what only where one is expected."""

import pytest

from extractor.readers.people.fields import NO_FIELDS, values_of
from extractor.readers.people.ratings import rating_fields


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("4.3 out of 5 stars 28 reviews", {"rating": 4.3, "reviews": 28}),
        ("9 / 10 (1,498 reviews)", {"rating": 4.5, "reviews": 1498}),
        ("4,9 de 5 · 12 avaliações", {"rating": 4.9, "reviews": 12}),
        ("★★★★☆", {"rating": 4.0}),
        ("Rated 4.8 stars based on 1.2k reviews", {"rating": 4.8, "reviews": 1200}),
    ],
)
def test_a_rating_line_is_read_in_any_place(line: str, wanted: dict[str, object]) -> None:
    assert values_of(rating_fields(line, 0) or NO_FIELDS) == wanted


@pytest.mark.parametrize(("line", "wanted"), [("4.9", {"rating": 4.9}), ("(203 reviews)", {"reviews": 203})])
def test_bare_numbers_are_one_only_where_a_rating_is_expected(line: str, wanted: dict[str, object]) -> None:
    assert rating_fields(line, 0) is None
    assert values_of(rating_fields(line, 0, is_expected=True) or NO_FIELDS) == wanted


@pytest.mark.parametrize("line", ["7 out of 10 patients", "4.3 weeks", "6 stars of the team", "2019", "4 " * 90])
def test_other_numbers_are_no_rating(line: str) -> None:
    assert rating_fields(line, 0, is_expected=True) is None


def test_both_values_know_their_places() -> None:
    fields = rating_fields("4.3 out of 5 stars 28 reviews", 100)
    assert fields is not None
    assert fields.rating is not None
    assert fields.reviews is not None
    assert (fields.rating.start, fields.reviews.start) == (100, 119)
