"""What blank lines say of a page."""

import pytest

from extractor.layout import Kind, Mark
from extractor.readers.lines import split_lines
from extractor.readers.people.bylines import find_bylines
from extractor.readers.text.matcher import Matcher
from extractor.readers.text.spacing import are_spread, is_dense
from tests.cost import costs_less

MARKS = Mark(Kind.COUNT, r"(?P<count>\d+) answers"), Mark(Kind.VOTE, r"\{\{ \d \}\}"), Mark(Kind.END, r"Related")


def _is_spread(text: str) -> bool:
    lines = split_lines(text)
    return are_spread(lines, Matcher(MARKS).find(text, lines), find_bylines(lines))


@pytest.mark.parametrize(("blanks", "lines", "expected"), [(0, 2, True), (1, 7, False), (1, 8, True), (2, 8, False)])
def test_one_blank_line_of_a_long_page_may_be_stray(blanks: int, lines: int, *, expected: bool) -> None:
    text = "\n\n".join(["It heals."] * blanks + ["\n".join(["It heals."] * (lines - blanks))])
    assert is_dense(split_lines(text)) is expected


@pytest.mark.parametrize(
    ("count", "apart", "expected"),
    [
        ("\n\n\n", "\n\n\n", True),
        ("\n\n", "\n\n\n", False),
        ("\n\n\n", "\n\nRelated\n\n\n", False),
        ("\n\n\n", "\n\n{{ 3 }}\n\n\n", True),
    ],
    ids=["everywhere", "not below the count", "no text below the other", "around a mark"],
)
def test_several_blank_lines_above_each_answer_say_nothing(count: str, apart: str, *, expected: bool) -> None:
    text = f"Why?\n\n2 answers{count}Rest\n\nIt heals.\n\nAnn Lee, MD\nLeeds Dermatologist{apart}Wait\n\nIt heals."
    assert _is_spread(text) is expected


def test_marks_in_a_row_cost_no_more_each_than_few() -> None:
    few, many = ("Why?\n\n" + "2 answers\n\n\n" * number + "It heals." for number in (500, 5_000))
    assert costs_less(lambda: _is_spread(many), 30, lambda: _is_spread(few))
