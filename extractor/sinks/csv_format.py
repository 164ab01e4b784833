"""CSV (RFC 4180): one row per answer; a page without answers is one row with the question alone."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import TypeAlias

from extractor.records import Answer, Doctor, QAPage
from extractor.sinks.textual import TextFormat

Cell: TypeAlias = str | float | bool | None

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_BYTE_ORDER_MARK = "\ufeff"


def rows(page: QAPage) -> Iterator[dict[str, Cell]]:
    """The record, flat: one row per answer, or one row when there is none. The keys are the columns, in order.

    `confidence` is the answer's (the page's stands at the end); `warnings` are those of the page and of this answer.
    """
    for answer in page.answers or (None,):
        yield _row(page, answer)


def _row(page: QAPage, answer: Answer | None) -> dict[str, Cell]:
    doctor = (answer.doctor if answer else None) or Doctor()
    question = page.question
    return {
        "source": page.source,
        "url": page.url,
        "site": page.site,
        "question_title": question.title,
        "question_body": question.body,
        "declared_answer_count": page.declared_answer_count,
        "answer_position": answer.position if answer else None,
        "answer_headline": answer.headline if answer else None,
        "answer_body": answer.body if answer else None,
        "doctor_name": doctor.name,
        "credentials": ", ".join(doctor.credentials),
        "specialty": doctor.specialty,
        "location": doctor.location,
        "rating": doctor.rating,
        "reviews": doctor.reviews,
        "confidence": answer.confidence if answer else page.confidence,
        "warnings": _warning_codes(page, answer),
        # what only some pages print
        "asker": question.asker,
        "question_location": question.location,
        "asked_at": question.asked_at,
        "tags": ", ".join(question.tags),
        "doctor_note": doctor.note,
        "doctor_url": doctor.url,
        "answer_votes": answer.votes if answer else None,
        "answer_accepted": answer.accepted if answer else None,
        "answered_at": answer.answered_at if answer else None,
        "answer_url": answer.url if answer else None,
        "page_confidence": page.confidence,
    }


def _warning_codes(page: QAPage, answer: Answer | None) -> str:
    concerned = (None, answer.position) if answer else (None,)
    codes = [warning.code.value for warning in page.warnings if warning.answer in concerned or not answer]
    return ", ".join(dict.fromkeys(codes))


COLUMNS = tuple(_row(QAPage(), None))


def _encode(page: QAPage, spell: Callable[[Cell], Cell]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([spell(cell) for cell in row.values()] for row in rows(page))
    return text.getvalue()


def _exact(cell: Cell) -> Cell:
    return str(cell).lower() if isinstance(cell, bool) else cell


def _harmless(cell: Cell) -> Cell:
    """Text that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV injection)."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else _exact(cell)


_HEADER = ",".join(COLUMNS) + "\r\n"

CSV = TextFormat(lambda page: _encode(page, _exact), head=_HEADER)

EXCEL_CSV = TextFormat(lambda page: _encode(page, _harmless), head=_BYTE_ORDER_MARK + _HEADER)
"""For spreadsheets: a byte order mark, and no cell that is run as a formula."""
