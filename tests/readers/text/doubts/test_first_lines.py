"""First lines of answers that may be their headlines."""

import pytest

from extractor.readers.text.doubts.first_lines import first_lines_apart, first_lines_close_to_text
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import TextReading, read_text
from extractor.sites import all_layouts

PAGE = (
    "Is swelling normal after two weeks?\n\nI had surgery on May 2. My nose is wide. Is it swollen?{gap}{first}It takes a "
    "month, and you can cool it.\n\nAnn Lee, MD\nBoston Plastic Surgeon\n4.3 out of 5 stars 28 reviews\n\n"
    "Patience\n\nPlease wait for a year with this.\n\nBoise Plastic Surgeon\n4.9 out of 5 stars 8 reviews\n"
)


def read_as_page(gap: str, first: str) -> TextReading:
    """The best reading of a page whose first answer begins so."""
    read = read_text(TextPage(PAGE.format(gap=gap, first=first)), all_layouts())
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("gap", "first", "line"),
    [
        ("\n\n\n", "Swelling after surgery\n\n", "Swelling after surgery"),
        ("\n\n\n", "You swell for a month.\n\n", None),
        ("\n\nDoctor Answers 2\n\n\n", "Swelling after surgery\n\n", None),
    ],
    ids=["the count of answers is lost", "a sentence", "the count is there"],
)
def test_a_first_line_that_stands_alone_may_be_the_headline(gap: str, first: str, line: str | None) -> None:
    read = read_as_page(gap, first)
    assert [read.cut.items[index].text for index in first_lines_apart(read)] == ([line] if line else [])


def test_where_there_is_one_answer_the_count_says_nothing_of_blank_lines() -> None:
    text = PAGE.format(gap="\n\nDoctor Answers 1\n\n\n", first="Swelling after surgery\n\n").partition("Patience")[0]
    read = read_text(TextPage(text), all_layouts())
    assert read is not None
    assert [read.cut.items[index].text for index in first_lines_apart(read)] == ["Swelling after surgery"]


def test_a_first_line_directly_above_the_text_may_be_the_headline() -> None:
    read = read_as_page("\n\nDoctor Answers 2\n\n\n", "Rest is what you need now.\n")
    assert [read.cut.items[index].text for index in first_lines_close_to_text(read)] == ["Rest is what you need now."]
