"""Records as tables, for notebooks: shown as HTML, or as a data frame of pandas, polars or Arrow."""

from collections.abc import Sequence
from html import escape
from typing import Any, Literal

from extractor.extras import require
from extractor.records.models import Answer, Doctor, QAPage
from extractor.records.rows import COLUMNS, cells

_MOST = 50
"""Rows that are shown of a long table."""
_LONG = 160
"""Characters that are shown of a long text."""


class Records(list[QAPage]):
    """A list of records that shows itself as a table, and becomes a data frame."""

    def _repr_html_(self) -> str:
        """What a notebook shows: a row for each record."""
        head = ("source", "site", "question", "answers", "confidence", "warnings")
        body = [
            (page.source, page.site, page.question.title, len(page.answers), page.confidence, _codes(page))
            for page in self[:_MOST]
        ]
        return _table(head, body, len(self))

    def to_frame(self, library: Literal["pandas", "polars", "arrow"] = "pandas") -> Any:  # noqa: ANN401 - of what is installed
        """A data frame with the columns of the CSV: a row for each answer, one for a page without answers.

        Raises:
            MissingExtra: if the library is not installed.

        """
        columns: dict[str, Sequence[Any]] = dict.fromkeys(COLUMNS, ())
        held = [row for page in self for row in cells(page)]
        if held:
            columns = dict(zip(COLUMNS, map(list, zip(*held, strict=True)), strict=True))
        if library == "arrow":
            return require("pyarrow", "parquet").table(columns)
        return require(library, "frames").DataFrame(columns)


def as_html(page: QAPage) -> str:
    """A record as a table: the question above, a row for each answer, the warnings below."""
    head = ("#", "doctor", "specialty", "location", "headline", "body", "rating", "reviews", "confidence")
    asked = "".join(f"<p>{_cell(text)}</p>" for text in (page.question.title, page.question.body) if text)
    doubts = "".join(f"<p>⚠ {_cell(f'{one.code.value}: {one.message}')}</p>" for one in page.warnings)
    return f"{asked}{_table(head, [_answer(answer) for answer in page.answers[:_MOST]], len(page.answers))}{doubts}"


def _answer(answer: Answer) -> tuple[object, ...]:
    doctor = answer.doctor or Doctor()
    name = ", ".join(filter(None, (doctor.name, *doctor.credentials)))
    told = (doctor.specialty, doctor.location, answer.headline, answer.body, doctor.rating, doctor.reviews)
    return answer.position, name, *told, answer.confidence


def _codes(page: QAPage) -> str:
    return ", ".join(dict.fromkeys(warning.code.value for warning in page.warnings))


def _table(head: Sequence[str], body: Sequence[Sequence[object]], size: int) -> str:
    names = "".join(f"<th>{name}</th>" for name in head)
    rows = "".join(f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>" for row in body)
    more = f"<p>and {size - len(body):,} more</p>" if size > len(body) else ""
    return f"<table><thead><tr>{names}</tr></thead><tbody>{rows}</tbody></table>{more}"


def _cell(value: object) -> str:
    """Whatever a page says, as text."""
    text = "" if value is None else str(value)
    return escape(text if len(text) <= _LONG else text[:_LONG] + "…")
