"""Which column of a row holds the page."""

import pytest

from extractor.document import Document, MediaType
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources.corpora.columns import find_value, row_document


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"html": "a", "text": "b"}, ("html", "a")),
        ({"html": "", "text": "b"}, ("text", "b")),
        ({"html": "", "text": None}, ("html", "")),
        ({"meta": {"text": "c"}}, ("meta.text", "c")),
        ({"meta": "text"}, ("", None)),
    ],
)
def test_the_first_column_that_holds_something(row: dict[str, object], found: tuple[str, object]) -> None:
    assert find_value(row, ("html", "text", "meta.text")) == found


def test_a_page_is_of_the_kind_that_its_column_names() -> None:
    page = row_document("a#1", "html", "<p>Why?", "https://a.example")
    assert page == Document("<p>Why?", "a#1", "https://a.example", MediaType.HTML)
    assert row_document("a#1", "text", "Why?", 7) == Document("Why?", "a#1")


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        ("", None, Reason.NO_COLUMN),
        ("text", "", Reason.EMPTY),
        ("text", None, Reason.EMPTY),
        ("text", [1], Reason.BAD_ROW),
    ],
)
def test_what_is_no_page_has_a_reason(column: str, text: object, reason: Reason) -> None:
    found = row_document("a#1", column, text, None)
    assert isinstance(found, Failure)
    assert (found.reason, found.source) == (reason, "a#1")
