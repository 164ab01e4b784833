"""Intervals that hold what they promise, and the queue."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.records import Answer, QAPage, WarningCode
from extractor.records import Warning as Doubt
from extractor.review.findings import findings, wilson
from extractor.review.queue import queue


@given(st.integers(1, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_an_interval_holds_its_share_and_lies_between_nothing_and_all(pair: tuple[int, int]) -> None:
    share = wilson(*pair)
    assert 0 <= share.low <= share.value <= share.high <= 1
    assert wilson(pair[0] * 4, pair[1] * 4).high - wilson(pair[0] * 4, pair[1] * 4).low < share.high - share.low


def test_the_interval_of_the_literature() -> None:
    share = wilson(5, 20)  # Brown, Cai, DasGupta 2001: the score interval of 5 in 20
    assert (round(share.low, 3), round(share.high, 3)) == (0.112, 0.469)


def test_silent_errors_are_of_the_unflagged_and_false_flags_of_the_flagged() -> None:
    found = findings([(True, True), (True, False), (True, False), (False, True), (False, False)])
    assert (found.reviewed, found.silent[:2], found.false[:2]) == (5, (1, 2), (2, 3))


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
