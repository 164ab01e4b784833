"""Which records are written, and which are kept apart."""

import pytest

from extractor.records import QAPage, WarningCode
from extractor.records import Warning as Doubt
from extractor.records.choice import EVERYTHING, Choice

SURE = QAPage(confidence=0.95)
FLAGGED = QAPage(confidence=0.6, warnings=(Doubt(code=WarningCode.CONFLICT, message="two"),))


@pytest.mark.parametrize(
    ("choice", "taken"),
    [
        (EVERYTHING, [True, True]),
        (Choice(only_flagged=True), [False, True]),
        (Choice(min_confidence=0.95), [True, False]),
        (Choice(only_flagged=True, min_confidence=0.7), [False, False]),
    ],
)
def test_records_are_chosen(choice: Choice, taken: list[bool]) -> None:
    assert [choice.takes(record) for record in (SURE, FLAGGED)] == taken
    assert choice.is_everything == (choice == EVERYTHING)
