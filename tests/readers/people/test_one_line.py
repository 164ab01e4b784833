"""Bylines on one line: between separators, or in brackets behind a text."""

import pytest

from extractor.readers.people.fields import places_of, values_of
from extractor.readers.people.one_line import bracket_fields, glued_fields, one_line_fields
from extractor.readers.people.pieces import MAX_BYLINE_LINE


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "Jane Rowe, MD - Dermatologist - 12 years experience - Waco, TX - 31 reviews - March 3, 2019",
            {
                "name": "Jane Rowe",
                "credentials": ("MD",),
                "specialty": "Dermatologist",
                "location": "Waco, TX",
                "reviews": 31,
            },
        ),
        (
            "Jane Rowe (MD) [Dermatologist] [Waco, Texas]",
            {
                "name": "Jane Rowe",
                "credentials": ("MD",),
                "specialty": "Dermatologist",
                "location": "Waco, Texas",
            },
        ),
        (
            "Jane (Janey) Rowe, MD (Dermatologist), Waco",
            {
                "name": "Jane (Janey) Rowe",
                "credentials": ("MD",),
                "specialty": "Dermatologist",
                "location": "Waco",
            },
        ),
        (
            "Jane Rowe, MD | 31 reviews | 8 photos",
            {"name": "Jane Rowe", "credentials": ("MD",), "reviews": 31},
        ),
        (
            "Dr. Jane Rowe, MD, Dermatologist, Leeds",
            {"name": "Jane Rowe", "credentials": ("MD",), "specialty": "Dermatologist", "location": "Leeds"},
        ),
        (
            "Jane Rowe, MD (retired), Boston Plastic Surgeon",
            {
                "name": "Jane Rowe",
                "credentials": ("MD",),
                "note": "retired",
                "specialty": "Plastic Surgeon",
                "location": "Boston",
            },
        ),
        (
            "Jane Rowe, MD, FACS, Boston Plastic Surgeon",
            {
                "name": "Jane Rowe",
                "credentials": ("MD", "FACS"),
                "specialty": "Plastic Surgeon",
                "location": "Boston",
            },
        ),
        (
            "Jane Rowe, MD - Dermatologist, Mohs Surgeon - Leeds",
            {
                "name": "Jane Rowe",
                "credentials": ("MD",),
                "specialty": "Dermatologist, Mohs Surgeon",
                "location": "Leeds",
            },
        ),
        (
            "Jane Rowe, MD, Dermatologist, Leeds, United Kingdom",
            {
                "name": "Jane Rowe",
                "credentials": ("MD",),
                "specialty": "Dermatologist",
                "location": "Leeds, United Kingdom",
            },
        ),
        ("Dr. Ada Rowe Dermatologist", {"name": "Ada Rowe", "specialty": "Dermatologist"}),
        ("Dr. Ada Rowe, dermatologist", {"name": "Ada Rowe", "specialty": "dermatologist"}),
        (
            "Jane Rowe, MD, family physician, Leeds",
            {"name": "Jane Rowe", "credentials": ("MD",), "specialty": "family physician", "location": "Leeds"},
        ),
        ("Dr. Ada Rowe, author", None),
        ("Dr. Rowe Dermatologist", None),
        ("Jane Rowe, MD, Dermatologist, I think so", None),
        ("Jane Rowe, Dermatologist", None),
        ("Jane Rowe, MD", None),
        ("Jane Rowe, MD, Leeds", None),
    ],
)
def test_a_byline_on_one_line_names_a_person_and_a_specialty(line: str, wanted: dict[str, object] | None) -> None:
    fields = one_line_fields(line, 100)
    assert (fields and values_of(fields)) == wanted
    if fields:
        told = values_of(fields)
        texts = {
            name: tuple(line[start - 100 : end - 100] for start, end in places) for name, places in places_of(fields)
        }
        printed = {name: value if isinstance(value, tuple) else str(value) for name, value in told.items()}
        assert {name: found if isinstance(told[name], tuple) else found[0] for name, found in texts.items()} == printed


def test_a_byline_in_brackets_ends_a_line() -> None:
    line = "It is normal (really). (Jane Rowe, MD, Leeds Dermatologist)"
    found = bracket_fields(line)
    assert found is not None
    assert line[found[0] :] == "(Jane Rowe, MD, Leeds Dermatologist)"
    assert values_of(found[1])["location"] == "Leeds"
    texts = {name: line[found[0] :][start:end] for name, ((start, end), *_) in places_of(found[1])}
    assert texts == {"name": "Jane Rowe", "credentials": "MD", "specialty": "Dermatologist", "location": "Leeds"}


@pytest.mark.parametrize("line", ["It is (normal)", "(" * 500 + ")", "(" + "a" * 5000 + "[)", "Fine.)"])
def test_other_brackets_are_text(line: str) -> None:
    assert bracket_fields(line) is None


@pytest.mark.parametrize("end", ["", "."])
def test_a_byline_in_brackets_is_as_long_as_any(end: str) -> None:
    rest = "ne Rowe, MD, Dermatologist, Mohs Surgeon, Leeds"
    inside = "J" + "a" * (MAX_BYLINE_LINE - len(rest) - 1) + rest
    found = bracket_fields(f"It is normal. ({inside}){end}")
    assert found is not None
    assert found[0] == len("It is normal. ")


@pytest.mark.parametrize(
    ("line", "location"),
    [
        ("Jane Rowe, MD Leeds Dermatologist", "Leeds"),
        ("Jane Rowe, MD, FACS Salt Lake City Plastic Surgeon", "Salt Lake City"),
        ("Jane Rowe, MD Dermatologist", None),
        ("Jane Rowe, MD", ""),
        ("Jane Rowe, Leeds Dermatologist", ""),
        ("See your surgeon, MD or not, soon", ""),
    ],
)
def test_a_name_with_degrees_may_be_glued_to_the_place(line: str, location: str | None) -> None:
    fields = glued_fields(line, 0)
    assert (values_of(fields).get("location") if fields else "") == location
    assert fields is None or (values_of(fields)["name"], fields.credentials[0].value) == ("Jane Rowe", "MD")
