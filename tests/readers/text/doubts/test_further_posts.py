"""Lines of an answer with which something else may begin, on pages of no known site."""

import pytest

from extractor.readers.text.doubts.further_posts import (
    FURTHER,
    answers_in_questions,
    greetings_in_texts,
    lines_said_twice,
    parts_without_gaps,
    speakers_in_answers,
)
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

TOLD = "I would let somebody look at your heel, because a spur that you cannot feel is nothing that you must treat."
AGAIN = "My heel hurts after two miles, as it does in the morning, and new shoes have not helped at all so far."
SPOKEN = "Dr. Rowe: Heels heal within a year if they are rested."


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (f"Rest it.\n{AGAIN}\n{TOLD}\nDear Send to School?:\n{TOLD}", "Dear Send to School?:"),
        (f"\nHello!\nDear Ann,\n{TOLD}", None),
        ("It heals.\n\nQ My toe hurts.", "Q My toe hurts."),
        ("It heals.\n\nIt does. Q: My toe hurts.", "It does. Q: My toe hurts."),
        ("It heals.\n\nQueues are long.", None),
        (f"It heals.\n\n{TOLD}\n\n{TOLD}\n\nRest it.", TOLD),
        ("It heals.\nRest it daily.\nRest it daily.", "Rest it daily."),
        ("It heals.\nNo, no.\nNo, no.", "No, no."),
        ("It heals.\nNo, no.\nYes, yes.", None),
        (f"It heals.\n\n\n{TOLD}", TOLD),
        (f"It heals.\n\n\n{TOLD}\n\n\nRest it.", None),
        (f"It heals in a year.  I hope this helps you.\n\n{TOLD}", TOLD),
        ("It heals in a year. Good luck!\n\nPS. Do not run.", None),
        (f"It heals in a year. I hope so.\n{TOLD}", None),
        (f"It heals.\n\n{SPOKEN}", SPOKEN),
        ("It heals.\n\nDoes a toe heal?\n\nAnswer: So it does.", "Does a toe heal?"),
        ("It heals.\n\nIn short: Rest it for a year.", None),
        ("It heals.\n\nAnn (asker): So it did, within a year.", "Ann (asker): So it did, within a year."),
        ("It heals.\n\nComment from Ann: So it did.", "Comment from Ann: So it did."),
        ("It heals.\n\nAnn: It did so. Thank you!", "Ann: It did so. Thank you!"),
        ("It heals.\n\nHi Ann, rest it for a year, too.", "Hi Ann, rest it for a year, too."),
        ("Dear Ann,\nHi there, it heals.", None),
    ],
    ids=[
        "one more letter",
        "a greeting at the beginning",
        "a letter for a label",
        "a label behind a sentence",
        "a word with that letter",
        "said twice",
        "a short line twice",
        "words that are said again",
        "other words",
        "the only wide gap",
        "two wide gaps",
        "below a goodbye",
        "a postscript",
        "the next line",
        "another speaks",
        "a question above the next answer",
        "a word with a colon",
        "who asked comments",
        "a comment",
        "somebody thanks",
        "another greets",
        "two greetings",
    ],
)
def test_what_may_begin_something_else(told: str, line: str | None) -> None:
    read = read_text(TextPage(f"Question: I run two miles a day. Is it a spur?\n\nAnswer: {told}"), all_layouts())
    assert read is not None
    doubted = {read.cut.items[index].text for find, *_ in FURTHER for index in find(read)}
    assert doubted == ({line} if line else set())


def test_a_title_that_the_question_begins_with_and_goes_on_stands_there_twice() -> None:
    title = "Does a heel spur heal without surgery?"
    read = read_text(TextPage(f"{title}\n\n{title}\nI run. What can I do?\n\nAnswer: It may. Rest it."), all_layouts())
    assert read is not None
    assert [read.cut.items[index].text for index in lines_said_twice(read)] == [title]
    read = read_text(TextPage(f"{title}\n\n{title}\n\nAnswer: It may. Rest it for a week."), all_layouts())
    assert read is not None
    assert list(lines_said_twice(read)) == []


def test_a_line_of_the_byline_above_an_answer_stands_there_twice() -> None:
    page = "Does a heel spur heal?\n\nI run. Is it one?\n\n1 answer\n\nAnn Lee, MD\nPodiatrist\nLeeds\nLeeds\nIt may. Rest it."
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert [read.cut.items[index].text for index in lines_said_twice(read)] == ["Leeds"]


@pytest.mark.parametrize(
    ("last", "is_doubt"),
    [
        ("A spur heals within a year if the foot is rested.", True),
        ("I have rested my foot for a year, and it has not healed.", False),
        ("Our dog has rested his foot for a year, and it has not healed.", False),
        ("Does a spur heal within a year if the foot is rested?", False),
        ("Thanks in advance.", False),
    ],
)
def test_an_answer_at_the_end_of_a_question_is_named(last: str, is_doubt: bool) -> None:  # noqa: FBT001 - a table's column
    read = read_text(
        TextPage(f"Question: I run two miles a day. Is it a spur?\n\n{last}\n\nAnswer: It is."), all_layouts()
    )
    assert read is not None
    assert bool(list(answers_in_questions(read))) is is_doubt


@pytest.mark.parametrize(
    ("last", "is_doubt"),
    [("Hello, you may rest it for a year.", True), ("Thank you for your time.", False)],
)
def test_a_greeting_inside_a_question_may_begin_the_reply(last: str, is_doubt: bool) -> None:  # noqa: FBT001 - a table's column
    read = read_text(
        TextPage(f"Question: I run two miles a day. Is it a spur?\n{last}\n\nAnswer: It is."), all_layouts()
    )
    assert read is not None
    assert bool(list(greetings_in_texts(read))) is is_doubt


@pytest.mark.parametrize(("gap", "is_doubt"), [("\n", True), ("\n\n\n", False)])
def test_where_wide_gaps_part_the_texts_of_a_site_one_is_looked_for(gap: str, is_doubt: bool) -> None:  # noqa: FBT001 - a table's column
    page = f"Ask the Diabetes Team\n\nFrom Leeds, England:\nOur son is low at noon. Why?{gap}He eats too late.\n"
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert bool(list(parts_without_gaps(read))) is is_doubt


def test_who_signed_the_question_comments_on_the_answer() -> None:
    asked = "Question: I run two miles a day. Is it a spur? - Leopold, Maine"
    read = read_text(TextPage(f"{asked}\n\nAnswer: It is.\n\nLeopold: So it was."), all_layouts())
    assert read is not None
    assert [read.cut.items[index].text for index in speakers_in_answers(read)] == ["Leopold: So it was."]
