"""The table of fields names every field of the record, each once."""

import pytest
from pydantic import BaseModel

from extractor.records import Answer, Doctor, QAPage, Question
from extractor.records.fields import FIELDS, Owner, owned_by

_NESTED = {
    Owner.PAGE: {"schema_version", "question", "answers", "spans", "provenance", "text", "columns"},
    Owner.ANSWER: {"doctor"},
}
"""What is no single value, or says nothing of the page."""
_MODELS: dict[Owner, type[BaseModel]] = {
    Owner.PAGE: QAPage,
    Owner.QUESTION: Question,
    Owner.ANSWER: Answer,
    Owner.DOCTOR: Doctor,
}


@pytest.mark.parametrize("owner", Owner)
def test_every_field_of_the_record_is_in_the_table(owner: Owner) -> None:
    named = {field.name for field in owned_by(owner)}
    assert named == _MODELS[owner].model_fields.keys() - _NESTED.get(owner, set())


def test_no_two_fields_share_a_column() -> None:
    assert len({field.column for field in FIELDS}) == len(FIELDS)
