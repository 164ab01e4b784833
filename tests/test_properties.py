"""What holds for every page, damaged ones and such as never were."""

from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor import Document, QAPage, UnreadableDocument, extract_records
from extractor.encodings import decode_document
from extractor.readers.lines import split_lines, with_plain_margins
from extractor.readers.people.pieces import visible
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.readers.text.roles import line_roles
from extractor.reading import examine
from extractor.sites import all_layouts
from tests.cost import costs_less
from tests.mutations import damaged_pages
from tests.paths import FIXTURES

_ODD_LINES = st.sampled_from(
    [
        "Doctor Answers 3",
        "4.9 out of 5 stars 12 reviews",
        "Jane Rowe, MD",
        "Leeds Dermatologist",
        "+2",
        "Q: why?",
        "A: so",
        "",
        "x",
    ]
)
ANY_TEXT = st.one_of(st.text(), st.lists(st.one_of(_ODD_LINES, st.text(max_size=40))).map("\n".join))
PAGES = st.one_of(damaged_pages(), ANY_TEXT)


def records_of(text: str) -> list[QAPage]:
    """The records with spans; none where the page is refused."""
    try:
        return extract_records(text, spans=True)
    except UnreadableDocument:
        return []


def folded(text: str) -> str:
    """White space is alike, and so are signs that steer a device; signs that take no room are left out."""
    return " ".join(visible(with_plain_margins(text)).split())


def value_at(record: QAPage, pointer: str) -> object:
    """What a JSON Pointer into the record points at."""
    value: object = record
    for step in pointer.removeprefix("/").split("/"):
        value = value[int(step)] if isinstance(value, tuple) else getattr(value, step)
    return value


@given(PAGES)
@example("Doctor Answers\rÂ\x80Ã\x80")
def test_every_span_says_its_value(text: str) -> None:
    for record in records_of(text):
        for pointer, spans in (record.spans or {}).items():
            value = value_at(record, pointer)
            shown = decode_document(
                Document(text)
            ).text  # garbled signs are one sign there: spans are places in what is decoded
            found = [folded(shown[start:end]) for start, end in spans]
            if isinstance(value, tuple):
                assert found == [folded(str(part)) for part in value]
            elif isinstance(value, str):
                assert folded(" ".join(found)) == folded(value)
            else:
                assert isinstance(value, int | float)
                assert len(found) == 1


@given(PAGES)
@example(
    (FIXTURES / "justdoc" / "headline-below-the-name.txt").read_text(encoding="utf-8")
)  # a mark over several lines
@example("Is it a spur? - Example\nHome\nHeels\nIs it a spur?\nMy heel hurts.\n")  # menus above the heading
@example("0\r\r\r0")  # no blank line stands alone
def test_every_line_is_accounted_for_once(text: str) -> None:
    read = read_text(TextPage(text), all_layouts())
    rows = line_roles(read) if read else []
    if read:
        assert [row.line[:3] for row in rows] == [line[:3] for line in split_lines(read.page.text)]
    for row in rows:
        ends = [row.line.start, *(piece.end for piece in row.pieces)]
        assert row.pieces
        assert all(end <= piece.start < piece.end <= row.line.end for end, piece in zip(ends, row.pieces, strict=False))


@given(PAGES)
def test_text_that_is_in_no_field_is_furniture_or_reported(text: str) -> None:
    reading = examine(Document(text)) if text.strip() else None
    if reading and reading.records and reading.read:
        reported = [warning.span for record in reading.records for warning in record.warnings]
        strays = [piece for row in line_roles(reading.read) for piece in row.pieces if piece.role == "unassigned"]
        assert all(any(span and span[0] <= piece.start < span[1] for span in reported) for piece in strays)


@given(PAGES)
def test_the_same_page_gives_the_same_bytes(text: str) -> None:
    first, second = ([record.model_dump_json() for record in records_of(text)] for _ in range(2))
    assert first == second


@given(PAGES)
def test_a_record_survives_its_json(text: str) -> None:
    for record in records_of(text):
        assert QAPage.model_validate_json(record.model_dump_json()) == record


@given(PAGES, st.sampled_from(["\n", "\r\n", "\r", "\n\u200b"]))
def test_the_quick_look_refuses_no_page_that_is_read(text: str, end: str) -> None:
    page = text.replace("\n", end)
    with patch("extractor.reading.may_be_qa_page", return_value=True):
        expected = records_of(page)
    assert records_of(page) == expected


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*/*-02.txt")), ids=attrgetter("stem"))
@pytest.mark.parametrize("blank", ["\n", " \n"])
def test_blank_lines_without_end_do_not_stop_the_reading(path: Path, blank: str) -> None:
    page = path.read_text(encoding="utf-8")
    padded = page.replace("\n\n", "\n" + blank * 5000)
    as_many = 1000  # so many times as many lines it has, nearly
    assert costs_less(lambda: records_of(padded), as_many, lambda: records_of(page))


_HEAD = "Heel pain\n\nQuestion: My heel hurts. What can I do?\n"
_GROWING: dict[str, Callable[[int], str]] = {
    "short lines that are asked": lambda number: f"{_HEAD}{_weeks(number)}\nAnswer: You should rest it.\n",
    "short lines that are told": lambda number: f"{_HEAD}\nAnswer: You should rest it.\n{_weeks(number)}",
    "one line again and again": lambda number: (
        f"{_HEAD}\nAnswer: You should rest it.\n" + "You can rest your heel for some weeks more\n" * number
    ),
    "questions with titles": lambda number: "".join(
        f"Heels in week {week}\n\nQuestion: My heel hurts. What can I do?\n\nAnswer: You should rest it.\n\n"
        for week in range(number // 5)
    ),
}


def _weeks(number: int) -> str:
    return "".join(f"You can rest your heel in week {week} of may\n" for week in range(number))


@pytest.mark.parametrize("kind", _GROWING)
def test_a_page_is_read_in_time_linear_in_its_length(kind: str) -> None:
    long, short = _GROWING[kind](8_000), _GROWING[kind](400)
    as_many = 60  # it has twenty times as many lines; what looks at all lines for each takes four hundred times as long
    assert costs_less(lambda: records_of(long), as_many, lambda: records_of(short))
