"""A record as rows of a table: one row per answer, one for a page without answers."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from extractor.records.fields import FIELDS, Holds, Owner, owned_by, reader_of
from extractor.records.models import Answer, Doctor, QAPage

Cell: TypeAlias = str | float | bool | None

COLUMNS = tuple(field.column for field in FIELDS)

_OWNERS = (Owner.PAGE, Owner.QUESTION, Owner.ANSWER, Owner.DOCTOR)
_PLACES = tuple(owned_by(*_OWNERS).index(field) for field in FIELDS)
"""Where the value of each column stands among those of the page, the question, the answer and the doctor."""
_BETWEEN = {Holds.TEXTS: ", ", Holds.PASSAGES: "\n\n"}
_LISTS = tuple((place, _BETWEEN[field.holds]) for place, field in enumerate(FIELDS) if field.holds in _BETWEEN)
"""Columns whose cell is made of several texts, and what stands between them."""
_WARNINGS, _CONFIDENCE = COLUMNS.index("warnings"), COLUMNS.index("confidence")

_page, _question, _answer, _doctor = map(reader_of, _OWNERS)
_NOTHING = (None,) * len(owned_by(Owner.ANSWER, Owner.DOCTOR))
_NOBODY = Doctor()


def rows(page: QAPage) -> Iterator[dict[str, Cell]]:
    """The record, flat: one row per answer, or one row when there is none. The keys are the columns, in order.

    `confidence` is the answer's (the page's stands at the end); `warnings` are those of the page and of this answer.
    """
    return (dict(zip(COLUMNS, row, strict=True)) for row in cells(page))


def cells(page: QAPage) -> Iterator[list[Cell]]:
    """The cells of each row, in the order of `COLUMNS`."""
    shared = (*_page(page), *_question(page.question))
    for answer in page.answers:
        values = (*shared, *_answer(answer), *_doctor(answer.doctor or _NOBODY))
        yield _row(values, _warning_codes(page, answer))
    if not page.answers:
        row = _row((*shared, *_NOTHING), _warning_codes(page, None))
        row[_CONFIDENCE] = page.confidence
        yield row


def _row(values: tuple[Any, ...], warnings: str) -> list[Cell]:
    row = [values[place] for place in _PLACES]
    row[_WARNINGS] = (warnings,)
    for place, between in _LISTS:
        row[place] = None if row[place] is None else between.join(row[place])
    return row


def _warning_codes(page: QAPage, answer: Answer | None) -> str:
    if not page.warnings:
        return ""
    concerned = (None, answer.position) if answer else (None,)
    codes = [warning.code.value for warning in page.warnings if warning.answer in concerned or not answer]
    return ", ".join(dict.fromkeys(codes))
