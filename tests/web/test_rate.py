import pytest

from extractor.errors import FetchFailed, Reason
from extractor.web.rate import JITTER, Pace, Stopped
from tests.web.clock import Clock


def pace(clock: Clock, gap: float, longest: float = 10.0) -> Pace:
    return Pace(gap, longest=longest, stop=clock.event)


def waited(turns: Pace, clock: Clock) -> float:
    begin = clock.seconds
    turns.wait()
    return clock.seconds - begin


def test_the_first_request_waits_for_nothing(clock: Clock) -> None:
    assert waited(pace(clock, 5.0), clock) == 0


def test_the_gap_counts_from_the_end_of_the_answer(clock: Clock) -> None:
    turns = pace(clock, 0.2)
    turns.wait()
    clock.seconds += 0.15
    turns.rest()
    assert 0.2 <= round(waited(turns, clock), 3) <= 0.2 * (1 + JITTER) + 0.002


def test_gaps_are_jittered_but_never_shorter(clock: Clock) -> None:
    turns = pace(clock, 0.2)
    gaps = []
    for _ in range(20):
        turns.rest()
        gaps.append(waited(turns, clock))
    assert min(gaps) >= 0.199
    assert max(gaps) <= 0.2 * (1 + JITTER) + 0.002
    assert max(gaps) - min(gaps) > 0.001


def test_what_the_host_asks_for_is_waited_for(clock: Clock) -> None:
    turns = pace(clock, 0.0)
    turns.rest(at_least=0.2)
    assert round(waited(turns, clock), 2) == 0.2


def test_a_longer_wait_than_a_run_can_bear_is_refused_at_once(clock: Clock) -> None:
    turns = pace(clock, 0.0, longest=60.0)
    turns.rest(at_least=3600.0)
    with pytest.raises(FetchFailed, match="3,600 s") as caught:
        turns.wait()
    assert caught.value.reason is Reason.HOST_BUSY
    assert clock.waits == []


def test_a_host_that_complains_is_asked_less_often_and_later_as_before(clock: Clock) -> None:
    turns = pace(clock, 0.05)
    turns.slow_down()
    turns.slow_down()
    turns.rest()
    assert waited(turns, clock) >= 0.199
    for _ in range(20):
        turns.ease()
    turns.rest()
    assert waited(turns, clock) <= 0.05 * (1 + JITTER) + 0.002


def test_stopping_ends_a_wait(clock: Clock) -> None:
    turns = pace(clock, 30.0, longest=60.0)
    turns.rest()
    clock.stops = True
    with pytest.raises(Stopped):
        turns.wait()
    assert len(clock.waits) == 1
