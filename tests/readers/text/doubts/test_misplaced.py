"""Lines that may be another's words, on pages of no known site."""

import pytest

from extractor.readers.text.doubts.misplaced import MISPLACED, titles_below_labels
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

TOLD = "I would let somebody look at your heel, because a spur that you cannot feel is nothing that you must treat."
ASKED = "I run two miles a day. Is it a spur?"
INTRODUCED = "photo of AnnToday a doctor answers a letter that I sent about my heels. She knows more of them than I do, as I have only these two and she has seen some thousands, of whom not one had the same."
WRITES = "I am 44, and my heel hurts when I run. I want no pills. Can you tell me what I have? Thank you for your help."
AGAIN = "My heel hurts after two miles, as it does in the morning, and new shoes have not helped at all so far."


def doubted(page: str) -> set[str]:
    """The texts in whose place something else may stand."""
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    return {read.cut.items[index].text for find, *_ in MISPLACED for index in find(read)}


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (f"My heel hurts. Is it a spur?\n\n\n{TOLD}\n\n\nThank you for your question. {TOLD}", TOLD),
        (f"My heel hurts. Is it a spur?\n\nCan I run with it?\n\n{TOLD}", None),
        (f"Is it a spur?\n\nShe is 44. Is it a spur?\n\n\n{WRITES}\n\n{TOLD}", WRITES),
        (f"Readers ask\n\nDoes a heel hurt after two miles?\n\n{AGAIN}\n\nAnswer: {TOLD} {AGAIN}", "Readers ask"),
        (f"Win a week in Rome\n\nQ: {ASKED} {AGAIN}\n\nA: {TOLD} {AGAIN}", "Win a week in Rome"),
        (f"Run with a spur\n\nQ: {ASKED} {AGAIN}\n\nA: {TOLD} {AGAIN}", None),
        (f"Ask Dr. Ida Vale\n\nQ: Dr. Vale, {AGAIN}\n\nA: {TOLD}", "Ask Dr. Ida Vale"),
        (f"Ask Dr. Ida Vale of heels\n\nQ: Dr. Vale, {AGAIN}\n\nA: {TOLD}", None),
        (
            f"Los lectores preguntan\n\nQ: {ASKED}\n\nA: {AGAIN}\n\nQ: {WRITES}\n\nA: {TOLD}",
            "Los lectores preguntan",
        ),
        (f"A heel that hurts after a run\n\nDoes it end?\n\n{AGAIN}\n\nAnswer: {TOLD}", None),
        (
            f"Question\n\nDoes my heel hurt after two miles?\n\n{AGAIN}\n\nAnswer: {TOLD}",
            "Does my heel hurt after two miles?",
        ),
        (f"Frequently asked questions\n\nQ: {ASKED}\n\nA: {TOLD}", "Frequently asked questions"),
        (f"Question\n\nIs it a spur?\n\n{AGAIN}\n\nAnswer: {TOLD}", None),
        (f"print this\n\nHeels that hurt\n\n{WRITES}\n\nHi Rosa,\n\n{TOLD}", "Heels that hurt"),
        (f"Heels that hurt\n\n{WRITES}\n\nMost read\n\n{AGAIN}\n\nHi Rosa,\n\n{TOLD}", "Most read"),
        (f"print this\n\nHello Ann\n\n{WRITES}\n\nHi Rosa,\n\n{TOLD}", None),
        (f"by Rosa\n\n{WRITES}\n\nHi, Rosa,\n\n{TOLD} {AGAIN}\n\nGood luck,\nDr. Vale", "by Rosa"),
        (
            f"Dear Heel Lady,\n{WRITES}\nIn Need Of Rest\nDear Heel – You ask a lot.\nFirst, rest it.\n{TOLD}\n{AGAIN}",
            None,
        ),
    ],
    ids=[
        "advice below what is asked",
        "a question below a title",
        "who asks in an answer",
        "a short title",
        "an offer",
        "a title that the text speaks of",
        "a doctor's column",
        "what a doctor is asked of",
        "a column's name above several questions",
        "a title",
        "a title below the label",
        "a FAQ",
        "a short question below the label",
        "a title below a line",
        "a heading in a question",
        "a greeting below a line",
        "a name above a letter",
        "who signs above the reply",
    ],
)
def test_what_may_be_something_else(page: str, line: str | None) -> None:
    assert doubted(page) == ({line} if line else set())


def test_a_paragraph_as_far_from_the_question_above_as_the_answer_may_be_all_of_it() -> None:
    page = f"{INTRODUCED}\n\n\nDr. Rowe, my heel hurts. What is it? Thanks! Ann\n\n\n{{}}{TOLD}"
    assert doubted(page.format("Dear Ann,\n\n")) == {"Dr. Rowe, my heel hurts. What is it? Thanks! Ann"}
    assert doubted(page.replace("\n\n\n", "\n\n").format("Dear Ann,\n\n")) == set()


@pytest.mark.parametrize(
    ("reply", "doubts"),
    [
        ("It may be a spur, and you should rest it for a week or two.", 1),
        ("Hi – thank you for your letter. It may be a spur, and you should rest it.", 0),
        ("Rosa, it may be a spur, and you should rest it for a week or two.", 0),
    ],
    ids=["a reply", "thanks", "a greeting"],
)
def test_a_full_name_above_a_reply_may_be_of_who_answers(reply: str, doubts: int) -> None:
    page = f"My heel hurts in the morning since I ran in April. What can I do?\n\nRosa Vane\n\n{reply}"
    assert sorted(doubted(page)) == [reply] * doubts


@pytest.mark.parametrize(
    ("first", "is_doubt"),
    [("Heels that hurt", True), ("Dear Doctor", False), ("My heel hurts in the morning.", False)],
)
def test_a_short_line_that_begins_a_question_below_its_label_may_be_the_title(first: str, *, is_doubt: bool) -> None:
    page = f"Question:\n{first}\nIt began in April, when I ran. Is it a spur?\n\nAnswer:\nIt may be one. Rest it."
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert bool(list(titles_below_labels(read))) is is_doubt


def test_a_line_that_asks_behind_the_label_and_stands_alone_may_be_the_title() -> None:
    read = read_text(
        TextPage(f"Q: How long does a spur last?\n\n{WRITES} Is it a spur?\n\nA: A year. Rest it."), all_layouts()
    )
    assert read is not None
    assert list(titles_below_labels(read)) == [0]


def test_a_word_and_a_colon_left_in_front_of_a_question_may_be_a_label() -> None:
    asked = f"Concern: {AGAIN} Is it a spur?"
    assert doubted(f"{asked}\n\nAnswer: {TOLD}") == {asked}
    assert not doubted(f"Hello: {AGAIN} Is it a spur?\n\nAnswer: {TOLD}")
