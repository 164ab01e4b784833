"""Bylines: where they are found among the lines of a page, and which lines they take."""

from collections.abc import Sequence
from itertools import product

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.people.byline_block import Byline
from extractor.readers.people.bylines import find_bylines
from extractor.readers.people.fields import NO_FIELDS, BylineFields, places_of, values_of
from extractor.readers.people.pieces import MAX_BYLINE_LINE

STACK = """Some body text, that ends here.

Laura E. Penn, MD (in memoriam)
Boca Raton Dermatologic Surgeon
4.3 out of 5 stars 28 reviews

Boston Plastic Surgeon
5.0 out of 5 stars 3 reviews

4.1 out of 5 stars

Jane Rowe, MD, Plastic Surgeon
San Diego

Dermatologist

Jane Rowe, MD
"""


def test_stacked_bylines_are_put_together() -> None:
    lines = split_lines(STACK)
    found = find_bylines(lines)
    assert [(byline.first, byline.last, sorted(values(byline.fields))) for byline in found] == [
        (1, 3, ["credentials", "location", "name", "note", "rating", "reviews", "specialty"]),
        (4, 5, ["location", "rating", "reviews", "specialty"]),
        (6, 6, ["rating"]),
        (7, 8, ["credentials", "location", "name", "specialty"]),
    ]
    for byline in found:
        start = lines[byline.first].start
        for name, places in places_of(byline.fields):
            texts = [STACK[start + begin : start + end] for begin, end in places]
            assert name in ("rating", "reviews") or texts == values(byline.fields)[name]


@pytest.mark.parametrize(
    ("lines", "unread"),
    [
        ("{name}\n{place}\n{rating}\n2 years ago", [3]),
        ("{name}\n{place}\n{rating}\nVerified Doctor", []),
        ("{name}\n{place}\n{rating}\n·", []),
        ("{name}\nVerified Doctor\n{place}\n+1 555 0100\n{rating}", [3]),
        ("{name}\nChief of Surgery\n{place}\n{rating}\n12 photos", [1]),
        ("Verified\n{name}\n{place}\n{rating}\n\n128", [4]),
        ("Ada Rowe\nMD, FACS\n{place}\n{rating}", []),
        ("{name}\nRowe Clinic\n{place}\n{rating}", [1]),
        ("{name}\nLeeds\nPlastic Surgeon\n{rating}", []),
        ("{name}\nPlastic Surgeon, Leeds\n{rating}", []),
        ("{name}\nLeeds Plastic Surgeon, Board Certified\n{rating}", []),
        ("2 years ago\n{name}\n{place}\n{rating}", [0]),
        ("ada rowe, md, facs\nleeds plastic surgeon\n{rating}", []),
        ("Ada\u200b Rowe,\u200e MD, FACS\nLe\u00adeds Plastic Surgeon\n{rating}", []),
    ],
)
def test_what_stands_between_and_below_the_lines_of_a_byline(lines: str, unread: list[int]) -> None:
    text = lines.format(
        name="Ada Rowe, MD, FACS", place="Leeds Plastic Surgeon", rating="4.9 out of 5 stars 12 reviews"
    )
    whole = split_lines(text)
    (byline,) = find_bylines(whole)
    assert _range(byline) == (0, len(whole) - 1)
    assert list(byline.unread) == unread
    found = {name: " ".join(map(str, all_values)).casefold() for name, all_values in values(byline.fields).items()}
    assert found == {
        "name": "ada rowe",
        "credentials": "md facs",
        "specialty": "plastic surgeon",
        "location": "leeds",
        "rating": "4.9",
        "reviews": "12",
    }
    place = byline.fields.location
    assert place is not None
    assert text[place.start : place.end].replace("\u00ad", "").casefold() == "leeds"


def test_signs_without_room_leave_each_value_where_it_is_on_the_page() -> None:
    text = "It heals.\n\nAda\u200b Rowe, MD\nLe\u00adeds Plastic Surgeon\n"
    lines = split_lines(text)
    (byline,) = find_bylines(lines)
    start = lines[byline.first].start
    found = {name: [text[start + a : start + b] for a, b in places] for name, places in places_of(byline.fields)}
    assert found == {
        "name": ["Ada\u200b Rowe"],
        "credentials": ["MD"],
        "specialty": ["Plastic Surgeon"],
        "location": ["Le\u00adeds"],
    }


@pytest.mark.parametrize(("length", "rating"), [(MAX_BYLINE_LINE, [4.9]), (MAX_BYLINE_LINE + 1, None)])
def test_a_line_that_is_longer_than_any_of_a_byline_ends_it(length: int, rating: list[float] | None) -> None:
    line = "4.9 out of 5 stars".ljust(length - len("12 reviews")) + "12 reviews"
    byline = find_bylines(split_lines(f"Jane Rowe, MD\nBoston Plastic Surgeon\n{line}"))[0]
    assert values(byline.fields).get("rating") == rating


