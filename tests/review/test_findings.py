"""Intervals that hold what they promise, of shares."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.review.findings import findings, wilson


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
