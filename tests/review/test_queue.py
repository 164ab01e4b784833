"""What is worth most is looked at first, with others mixed in by chance, always the same."""

from extractor.records import Answer, QAPage, WarningCode
from extractor.records import Warning as Doubt
from extractor.review.queue import queue


def record(number: int, *confidences: float, flagged: bool) -> QAPage:
    answers = tuple(Answer(position=n, confidence=one) for n, one in enumerate(confidences, 1))
    doubts = (Doubt(code=WarningCode.CONFLICT, message="two"),) if flagged else ()
    return QAPage(source=str(number), id=str(number), answers=answers, warnings=doubts)


def test_what_is_worth_most_comes_first_and_others_are_mixed_in() -> None:
    records = [record(n, *[0.5] * n, flagged=True) for n in range(6)]
    records += [record(n, 1.0, flagged=False) for n in range(6, 30)]
    found = queue(records, sample=3)
    assert [one.id for one in found if one.is_flagged] == ["5", "4", "3", "2", "1", "0"]
    assert [one.is_flagged for one in found].count(False) == 3
    assert not found[1].is_flagged or not found[2].is_flagged
    assert found == queue(records, sample=3)
    assert len(queue(records, sample=100)) == 30
