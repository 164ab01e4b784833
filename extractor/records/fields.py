"""The one table of a record's fields, from which every flat form of it is made.

CSV, flat Parquet, SQLite and the evaluation derive their columns from `FIELDS`. A new field of the record is named in
`models`, here, and where it is read.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum
from operator import attrgetter
from typing import Any, TypeAlias

from extractor.records.models import Answer, Doctor, QAPage, Question

Value: TypeAlias = str | float | bool | tuple[str, ...] | None
"""What a field holds in the record."""

RecordPart: TypeAlias = QAPage | Question | Answer | Doctor


class Owner(StrEnum):
    """The part of the record that a field belongs to."""

    PAGE = "page"
    QUESTION = "question"
    ANSWER = "answer"
    DOCTOR = "doctor"


class Holds(StrEnum):
    """What kind of value a field holds."""

    TEXT = "text"
    TEXTS = "texts"
    """Short texts; in one cell with a comma between them."""
    PASSAGES = "passages"
    """Texts of any length; in one cell with a blank line between them."""
    COUNT = "count"
    """A whole number."""
    MEASURE = "measure"
    """A real number."""
    FLAG = "flag"
    """Yes or no."""


class Weight(Enum):
    """What a field counts for when a record is compared with gold."""

    MAIN = 2
    """A page is exactly right only if it is."""
    EXTRA = 1
    """Reported."""
    NONE = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A field: whose it is, its name there, the name of its column in flat tables, and what it holds."""

    owner: Owner
    name: str
    column: str
    holds: Holds = Holds.TEXT
    weight: Weight = Weight.NONE


FIELDS = (
    Field(Owner.PAGE, "source", "source"),
    Field(Owner.PAGE, "url", "url"),
    Field(Owner.PAGE, "site", "site"),
    Field(Owner.QUESTION, "title", "question_title", weight=Weight.MAIN),
    Field(Owner.QUESTION, "body", "question_body", weight=Weight.MAIN),
    Field(Owner.PAGE, "declared_answer_count", "declared_answer_count", Holds.COUNT, Weight.MAIN),
    Field(Owner.ANSWER, "position", "answer_position", Holds.COUNT),
    Field(Owner.ANSWER, "headline", "answer_headline", weight=Weight.MAIN),
    Field(Owner.ANSWER, "body", "answer_body", weight=Weight.MAIN),
    Field(Owner.DOCTOR, "name", "doctor_name", weight=Weight.MAIN),
    Field(Owner.DOCTOR, "credentials", "credentials", Holds.TEXTS, Weight.MAIN),
    Field(Owner.DOCTOR, "specialty", "specialty", weight=Weight.MAIN),
    Field(Owner.DOCTOR, "location", "location", weight=Weight.MAIN),
    Field(Owner.DOCTOR, "rating", "rating", Holds.MEASURE, Weight.MAIN),
    Field(Owner.DOCTOR, "reviews", "reviews", Holds.COUNT, Weight.MAIN),
    Field(Owner.ANSWER, "confidence", "confidence", Holds.MEASURE),
    Field(Owner.PAGE, "warnings", "warnings", Holds.TEXTS),
    # what only some pages print
    Field(Owner.QUESTION, "asker", "asker", weight=Weight.EXTRA),
    Field(Owner.QUESTION, "location", "question_location", weight=Weight.EXTRA),
    Field(Owner.QUESTION, "asked_at", "asked_at", weight=Weight.EXTRA),
    Field(Owner.QUESTION, "tags", "tags", Holds.TEXTS, Weight.EXTRA),
    Field(Owner.DOCTOR, "note", "doctor_note", weight=Weight.MAIN),
    Field(Owner.DOCTOR, "url", "doctor_url"),
    Field(Owner.ANSWER, "votes", "answer_votes", Holds.COUNT, Weight.EXTRA),
    Field(Owner.ANSWER, "accepted", "answer_accepted", Holds.FLAG, Weight.EXTRA),
    Field(Owner.ANSWER, "answered_at", "answered_at", weight=Weight.EXTRA),
    Field(Owner.ANSWER, "url", "answer_url"),
    Field(Owner.PAGE, "confidence", "page_confidence", Holds.MEASURE),
    # since version 2
    Field(Owner.PAGE, "id", "record_id"),
    Field(Owner.QUESTION, "votes", "question_votes", Holds.COUNT, Weight.EXTRA),
    Field(Owner.QUESTION, "comments", "question_comments", Holds.COUNT),
    Field(Owner.DOCTOR, "role", "doctor_role"),
    Field(Owner.ANSWER, "quotes", "answer_quotes", Holds.PASSAGES),
    Field(Owner.ANSWER, "comments", "answer_comments", Holds.COUNT),
    Field(Owner.PAGE, "corrected", "corrected", Holds.FLAG),
    Field(Owner.PAGE, "digest", "page_digest"),
)


def owned_by(*owners: Owner) -> tuple[Field, ...]:
    """The fields of some parts of the record: one owner after the other, each's in the order of the columns."""
    return tuple(field for owner in owners for field in FIELDS if field.owner is owner)


def reader_of(owner: Owner) -> Callable[[RecordPart], tuple[Value, ...]]:
    """What reads the fields of one part of the record, in the order of `owned_by`."""
    return attrgetter(*(field.name for field in owned_by(owner)))


def readers(weight: Weight, *owners: Owner) -> dict[str, Callable[[Any], Value]]:
    """By column, what reads the fields of this weight: of a record (page, question) or an answer (answer, doctor)."""
    return {field.column: _reader(field) for field in owned_by(*owners) if field.weight is weight}


def _reader(field: Field) -> Callable[[Any], Value]:
    read = attrgetter(field.name)
    part = {Owner.QUESTION: "question", Owner.DOCTOR: "doctor"}.get(field.owner)
    if part is None:
        return read
    return lambda whole: None if (found := getattr(whole, part)) is None else read(found)
