"""A page read as a letter: which line is what."""

from dataclasses import replace

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.acceptance.letter_reading import (
    are_answers_parted,
    as_letter,
    with_reply_below_title,
    with_told_question,
)
from extractor.readers.text.drafts import drafts_of
from extractor.readers.text.grammar.states import State
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

TOLD = "It is mostly a spur, and it goes away within a year."


def states_of(text: str, seam: int, *, parted: bool = False) -> list[int] | None:
    read = read_text(TextPage(text), all_layouts())
    assert read is not None
    letter = as_letter(read, seam, parted=parted)
    return None if letter is None else list(letter.reading.states)


def test_a_first_line_that_only_asks_is_the_title_and_one_that_tells_the_question() -> None:
    assert states_of(f"Is it a spur?\n{TOLD}\n", 1) == [State.TITLE, State.FIRST]
    assert states_of(f"It hurts. Is it a spur?\n{TOLD}\n", 1) == [State.QUESTION, State.FIRST]
    assert states_of(f"Heel pain.\nIs it a spur?\n{TOLD}\n", 2) == [State.TITLE, State.QUESTION, State.FIRST]


def test_who_answers_is_no_title_and_above_a_label_stands_no_question() -> None:
    page = f"Ada Rowe, MD\nHeel pain\nIs it a spur?\n{TOLD}\n"
    assert states_of(page, 3) == [State.UNASSIGNED, State.TITLE, State.QUESTION, State.FIRST]
    read = read_text(TextPage(f"We are closed. Call us.\nIs it a spur?\n{TOLD}\n"), all_layouts())
    assert read is not None
    letter = as_letter(read, 2, 1)
    assert letter is not None
    assert letter.reading.states == (State.UNASSIGNED, State.QUESTION, State.FIRST)


def test_what_stands_between_the_title_and_who_writes_or_when_is_no_question() -> None:
    told = f"Is it a spur?\n{TOLD}\n"
    head = f"Heel pain\nSpurs take a year to heal\nDr. Ada Rowe\n4 May 2014\nIt hurts.\n{told}"
    question = [State.QUESTION, State.QUESTION, State.FIRST]
    assert states_of(head, 6) == [State.TITLE, *[State.UNASSIGNED] * 3, *question]
    for name in ("Ada Rowe", "It is sore"):
        page = f"Heel pain\nSpurs take a year to heal\n{name}\n{told}"
        assert states_of(page, 4) == [State.TITLE, *question[1:2] * 3, State.FIRST]


STENT = "I had a stent put in at Easter, and my chest still hurts. Is that usual?"
PAIN = "Pain in the chest is common in the weeks after a stent is placed. One patient in five still has it in summer."
SEE = "See a doctor about the pain if it wakes you at night, or if you are short of breath on the stairs."


@pytest.mark.parametrize(
    ("title", "below", "is_reply"),
    [
        (STENT, PAIN, True),
        ("Is pain usual after a stent?", PAIN, False),
        (STENT, f"{PAIN} I am 60.", False),
        (STENT, f"{PAIN} How long does it last?", False),
    ],
    ids=["somebody tells and asks", "a title that only asks", "told below it", "asked below it"],
)
def test_what_asks_nothing_below_a_title_that_tells_and_asks_is_the_reply(
    title: str,
    below: str,
    is_reply: bool,  # noqa: FBT001 - a table's column
) -> None:
    read = read_text(TextPage(f"{title}\n\n{below}\n\n{SEE}\n"), all_layouts())
    assert read is not None
    asked = (State.TITLE, State.QUESTION, State.FIRST)
    read = replace(read, reading=replace(read.reading, states=asked, answers=1))
    assert with_reply_below_title(read).reading.states == (
        (State.QUESTION, State.FIRST, State.BODY) if is_reply else asked
    )


def test_a_greeting_and_sentences_that_ask_nothing_are_no_title() -> None:
    assert states_of(f"Hello doctor\nIs it a spur?\n{TOLD}\n", 2) == [State.QUESTION, State.QUESTION, State.FIRST]
    assert states_of(f"My heel hurts. I ran.\nIs it?\n{TOLD}\n", 2) == [State.QUESTION, State.QUESTION, State.FIRST]


@pytest.mark.parametrize(
    ("title", "is_question"),
    [
        ("My heel hurts. Is it a spur?", True),
        ("Is it a spur?", False),
        ("My heel hurts, is it a spur?", False),
        ('"My heel hurts when I get up in the morning."', True),
        ("Can you help me... My heel hurts when I run.", True),
        ("Runs help. Ada Rowe tells why.", False),
    ],
)
def test_a_title_of_several_sentences_is_the_question(title: str, *, is_question: bool) -> None:
    read = read_text(TextPage(f"{title}\n\nAnswered by Ada Rowe\n\n{TOLD}\n"), all_layouts())
    assert read is not None
    assert read.reading.states[0] == State.TITLE
    assert (with_told_question(read).reading.states[0] == State.QUESTION) is is_question


def test_a_greeting_is_part_of_the_question_below_it() -> None:
    read = read_text(
        TextPage(f"Hi team,\n\nmy heel hurts when I run. Is it a spur?\n\nHi Rosa,\n\n{TOLD}\n"), all_layouts()
    )
    assert read is not None
    assert read.reading.states[:2] == (State.TITLE, State.QUESTION)
    assert with_told_question(read).reading.states[:2] == (State.QUESTION, State.QUESTION)


def test_a_name_with_degrees_above_the_reply_says_who_answers() -> None:
    page = f"My heel hurts when I run. Is it a spur?\n\nAda Rowe, MD, Head of the Harbour Clinic\n\n{TOLD}\n"
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    told = as_letter(read, 1)
    assert told is not None
    assert told.reading.states == (State.QUESTION, State.BYLINE, State.FIRST)
    (draft,) = drafts_of(told).pages
    assert draft.answers[0].doctor.name is not None
    assert [page[one.start : one.end] for one in draft.stray] == ["Head of the Harbour Clinic"]


def test_paragraphs_are_one_reply_or_as_many_as_there_are() -> None:
    page = f"It hurts. Is it a spur?\n\n{TOLD}\n\n{TOLD}\n"
    assert states_of(page, 1) == [State.QUESTION, State.FIRST, State.BODY]
    assert states_of(page, 1, parted=True) == [State.QUESTION, State.FIRST, State.FIRST]
    assert states_of(page, 9) is None


def test_answers_are_parted_below_more_than_a_title_if_all_are_paragraphs_of_text() -> None:
    assert are_answers_parted(split_lines(f"It hurts. A spur?\n\n{TOLD}\n\n{TOLD}"))
    assert not are_answers_parted(split_lines(f"Is it a spur?\n\n{TOLD}\n\n{TOLD}"))
    assert not are_answers_parted(split_lines(f"It hurts. A spur?\n\n{TOLD}\n{TOLD}"))
    assert not are_answers_parted(split_lines(f"It hurts. A spur?\n\n{TOLD}\n\nWhat to do"))
