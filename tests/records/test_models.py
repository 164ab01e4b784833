"""Records of an earlier version stay readable; numbers that are no counts are refused."""

import json

import pytest
from pydantic import ValidationError

from extractor.records import MAX_COUNT, Answer, Doctor, QAPage, Question

_PAGE = QAPage(
    question=Question(title="Is it normal?", tags=("nose",)),
    answers=(Answer(position=1, body="It is.", doctor=Doctor(name="Anna Berg", credentials=("MD",), reviews=12)),),
    spans={"/question/title": ((0, 13),)},
)


def _first_version(page: QAPage) -> str:
    """The record as version 1 wrote it."""
    data = page.model_dump(mode="json") | {"schema_version": "1"}
    for name in ("id", "digest", "corrected"):
        del data[name]
    for name in ("votes", "comments"):
        del data["question"][name]
    for answer in data["answers"]:
        del answer["quotes"], answer["comments"], answer["doctor"]["role"]
    return json.dumps(data)


def test_a_record_of_version_1_is_read() -> None:
    assert QAPage.model_validate_json(_first_version(_PAGE)) == _PAGE


def test_an_unknown_version_is_refused() -> None:
    with pytest.raises(ValidationError, match="schema_version"):
        QAPage.model_validate_json(_PAGE.model_dump_json().replace('"schema_version":"2"', '"schema_version":"3"'))


@pytest.mark.parametrize("number", [MAX_COUNT + 1, -1])
def test_what_is_out_of_bounds_is_no_count(number: int) -> None:
    assert Doctor(reviews=MAX_COUNT).reviews == MAX_COUNT
    with pytest.raises(ValidationError):
        Doctor(reviews=number)
