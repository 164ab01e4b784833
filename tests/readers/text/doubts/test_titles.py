"""Titles, and what stands directly below them: what speaks against them is named, and against others it is not."""

import pytest

from extractor.readers.text.doubts.titles import OF_TITLES, titles_that_go_on
from extractor.readers.text.grammar.states import State
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

TITLE = "Is swelling normal after two weeks?"
LONG = "A nose that is as wide as it was on the first day"
ASKED = "I had surgery on May 2, and my nose is still as wide as on the first day."
ANSWERS = (
    "Doctor Answers\n\nSwelling after surgery\n\nIt takes a month, and you can cool it.\n\n"
    "Ann Lee, MD\nBoston Plastic Surgeon\n4.3 out of 5 stars 28 reviews\n"
)


COUNTED = "1 Answer\n\nIt takes a month, and you can cool it. Your nose will be narrow by then.\n"


def doubted(head: str, answers: str = ANSWERS) -> set[str]:
    """The lines that something speaks against."""
    read = read_text(TextPage(f"{head}\n\n{answers}"), all_layouts())
    assert read is not None
    return {read.cut.items[index].text for find, *_ in OF_TITLES for index in find(read)}


def test_a_section_above_the_title_is_named() -> None:
    for answers in (ANSWERS, COUNTED):
        assert doubted(f"Nose Surgery\n\n{TITLE}\n\n{ASKED}", answers) == {"Nose Surgery"}


def test_a_title_that_a_mark_tells_is_no_section() -> None:
    head = "Legal Question in Property Law in Ohio\n\nA Fence\n\nMay my neighbour move a fence that I paid for?"
    answers = "1 Answer from Attorneys\n\nAda Moss Moss & Hill\n\nRe: A Fence\n\nHe may not. Write to him first.\n"
    assert doubted(head, answers) == set()


def test_a_line_of_the_site_above_title_and_question_is_named() -> None:
    notice = "We use cookies to make this better. Accept"
    assert doubted(f"{notice}\n\n{TITLE}\n\n{ASKED}") == {notice}
    assert doubted(f"A nose that is swollen on one side\n\n{TITLE}") == set()


@pytest.mark.parametrize("remark", ["ada_of_leeds", "Nose job, 2 of 3", "Nose Surgery"])
def test_a_remark_below_the_title_is_named(remark: str) -> None:
    assert doubted(f"{TITLE}\n\n{remark}\n\n{ASKED}") == {remark}


def test_a_story_that_stands_for_the_title_is_named() -> None:
    story = "I had surgery in May. My nose is wide. Is it swollen?"
    assert doubted(story) == {story}


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (f"Nose Surgery Q&A\n\nSwelling of the bridge that has lasted for two weeks\n\n{ASKED}", None),
        (f"My nose is wide. It is still swollen.\n\n{ASKED}", "My nose is wide. It is still swollen."),
        (f"Wide nose after two weeks\n\n{ASKED}", None),
    ],
)
def test_titles_that_are_lost_or_are_none_are_named(head: str, line: str | None) -> None:
    assert doubted(head) == ({line} if line else set())


@pytest.mark.parametrize(
    ("below", "line"),
    [
        ("\nafter surgery in May\n\n", "after surgery in May"),
        ("?\nafter surgery it is wide.\n\n", None),
        ("\nSurgery was in May.\n", None),
        ("\n\nafter surgery in May\n\n", None),
    ],
    ids=["begins small", "below an end", "above more of it", "below a blank line"],
)
def test_the_rest_of_a_broken_title_is_named(below: str, line: str | None) -> None:
    page = f"{LONG}{below}{ASKED}\n\nReno, NV |\n\nAttorney answers 1\n\nIt may. Rest it for a week."
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert [read.cut.items[index].text for index in titles_that_go_on(read)] == ([line] if line else [])


LETTER = "My heel hurts when I run, and I do not know whether to rest it. What can I do?"
REPLY = "You can rest it for a week. Your shoes may be worn, and you may buy new ones."


@pytest.mark.parametrize(
    ("title", "is_doubted"),
    [
        ("I am glad that I may write to you at last.", True),
        ("If you have such a problem, read this to the end…", True),
        ("Heels that hurt in the morning.", False),
        ("I hate my heel", False),
        ("Ada Rowe", True),
        ("Ida Vale", False),
    ],
    ids=["a letter begins", "a site speaks", "nobody speaks", "no sentence", "whom it greets", "whom it does not"],
)
def test_titles_that_begin_the_letter_or_name_who_answers_are_named(title: str, is_doubted: bool) -> None:  # noqa: FBT001 - a table's column
    read = read_text(TextPage(f"{title}\n\nDoctor Ada Rowe, {LETTER}\n\nAnswer:\n\n{REPLY}"), all_layouts())
    assert read is not None
    assert read.reading.states[0] == State.TITLE
    named = {index for find, *_ in OF_TITLES for index in find(read)}
    assert named == ({0} if is_doubted else set())


def test_a_line_in_brackets_below_the_title_is_named() -> None:
    remark = "(Somebody unknown, on the wall of the house at the end of the lane)"
    assert doubted(f"{TITLE}\n\n{remark}\n\n{ASKED}") == {remark}
