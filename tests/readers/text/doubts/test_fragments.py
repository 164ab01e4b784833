"""Left-overs of bylines, ratings, counts and templates are told from text."""

import pytest

from extractor.readers.people.fields import BylineFields, Found
from extractor.readers.text.doubts.fragments import (
    folded_texts,
    has_odd_place,
    is_displaced,
    is_lone_specialty,
    is_odd,
    looks_damaged,
    pictures_in_texts,
)
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.states import Gap, State
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts


def item(text: str, blanks: int = 1) -> Item:
    return Item(0, len(text), text, 0, 0, blanks, Gap(blanks))


@pytest.mark.parametrize(
    ("text", "is_damaged"),
    [
        ("{{ votes", True),
        ("out of 5 stars", True),
        ("12 reviews", True),
        ("12 Bewertungen", True),
        ("out of stars 3 reviews", True),
        ("4,9 de 5", True),
        ("4.9 out of", True),
        ("9 out of 12", False),
        ("9 answers", True),
        ("Doctor Answers: 12", True),
        ("4 doctors answered", True),
        ("4 respuestas", True),
        ("Two answers to your question", False),
        ("The answers are below", False),
        ("It has good reviews, I think", False),
    ],
)
def test_left_overs_are_told_from_text(text: str, is_damaged: bool) -> None:  # noqa: FBT001 - a table's column
    assert looks_damaged(item(text), State.BODY) is is_damaged


def test_a_name_with_degrees_is_no_headline() -> None:
    assert looks_damaged(item("Ada Rowe, MD"), State.HEADLINE)
    assert not looks_damaged(item("Ada Rowe, MD"), State.BODY)


def test_a_specialty_that_stands_alone() -> None:
    assert is_lone_specialty(item("Plastic Surgeon"), State.BODY)
    assert not is_lone_specialty(item("Plastic Surgeon", 0), State.BODY)
    assert is_lone_specialty(item("Plastic Surgeon", 0), State.FIRST)
    assert not is_lone_specialty(item("Plastic Surgeon"), State.HEADLINE)
    assert not is_lone_specialty(item("See your plastic surgeon"), State.BODY)


@pytest.mark.parametrize(("name", "last", "odd"), [("Rowe", 1, True), ("Ada Rowe", 1, False), ("Rowe", 0, False)])
def test_a_byline_whose_name_is_one_word_on_a_line_of_its_own_is_odd(name: str, last: int, odd: bool) -> None:  # noqa: FBT001 - a table's column
    place = Found("Leeds", 9, 14), Found("Dermatologist", 15, 28)
    fields = BylineFields(name=Found(name, 0, len(name)), location=place[0], specialty=place[1])
    byline = Item(0, 28, f"{name}\nLeeds Dermatologist", 0, last, 1, Gap(1), fields=fields)
    assert is_odd(byline) is odd


@pytest.mark.parametrize(
    ("told", "is_folded"),
    [
        ("Rest it for a week... read more Rest it for a week, and cool it.", True),
        ("Rest it for a week… more", True),
        ("Rest it for a week. [Read more...]", True),
        ("Rest it for a week... moreover, cool it.", False),
        ("Read more of it. Rest it for a week.", False),
    ],
)
def test_a_text_with_the_button_that_shows_the_rest(told: str, is_folded: bool) -> None:  # noqa: FBT001 - a table's column
    read = read_text(TextPage(f"Question: Is it a spur?\n\nAnswer: {told}"), all_layouts())
    assert read is not None
    assert [read.cut.items[index].text for index in folded_texts(read)] == [told] * is_folded


@pytest.mark.parametrize(
    ("told", "has_picture"),
    [
        ("thumb_600Rest it for a week, and cool it.", True),
        ("Rest it for a week (see heel-spur.JPG), and cool it.", True),
        ("<image> Rest it for a week, and cool it.", True),
        ("Rest it for a week, and take no picture of no. 600.", False),
    ],
)
def test_a_text_in_which_the_name_of_a_picture_stands(told: str, has_picture: bool) -> None:  # noqa: FBT001 - a table's column
    read = read_text(TextPage(f"Question: Is it a spur?\n\nAnswer: {told}"), all_layouts())
    assert read is not None
    assert [read.cut.items[index].text for index in pictures_in_texts(read)] == [told] * has_picture


@pytest.mark.parametrize(
    ("specialty", "place", "displaced"),
    [
        ("Leeds", None, True),
        ("Dermatologist", None, False),
        ("Healer", "Leeds", False),
    ],
)
def test_parts_told_by_their_place_are_what_they_should_be(
    specialty: str,
    place: str | None,
    displaced: bool,  # noqa: FBT001 - a table's column
) -> None:
    fields = BylineFields(specialty=Found(specialty, 0, 9), location=Found(place, 10, 15) if place else None)
    byline = Item(0, 28, "Ada Rowe", 0, 2, 1, Gap(1), State.BYLINE, fields)
    assert is_displaced(byline) is displaced
    byline.forced = None
    assert not is_displaced(byline)


@pytest.mark.parametrize(
    ("place", "odd"),
    [
        ("Leeds", False),
        ("Leeds, Maine", False),
        ("Dermatologist", True),
        ("Leeds Dermatologist, Spring Clinic", True),
        ("Dr. Ada Rowe", True),
    ],
)
def test_a_place_has_neither_title_nor_specialty(place: str, odd: bool) -> None:  # noqa: FBT001 - a table's column
    fields = BylineFields(location=Found(place, 0, len(place)))
    assert has_odd_place(Item(0, 28, place, 0, 2, 1, Gap(1), State.BYLINE, fields)) is odd


@pytest.mark.parametrize(
    ("place", "gap", "odd"),
    [("Ida Quist", 2, True), ("Ida Quist", 1, False), ("Leeds", 2, False), ("Leeds, Maine", 2, False)],
    ids=["a name", "a town of two words", "a town", "with its state"],
)
def test_words_in_front_of_a_comma_and_a_specialty_may_be_a_name(place: str, gap: int, odd: bool) -> None:  # noqa: FBT001 - a table's column
    start = len(place) + gap
    fields = BylineFields(specialty=Found("Dentist", start, start + 7), location=Found(place, 0, len(place)))
    assert has_odd_place(Item(0, 28, place, 0, 2, 1, Gap(1), State.BYLINE, fields)) is odd


def test_a_byline_without_a_place_has_no_odd_one() -> None:
    assert not has_odd_place(item("Ada Rowe"))


@pytest.mark.parametrize(("gap", "is_folded"), [("\n", True), ("\n\n", False)])
def test_in_a_dump_the_dots_of_a_fold_stand_in_front_of_what_was_hidden(gap: str, is_folded: bool) -> None:  # noqa: FBT001 - a table's column
    told = "It may be a spur ...and it heals within a year."
    page = gap.join(
        [f"Line {number} of the menu" for number in range(12)] + ["Question: I run. Is it a spur?", f"Answer: {told}"]
    )
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert bool(list(folded_texts(read))) is is_folded
