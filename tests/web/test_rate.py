import threading
import time

import pytest

from extractor.errors import FetchFailed, Reason
from extractor.web.rate import JITTER, Pace, Stopped


def pace(gap: float, longest: float = 10.0) -> Pace:
    return Pace(gap, longest=longest, stop=threading.Event())


def waited(turns: Pace) -> float:
    begin = time.monotonic()
    turns.wait()
    return time.monotonic() - begin


def test_the_first_request_waits_for_nothing() -> None:
    assert waited(pace(5.0)) < 0.1


def test_the_gap_counts_from_the_end_of_the_answer() -> None:
    turns = pace(0.2)
    turns.wait()
    time.sleep(0.15)
    turns.rest()
    assert 0.198 <= waited(turns) < 0.2 * (1 + JITTER) + 0.15


def test_gaps_are_jittered_but_never_shorter() -> None:
    turns = pace(0.02)
    gaps = []
    for _ in range(20):
        turns.rest()
        gaps.append(waited(turns))
    assert min(gaps) >= 0.018
    assert max(gaps) - min(gaps) > 0.001


def test_what_the_host_asks_for_is_waited_for() -> None:
    turns = pace(0.0)
    turns.rest(at_least=0.2)
    assert 0.198 <= waited(turns) < 0.4


def test_a_longer_wait_than_a_run_can_bear_is_refused_at_once() -> None:
    turns = pace(0.0, longest=60.0)
    turns.rest(at_least=3600.0)
    begin = time.monotonic()
    with pytest.raises(FetchFailed, match="3,600 s") as caught:
        turns.wait()
    assert caught.value.reason is Reason.HOST_BUSY
    assert time.monotonic() - begin < 0.5


def test_a_host_that_complains_is_asked_less_often_and_later_as_before() -> None:
    turns = pace(0.05)
    turns.slow_down()
    turns.slow_down()
    turns.rest()
    assert waited(turns) >= 0.198
    for _ in range(20):
        turns.ease()
    turns.rest()
    assert waited(turns) < 0.15


def test_stopping_ends_a_wait() -> None:
    stop = threading.Event()
    turns = Pace(30.0, longest=60.0, stop=stop)
    turns.rest()
    threading.Timer(0.1, stop.set).start()
    begin = time.monotonic()
    with pytest.raises(Stopped):
        turns.wait()
    assert time.monotonic() - begin < 5
