"""What a run tells of its outcomes, one by one and all together."""

import pytest

from extractor.batch.account.manifest import counts
from extractor.batch.account.tally import Tally
from extractor.cli.summary import Outcomes, describe, totals
from extractor.errors import Reason
from extractor.records import Answer, Failure, QAPage, WarningCode
from extractor.records import Warning as Doubt

DOUBT = Doubt(code=WarningCode.CONFLICT, message="two")
PAGE = QAPage(source="a.txt", answers=(Answer(position=1),), confidence=0.5, warnings=(DOUBT,))
NONE = Failure(source="b.txt", reason=Reason.NOT_A_QA_PAGE, detail="no question")
FAULTS = [Failure(source=f"{number}.txt", reason=Reason.EMPTY, detail="no text") for number in range(5)]


def test_records_of_a_page_are_one_line() -> None:
    assert describe([PAGE]) == "a.txt: 1 answer, confidence 0.500, 1 warning"
    assert describe([PAGE, PAGE]) == "a.txt: 2 questions, 2 answers, confidence 0.500, 2 warnings"


def test_outcomes_are_said_as_they_come(capsys: pytest.CaptureFixture[str]) -> None:
    Outcomes(only_faults=False).say([[PAGE], NONE, FAULTS[0]])
    assert capsys.readouterr().err.splitlines() == [
        "a.txt: 1 answer, confidence 0.500, 1 warning",
        "b.txt: no Q&A page, no record",
        "0.txt: empty: no text",
    ]


def test_of_many_pages_only_faults_are_said_and_not_too_many(capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = Outcomes(only_faults=True, most=2)
    outcomes.say([[PAGE], NONE, *FAULTS])
    said = capsys.readouterr().err.splitlines()
    assert said[:2] == ["0.txt: empty: no text", "1.txt: empty: no text"]
    assert said[2:] == ["more failures follow; all of them are listed in the errors file"]


def test_the_end_counts_everything_and_names_a_few_files() -> None:
    counted = Tally({("inputs",): 1, ("documents",): 1234, ("records",): 1, ("failed",): 2, ("left-out",): 3})
    line = totals(counts(counted), ["a.json", "a.csv"], replaced=True)
    assert line == (
        "1,234 pages in 1 input: 1 record (0 with warnings), 0 without a record, 2 failed, 3 left out by name;"
        " replaced a.json, a.csv"
    )
    assert totals(counts(counted), [f"{n}.csv" for n in range(20)]).endswith("; wrote 20 files, which 19.csv lists")
