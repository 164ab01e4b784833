"""A byline among lines directly below one another: which of them it takes, and what stands between its parts."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.people.byline_block import Block, Byline, read_block, read_specialty_first
from extractor.readers.people.fields import NO_FIELDS, values_of


def block_of(text: str) -> Block:
    return tuple((line.text, line.start) for line in split_lines(text))


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Rest a while, it heals.", None),
        ("Northside Skin Clinic", "Jane Roe"),
        ("Northside Skin Clinic\nSince the early days", "Jane Roe"),
    ],
)
def test_what_stands_between_a_name_and_its_place_is_no_text(between: str, name: str | None) -> None:
    block = block_of(f"Jane Roe, MD\n{between}\nBoston Plastic Surgeon\n4.9 out of 5 stars")
    found = read_block(block, len(block) - 2)
    assert found is not None
    assert (values_of(found.fields).get("name"), found.last) == (name, len(block) - 1)


def test_a_line_that_stands_in_no_field_is_unread_unless_it_says_nothing() -> None:
    found = read_block(block_of("Ada Rowe, MD\nVerified Doctor\n+1 555 0100\nLeeds Plastic Surgeon\n···"), 3)
    assert found is not None
    assert (found.first, found.last, found.unread) == (0, 4, (2,))


def test_places_are_counted_from_the_first_line_that_is_taken() -> None:
    text = "It heals well this way.\nAda Rowe, MD\nLeeds Plastic Surgeon"
    found = read_block(block_of(text), 2)
    assert found is not None
    assert found.fields.location is not None
    assert (found.first, found.fields.location.start) == (1, text.index("Leeds") - text.index("Ada"))


@pytest.mark.parametrize("place", ["Plastic Surgeon, Leeds", "leeds plastic surgeon", "Leeds Plastic Surgeon"])
def test_below_a_sure_name_a_place_is_read_in_any_case_and_order(place: str) -> None:
    found = read_block(block_of(f"Ada Rowe, MD\n{place}"), 1)
    assert found is not None
    assert str(values_of(found.fields)["location"]).casefold() == "leeds"


def test_below_a_likely_name_the_specialty_comes_first() -> None:
    block = block_of("Jane Roe\nDermatologist in Boston")
    assert read_block(block, 1) is None
    found = read_specialty_first(block, 1)
    assert isinstance(found, Byline)
    assert values_of(found.fields) == {"name": "Jane Roe", "specialty": "Dermatologist", "location": "Boston"}
    assert read_specialty_first(block_of("Rest\nDermatologist in Boston"), 1) is None


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "— Dr. Jane Rowe, Dermatologist, Leeds",
            {"name": "Jane Rowe", "specialty": "Dermatologist", "location": "Leeds"},
        ),
        (
            "—Dr. Jane Rowe, Dermatologist, Leeds",
            {"name": "Jane Rowe", "specialty": "Dermatologist", "location": "Leeds"},
        ),
        ("4.9 out of 5 stars 3 reviews", {"rating": 4.9, "reviews": 3}),
        ("Dermatologist", None),
        ("Rest a while", None),
    ],
)
def test_a_line_alone_is_a_byline_with_name_place_or_rating(line: str, wanted: dict[str, object] | None) -> None:
    found = read_block(block_of(line), 0)
    assert (found and values_of(found.fields or NO_FIELDS)) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Ada Rowe, MD, Leeds Dermatologist, 4.9 out of 5 stars 3 reviews",
        "Ada Rowe, MD Leeds Dermatologist 4.9 out of 5 stars 3 reviews",
        "Ada Rowe, MD · Leeds Dermatologist · 4.9 out of 5 stars 3 reviews",
    ],
)
def test_the_stars_may_stand_on_the_line_of_the_name(line: str) -> None:
    found = read_block(block_of(line), 0)
    assert found is not None
    assert values_of(found.fields) == {
        "name": "Ada Rowe",
        "credentials": ("MD",),
        "specialty": "Dermatologist",
        "location": "Leeds",
        "rating": 4.9,
        "reviews": 3,
    }


@pytest.mark.parametrize(
    ("below", "last", "unread"),
    [
        ("Some words of its own\n4.9 out of 5 stars 3 reviews", 3, (2,)),
        ("Some words of its own\n4.9 out of 5", 1, ()),
        ("It heals by itself.\n4.9 out of 5 stars 3 reviews", 1, ()),
    ],
)
def test_one_short_line_may_stand_above_the_stars(below: str, last: int, unread: tuple[int, ...]) -> None:
    found = read_block(block_of(f"Ada Rowe, MD\nLeeds Dermatologist\n{below}"), 1)
    assert found is not None
    assert (found.last, found.unread) == (last, unread)


def test_the_place_may_stand_below_the_specialty_of_a_nameless_byline_with_stars() -> None:
    found = read_block(block_of("Dermatologist\nLeeds\n4.9 out of 5 stars 3 reviews"), 0)
    assert found is not None
    assert values_of(found.fields)["location"] == "Leeds"
    assert read_block(block_of("Dermatologist\nLeeds\nIt heals."), 0) is None


WHOLE = {"name": "Ada Rowe", "credentials": ("MD",), "location": "Leeds", "specialty": "Dermatologist", "rating": 4.9}


@pytest.mark.parametrize(
    "lines",
    [
        ("4.9 out of 5 stars", "Ada Rowe, MD", "Leeds Dermatologist"),
        ("Leeds Dermatologist", "Ada Rowe, MD", "4.9 out of 5 stars"),
        ("Leeds Dermatologist", "4.9 out of 5 stars", "Ada Rowe, MD"),
        ("Ada Rowe", "Ada Rowe, MD", "Leeds Dermatologist", "4.9 out of 5 stars"),
        ("Ada Rowe, MD", "Leeds Dermatologist", "4.9 out of 5 stars", "4.9 out of 5 stars"),
    ],
)
def test_the_lines_of_a_byline_stand_in_any_order_and_twice(lines: tuple[str, ...]) -> None:
    block = block_of("\n".join(lines))
    found = next(filter(None, (read_block(block, index) for index, line in enumerate(lines) if "Ada" not in line)))
    assert values_of(found.fields) == WHOLE
    assert (found.first, found.last, found.unread) == (0, len(lines) - 1, ())


def test_other_stars_are_taken_but_not_read_and_the_next_name_is_left() -> None:
    found = read_block(block_of("Leeds Dermatologist\n4.9 out of 5 stars\n3.9 out of 5 stars\n"), 0)
    assert found is not None
    assert (found.last, found.unread) == (2, (2,))
    found = read_block(block_of("Leeds Dermatologist\nAda Rowe, MD\nBoston Plastic Surgeon"), 0)
    assert found is not None
    assert found.last == 0


def test_signs_in_front_of_stars_are_no_line_of_their_own() -> None:
    found = read_block(block_of("· 4.9 out of 5 stars"), 0)
    assert found is not None
    assert values_of(found.fields) == {"rating": 4.9}


@pytest.mark.parametrize(
    "line",
    [
        "Ada Rowe, MD ✓ Verified",
        "⭐ Ada Rowe, MD ⭐",
        "Ada Rowe, MD:",
        "Ada Rowe, MD ☑ verified expert",
        "→ *Ada Rowe, MD*",
        "<b>Ada Rowe, MD</b>",
    ],
)
def test_what_is_drawn_around_a_name_is_no_part_of_it(line: str) -> None:
    found = read_block(block_of(f"{line}\nLeeds Dermatologist"), 1)
    assert found is not None
    assert found.fields.name is not None
    assert line[found.fields.name.start : found.fields.name.end] == "Ada Rowe"
    assert found.first == 0


@pytest.mark.parametrize(
    "lines",
    [
        "Name: Ada Rowe, MD\nSpecialty: Dermatologist\nLocation: Leeds\nRating: 4.9\nReviews: 3",
        "Answer by Ada Rowe，MD\nLeeds Dermatologist\n4.9\n(3)",
        "Ada Rowe, MD\nLeeds, CO\nDermatologist\n4.9 (3)",
        "Ada (Bo Lee) Rowe, MD\nLeeds Dermatologist\n4.9 (3)",
    ],
)
def test_labels_and_signs_of_other_writing_are_no_part_of_values(lines: str) -> None:
    block = block_of(lines)
    found = next(filter(None, (read_block(block, index) for index, line in enumerate(block) if "Derm" in line[0])))
    values = values_of(found.fields)
    assert (found.first, found.last, found.unread) == (0, len(block) - 1, ())
    assert (values["name"], values["credentials"]) == ("Ada (Bo Lee) Rowe" if "Bo" in lines else "Ada Rowe", ("MD",))
    assert (values["specialty"], str(values["location"])[:5]) == ("Dermatologist", "Leeds")
    assert (values["rating"], values["reviews"]) == (4.9, 3)
