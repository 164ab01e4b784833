"""CSV (RFC 4180): one row per answer; a page without answers is one row with the question alone."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from extractor.records import Answer, Doctor, QAPage
from extractor.sinks.textual import TextFormat

Cell: TypeAlias = str | float | bool | None

COLUMNS = (
    *("source", "url", "site", "question_title", "question_body", "declared_answer_count"),
    *("answer_position", "answer_headline", "answer_body"),
    *("doctor_name", "credentials", "specialty", "location", "rating", "reviews", "confidence", "warnings"),
    # what only some pages print
    *("asker", "question_location", "asked_at", "tags", "doctor_note", "doctor_url"),
    *("answer_votes", "answer_accepted", "answered_at", "answer_url", "page_confidence"),
)
_ACCEPTED = COLUMNS.index("answer_accepted")

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_BYTE_ORDER_MARK = "\ufeff"
_NOBODY = Doctor()


def rows(page: QAPage) -> Iterator[dict[str, Cell]]:
    """The record, flat: one row per answer, or one row when there is none. The keys are the columns, in order.

    `confidence` is the answer's (the page's stands at the end); `warnings` are those of the page and of this answer.
    """
    return (dict(zip(COLUMNS, cells, strict=True)) for cells in _rows(page))


def _rows(page: QAPage) -> Iterator[list[Cell]]:
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


def _encode(page: QAPage, spell: Callable[[list[Cell]], list[Cell]]) -> str:
    """The rows, as `csv.writer` writes them, which looks at every character and takes five times as long."""
    return "".join([",".join([_quoted(cell) for cell in spell(row)]) + "\r\n" for row in _rows(page)])


def _quoted(cell: Cell) -> str:
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    if '"' in cell:
        return '"' + cell.replace('"', '""') + '"'
    return f'"{cell}"' if "," in cell or "\n" in cell or "\r" in cell else cell


def _exact(row: list[Cell]) -> list[Cell]:
    accepted = row[_ACCEPTED]  # the only column of truth values
    row[_ACCEPTED] = None if accepted is None else str(accepted).lower()
    return row


def _harmless(row: list[Cell]) -> list[Cell]:
    """Text that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV injection)."""
    return ["'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell for cell in _exact(row)]


_HEADER = ",".join(COLUMNS) + "\r\n"

CSV = TextFormat(lambda page: _encode(page, _exact), head=_HEADER)

EXCEL_CSV = TextFormat(lambda page: _encode(page, _harmless), head=_BYTE_ORDER_MARK + _HEADER)
"""For spreadsheets: a byte order mark, and no cell that is run as a formula."""
