"""Names of who answers that are read as headlines, or as text, are a doubt."""

import pytest

from extractor.readers.text.doubts.names_as_text import names_above_text, names_as_headlines, names_below_texts
from extractor.readers.text.doubts.suspects import suspects
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
        (("Ada Rowe, Orthopedist, author", "Ben Hale, Orthopedist, author"), True),
        (("Clicking knees", "Patience"), False),
        (("marrowbone", "Clicking knees"), False),
        (("hazel_9•1y ago", "Ilka Rowe · 3mo ago"), True),
        (("Ice · rest", "1 · 2"), False),
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
def test_names_above_a_text(answers: str, named: list[str]) -> None:
    read = read_as_page(ASKED + answers)
    assert [read.cut.items[index].text for index in names_above_text(read)] == named


def test_a_name_below_one_text_signs_it_and_below_several_may_say_who_answers() -> None:
    one = "First, rest\n\nIt is a tendon that glides over bone.\nAda Rowe, MD\n"
    assert list(names_below_texts(read_as_page(ASKED + one))) == []
    several = "Answer: It is a tendon.\nAda Rowe, MD\n\nAnswer: Rest it for a week.\nBen Hale, DO\n"
    read = read_as_page(ASKED + several)
    assert [read.cut.items[index].text for index in names_below_texts(read)] == ["Ada Rowe, MD", "Ben Hale, DO"]


def test_names_with_degrees_and_what_else_a_site_says_of_them_are_a_doubt_on_pages_of_known_sites_too() -> None:
    names = ["Ada Rowe, MD, helped 214 people", "Ben Hale, DO | level 12"]
    page = ASKED.replace("2 replies", "Doctor Answers 2")
    answers = [f"A tendon\nIt glides over bone.\n{names[0]}", f"Rest\nTake a week.\n{names[1]}"]
    read = read_as_page(page + "\n\n".join(answers))
    assert read.layout.name == "realself"
    assert names == [read.cut.items[index].text for index, _ in suspects(read) if index]


@pytest.mark.parametrize(("label", "signed"), [("Answer", True), ("And then", False)])
def test_a_doctor_without_degrees_signs_the_answers_that_labels_open(label: str, *, signed: bool) -> None:
    asked, told = (
        "Question: I have a sore heel. Why?",
        f"{label}: It is a tendon that glides over bone.\n\nDr. Ada Rowe",
    )
    read = read_as_page(f"{asked}\n\n{told}\n\n{asked}\n\n{told}")
    assert [read.cut.items[index].text for index in names_below_texts(read)] == ["Dr. Ada Rowe"] * 2 * signed
