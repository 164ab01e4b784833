"""A record as rows: one an answer, each with what it shares and its own warnings."""

from extractor.records import Answer, Doctor, QAPage, Question, WarningCode
from extractor.records import Warning as Doubt
from extractor.records.rows import COLUMNS, rows

ANSWERS = (
    Answer(position=1, body="So.", confidence=0.9, doctor=Doctor(name="Ada Example", credentials=("MD", "FACS"))),
    Answer(position=2, body="No.", confidence=0.4),
)
WARNINGS = (
    Doubt(code=WarningCode.COUNT_MISMATCH, message="the page declares 3"),
    Doubt(code=WarningCode.DOUBTFUL_BOUNDARY, message="here", answer=2),
    Doubt(code=WarningCode.DOUBTFUL_BOUNDARY, message="and here", answer=2),
)
PAGE = QAPage(
    question=Question(title="Is it?", tags=("skin", "sun")), answers=ANSWERS, warnings=WARNINGS, confidence=0.4
)


def test_each_answer_has_a_row_with_the_columns_in_order() -> None:
    first, second = rows(PAGE)
    assert tuple(first) == COLUMNS
    assert (first["question_title"], second["question_title"]) == ("Is it?", "Is it?")
    assert (first["doctor_name"], first["credentials"], second["doctor_name"]) == ("Ada Example", "MD, FACS", None)
    assert first["tags"] == "skin, sun"
    assert (first["confidence"], second["confidence"]) == (0.9, 0.4)


def test_a_warning_stands_in_the_rows_that_it_concerns_and_once() -> None:
    first, second = rows(PAGE)
    assert first["warnings"] == "count-mismatch"
    assert second["warnings"] == "count-mismatch, doubtful-boundary"
    assert [row["warnings"] for row in rows(PAGE.model_copy(update={"warnings": ()}))] == ["", ""]


def test_a_page_without_answers_is_one_row_with_its_own_confidence() -> None:
    (row,) = rows(PAGE.model_copy(update={"answers": ()}))
    assert (row["answer_position"], row["answer_body"], row["confidence"]) == (None, None, 0.4)
