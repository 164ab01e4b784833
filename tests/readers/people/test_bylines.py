"""Bylines: ratings, places, one line, brackets, and the stack of lines that they are put together from."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.people.bylines import (
    Byline,
    bracket_fields,
    find_bylines,
    one_line_fields,
)
from extractor.readers.people.fields import NO_FIELDS, BylineFields, places_of, values_of
from extractor.readers.people.places import is_place, place_fields, specialty_first_fields
from extractor.readers.people.ratings import rating_fields

RATINGS = [
    ("4.3 out of 5 stars 28 reviews", 4.3, 28),
    ("5.0 out of 5 stars 1,498 reviews", 5.0, 1498),
    ("4.9 out of 5", 4.9, None),
    ("4,7 de 5 estrelas 12 avaliações", 4.7, 12),
    ("4,5 de 5 estrellas (3 opiniones)", 4.5, 3),
    ("4,2 von 5", 4.2, None),
    ("9 / 10 (1.498 reviews)", 4.5, 1498),
    ("10/10", 5.0, None),
    ("4.6 stars · 12 patient reviews", 4.6, 12),
    ("★★★★☆ 12", 4.0, 12),
    ("★★★", 3.0, None),
    ("4.5 ★ (7)", 4.5, 7),
    ("8 out of 5 stars 3 reviews", None, 3),
    ("4.9 out of 5 based on 128 reviews", 4.9, 128),
    ("4.9 out of 5 stars 1'234 reviews", 4.9, 1234),
    ("4.9 out of 5 stars 1.2k reviews", 4.9, 1200),
    ("4,9 de 5 estrellas 1,2 mil opiniones", 4.9, 1200),
    ("4.9 out of 5 stars 100+ reviews", 4.9, 100),
    ("4,9 von 5 Sternen · 128 Bewertungen", 4.9, 128),
    ("Rated 4.9 out of 5", 4.9, None),
    ("★★★★★ 4.9 stars (128)", 4.9, 128),
]

EXPECTED_RATINGS = [
    ("4.9", 4.9, None),
    ("4.9 (123)", 4.9, 123),
    ("★★★★★ 4.9 (128)", 4.9, 128),
    ("٤٫٩ (١٢)", 4.9, 12),
    ("1.2k reviews", None, 1200),
    ("(128 reviews)", None, 128),
]
"""Lines that are ratings where one is expected, as below a name, and nowhere else."""

NO_RATINGS = [
    "28 reviews",
    "4.3",
    "4.3 out of 5 patients agree",
    "5 out of 5 people",
    "12 / 31",
    "★ is a star",
    "5 stars" + " " * 200 + "x",
]


@pytest.mark.parametrize(("line", "rating", "reviews"), RATINGS)
def test_a_rating_line(line: str, rating: float | None, reviews: int | None) -> None:
    assert values(rating_fields(line, 3)) == {
        name: [value] for name, value in (("rating", rating), ("reviews", reviews)) if value is not None
    }


@pytest.mark.parametrize(("line", "rating", "reviews"), EXPECTED_RATINGS)
def test_numbers_alone_where_a_rating_is_expected(line: str, rating: float | None, reviews: int | None) -> None:
    assert rating_fields(line, 0) is None
    assert values(rating_fields(line, 3, is_expected=True)) == {
        name: [value] for name, value in (("rating", rating), ("reviews", reviews)) if value is not None
    }


@pytest.mark.parametrize("line", NO_RATINGS)
def test_what_is_no_rating_line(line: str) -> None:
    assert rating_fields(line, 0) is None


@pytest.mark.parametrize(
    ("line", "location", "specialty"),
    [
        ("Seattle Plastic Surgeon", "Seattle", "Plastic Surgeon"),
        ("Seattle Facial Plastic Surgeon", "Seattle", "Facial Plastic Surgeon"),
        ("Boca Raton Dermatologic Surgeon", "Boca Raton", "Dermatologic Surgeon"),
        ("Raleigh-Durham Dermatologist", "Raleigh-Durham", "Dermatologist"),
        ("Rio de Janeiro Cirurgião Plástico", "Rio de Janeiro", "Cirurgião Plástico"),
        ("St. Louis, MO Board Certified Plastic Surgeon", "St. Louis, MO", "Board Certified Plastic Surgeon"),
        ("Dermatologist", None, "Dermatologist"),
        ("Portland Dermatologist, Mohs Surgeon", "Portland", "Dermatologist, Mohs Surgeon"),
        ("Leeds Dermatologist & Plastic Surgeon", "Leeds", "Dermatologist & Plastic Surgeon"),
        ("Portland, OR 97201 Plastic Surgeon", "Portland, OR 97201", "Plastic Surgeon"),
        ("London W1G 9QP | Plastic Surgeon", "London W1G 9QP", "Plastic Surgeon"),
        ("Portland, OR · Plastic Surgeon", "Portland, OR", "Plastic Surgeon"),
    ],
)
def test_a_place_line_ends_with_the_longest_specialty(line: str, location: str | None, specialty: str) -> None:
    wanted = {"specialty": [specialty]} | ({"location": [location]} if location else {})
    assert values(place_fields(line, 4)) == wanted


@pytest.mark.parametrize(
    ("line", "specialty", "location"),
    [
        ("Orthodontist in Omaha, NE", "Orthodontist", "Omaha, NE"),
        ("Dermatóloga, Guadalajara", "Dermatóloga", "Guadalajara"),
        ("Cirurgião vascular - Ribeirão Preto", "Cirurgião vascular", "Ribeirão Preto"),
        ("Orthodontist | Omaha, NE 68102", "Orthodontist", "Omaha, NE 68102"),
        ("Orthodontist (Omaha)", "Orthodontist", "Omaha"),
    ],
)
def test_a_line_may_begin_with_the_specialty(line: str, specialty: str, location: str) -> None:
    assert values(specialty_first_fields(line, 4)) == {"specialty": [specialty], "location": [location]}


@pytest.mark.parametrize("line", ["Dentist in our town", "dentist in Omaha", "Omaha in Nebraska", "Dentist in 2011"])
def test_what_does_not_begin_with_a_specialty_and_end_with_a_place(line: str) -> None:
    assert specialty_first_fields(line, 0) is None


@pytest.mark.parametrize(
    "line",
    ["Ask a Plastic Surgeon", "I am a Dermatologist", "Seattle", "see a plastic surgeon", "MDDallas Dermatologist"],
)
def test_what_is_no_place_line(line: str) -> None:
    assert place_fields(line, 0) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Salt Lake City", True),
        ("Leeds, West Yorkshire", True),
        ("Coeur d'Alene", True),
        ("Vila Nova de Gaia", True),
        ("Winston-Salem", True),
        ("Good luck", False),
        ("The one", False),
        ("leeds", False),
        ("Leeds 7", False),
        ("A B C D E F G", False),
        ("A" + "-a" * 60 + "!", False),
    ],
)
def test_places_are_a_few_capitalised_words(text: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_place(text) is is_one


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "Dr. Jane Rowe, MD, Dermatologist, Leeds",
            {"name": ["Jane Rowe"], "credentials": ["MD"], "specialty": ["Dermatologist"], "location": ["Leeds"]},
        ),
        (
            "Jane Rowe, MD, FACS, Boston Plastic Surgeon",
            {
                "name": ["Jane Rowe"],
                "credentials": ["MD", "FACS"],
                "specialty": ["Plastic Surgeon"],
                "location": ["Boston"],
            },
        ),
        (
            "Jane Rowe, MD - Dermatologist, Mohs Surgeon - Leeds",
            {
                "name": ["Jane Rowe"],
                "credentials": ["MD"],
                "specialty": ["Dermatologist, Mohs Surgeon"],
                "location": ["Leeds"],
            },
        ),
        ("Jane Rowe, MD, Dermatologist, I think so", None),
        ("Jane Rowe, Dermatologist", None),
        ("Jane Rowe, MD", None),
        ("Jane Rowe, MD, Leeds", None),
    ],
)
def test_a_byline_on_one_line_names_a_person_and_a_specialty(line: str, wanted: dict[str, list[str]] | None) -> None:
    fields = one_line_fields(line, 0)
    assert fields == wanted if wanted is None else values(fields) == wanted


def test_a_byline_in_brackets_ends_a_line() -> None:
    line = "It is normal (really). (Jane Rowe, MD, Leeds Dermatologist)"
    found = bracket_fields(line, 100)
    assert found is not None
    assert line[found[0] :] == "(Jane Rowe, MD, Leeds Dermatologist)"
    assert values(found[1])["location"] == ["Leeds"]
    for name, places in places_of(found[1]):
        assert [line[start - 100 : end - 100] for start, end in places] == values(found[1])[name]


@pytest.mark.parametrize("line", ["It is (normal)", "(" * 500 + ")", "(" + "a" * 5000 + "[)", "Fine.)"])
def test_other_brackets_are_text(line: str) -> None:
    assert bracket_fields(line, 0) is None


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


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Rest a while, it heals.", None),
        ("Northside Skin Clinic", ["Jane Roe"]),
        ("Northside Skin Clinic\nSince the early days", ["Jane Roe"]),
    ],
)
def test_what_stands_between_a_name_and_its_place_is_no_text(between: str, name: list[str] | None) -> None:
    (found,) = find_bylines(split_lines(f"Jane Roe, MD\n{between}\nBoston Plastic Surgeon\n4.9 out of 5 stars"))
    assert values(found.fields).get("name") == name


def values(fields: BylineFields | None) -> dict[str, list[object]]:
    said = values_of(fields or NO_FIELDS)
    return {name: list(value) if isinstance(value, tuple) else [value] for name, value in said.items()}


def _range(byline: Byline) -> tuple[int, int]:
    return byline.first, byline.last
