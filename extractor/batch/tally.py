"""Counting what a batch meets. A tally is a flat counter, so that the tallies of workers add up."""

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from extractor.errors import Reason
from extractor.records import Answer, Doctor, Failure, QAPage, Question

Tally: TypeAlias = Counter[tuple[str, ...]]
"""By what is counted: ("records",), ("failure", reason), ("field", site, name) and the like."""

QUESTION_FIELDS = {f"question.{name}": name for name in Question.model_fields}
ANSWER_FIELDS = {f"answer.{name}": name for name in Answer.model_fields if name not in ("position", "confidence")}
DOCTOR_FIELDS = {f"doctor.{name}": name for name in Doctor.model_fields}

NO_FAULT = frozenset({Reason.NOT_A_QA_PAGE, Reason.REVISIT, Reason.OTHER_MEDIA_TYPE, Reason.HTTP_STATUS})
"""Why an input rightly gives no record."""


def count_record(tally: Tally, page: QAPage, filled: list[str]) -> None:
    """Add a record: its answers, warnings and which fields are `filled`, by site."""
    site = page.site or ""
    tally["records",] += 1
    tally["answers",] += len(page.answers)
    tally["site", site, "records"] += 1
    tally["site", site, "answers"] += len(page.answers)
    if page.warnings:
        tally["flagged",] += 1
        tally["site", site, "flagged"] += 1
    for code in {warning.code.value for warning in page.warnings}:
        tally["warning", code] += 1
    for field in filled:
        tally["field", site, field] += 1


def count_failure(tally: Tally, failure: Failure) -> None:
    """Add an input without record."""
    tally["failure", failure.reason.value] += 1
    tally["failed",] += failure.reason not in NO_FAULT
    tally["lost-bytes",] += failure.lost_bytes or 0


def filled_fields(page: QAPage) -> Iterator[str]:
    """The names of the fields with a value, once for every value."""
    for name in ("url", "declared_answer_count"):
        if getattr(page, name) is not None:
            yield name
    yield from _filled(page.question, QUESTION_FIELDS)
    for answer in page.answers:
        yield from _filled(answer, ANSWER_FIELDS)
        if answer.doctor:
            yield from _filled(answer.doctor, DOCTOR_FIELDS)


def _filled(part: Question | Answer | Doctor, fields: dict[str, str]) -> Iterator[str]:
    return (name for name, attribute in fields.items() if getattr(part, attribute) not in (None, ()))
