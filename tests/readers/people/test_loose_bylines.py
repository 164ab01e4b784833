"""Bylines as elements hold them: any order, labels before them, badges behind them."""

import pytest

from extractor.readers.people.fields import NO_FIELDS, places_of, values_of
from extractor.readers.people.loose_bylines import byline_fields, is_byline, line_fields, short_rating_fields
from extractor.readers.people.places import work_fields

ANN = {"name": "Ann Lee", "credentials": ("MD",), "specialty": "Dermatologist", "location": "Leeds"}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, MD\nDermatologist\nLeeds",
        "Dermatologist in Leeds\nAnn Lee, MD",
        "Answered by Ann Lee, MD, Dermatologist, Leeds",
        "Ann Lee, MD (Dermatologist)\nLeeds",
    ],
)
def test_the_parts_may_stand_in_any_order(text: str) -> None:
    fields = byline_fields(text, 50)
    assert values_of(fields) == ANN
    for name, ((start, end), *_) in places_of(fields):
        value = ANN[name]
        assert text[start - 50 : end - 50] == (value[0] if isinstance(value, tuple) else value)


def test_a_label_and_a_badge_are_no_part_of_a_name() -> None:
    fields = line_fields("by Ann Lee, MD ✓ Verified doctor", 0)
    assert values_of(fields or NO_FIELDS) == {"name": "Ann Lee", "credentials": ("MD",)}


def test_in_brackets_stands_a_note_unless_it_is_a_specialty() -> None:
    noted = values_of(line_fields("Ann Lee, MD (retired)", 0) or NO_FIELDS)
    assert noted == {"name": "Ann Lee", "credentials": ("MD",), "note": "retired"}


@pytest.mark.parametrize(("text", "is_one"), [("Dr. Ann Lee", True), ("Ann Lee, MD", True), ("Ann Lee", False)])
def test_a_name_is_surely_a_byline_with_a_title_or_credentials(text: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_byline(text) is is_one


def test_numbers_alone_are_a_rating_only_if_both_are_there() -> None:
    assert values_of(short_rating_fields("4.9 (203)", 0) or NO_FIELDS) == {"rating": 4.9, "reviews": 203}
    assert short_rating_fields("4.9", 0) is None
    assert work_fields("Leeds", 0) is None


def test_a_rating_below_a_byline_is_part_of_it_and_a_number_alone_is_no_rating() -> None:
    assert values_of(byline_fields("Ann Lee, MD\nDermatologist\nLeeds\n4.9 (12)", 0)) == ANN | {
        "rating": 4.9,
        "reviews": 12,
    }
    assert short_rating_fields("1,004", 0) is None


def test_white_space_and_words_before_a_name_change_nothing() -> None:
    assert line_fields("by Ann Lee, MD, Leeds", 0) == line_fields("   Ann Lee, MD, Leeds", 0)


@pytest.mark.parametrize(
    ("text", "work", "place"),
    [
        ("Chirurgien viscéral à Limoges", "Chirurgien viscéral", "Limoges"),
        ("Ortopeda w Kielcach", "Ortopeda", "Kielcach"),
        ("Oncologo a Cremona", "Oncologo", "Cremona"),
        ("huisarts te Zwolle", "huisarts", "Zwolle"),
    ],
)
def test_small_words_of_several_languages_stand_between_work_and_place(text: str, work: str, place: str) -> None:
    assert values_of(work_fields(text, 0) or NO_FIELDS) == {"specialty": work, "location": place}


def test_a_town_with_the_letters_of_a_state_below_a_known_name_is_no_name_with_a_degree() -> None:
    lines = "Dentist\nFargo, ND"
    assert values_of(byline_fields(lines, 0, is_named=True)) == {"specialty": "Dentist", "location": "Fargo, ND"}
    assert values_of(byline_fields(lines, 0))["name"] == "Fargo"
