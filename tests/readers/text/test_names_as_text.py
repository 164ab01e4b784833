"""Names of who answers that are read as headlines, or as text, are a doubt."""

import pytest

from extractor.readers.text.names_as_text import (
    names_around_text,
    names_as_headlines,
    names_in_text,
    names_with_days,
)
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import TextReading, read_text
from extractor.sites import all_layouts

ASKED = "Knee clicks on stairs\n\nMy knee clicks on every step up. Do I need a scan?\n\n2 replies\n\n"
TOLD = "\n\nIt is a tendon that glides over bone, and I would do step-downs, thirty of them a day.\n\n"


def read_as_page(text: str) -> TextReading:
    """The best reading of a page."""
    read = read_text(TextPage(text), all_layouts())
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("names", "are_named"),
    [
        (("marrowbone", "hazel_9"), True),
        (("Ilka", "Maud"), True),
        (("Dr. Ada Rowe", "Dr. Ben Hale"), True),
        (("Ada Rowe, Orthopedist, Leeds", "Ben Hale, Orthopedist, York"), True),
        (("Clicking knees", "Patience"), False),
        (("marrowbone", "Clicking knees"), False),
    ],
)
def test_headlines_that_are_names(names: tuple[str, str], are_named: bool) -> None:  # noqa: FBT001 - a table's column
    read = read_as_page(ASKED + TOLD.join([*names, ""]))
    assert [read.cut.items[index].text for index in names_as_headlines(read)] == list(names) * are_named


@pytest.mark.parametrize(
    ("answers", "named"),
    [
        ("First, rest\n\nAda Rowe, MD\nIt is a tendon that glides over bone.\n", ["Ada Rowe, MD"]),
        ("First, rest\n\nIt is a tendon that glides over bone.\nAda Rowe, MD\n", []),
    ],
)
def test_names_above_and_below_texts(answers: str, named: list[str]) -> None:
    read = read_as_page(ASKED + answers)
    assert [read.cut.items[index].text for index in names_around_text(read)] == named


@pytest.mark.parametrize(("name", "is_doubt"), [("Anna Rowe, MD", True), ("Dr. Anna Rowe", False)])
def test_a_doctors_name_inside_a_text_is_named_where_no_byline_is_read(name: str, is_doubt: bool) -> None:  # noqa: FBT001 - a table's column
    page = f"Question: Is it a spur?\n\nAnswer: I would rest it.\n\n{name}\n\nShe answers here each week."
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert [read.cut.items[index].text for index in names_in_text(read)] == [name] * is_doubt


def test_a_doctors_name_that_is_read_or_stands_behind_no_label_is_not_named() -> None:
    for page in (
        "Question: Is it a spur?\n\nAnswer: I would rest it.\n\nAnna Rowe, MD\nLeeds Dermatologist",
        "I would rest your heel, and put a soft sole into your shoe.\n\nDr. Anna Rowe\n\nIt will heal in a year.",
    ):
        read = read_text(TextPage(page), all_layouts())
        assert read is not None
        assert list(names_in_text(read)) == []


@pytest.mark.parametrize(
    ("lines", "named"),
    [(("hazel_9•1y ago", "Ilka · 3mo ago"), 2), (("hazel_9•1y ago", "Rest it"), 0), (("Ice · rest", "1 · 2"), 0)],
)
def test_lines_that_say_who_wrote_and_how_long_ago(lines: tuple[str, str], named: int) -> None:
    read = read_as_page(f"Is it a spur?\n\nAnswer: Rest it.\n\n{lines[0]}\n\nI did.\n\n{lines[1]}\n\nSo did I.")
    assert [read.cut.items[index].text for index in names_with_days(read)] == list(lines[:named])
