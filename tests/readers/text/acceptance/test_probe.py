"""The quick look: what it must not refuse, and what it should."""

import re
import sys

import pytest

from extractor.readers.lines import MARGIN, split_lines
from extractor.readers.text.acceptance.probe import may_be_qa_page
from extractor.readers.text.page import TextPage
from extractor.sites import all_layouts

MARKED = [
    "Q: What is it?",
    "12 answers",
    "Doctor Answers (3)",
    "Dr. Ada Rowe\nDr. Ada Rowe",
    "Patient: I am well.",
    "DR. ROWE: I limp.",
]
OTHERS = [
    "The lake is deep.",
    "x = answers(12)",
    "Answers are given below",
    "My surgeon is late",
    "Dry skin",
    "The lake\u200b is deep.",
    "A+B\n-1 C",
]


def test_a_margin_is_what_lines_are_stripped_of() -> None:
    stripped = [char for char in map(chr, range(sys.maxunicode + 1)) if char != "\n" and not split_lines(char)]
    assert all(re.fullmatch(MARGIN, char) for char in stripped)
    assert not re.search(MARGIN.replace("*+", ""), "\nabc0-_é漢")


@pytest.mark.parametrize("mark", MARKED)
@pytest.mark.parametrize("margin", ["", "  \t", "\u200b", "\n\n\u3000"])
def test_a_marked_line_is_seen_wherever_it_stands(mark: str, margin: str) -> None:
    for above, below in (("", ""), ("The lake\n", ""), ("The lake\r", "\rThe sea"), ("", "\r\nThe sea")):
        assert may_be_qa_page(TextPage(above + margin + mark + below), all_layouts())


@pytest.mark.parametrize("text", OTHERS)
def test_other_texts_are_refused(text: str) -> None:
    assert not may_be_qa_page(TextPage(text), all_layouts())
    assert not may_be_qa_page(TextPage(f"{text}\n\nIt rains.\n" * 50), all_layouts())


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("Ich kann nicht schlafen, Frau Doktor Müller.\nRosa, 34", True),
        ("Ich kann nicht schlafen, Frau Doktor Müller.\nRosa, 34 Betten", False),
        ("I cannot sleep.\nRosa, 34", False),
    ],
    ids=["with an age", "with a number", "in English"],
)
def test_who_signs_with_an_age_may_be_answered(text: str, *, may_be: bool) -> None:
    assert may_be_qa_page(TextPage(text), all_layouts()) is may_be
