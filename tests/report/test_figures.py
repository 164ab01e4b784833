"""Figures of the records in one pass; the sample holds as many flagged ones as others, and is always the same."""

import pytest

from extractor.errors import Reason
from extractor.records import Answer, Doctor, Failure, QAPage, WarningCode
from extractor.records import Warning as Doubt
from extractor.report.figures import MANY, Figures


def record(number: int, *, flagged: bool, answers: int = 2) -> QAPage:
    doubts = (Doubt(code=WarningCode.CONFLICT, message=f"two in {number}", line=7),) if flagged else ()
    doctor = Doctor(rating=4.8)
    held = tuple(Answer(position=n, confidence=0.97, doctor=doctor) for n in range(1, answers + 1))
    return QAPage(source=f"{number}.txt", id=str(number), answers=held, warnings=doubts)


def test_histograms_count_answers_records_and_stars() -> None:
    figures = Figures(4)
    for number in range(3):
        figures.add(record(number, flagged=False))
    figures.add(record(3, flagged=False, answers=MANY + 5))
    assert figures.confidences == {19: 3 * 2 + MANY + 5}
    assert figures.answers == {2: 3, MANY: 1}
    assert figures.ratings == {5.0: 3 * 2 + MANY + 5}


def test_examples_are_few_and_of_different_sources() -> None:
    figures = Figures(4)
    for number in (1, 1, 2, 3, 4):
        figures.add(record(number, flagged=True))
    assert [example.source for example in figures.warnings["conflict"]] == ["1.txt", "2.txt", "3.txt"]
    assert figures.warnings["conflict"][0].said == "line 7: two in 1"
    figures.add_failures([Failure(source="a", reason=Reason.EMPTY, detail="no text")] * 9)
    assert len(figures.failures["empty"]) == 1


@pytest.mark.parametrize("size", [0, 1, 10, 1000])
def test_half_of_the_sample_is_flagged(size: int) -> None:
    def drawn() -> list[tuple[str, str]]:
        figures = Figures(size)
        for number in range(200):
            figures.add(record(number, flagged=number % 2 == 0))
        return figures.sample()

    sample = drawn()
    assert sample == drawn()
    assert len(sample) == min(size, 200)
    assert sum(int(own) % 2 == 0 for _, own in sample) == min(size - size // 2, 100)
    assert [int(own) for _, own in sample] == sorted(int(own) for _, own in sample)
