"""Lines and their margins."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import extract_records
from extractor.readers.lines import split_lines, with_plain_margins, with_single_blanks
from tests.paths import FIXTURES

_ENDS = re.compile(r"\r\r\n|\r\n|\r|\n|\u2028")
_FEW = 3
"""Tabs that a text on one line has less of: more of them are the ends of its lines."""
texts = st.text(st.sampled_from("ab \n\n\t\r\u3000\u2028é"), max_size=30).filter(
    lambda text: not {"\n", "\r"}.isdisjoint(text) or text.count("\t") < _FEW
)


@given(texts)
def test_margins_are_moved_above_line_ends_and_nothing_else_is(text: str) -> None:
    plain = with_plain_margins(text)
    assert [char if not char.isspace() else " " for char in plain] == [
        char if not char.isspace() else " " for char in text
    ]
    assert plain.count("\n") == len(_ENDS.findall(text))
    assert not re.search(r"\n[^\S\n]", plain)
    assert with_plain_margins(plain) == plain


@given(texts)
def test_lines_stand_where_they_say(text: str) -> None:
    lines = split_lines(with_plain_margins(text))
    plain = text.replace("\u3000", " ").replace("\t", " ")
    assert [line.text for line in lines] == [line.strip() for line in re.split(r"[\r\n\u2028]", plain) if line.strip()]
    assert all(plain[line.start : line.end] == line.text for line in lines)


def test_the_day_of_a_copy_is_a_margin() -> None:
    (name, place) = split_lines(with_plain_margins(" date 2022-11 Ada Rowe\n date 2022-11 Leeds"))
    assert (name.text, name.start, place.text) == ("Ada Rowe", 14, "date 2022-11 Leeds")


def test_labels_in_bold_and_the_first_heading_of_markdown() -> None:
    title, label, text = split_lines(with_plain_margins("# Heels\n**Question:** Why?\n## No **bold:** words"))
    assert (title.text, label.text, text.text) == ("Heels", "Question:   Why?", "No **bold:** words")
    (number,) = split_lines(with_plain_margins("# 12"))
    assert number.text == "# 12"


def test_the_first_heading_of_markdown_stands_above_another_or_a_blank_line() -> None:
    assert with_plain_margins("## Title\n\nbody").split() == ["Title", "body"]
    assert with_plain_margins("# of days\nbody") == "# of days\nbody"


def test_signs_of_direction_are_margins() -> None:
    (line,) = split_lines("\u200f\u202bالسؤال")
    assert line.text == "السؤال"


def test_colours_of_a_terminal_are_margins() -> None:
    (name, place) = split_lines(with_plain_margins("\x1b[1mAda Rowe\x1b[0m\nLeeds"))
    assert (name.text, name.start, place.text) == ("Ada Rowe", 4, "Leeds")


def test_links_of_a_terminal_are_margins() -> None:
    linked = "\x1b]8;;https://rowe.example\x07Ada Rowe\x1b]8;;\x1b\\\nbody"
    assert [line.text for line in split_lines(with_plain_margins(linked))] == ["Ada Rowe", "body"]


def test_long_runs_of_white_space_take_no_long_time() -> None:
    for run in ("\n", " ", " \n", "\n ", "\n\n \n"):
        text = f"a\n b \n{run * 100_000}c \n"
        assert with_plain_margins(text).count("\n") == text.count("\n")


def test_signs_that_take_no_room_are_margins_at_the_end_of_a_line_too() -> None:
    page = "Title\u200b\na\u200bb \u200b\u2060\nlast\ufeff"
    assert [line.text for line in split_lines(with_plain_margins(page))] == ["Title", "a\u200bb", "last"]
    assert len(with_plain_margins(page)) == len(page)


def test_blank_lines_that_are_all_double_say_no_more_than_single_ones() -> None:
    assert [line.blanks for line in with_single_blanks(split_lines("a\n\n\nb\nc\n\n\n\n\nd"))] == [0, 1, 0, 2]
    lines = split_lines("a\n\n\nb\n\nc")
    assert with_single_blanks(lines) == lines


def test_a_page_that_is_quoted_as_a_whole_has_no_margin() -> None:
    assert with_plain_margins("> Title\n>\n> > body").split() == ["Title", "body"]
    assert with_plain_margins("> Title\n\nbody") == "> Title\n\nbody"


@pytest.mark.parametrize("sign", ["-", "*", "•", "+", "#"])
def test_a_page_of_which_each_line_is_an_item_has_no_margin(sign: str) -> None:
    page = f"{sign} Title\n\n{sign} body\n"
    assert with_plain_margins(page).split() == ["Title", "body"]
    assert with_plain_margins(f"{page}more").split()[-3:] == [sign, "body", "more"]


@pytest.mark.parametrize("end", ["<br>\n", "<BR />\n", "<br/>", r"\n", r"\r\n", "\t", " | ", "\\\n"])
def test_ends_of_lines_as_tools_write_them(end: str) -> None:
    lines = split_lines(with_plain_margins(end.join(["Title", "body", "", "more"]) + end))
    assert [(line.text, line.blanks) for line in lines] == [("Title", 0), ("body", 0), ("more", 1)]


def test_a_sign_between_words_ends_no_line() -> None:
    assert with_plain_margins(r"Title | in C:\new\name") == r"Title | in C:\new\name"
    assert with_plain_margins("Title\nwith <br> and \\ in it") == "Title\nwith <br> and \\ in it"


def test_doubled_ends_of_lines_are_told_by_most_gaps_being_wide() -> None:
    few = split_lines("a\n\nb\n\nc\n\n\n\nd")
    assert with_single_blanks(few) == few


def test_a_page_whose_ends_of_lines_are_doubled_gives_the_same_answers() -> None:
    text = (FIXTURES / "realself/a/blue-shine-on-the-bridge.txt").read_text(encoding="utf-8")
    (plain,), (doubled,) = extract_records(text), extract_records(text.replace("\n", "\n\n"))
    assert doubled.question == plain.question
    assert [(one.headline, one.body, one.doctor) for one in doubled.answers] == [
        (one.headline, one.body, one.doctor) for one in plain.answers
    ]


def test_a_link_that_is_all_of_a_line_is_its_words() -> None:
    text = "It heals.\n[Ada Rowe, MD](https://a.example/rowe)\nSee [this](https://a.example)."
    plain = with_plain_margins(text)
    assert [line.text for line in split_lines(plain)] == ["It heals.", "Ada Rowe, MD", "See [this](https://a.example)."]
    assert len(plain) == len(text)


def test_numbers_in_front_of_all_lines_are_their_margin() -> None:
    text = "   1\tIs it a spur?\n   2\t\n   3\tMy heel hurts.\n"
    assert [line.text for line in split_lines(with_plain_margins(text))] == ["Is it a spur?", "My heel hurts."]
    assert len(with_plain_margins(text)) == len(text)
    listed = "1. Rest\n2. Ice\nIt heals.\n"
    assert with_plain_margins(listed) == listed


def test_a_line_and_what_is_found_in_it_stand_where_they_say() -> None:
    text = "Is it a spur?\n\nRosa V. says: It may be one."
    line = split_lines(text)[1]
    found = re.match(r"(?P<who>[\w. ]+) says:", line.text)
    assert found is not None
    assert [text[slice(*span)] for span in (line.span, line.span_of(found, "who"), line.span_of(found))] == [
        "Rosa V. says: It may be one.",
        "Rosa V.",
        "Rosa V. says:",
    ]
