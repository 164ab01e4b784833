"""Who wrote a post: what its regions say of the doctor, and ratings that are there and were not understood."""

from typing import Any

import pytest

from extractor.layout import Part
from extractor.layout.html import UNCLEAR
from extractor.readers.html.posts.regions.doctors import doctor_of, unread_ratings
from extractor.readers.html.posts.regions.marked import MarkedPost
from extractor.readers.html.posts.regions.values import Values
from extractor.readers.html.rendering.rendered import Region, Rendered
from extractor.records import Answer
from tests.readers.html.posts.pages import marked

A, B, S, L = Part.AUTHOR, Part.BYLINE, Part.SPECIALTY, Part.LOCATION


def _page(*regions: tuple[Part, str]) -> tuple[Values, MarkedPost]:
    """A post whose regions are these texts, one below the other."""
    page = Rendered("\n".join(text for _, text in regions), url="https://board.example/t/1")
    made, at = [], 0
    for part, text in regions:
        made.append(Region(part, at, at + len(text)))
        at += len(text) + 1
    return Values(page), marked(*made)


def _told(*regions: tuple[Part, str]) -> dict[str, Any]:
    """What is told of the doctor, without what is empty."""
    doctor = doctor_of(*_page(*regions), "/doctor")
    return {name: value for name, value in doctor.model_dump().items() if value not in (None, ())} if doctor else {}


@pytest.mark.parametrize(
    ("regions", "told"),
    [
        ([(A, "Ann Lee")], {"name": "Ann Lee"}),
        ([(A, "Dr. Ann Lee, MD")], {"name": "Ann Lee", "credentials": ("MD",)}),
        ([(A, "Ann"), (Part.NAME_PART, "Lee"), (Part.NAME_PART, "Ann")], {"name": "Ann Lee"}),
        ([(A, "Ann Lee"), (A, "Bob Roy")], {"name": "Ann Lee"}),
        ([(Part.MEMBER, "Dr Tamsin77")], {"name": "Dr Tamsin77"}),
        ([(Part.MEMBER, "Tamsin, MD")], {"name": "Tamsin, MD"}),
        ([(Part.MEMBER, "Tamsin Rowe, MD")], {"name": "Tamsin Rowe", "credentials": ("MD",)}),
        ([(Part.MEMBER, "Tamsin Rowe, gone fishing")], {"name": "Tamsin Rowe, gone fishing"}),
        ([(B, "Ann Lee, MD"), (B, "Dermatologist"), (B, "Leeds")], {"name": "Ann Lee", "credentials": ("MD",), "specialty": "Dermatologist"}),
        ([(B, "Bob Roy, DO"), (A, "Ann Lee, MD")], {"name": "Ann Lee", "credentials": ("MD",)}),
        ([(B, "Bob Roy, DO"), (A, "Ann Lee")], {"name": "Ann Lee", "credentials": ("DO",)}),
        ([(A, "Ann Lee, Healer, Leeds")], {"name": "Ann Lee", "specialty": "Healer", "location": "Leeds"}),
        ([(B, "Dr. Ann Lee, MD:")], {"name": "Ann Lee", "credentials": ("MD",)}),
        ([(A, "ann_of_leeds")], {"name": "ann_of_leeds"}),
    ],
)  # fmt: skip
def test_a_name_is_that_of_its_own_element_with_what_stands_beside_it(
    regions: list[tuple[Part, str]], told: dict[str, Any]
) -> None:
    assert _told(*regions) == told


@pytest.mark.parametrize(
    ("regions", "told"),
    [
        ([(S, "Dermatologist")], {"specialty": "Dermatologist"}),
        ([(S, "Dermatologist in Leeds")], {"specialty": "Dermatologist", "location": "Leeds"}),
        ([(S, "Healer of feet")], {"specialty": "Healer of feet"}),
        ([(B, "Ann Lee, MD, Surgeon in York"), (S, "Dermatologist")], {"name": "Ann Lee", "credentials": ("MD",), "specialty": "Dermatologist", "location": "York"}),
        ([(L, "Leeds")], {"location": "Leeds"}),
        ([(L, "Dermatologist in Leeds")], {"specialty": "Dermatologist", "location": "Leeds"}),
        ([(L, "Boise"), (Part.PLACE_PART, "ID"), (Part.PLACE_PART, "ID")], {"location": "Boise, ID"}),
        ([(A, "Ann Lee, MD"), (B, "Dermatologist\nNew York")], {"name": "Ann Lee", "credentials": ("MD",), "specialty": "Dermatologist", "location": "New York"}),
        ([(S, "Surgeon in York"), (L, "Leeds")], {"specialty": "Surgeon", "location": "York"}),
    ],
)  # fmt: skip
def test_specialty_and_place_are_told_apart_in_either_element(
    regions: list[tuple[Part, str]], told: dict[str, Any]
) -> None:
    assert _told(*regions) == told


