"""Lines in which the publisher of a page speaks to its readers."""

import pytest

from extractor.readers.text.doubts.notices import feet, notices, without_last_notices
from extractor.readers.text.grammar.states import State
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

ASKED = "Q: My heel hurts in the morning. Is it a spur?"
TOLD = "A: It may be one, and it heals in most people within a year. Wear a soft sole until then."
NOTICE = "Join over 20,000 subscribers at the Heel Post."


def noticed(*paragraphs: str) -> list[str]:
    read = read_text(TextPage("\n\n".join(paragraphs) + "\n"), all_layouts())
    assert read is not None
    return [read.cut.items[index].text for index in notices(read)]


def test_at_the_end_of_the_page_and_of_an_answer_above_another() -> None:
    assert noticed(ASKED, TOLD, NOTICE) == [NOTICE]
    assert noticed(ASKED, TOLD, NOTICE, ASKED, TOLD) == [NOTICE]
    assert noticed(ASKED, TOLD, ASKED, TOLD) == []
    assert noticed(ASKED, TOLD, "Ask at heels@example.org.") == ["Ask at heels@example.org."]
    regrets = "Dr. Vale regrets that he cannot answer every letter."
    assert noticed(ASKED, TOLD, regrets) == [regrets]


def test_those_at_the_end_of_a_page_and_what_is_below_them_are_part_of_no_field() -> None:
    day = ("Rest it.", "4 May 2014")
    for below, parts in (((NOTICE, "York"), 2), (("Rest it.", NOTICE, *["York"] * 3), 0), (day[:1], 0), (day, 1)):
        read = read_text(TextPage("\n\n".join([ASKED, TOLD, *below]) + "\n"), all_layouts())
        assert read is not None
        assert without_last_notices(read).reading.states.count(State.UNASSIGNED) == parts


def test_what_the_publisher_says_last_is_no_part_of_an_answer_on_a_page_without_blank_lines() -> None:
    page = f"{ASKED}\n{TOLD}\nRest it.\nThis blog is brought to you by Vale & Son."
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert without_last_notices(read).reading.states[-2:] == (State.BODY, State.UNASSIGNED)


def test_the_life_of_who_answers_ends_an_answer_with_the_names_above_it() -> None:
    life = "Dr. Vale is a podiatrist in Leeds."
    for below, parts in (((life,), 1), (("Dr. Ann Vale", life), 2), (("Dr. Ann Vale", "Rest it."), 0)):
        read = read_text(TextPage("\n\n".join([ASKED, TOLD, *below]) + "\n"), all_layouts())
        assert read is not None
        assert without_last_notices(read).reading.states.count(State.UNASSIGNED) == parts


def test_not_in_the_middle_of_an_answer() -> None:
    assert noticed(ASKED, TOLD, NOTICE, "Rest it.", "Cool it.", "Wait for it.", ASKED, TOLD) == []
    assert noticed(ASKED, TOLD, NOTICE, "Rest it.", "Cool it.", ASKED, TOLD) == [NOTICE]


def test_as_the_headline_of_an_answer_on_a_page_without_blank_lines() -> None:
    headline, told = "Get our free newsletter", TOLD[3:]
    page = (
        "Is it a spur?",
        "My heel hurts in the morning.",
        "2 Answers",
        "Rest it",
        told,
        headline,
        told,
        "Wait",
        told,
    )
    assert noticed("\n".join(page)) == [headline]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Send your tips, comments or questions to ask@heels.example.", True),
        ("See a doctor before starting any exercise program.", True),
        ("She received her medical degree in Leeds.", True),
        ("Consegue la Laurea in Medicina a Pisa.", True),
        ("Ann Vale of Leeds sponsors this column.", True),
        ("Read more about heels in the Sunday edition.", True),
        ("Dr Anna Rowe – Director of the Foot Clinic in Leeds", True),
        ("Send me a picture of the heel if it swells.", False),
        ("Stop it before you start another pill.", False),
    ],
)
def test_what_a_publisher_says(line: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert noticed(ASKED, TOLD, line) == ([line] if is_one else [])


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (
            f"{ASKED}\n\nAnswer: It takes a month.\n\nHow long does a nose swell?",
            "How long does a nose swell?",
        ),
        (f"{ASKED}\n\nAnswer: It takes a month.\n\nDo you cool it?", None),
        (f"{ASKED}\n\nAnswer: It takes a month.\nThe Nose Blog @", "The Nose Blog @"),
        (f"Noses\n{ASKED}\nDr. Lin reply Surgery\nIt takes a month.\nNoses swell.", "Noses swell."),
        (f"Noses\n{ASKED}\nDr. Lin reply Surgery\nIt takes a month.\nCool it.\nMore Info\nNoses swell.", None),
    ],
    ids=[
        "a link",
        "a question to the reader",
        "a sign that ends no sentence",
        "the line of the site is missing",
        "the line of the site",
    ],
)
def test_what_ends_the_last_answer_may_be_the_foot(page: str, line: str | None) -> None:
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert [read.cut.items[index].text for index in feet(read)] == ([line] if line else [])
