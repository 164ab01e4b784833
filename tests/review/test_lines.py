"""Lines of an HTML page that are set right by hand: the record is what the page would have given."""

import json

import pytest

from extractor.display import Reread, reread
from extractor.document import Document
from extractor.errors import UsageError
from extractor.records import QAPage
from extractor.review.corrections import Deed, Step
from extractor.review.mending import mended
from tests.paths import FIXTURES


def page_of(name: str) -> Reread:
    path = FIXTURES / name
    return reread(Document(path.read_bytes(), source=path.name))


PAGES = (
    *("doctoralia/html-cards.html", "discourse/html-2023-comments.html", "engines/html-phpbb2.html"),
    *("engines/html-zhihu.html", "generic/html-author-name-alone-after.html", "generic/html-comments-as-answers.html"),
)
"""Pages whose markup tells the fields, with two answers at least."""
NAMED = ("engines/html-phpbb2.html", "engines/html-zhihu.html", "generic/html-author-name-alone-after.html")
"""Those on which a doctor's name is a line of its own."""


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> Reread:
    """One of the pages."""
    found = page_of(request.param)
    assert found.reading is None
    return found


def said(page: Reread, *roles: tuple[int, str]) -> QAPage:
    """The record after these lines were set right."""
    steps = [Step(deed=Deed.ROLE, item=line, state=state) for line, state in roles]
    return mended(page, page.records[0].id or "", steps)[1]


def line_at(page: Reread, pointer: str, which: int = 0) -> int:
    """The first line (or another) of a field."""
    spans = (page.records[0].spans or {})[pointer]
    inside = [n for n, line in enumerate(page.lines) if any(a <= line.start < b for a, b in spans)]
    return inside[which]


def check(page: Reread, record: QAPage) -> None:
    """Every text stands at its spans; positions count from 1."""
    assert [answer.position for answer in record.answers] == list(range(1, len(record.answers) + 1))
    assert QAPage.model_validate_json(record.model_dump_json()) == record
    dumped = json.loads(record.model_dump_json())
    for pointer, spans in (record.spans or {}).items():
        value = dumped
        for key in pointer.strip("/").split("/"):
            value = value[int(key)] if isinstance(value, list) else value[key]
        if pointer.endswith(("/title", "/headline", "/body", "/name")):
            assert "".join(value.split()) == "".join("".join(page.text[a:b] for a, b in spans).split()), pointer


def test_two_answers_are_joined_and_divided_again(page: Reread) -> None:
    before = page.records[0]
    first, second = before.answers[:2]
    line = line_at(page, "/answers/1/body")
    joined = said(page, (line, "body"))
    check(page, joined)
    assert len(joined.answers) == len(before.answers) - 1
    assert (first.body or "") in (joined.answers[0].body or "")
    assert (second.body or "").split("\n")[-1] in (joined.answers[0].body or "")
    assert joined.answers[0].doctor == first.doctor
    again = said(page, (line, "body"), (line, "first body line"))
    check(page, again)
    assert [answer.body for answer in again.answers] == [answer.body for answer in before.answers]


def test_a_line_is_a_title_a_question_or_nothing(page: Reread) -> None:
    line = line_at(page, "/answers/1/body")
    text = page.lines[line].text
    for state, field in (("title", "title"), ("question", "body")):
        record = said(page, (line, state))
        check(page, record)
        assert text in (getattr(record.question, field) or "")
        assert not any(text in (answer.body or "") for answer in record.answers)
    record = said(page, (line, "unassigned"))
    check(page, record)
    assert text not in record.model_dump_json(exclude={"text"})


@pytest.mark.parametrize("name", NAMED)
def test_a_line_names_the_doctor(name: str) -> None:
    page = page_of(name)
    ((start, end),) = (page.records[0].spans or {})["/answers/1/doctor/name"]
    line = next(n for n, one in enumerate(page.lines) if (one.start, one.end) == (start, end))
    without = said(page, (line, "unassigned"))
    check(page, without)
    assert without.answers[1].doctor is None or without.answers[1].doctor.name is None
    again = said(page, (line, "unassigned"), (line, "byline"))
    check(page, again)
    assert again.answers[1].doctor is not None
    assert again.answers[1].doctor.name == page.text[start:end]


def test_what_no_line_can_be_is_refused(page: Reread) -> None:
    for line, state in ((0, "nonsense"), (len(page.lines), "body"), (-1, "body")):
        with pytest.raises(UsageError):
            said(page, (line, state))