@pytest.mark.parametrize(
    ("regions", "told"),
    [
        ([(Part.RATING, "4.5")], {"rating": 4.5}),
        ([(Part.RATING, "8"), (Part.BEST_RATING, "10")], {"rating": 4.0}),
        ([(Part.RATING, "4.5 out of 5 (12 reviews)")], {"rating": 4.5, "reviews": 12}),
        ([(Part.RATING, "4.5"), (Part.REVIEWS, "12 reviews")], {"rating": 4.5, "reviews": 12}),
        ([(Part.RATING, "0"), (Part.REVIEWS, "0")], {}),
        ([(Part.REVIEWS, "12")], {"reviews": 12}),
        ([(Part.RATING, "8")], {}),
        ([(A, "Ann Lee"), (Part.REVIEWS, "-3")], {"name": "Ann Lee"}),
    ],
)
def test_a_rating_of_nothing_is_none(regions: list[tuple[Part, str]], told: dict[str, Any]) -> None:
    assert _told(*regions) == told


def test_nobody_is_told_of_by_a_post_that_names_nobody() -> None:
    assert doctor_of(*_page((Part.BODY, "Ann Lee, MD")), "/doctor") is None
    assert _told((Part.AUTHOR_URL, "/dr/ann")) == {"url": "https://board.example/dr/ann"}
    assert _told((Part.ROLE, "Moderator")) == {"role": "Moderator"}


def test_each_value_stands_where_the_spans_say() -> None:
    values, post = _page(
        (A, "Dr. Ann Lee, MD"), (S, "Dermatologist in Leeds"), (Part.RATING, "4.5"), (Part.ROLE, "Guest")
    )
    assert doctor_of(values, post, "/answers/0/doctor") is not None
    told = {pointer: [values.text[start:end] for start, end in places] for pointer, places in values.spans.items()}
    assert told == {
        "/answers/0/doctor/name": ["Ann Lee"],
        "/answers/0/doctor/credentials": ["MD"],
        "/answers/0/doctor/specialty": ["Dermatologist"],
        "/answers/0/doctor/location": ["Leeds"],
        "/answers/0/doctor/rating": ["4.5"],
        "/answers/0/doctor/role": ["Guest"],
    }


@pytest.mark.parametrize(
    ("regions", "unread"),
    [
        ([(Part.RATING, "4.5"), (Part.REVIEWS, "12")], []),
        ([(Part.RATING, "87")], ["rating"]),
        ([(Part.RATING, "4.5"), (Part.REVIEWS, "9 of 12")], ["reviews"]),
        ([(Part.RATING, UNCLEAR)], ["rating"]),
        ([(Part.RATING, "0"), (Part.REVIEWS, "0")], []),
        ([(Part.RATING, "not yet rated")], []),
        ([(Part.RATING, "7"), (Part.REVIEWS, "9 of 12")], ["rating", "reviews"]),
    ],
)
def test_a_number_that_was_not_understood_is_told(regions: list[tuple[Part, str]], unread: list[str]) -> None:
    values, post = _page(*regions)
    answers = [Answer(position=3, body="So.", doctor=doctor_of(values, post, "/doctor"))]
    warnings = list(unread_ratings(values, [post], answers))
    assert [name for one in warnings for name in ("rating", "reviews") if name in one.message] == unread
    assert all(one.answer == 3 for one in warnings)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "MUDr. Klára Jedličková, rehabilitační lékařka",
            {"name": "Klára Jedličková", "specialty": "rehabilitační lékařka"},
        ),
        ("Klára Jedličková, lékařka", {"name": "Klára Jedličková, lékařka"}),
        ("MUDr. Klára Jedličková, Kafka", {"name": "MUDr. Klára Jedličková, Kafka"}),
    ],
    ids=["a title and an office", "no title", "no office"],
)
def test_an_office_in_words_that_are_not_known_stands_behind_a_title_and_a_name(
    line: str, told: dict[str, Any]
) -> None:
    assert _told((Part.AUTHOR, line)) == told
