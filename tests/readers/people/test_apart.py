"""Bylines whose lines stand in paragraphs of their own: what belongs together, and what may be a signature."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.people.apart import joined_apart
from extractor.readers.people.bylines import find_bylines
from extractor.readers.people.fields import places_of, values_of

TEXT = "It heals by itself.\n\n"
APART = "Ada Rowe, MD\n\nLeeds Dermatologist\n\n4.9 out of 5 stars 3 reviews\n\n"
STARLESS = "Ada Rowe, MD\n\nLeeds Dermatologist\n\n"
SIGNED = "Ada Rowe, MD\n\nLeeds Dermatologist\n4.9 out of 5 stars 3 reviews\n\n"
WHOLE = "Ada Rowe, MD\nLeeds Dermatologist\n4.9 out of 5 stars 3 reviews\n\n"
NAMELESS = "Leeds Dermatologist\n\n4.9 out of 5 stars 3 reviews\n\n"


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        (2 * (TEXT + APART), [["credentials", "location", "name", "rating", "reviews", "specialty"]] * 2),
        (2 * (TEXT + STARLESS), [["credentials", "location", "name", "specialty"]] * 2),
        (TEXT + APART, [["credentials", "location", "name", "rating", "reviews", "specialty"]]),
        (TEXT + STARLESS, [["location", "specialty"]]),
        (2 * (TEXT + SIGNED), [["location", "rating", "reviews", "specialty"]] * 2),
        (
            TEXT + APART + TEXT + "Leeds Dermatologist\n4.9 out of 5 stars 3 reviews",
            [
                ["credentials", "location", "name", "rating", "reviews", "specialty"],
                ["location", "rating", "reviews", "specialty"],
            ],
        ),
        (2 * (TEXT + NAMELESS), [["location", "rating", "reviews", "specialty"]] * 2),
    ],
)
def test_parts_behind_a_blank_line_belong_to_the_byline(page: str, fields: list[list[str]]) -> None:
    lines = split_lines(page)
    found = joined_apart(find_bylines(lines), lines)
    assert [sorted(values_of(byline.fields)) for byline in found] == fields
    for byline in found:
        for name, places in places_of(byline.fields):
            start = lines[byline.first].start
            assert name != "name" or [page[start + begin : start + end] for begin, end in places] == ["Ada Rowe"]


def test_where_one_byline_is_whole_names_apart_are_signatures() -> None:
    lines = split_lines(2 * (TEXT + STARLESS) + TEXT + WHOLE)
    assert [bool(byline.fields.name) for byline in joined_apart(find_bylines(lines), lines)] == [False, False, True]
