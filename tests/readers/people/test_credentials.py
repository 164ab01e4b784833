"""Credentials behind a name: one or several, by commas, side by side, in brackets, known or not."""

import pytest

from extractor.readers.people.credentials import all_credentials, credentials_in, listed_credentials, unknown_credential


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("MD", ["MD"]),
        ("md", ["md"]),
        ("MD FACS", ["MD", "FACS"]),
        ("MD, FACS.", ["MD", "FACS"]),
        ("MD & PhD", ["MD", "PhD"]),
        ("MD/PhD", ["MD", "PhD"]),
        ("MD/Leeds", []),
        ("MBBS (MS)", ["MBBS", "MS"]),
        ("M.D. | F.A.C.S.", ["M.D.", "F.A.C.S."]),
        ("MBBS (retired)", []),
        ("MD Leeds", []),
        ("Leeds", []),
    ],
)
def test_a_part_that_is_all_credentials(text: str, values: list[str]) -> None:
    found = all_credentials((text, 7, 7 + len(text)))
    assert [one.value for one in found] == values
    assert all(text[one.start - 7 : one.end - 7] == one.value for one in found)


def test_brackets_are_left_to_all_credentials() -> None:
    assert listed_credentials(("MBBS (MS)", 0, 9)) == []


def test_of_a_text_that_holds_nothing_else_any_part_is_a_credential() -> None:
    assert [one.value for one in credentials_in("MD FACS, Reg. 12", 0)] == ["MD", "FACS", "Reg. 12"]


@pytest.mark.parametrize(("part", "is_one"), [("QXZW", True), ("USA", False), ("QX", False), ("Qxzw", False)])
def test_some_capitals_are_a_credential_that_is_in_no_list(part: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert bool(unknown_credential((part, 0, len(part)))) is is_one
