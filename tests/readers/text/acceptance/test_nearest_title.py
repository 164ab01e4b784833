"""Which of several lines above the label of a question is the title."""

from dataclasses import replace

import pytest

from extractor.readers.text.acceptance.nearest_title import with_nearest_title
from extractor.readers.text.grammar.states import State
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

EXCHANGE = "Q: I run two miles a day, and my heel hurts. Is it a spur?\n\nA: It may be one. You can rest it for a week."


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("The Harbour Gazette\n\nHeels that hurt after a run", "Heels that hurt after a run"),
        ("The Harbour Gazette\n\nDoes my heel have a spur?", "Does my heel have a spur?"),
        ("Heels that hurt after a run\n\nBy Ann Rowe", "Heels that hurt after a run"),
        ("Heels that hurt after a run\n\n2024-02-16 09:42", "Heels that hurt after a run"),
        ("Heels that hurt after a run\n\nFebruary 16, 2024 4 min read", "Heels that hurt after a run"),
        ("Heels that hurt after a run\n\nAnn Rowe, MD", "Heels that hurt after a run"),
        ("Heels that hurt after a run\n\nOur expert: Ann Rowe, MD", "Heels that hurt after a run"),
        ("Heels that hurt after a run\n\nDr. Ann Rowe / Daily Correspondent", "Heels that hurt after a run"),
        ("Heels that hurt after a run\n\nA spur is a small bone. (Photo: Gazette)", "Heels that hurt after a run"),
        ("Heels that hurt after a run\n\n-A A +A", "Heels that hurt after a run"),
        ("Heels that hurt after a run\n\nSun | Neighbors", "Heels that hurt after a run"),
        ("Heels that hurt after a run\n\nRunning with a spur", "Running with a spur"),
        ("The Harbour Gazette\n\nBlisters and corns", "Blisters and corns"),
        ("Heels that hurt after a run", "Heels that hurt after a run"),
    ],
    ids=[
        "a paper",
        "a question",
        "a credit",
        "a day",
        "a day and more",
        "a doctor",
        "an expert",
        "a correspondent",
        "a caption",
        "sizes",
        "a paper's part",
        "two that the text speaks of",
        "two that it does not",
        "alone",
    ],
)
def test_the_title_is_the_last_line_above_the_label_that_may_be_one(above: str, title: str) -> None:
    read = read_text(TextPage(f"{above}\n\n{EXCHANGE}"), all_layouts())
    assert read is not None
    told = with_nearest_title(read)
    pairs = zip(told.cut.items, told.reading.states, strict=True)
    assert [item.text for item, state in pairs if state == State.TITLE] == [title]


def test_a_title_is_found_where_no_line_was_read_as_one() -> None:
    read = read_text(TextPage(f"March 23, 2023\n\nHeels that hurt after a run\n\n{EXCHANGE}"), all_layouts())
    assert read is not None
    states = tuple(State.UNASSIGNED if state == State.TITLE else state for state in read.reading.states)
    told = with_nearest_title(replace(read, reading=replace(read.reading, states=states)))
    assert told.cut.items[told.reading.states.index(State.TITLE)].text == "Heels that hurt after a run"
