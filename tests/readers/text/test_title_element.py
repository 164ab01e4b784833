"""A page that begins with its title element begins with the heading that repeats it."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.title_element import from_heading

HEADING = "Is it normal to have a lump after liposuction?"
ASKED = "I had it done on May 2. Now there is a lump on my left side."
MENU = "Search\nFacelift\nBreast Augmentation\nLog in Sign up\n"


def first_line(page: str) -> tuple[int, int]:
    """Where the first line stands that is part of the page, and how many blank lines it has above."""
    line = from_heading(split_lines(page))[0]
    return line.start, line.blanks


@pytest.mark.parametrize(
    "above",
    [
        f"{HEADING} - Example Answers\n{MENU}",
        f"Example Answers: {HEADING}\n\n{MENU}\n\n",
        f"{HEADING}\n{MENU}",
        f"{HEADING}\n",
        f"{HEADING} Doctor Answers, Tips\n",
        f"{HEADING} | Example\nIs it normal to have a lump\n{MENU}",
    ],
)
def test_a_page_begins_with_the_longest_line_that_the_title_element_repeats(above: str) -> None:
    assert first_line(f"{above}{HEADING}\n{ASKED}\n") == (len(above), 0)


@pytest.mark.parametrize(
    "page",
    [
        f"{HEADING}\n{ASKED}\n{HEADING}\nIt is, for a year.\n",
        f"{HEADING}\n\n{HEADING}\n\nIt is, for a year.\n",
        f"{HEADING}\nnow it hurts\n{HEADING}\nIt is, for a year.\n",
        f"2024-05-27\n{MENU}2024-05-27\n",
        f"{HEADING}\n{MENU}04-02-2012, 08:31 PM\n{HEADING}\n{ASKED}\n",
        f"Lump after liposuctions - Example\n{MENU}Lump after liposuction\n{ASKED}\n",
        f"Facelift: how long does it take until I can go back to work? - Example\n{MENU}{ASKED}\n",
        f"{HEADING}\nNow it hurts\nwren\nDoctor Answers (2)\nAnn Rowe, MD\n{HEADING}\nIt is, for a year.\n",
        "Facelift\n",
    ],
    ids=[
        "question",
        "paragraphs",
        "short question",
        "the same day",
        "a day",
        "part of a word",
        "menu",
        "below a count",
        "one line",
    ],
)
def test_a_line_that_a_text_repeats_is_no_title_element(page: str) -> None:
    assert first_line(page) == (0, 0)


def test_a_page_without_lines_has_none() -> None:
    assert from_heading([]) == []
