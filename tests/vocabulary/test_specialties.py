"""A line that begins or ends with a specialty is told, whatever stands beside it."""

import pytest

from extractor.vocabulary.specialties import (
    begins_like_specialty,
    ends_like_specialty,
    is_specialty,
    specialty_start,
)


@pytest.mark.parametrize(
    ("line", "specialty"),
    [
        ("Seattle Facial Plastic Surgeon", "Facial Plastic Surgeon"),
        ("Board Certified Dermatologist", "Board Certified Dermatologist"),
        ("São Paulo Cirurgião-Plástico", "Cirurgião-Plástico"),
        ("Seattle", None),
    ],
)
def test_a_specialty_takes_its_qualifiers_along_and_no_place(line: str, specialty: str | None) -> None:
    start = specialty_start(line)
    assert (None if start is None else line[start:]) == specialty


@pytest.mark.parametrize(
    ("line", "ends", "begins", "whole"),
    [
        ("Dental Implant Dentist", True, True, False),
        ("Cirurgião-Plástico", True, True, True),
        ("Dermatologist in Boise", False, True, False),
        ("my dentist", True, False, False),
        ("Seattle", False, False, False),
    ],
)
def test_a_quick_look_lets_every_specialty_through(line: str, ends: bool, begins: bool, whole: bool) -> None:  # noqa: FBT001 - a row of the table
    assert (ends_like_specialty(line), begins_like_specialty(line), is_specialty(line)) == (ends, begins, whole)