@pytest.mark.parametrize(("length", "name"), [(MAX_BYLINE_LINE, ["Jane Rowe"]), (MAX_BYLINE_LINE + 1, None)])
def test_a_line_that_is_longer_than_any_of_a_byline_is_not_its_name(length: int, name: list[str] | None) -> None:
    line = "Jane Rowe,".ljust(length - len("MD")) + "MD"
    byline = find_bylines(split_lines(f"{line}\nBoston Plastic Surgeon\n4.9 out of 5 stars"))[0]
    assert values(byline.fields).get("name") == name


def test_a_name_below_the_line_that_begins_with_a_specialty_is_not_above_it() -> None:
    assert find_bylines(split_lines("It heals.\n\nDermatologist in Boston\nJane Roe")) == []


def test_a_byline_takes_no_line_outside_its_range() -> None:
    lines = split_lines("Jane Rowe, MD\nBoston Plastic Surgeon\n4.3 out of 5 stars")
    assert [_range(byline) for byline in find_bylines(lines)] == [(0, 2)]
    assert [_range(byline) for byline in find_bylines(lines, 1)] == [(1, 2)]
    assert [_range(byline) for byline in find_bylines(lines, 0, 2)] == [(0, 1)]
    assert find_bylines(lines, 0, 1) == []


def test_a_byline_is_where_it_is_even_if_it_was_met_before() -> None:
    byline = "Jane Rowe, MD\n  Boston Plastic Surgeon\n4.3 out of 5 stars"
    for text in (byline, f"Something else\n\n{byline}", byline.replace("\n  ", "\n")):
        lines = split_lines(text)
        (found,) = find_bylines(lines)
        place = found.fields.location
        assert place is not None
        start = lines[found.first].start
        assert text[start + place.start : start + place.end] == "Boston"


def test_specialty_first_a_byline_is_where_it_is_too() -> None:
    text = "It heals.\n\nJane Roe\nDermatologist in Boston"
    lines = split_lines(text)
    (found,) = find_bylines(lines)
    start = lines[found.first].start
    texts = {
        name: [text[start + begin : start + end] for begin, end in places] for name, places in places_of(found.fields)
    }
    assert texts == {"name": ["Jane Roe"], "specialty": ["Dermatologist"], "location": ["Boston"]}


def values(fields: BylineFields | None) -> dict[str, list[object]]:
    said = values_of(fields or NO_FIELDS)
    return {name: list(value) if isinstance(value, tuple) else [value] for name, value in said.items()}


def _range(byline: Byline) -> tuple[int, int]:
    return byline.first, byline.last


def test_several_spaces_in_a_line_of_a_byline_are_one() -> None:
    page = "Jane   Rowe,  MD\nSalt  Lake City  Plastic   Surgeon\n4.9 out of  5 stars 3 reviews\n"
    (found,) = find_bylines(split_lines(page))
    assert values(found.fields)["location"] == ["Salt Lake City"]
    (place,) = dict(places_of(found.fields))["location"]
    assert page[slice(*place)] == "Salt  Lake City"


ON_ONE_LINE = (
    "{who}, {work}, {place}",
    "{who} - {work} - {place}",
    "{who} – {work} – {place}",
    "{who} | {work} | {place}",
    "{who}; {work}; {place}",
    "{who} · {work} · {place}",
    "{who} • {work} • {place}",
    "{who} / {work} / {place}",
    "{who} ({work}, {place})",
    "{who} ({work}), {place}",
    "{who}, {work} ({place})",
    "{who}, {work} in {place}",
    "— {who}, {work}, {place}",
    "Answered by {who}, {work}, {place}",
    "{who}\n{work} in {place}",
    "{who}\n{work} ({place})",
    "{who}\n{work} - {place}",
    "{who}, {work}\n{place}",
)


DEGREES = (" MD", ", M.D.", ", MD, FACS", " (MD)", ", MBBS, FRCS (Plast)")
WORKS = (
    "Dermatologist",
    "Board Certified Plastic Surgeon",
    "Plastic Surgeon, Hand Surgeon",
    "Ear, Nose & Throat Surgeon",
)
NAMES = ("Ada Rowe", "A. M. Rowe", 'Ada "Addie" Rowe-Hale', "ADA VAN DER ROWE", "María Núñez O’Roe")
TOWNS = ("Portland, OR 97201", "St. Louis, MO")


@pytest.mark.parametrize("form", ON_ONE_LINE)
@pytest.mark.parametrize(
    ("degrees", "places"),
    [*((one, (*TOWNS, "Leeds, UK")) for one in DEGREES), ("", TOWNS), (", Board Certified", TOWNS)],
)
def test_a_byline_is_read_whole_whatever_separates_its_parts(form: str, degrees: str, places: Sequence[str]) -> None:
    for wanted in product(NAMES, WORKS, places):
        name, work, place = wanted
        text = form.format(who=name + degrees, work=work, place=place)
        (byline,) = find_bylines(split_lines(text))
        told = values_of(byline.fields)
        assert (told["name"], told["specialty"], told["location"]) == wanted
