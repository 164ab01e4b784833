"""Names of those who answer beside the blocks of their answers."""

import pytest
from lxml import html

from extractor.readers.html.posts.by_shape.names_outside import take_in_names
from extractor.readers.html.rendering.lxml_names import Element
from extractor.records import QAPage, WarningCode
from tests.cost import costs_less
from tests.readers.html.posts.doctors import TEXTS, record_of

ANSWERS = [f"<div class='answer'><p>{text}</p></div>" for text in TEXTS]
DOCTORS = ("Ann Lee, MD", "Bo Ray, DO")


def _names(record: QAPage) -> list[str | None]:
    return [answer.doctor.name if answer.doctor else None for answer in record.answers]


@pytest.mark.parametrize("side", ["{0}{1}", "{1}{0}", "<div class='row'>{0}{1}</div>"], ids=["above", "below", "row"])
@pytest.mark.parametrize("name", ["<div>{}</div>", "<h3>{}</h3>", "<p><b>{}</b></p><p>May 2, 2023</p>"])
def test_a_doctor_is_named_beside_each_answer(side: str, name: str) -> None:
    pairs = zip(DOCTORS, ANSWERS, strict=True)
    record = record_of(*(side.format(name.format(doctor), answer) for doctor, answer in pairs))
    assert _names(record) == ["Ann Lee", "Bo Ray"]
    assert [answer.body for answer in record.answers] == list(TEXTS)


def test_a_member_is_named_by_class() -> None:
    record = record_of(
        *(f"<div class='author'>{who}</div>{one}" for who, one in zip(("mosslamp", "quill"), ANSWERS, strict=True))
    )
    assert _names(record) == ["mosslamp", "quill"]


def test_a_row_of_a_table_names_who_answers_in_the_next() -> None:
    cells = (
        f"<tr><td>{who}</td></tr><tr><td class='answer'><p>{text}</p></td></tr>"
        for who, text in zip(DOCTORS, TEXTS, strict=True)
    )
    record = record_of("<table>", *cells, "</table>")
    assert _names(record) == ["Ann Lee", "Bo Ray"]


def test_with_names_on_both_sides_nobody_is_said_to_answer() -> None:
    names = [f"<div class='author'>{name}</div>" for name in ("hal", "mosslamp", "quill")]
    record = record_of(names[0], ANSWERS[0], names[1], ANSWERS[1], names[2])
    assert _names(record) == [None, None]
    assert WarningCode.DOUBTFUL_PAGE in {warning.code for warning in record.warnings}


def test_a_line_between_answers_that_may_be_a_name_is_a_doubt() -> None:
    record = record_of(*(f"<p>{who}</p>{one}" for who, one in zip(("mosslamp", "quill"), ANSWERS, strict=True)))
    assert [warning.code for warning in record.warnings] == [WarningCode.DOUBTFUL_PAGE]


def test_a_label_between_answers_is_none() -> None:
    record = record_of(*(f"<p>Answer {n}</p>{one}" for n, one in enumerate(ANSWERS, 1)))
    assert not record.warnings


def test_who_asks_does_not_answer_a_lone_answer() -> None:
    assert _names(record_of("<div class='author'>hal</div>", ANSWERS[0])) == [None]


def test_what_a_doctor_does_stands_below_the_name_of_who_gave_a_lone_answer() -> None:
    told = "<h4>Ann Lee, MD</h4><div>Hand Surgeon</div><div><a href='/1'>More answers</a></div>"
    (answer,) = record_of(ANSWERS[0], told).answers
    assert answer.doctor is not None
    assert (answer.doctor.name, answer.doctor.specialty) == ("Ann Lee", "Hand Surgeon")


@pytest.mark.parametrize("name", ["<strong class='byline'>{}</strong>", "By <a class='by' href='/u/{}'>{}</a>"])
def test_the_foot_of_an_answer_names_a_member(name: str) -> None:
    feet = [f"<footer>{name.format(who, who)}</footer>" for who in ("mosslamp", "quill")]
    record = record_of(*(one.replace("</p>", f"</p>{foot}") for one, foot in zip(ANSWERS, feet, strict=True)))
    assert _names(record) == ["mosslamp", "quill"]
    assert [answer.body for answer in record.answers] == list(TEXTS)


def _unsigned(count: int) -> list[Element]:
    answer = "<div class='answer'><p>Rest the heel for some weeks, ice it at night, and then see somebody.</p></div>"
    return html.document_fromstring(f"<div>{answer * count}</div>").findall(".//div[@class='answer']")


def test_answers_without_names_take_linear_time() -> None:
    few, many = _unsigned(200), _unsigned(4000)
    assert costs_less(lambda: take_in_names(many), 60, lambda: take_in_names(few))
