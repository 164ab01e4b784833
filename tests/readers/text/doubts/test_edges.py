"""The first lines of a page and its last: what speaks against them is named, and against others it is not."""

import pytest

from extractor.readers.text.doubts.edges import (
    AT_EDGES,
    ends_above_titles,
    headlines_like_text,
    remarks_below_question,
    sections_below_answer,
)
from extractor.readers.text.grammar.states import State
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

TITLE = "Is swelling normal after two weeks?"
ASKED = "I had surgery on May 2, and my nose is still as wide as on the first day."
ANSWERS = (
    "Doctor Answers\n\nSwelling after surgery\n\n{votes}It takes a month, and you can cool it.\n\n"
    "Ann Lee, MD\nBoston Plastic Surgeon\n4.3 out of 5 stars 28 reviews\n\n"
    "Patience\n\nPlease wait for a year with this. {last}\n"
)


def doubted(head: str, votes: str = "", last: str = "") -> set[str]:
    """The lines that something speaks against."""
    read = read_text(TextPage(f"{head}\n\n{ANSWERS.format(votes=votes, last=last)}"), all_layouts())
    assert read is not None
    return {read.cut.items[index].text for find, *_ in AT_EDGES for index in find(read)}


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\n{ASKED}",
        TITLE,
        f"Swelling after two weeks\n\n{ASKED}",
        f"{TITLE}\n\nHi doctors\n\n{ASKED}",
        f"Swollen nose after two weeks of rest\n\nIs this normal?\n\n{ASKED}",
    ],
)
def test_nothing_speaks_against_a_whole_page(head: str) -> None:
    assert doubted(head, last="Good luck!") == set()


def test_a_last_line_like_a_headline_is_named() -> None:
    assert doubted(f"{TITLE}\n\n{ASKED}", last="\n\nWhat I would do") == {"What I would do"}


def test_a_question_that_ends_an_answer_above_the_next_question_is_named() -> None:
    page = (
        "Q: I run. Is it a spur?\n\nA: It is. Rest it.\nDoes a toe heal?\n\nQ: I fell. Is it broken?\n\nA: It is not."
    )
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert "Does a toe heal?" in {read.cut.items[index].text for find, *_ in AT_EDGES for index in find(read)}


@pytest.mark.parametrize(("last", "is_doubt"), [("Love, Ada", False), ("More of it", True)])
def test_a_farewell_ends_an_answer_above_the_next_question(last: str, is_doubt: bool) -> None:  # noqa: FBT001 - a table's column
    page = f"Q: I run. Is it a spur?\n\nA: It is. Rest it.\n{last}\n\nQ: I fell. Is it broken?\n\nA: It is not."
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert (last in {read.cut.items[index].text for index in ends_above_titles(read)}) is is_doubt


def test_a_headline_above_votes_is_one_with_several_sentences_too() -> None:
    answers = ANSWERS.format(votes="{{ voteCount }}\n\n", last="")
    page = f"{TITLE}\n\n{ASKED}\n\n{answers}".replace("Swelling after surgery", "Wait a year. Then ask.")
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert "Wait a year. Then ask." in read.texts_of(State.HEADLINE)
    assert list(headlines_like_text(read)) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Rest is what you need now.\nIt takes a month.", "Rest is what you need now."),
        ("Hi there,\nIt takes a month.", None),
        ("1. Rest.\n2. Wait.", None),
    ],
)
def test_a_short_line_directly_above_text_may_be_the_headline(text: str, line: str | None) -> None:
    page = f"{TITLE}\n\n{ASKED}\n\nDoctor Answers\n\n{text}\n\nAnn Lee, MD\nBoston Plastic Surgeon\n"
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert [read.cut.items[index].text for find, *_ in AT_EDGES for index in find(read)] == [line] * bool(line)


@pytest.mark.parametrize("broken", ["month.\nPatience\n\nPlease", "month.\n\nPatience\nPlease"])
def test_a_headline_may_have_lost_the_line_above_or_below_it(broken: str) -> None:
    page = f"{TITLE}\n\n{ASKED}\n\nSwelling after surgery\n\nIt takes a month.\n\nPatience\n\nPlease wait for a year.\n"
    for text, is_doubt in ((page, False), (page.replace("month.\n\nPatience\n\nPlease", broken), True)):
        read = read_text(TextPage(text), all_layouts())
        assert read is not None
        found = {read.cut.items[index].text for find, *_ in AT_EDGES for index in find(read)}
        assert ("Patience" in found) is is_doubt


@pytest.mark.parametrize(
    ("headline", "is_doubt"),
    [("Swelling after surgery", False), ("It is early. Swelling feels as hard as bone.", True), ("Wait.", False)],
)
def test_a_headline_of_several_sentences_may_be_text(headline: str, is_doubt: bool) -> None:  # noqa: FBT001 - a table's column
    page = f"{TITLE}\n\n{ASKED}\n\n{ANSWERS.format(votes='', last='')}".replace("Swelling after surgery", headline)
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert [read.cut.items[index].text for find, *_ in AT_EDGES for index in find(read)] == [headline] * is_doubt


def test_a_headline_without_a_text_may_be_the_text() -> None:
    page = f"{TITLE}\n\n{ASKED}\n\n{ANSWERS.format(votes='', last='')}"
    page = page.replace("It takes a month, and you can cool it.\n\n", "")
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert "Swelling after surgery" in {read.cut.items[index].text for find, *_ in AT_EDGES for index in find(read)}


@pytest.mark.parametrize(
    ("last", "is_doubt"),
    [("ON MY SHELF: A book on heels.", True), ("NOTE: Rest it.", False), ("Rest it.", False), ("----\nRest it.", True)],
)
def test_what_a_rule_or_a_heading_in_capitals_opens_may_be_another_section(last: str, is_doubt: bool) -> None:  # noqa: FBT001 - a table's column
    read = read_text(TextPage(f"Q: My heel hurts. Is it a spur?\n\nA: It may be one.\n\n{last}"), all_layouts())
    assert read is not None
    assert bool(list(sections_below_answer(read))) == is_doubt


def test_two_lines_like_headlines_above_a_text_are_named() -> None:
    assert doubted(f"{TITLE}\n\n{ASKED}", votes="More about noses\n\n") == {"Swelling after surgery"}
    assert doubted(f"{TITLE}\n\n{ASKED}", votes="More about noses\n") == {"Swelling after surgery"}
    assert doubted(f"{TITLE}\n\n{ASKED}", votes="Hello there\n\n") == set()


@pytest.mark.parametrize("remark", ["Send to a friend", "1.2k views · 14 shares"])
def test_a_remark_below_the_question_is_named(remark: str) -> None:
    assert doubted(f"{TITLE}\n\n{ASKED}\n\n{remark}") == {remark}


def test_a_headline_above_the_count_of_answers_is_named() -> None:
    page = f"{TITLE}\n\n{ASKED}\n\n{ANSWERS.format(votes='', last='')}"
    page = page.replace("Doctor Answers\n\nSwelling after surgery", "Swelling after surgery\n\nDoctor Answers")
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert "Swelling after surgery" in {read.cut.items[index].text for index in remarks_below_question(read)}
