"""A page beside its record: every character is shown once, cut where fields begin and end."""

import pytest

from extractor.display.page_view import view_of
from extractor.display.reread import reread
from extractor.document import Document
from tests.test_api import PAGE


def test_segments_are_the_lines_and_their_pointers_the_spans() -> None:
    page = reread(Document(PAGE))
    (record,) = page.records
    view = view_of(page, record, 1000)
    shown = ["".join(segment.text for segment in row.segments) for row in view.rows]
    assert shown == [line.strip() for line in PAGE.split("\n") if line.strip()]
    by_pointer: dict[str, str] = {}
    for row in view.rows:
        for segment in row.segments:
            for pointer in segment.pointers:
                by_pointer[pointer] = by_pointer.get(pointer, "") + segment.text
    assert by_pointer["/question/title"] == record.question.title
    assert by_pointer["/answers/1/doctor/name"] == "Luis Ortega"
    assert (view.above, view.below, view.left_out) == (None, None, 0)


@pytest.mark.parametrize("around", [1, 15, 99])
def test_of_a_long_page_the_lines_around_one_are_shown(around: int) -> None:
    page = reread(Document(PAGE))
    (record,) = page.records
    view = view_of(page, record, 5, around=around)
    assert len(view.rows) == 5
    numbers = [row.number for row in view.rows]
    first = page.numbers.index(numbers[0])
    assert numbers == list(page.numbers[first : first + 5])
    assert view.above == (page.numbers[first - 1] if first else None)


def test_fields_without_a_value_are_shown_where_one_can_be_given() -> None:
    page = reread(Document(PAGE))
    (record,) = page.records
    without, with_empty = (view_of(page, record, 99, with_empty=empty).parts for empty in (False, True))
    assert all(value.shown for part in without for value in part.values)
    assert {value.pointer for part in with_empty for value in part.values if not value.shown}
    assert [part.title for part in without] == ["Question", "Answer 1", "Answer 2"]
