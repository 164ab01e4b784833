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


@pytest.mark.parametrize(
    ("text", "is_one"), [("内分泌科", True), ("请问挂什么科", False), ("普外科医生", False), ("科", False)]
)
def test_departments_of_chinese_hospitals_are_specialties(text: str, is_one: bool) -> None:  # noqa: FBT001 - a row of the table
    assert (is_specialty(text), specialty_start(text) == 0) == (is_one, is_one)


@pytest.mark.parametrize(
    "line", ["İç Hastalıkları", "Καρδιολόγος", "جراحة العظام", "Dokter Penyakit Dalam", "Longarts", "Gastroenterologin"]
)
def test_specialties_of_other_languages_are_known(line: str) -> None:
    assert is_specialty(line)
