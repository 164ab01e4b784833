"""Rating lines: what is a rating where anything may stand, and what only where one is expected."""

import pytest

from extractor.readers.people.fields import NO_FIELDS, values_of
from extractor.readers.people.ratings import rating_fields, stars_behind

RATINGS = [
    ("4.3 out of 5 stars 28 reviews", 4.3, 28),
    ("5.0 out of 5 stars 1,498 reviews", 5.0, 1498),
    ("4.9 out of 5", 4.9, None),
    ("4.9 of 5 (128 reviews)", 4.9, 128),
    ("4·9 out of 5 stars 128 reviews", 4.9, 128),
    ("4.9 ★★★★★ 128 reviews", 4.9, 128),
    ("4.9 of 5 stars, 128 reviews", 4.9, 128),
    ("4.9 stars out of 5, 128 reviews", 4.9, 128),
    ("4.9 stars out of 5", 4.9, None),
    ("4,7 de 5 estrelas 12 avaliações", 4.7, 12),
    ("4,5 de 5 estrellas (3 opiniones)", 4.5, 3),
    ("4,2 von 5", 4.2, None),
    ("9 / 10 (1.498 reviews)", 4.5, 1498),
    ("10/10", 5.0, None),
    ("4.6 stars · 12 patient reviews", 4.6, 12),
    ("★★★★☆ 12", 4.0, 12),
    ("★★★", 3.0, None),
    ("4.5 ★ (7)", 4.5, 7),
    ("8 out of 5 stars 3 reviews", None, 3),
    ("4.9 out of 5 based on 128 reviews", 4.9, 128),
    ("4.9 out of 5 stars. Over 128 reviews", 4.9, 128),
    ("Overall rating 4.9 out of 5, reviews: 128", 4.9, 128),
    ("4.9 out of 5 stars 1'234 reviews", 4.9, 1234),
    ("4.9 out of 5 stars 1.2k reviews", 4.9, 1200),
    ("4.9 out of 5 stars 1,23,456 reviews", 4.9, 123456),
    ("4,9 de 5 estrellas 1,2 mil opiniones", 4.9, 1200),
    ("4.9 out of 5 stars 100+ reviews", 4.9, 100),
    ("4,9 von 5 Sternen · 128 Bewertungen", 4.9, 128),
    ("Rated 4.9 out of 5", 4.9, None),
    ("Note : 4,9/5 (12 avis)", 4.9, 12),
    ("87% (301 ratings)", 4.35, 301),
    ("Voto 4,5 su 5", 4.5, None),
    ("Bewertung 4,9 von 5", 4.9, None),
    ("4.9 out of 5 stars (see 128 reviews)", 4.9, 128),
    ("4.9 out of 5 stars128 reviews", 4.9, 128),
    ("★★★★★ 4.9 stars (128)", 4.9, 128),
]

EXPECTED_RATINGS = [
    ("4.9", 4.9, None),
    ("4.9 (123)", 4.9, 123),
    ("★★★★★ 4.9 (128)", 4.9, 128),
    ("★4.9 (128 reviews)", 4.9, 128),
    ("٤٫٩ (١٢)", 4.9, 12),
    ("1.2k reviews", None, 1200),
    ("(128 reviews)", None, 128),
    ("Reviews: 128", None, 128),
    ("5 stars", 5.0, None),
    ("4.9 (128 Google reviews)", 4.9, 128),
    ("4.9 · 128 verified patient reviews", 4.9, 128),
    ("Rating: 4.9 · Reviews: 128", 4.9, 128),
    ("97% worth it · 128 reviews", None, 128),
    ("· 4.9 | 1.2k reviews | 12 photos ·", 4.9, 1200),
]
"""Lines that are ratings where one is expected, as below a name, and nowhere else."""

NO_RATINGS = [
    "28 reviews",
    "5 stars",
    "4.3",
    "4.3 out of 5 patients agree",
    "5 out of 5 people",
    "12 / 31",
    "★ is a star",
    "4.9 · Ask your surgeon",
    "5 stars" + " " * 200 + "x",
]


@pytest.mark.parametrize(("line", "rating", "reviews"), RATINGS)
def test_a_rating_line(line: str, rating: float | None, reviews: int | None) -> None:
    assert values_of(rating_fields(line, 3) or NO_FIELDS) == {
        name: value for name, value in (("rating", rating), ("reviews", reviews)) if value is not None
    }


@pytest.mark.parametrize(("line", "rating", "reviews"), EXPECTED_RATINGS)
def test_numbers_alone_where_a_rating_is_expected(line: str, rating: float | None, reviews: int | None) -> None:
    assert rating_fields(line, 0) is None
    assert values_of(rating_fields(line, 3, is_expected=True) or NO_FIELDS) == {
        name: value for name, value in (("rating", rating), ("reviews", reviews)) if value is not None
    }


@pytest.mark.parametrize("line", NO_RATINGS)
def test_what_is_no_rating_line(line: str) -> None:
    assert rating_fields(line, 0) is None


@pytest.mark.parametrize(
    "line", ["7 out of 10 patients", "4.3 weeks", "1.23.456 reviews", "6 stars of the team", "2019", "4 " * 90]
)
def test_other_numbers_are_no_rating(line: str) -> None:
    assert rating_fields(line, 0, is_expected=True) is None


def test_both_values_know_their_places() -> None:
    fields = rating_fields("4.3 out of 5 stars 28 reviews", 100)
    assert fields is not None
    assert fields.rating is not None
    assert fields.reviews is not None
    assert (fields.rating.start, fields.reviews.start) == (100, 119)


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("Leeds Dermatologist 4.9 out of 5 stars 3 reviews", 20),
        ("Leeds, 5 out of 5 stars", 7),
        ("4.9 out of 5 stars 3 reviews", None),
        ("Four out of 5 patients", None),
    ],
)
def test_stars_behind_other_words_are_found(line: str, at: int | None) -> None:
    assert stars_behind(line) == at
