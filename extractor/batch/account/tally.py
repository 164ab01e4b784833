"""Counting what a batch meets. A tally is a flat counter, so that the tallies of workers add up."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeAlias

from pydantic import BaseModel

from extractor.records import Answer, Doctor, Failure, QAPage, Question

Tally: TypeAlias = Counter[tuple[str, ...]]
"""By what is counted: ("records",), ("failure", reason), ("field", site, name) and the like."""

Pattern: TypeAlias = tuple[str, ...]
"""Names of the fields that have a value."""

_PAGE = {name: name for name in ("url", "declared_answer_count")}
_QUESTION = {name: f"question.{name}" for name in Question.model_fields}
_ANSWER = {name: f"answer.{name}" for name in Answer.model_fields if name not in ("position", "confidence", "doctor")}
_DOCTOR = {name: f"doctor.{name}" for name in Doctor.model_fields}

RECORD_FIELDS = (*_PAGE.values(), *_QUESTION.values())
ANSWER_FIELDS = (*_ANSWER.values(), *_DOCTOR.values())


def count_record(tally: Tally, page: QAPage) -> None:
    """Add a record: its answers and warnings."""
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


def count_failure(tally: Tally, failure: Failure) -> None:
    """Add an input without record."""
    tally["failure", failure.reason.value] += 1
    tally["failed" if failure.reason.is_fault else "without-record",] += 1
    tally["lost-bytes",] += failure.lost_bytes or 0


def filled_fields(page: QAPage) -> list[Pattern]:
    """Which fields have a value: a pattern for the page and its question, one for each answer and its doctor.

    Pages are so much alike that counting patterns, and fields when they are added up, is far less work.
    """
    doctors = [_filled(answer.doctor, _DOCTOR) if answer.doctor else () for answer in page.answers]
    answers = [_filled(answer, _ANSWER) + doctor for answer, doctor in zip(page.answers, doctors, strict=True)]
    return [_filled(page, _PAGE) + _filled(page.question, _QUESTION), *answers]


def count_fields(tally: Tally, patterns: Counter[tuple[str, Pattern]]) -> None:
    """Add the fields of patterns, which are counted by site."""
    for (site, pattern), number in patterns.items():
        for field in pattern:
            tally["field", site, field] += number


def _filled(part: BaseModel, names: Mapping[str, str]) -> Pattern:
    values = part.__dict__
    return tuple([name for field, name in names.items() if values[field] is not None and values[field] != ()])
