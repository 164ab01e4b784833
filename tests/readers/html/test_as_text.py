"""HTML read by its lines: what is not about the question is not given to the grammar, and nothing moves."""

import pytest

from extractor.document import Document
from extractor.readers.html import as_text
from extractor.readers.html.as_text import headings, reach, read_lines
from extractor.readers.html.rendering.head import Head
from extractor.readers.html.rendering.parse import parse
from extractor.readers.html.rendering.render import render
from extractor.readers.html.rendering.rendered import Rendered
from extractor.readers.text.reader import TextReading
from extractor.readers.text.records import with_records
from extractor.sites import all_layouts

ASKED = "<p>I fell on my wrist a week ago and it still hurts me at night. Should I have it seen?</p>"
ANSWER = "<p>You should have it seen, because your wrist may be broken even if you can move it.</p><p>Ann Lee, MD<br>Boston Orthopedic Surgeon</p>"
THREAD = f"<h1>Is my wrist broken?</h1>{ASKED}<h2>Doctor Answers 1</h2>{ANSWER}"


def _rendered(markup: str) -> Rendered:
    return render(parse(Document(f"<body>{markup}</body>")).root)


def _read(markup: str) -> TextReading | None:
    layouts = all_layouts()
    return read_lines(_rendered(markup), Head(), layouts[-1], layouts)


def _texts(markup: str) -> list[str | None]:
    read = _read(markup)
    assert read is not None
    (record,) = with_records(read, "x", None, spans=True).records
    return [record.question.title, record.question.body, *(answer.body for answer in record.answers)]


@pytest.mark.parametrize(
    "heading",
    [
        "Related questions",
        "You might also like",
        "Perguntas relacionadas",
        "Leave a comment",
        "About the author",
        "Veja também",
    ],
)
def test_a_section_on_other_matters_is_in_no_field(heading: str) -> None:
    other = f"<h2>{heading}</h2><p>You should never take two of these tablets with wine, says your doctor.</p>"
    assert _texts(THREAD + other) == _texts(THREAD)


def test_a_section_ends_where_a_heading_of_its_level_begins() -> None:
    page = f"<h1>Is my wrist broken?</h1>{ASKED}<h2>Related questions</h2><h3>Why is my toe blue?</h3><h2>Doctor Answers 1</h2>{ANSWER}"
    assert _texts(page) == _texts(THREAD)


def test_what_stands_above_the_only_main_heading_is_in_no_field() -> None:
    assert _texts(f"<p>Ask one of our doctors, day and night. You are not alone.</p>{THREAD}") == _texts(THREAD)


@pytest.mark.parametrize("label", ["The question", "Pergunta:", "Expert answer", "Respuestas"])
def test_a_heading_that_only_announces_is_in_no_field(label: str) -> None:
    labelled = THREAD.replace("<p>I fell", f"<h3>{label}</h3><p>I fell")
    assert _texts(labelled) == _texts(THREAD)


def test_places_are_those_of_the_whole_page() -> None:
    page = _rendered(f"<p>Ask one of our doctors, day and night.</p>{THREAD}")
    layouts = all_layouts()
    read = read_lines(page, Head(), layouts[-1], layouts)
    assert read is not None
    (record,) = with_records(read, "x", None, spans=True).records
    ((start, end),) = (record.spans or {})["/question/title"]
    assert page.text[start:end] == "Is my wrist broken?"


def test_a_long_page_is_read_as_far_as_its_lines_go(monkeypatch: pytest.MonkeyPatch) -> None:
    page = _rendered("<p>one</p><p>two</p><p>three</p>")
    assert reach(page) == len(page.text)
    monkeypatch.setattr(as_text, "_MAX_LINES", 2)
    assert page.text[: reach(page)].split() == ["one", "two"]
    monkeypatch.setattr(as_text, "_MAX_CHARACTERS", 4)
    assert page.text[: reach(page)] == "one\n"


def test_only_main_headings_are_titles() -> None:
    assert headings(_rendered("<h1>One</h1><h2>Two</h2><p>x</p><h1>Three</h1>")) == ["One", "Three"]


def test_no_question_is_no_reading() -> None:
    assert _read("<h1>How scars heal</h1><p>Scars heal in three phases that take a year.</p>") is None
