"""A record as rows of a table: one row per answer, one for a page without answers."""

from collections.abc import Iterator
from typing import TypeAlias

from extractor.records.models import Answer, Doctor, QAPage

Cell: TypeAlias = str | float | bool | None

COLUMNS = (
    *("source", "url", "site", "question_title", "question_body", "declared_answer_count"),
    *("answer_position", "answer_headline", "answer_body"),
    *("doctor_name", "credentials", "specialty", "location", "rating", "reviews", "confidence", "warnings"),
    # what only some pages print
    *("asker", "question_location", "asked_at", "tags", "doctor_note", "doctor_url"),
    *("answer_votes", "answer_accepted", "answered_at", "answer_url", "page_confidence"),
)

_NOBODY = Doctor()


def rows(page: QAPage) -> Iterator[dict[str, Cell]]:
    """The record, flat: one row per answer, or one row when there is none. The keys are the columns, in order.

    `confidence` is the answer's (the page's stands at the end); `warnings` are those of the page and of this answer.
    """
    return (dict(zip(COLUMNS, row, strict=True)) for row in cells(page))


def cells(page: QAPage) -> Iterator[list[Cell]]:
    """The cells of each row, in the order of `COLUMNS`."""
    question = page.question
    page_cells = [page.source, page.url, page.site, question.title, question.body, page.declared_answer_count]
    question_cells = [question.asker, question.location, question.asked_at, ", ".join(question.tags)]
    for answer in page.answers:
        yield [
            *page_cells,
            *_answer(answer),
            _warning_codes(page, answer),
            *question_cells,
            *_more(answer),
            page.confidence,
        ]
    if not page.answers:
        nothing: list[Cell] = [None] * 9
        first = [*page_cells, *nothing, page.confidence, _warning_codes(page, None)]
        yield [*first, *question_cells, *nothing[:6], page.confidence]


def _answer(answer: Answer) -> tuple[Cell, ...]:
    """The columns from the position to the confidence."""
    doctor = answer.doctor or _NOBODY
    return (
        answer.position,
        answer.headline,
        answer.body,
        doctor.name,
        ", ".join(doctor.credentials),
        doctor.specialty,
        doctor.location,
        doctor.rating,
        doctor.reviews,
        answer.confidence,
    )


def _more(answer: Answer) -> tuple[Cell, ...]:
    """The columns from the doctor's note to the answer's address."""
    doctor = answer.doctor or _NOBODY
    return doctor.note, doctor.url, answer.votes, answer.accepted, answer.answered_at, answer.url


def _warning_codes(page: QAPage, answer: Answer | None) -> str:
    if not page.warnings:
        return ""
    concerned = (None, answer.position) if answer else (None,)
    codes = [warning.code.value for warning in page.warnings if warning.answer in concerned or not answer]
    return ", ".join(dict.fromkeys(codes))
