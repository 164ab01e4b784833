"""What the groups of a mark say of the doctor."""

import pytest

from extractor.readers.people.fields import places_of, values_of
from extractor.readers.text.marked_bylines import group_fields

LINE = "Fine. By Ann Lee, MD, Leeds Dermatologist | DDS | 9 / 10 | 1,204 reviews"
PARTS = {
    "byline": "Ann Lee, MD, Leeds Dermatologist",
    "credentials": "DDS",
    "rating": "9 / 10",
    "reviews": "1,204 reviews",
}


def spans(**parts: str) -> dict[str, tuple[int, int]]:
    return {name: (LINE.index(part), LINE.index(part) + len(part)) for name, part in parts.items()}


def test_a_group_of_its_own_counts_for_more_than_the_line_it_stands_in() -> None:
    base = LINE.index("By")
    fields = group_fields(spans(**PARTS), LINE, base)
    assert values_of(fields) == {
        "name": "Ann Lee", "credentials": ("DDS",), "specialty": "Dermatologist", "location": "Leeds",
        "rating": 4.5, "reviews": 1204,
    }  # fmt: skip
    texts = {name: LINE[base + start : base + end] for name, ((start, end), *_) in places_of(fields)}
    assert texts == {
        "name": "Ann Lee", "credentials": "DDS", "specialty": "Dermatologist", "location": "Leeds",
        "rating": "9 / 10", "reviews": "1,204 reviews",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Ann Lee, MD", {"name": "Ann Lee", "credentials": ("MD",)}),
        ("skin4u", {"name": "skin4u"}),
        ("Dr. Ann Lee, neurologist at a clinic in Leeds", {"name": "Ann Lee", "specialty": "neurologist"}),
        ("Dermatologist", {"specialty": "Dermatologist"}),
        ("Dr Tamsin77", {"name": "Dr Tamsin77"}),
        ("Ann Lee, Dermatologist, since 2004", {"name": "Ann Lee", "specialty": "Dermatologist"}),
        ("Dr. Ada Rowe, MD, Tampa, FL 33602", {"name": "Ada Rowe", "credentials": ("MD",)}),
    ],
)
def test_what_is_shaped_like_no_byline_is_the_name(name: str, wanted: dict[str, object]) -> None:
    assert values_of(group_fields({"name": (0, len(name))}, name, 0)) == wanted


def test_a_number_that_says_nothing_is_left_out() -> None:
    assert values_of(group_fields({"rating": (0, 3), "name": (4, 11)}, "n/a Ann Lee", 0)) == {"name": "Ann Lee"}
