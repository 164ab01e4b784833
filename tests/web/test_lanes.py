import signal
import threading
import time
from collections.abc import Iterator

import pytest

from extractor.web.lanes import in_lanes
from extractor.web.rate import Stopped
from tests.web.servers import PATIENCE


def lane(item: str) -> str:
    return item[0]


def test_results_come_in_the_order_of_the_items() -> None:
    def work(item: str) -> str:
        time.sleep(0.05 if item[0] == "a" else 0)
        return item.upper()

    items = ["a1", "b1", "a2", "c1", "b2", "a3"]
    assert list(in_lanes(items, lane, work, threads=3, stop=threading.Event())) == [item.upper() for item in items]


def test_one_lane_is_never_worked_on_twice_at_once_and_lanes_run_side_by_side() -> None:
    busy: list[str] = []
    together: set[int] = set()
    both = threading.Barrier(2, timeout=PATIENCE)

    def work(item: str) -> None:
        assert lane(item) not in busy
        busy.append(lane(item))
        if item in ("a0", "b0"):
            both.wait()
        together.add(len(busy))
        time.sleep(0.01)
        busy.remove(lane(item))

    items = [f"{name}{number}" for number in range(5) for name in "abc"]
    list(in_lanes(items, lane, work, threads=2, stop=threading.Event()))
    assert max(together) == 2


def test_an_interrupt_is_heard_where_results_are_waited_for() -> None:
    """Or it may be heard by a thread that works, as after Ctrl-Z, and end nothing until that is done."""

    def held(_: str) -> set[int]:
        return {int(number) for number in signal.pthread_sigmask(signal.SIG_BLOCK, [])}

    results = list(in_lanes(["a1", "b1"], lane, held, threads=2, stop=threading.Event()))
    assert all(signal.SIGINT in blocked for blocked in results)
    assert signal.SIGINT not in held("here")


def test_what_goes_wrong_in_a_lane_is_raised_in_its_turn() -> None:
    def work(item: str) -> str:
        if item == "b1":
            raise OSError(28, "No space left on device")
        return item

    results = in_lanes(["a1", "b1", "a2"], lane, work, threads=2, stop=threading.Event())
    assert next(results) == "a1"
    with pytest.raises(OSError, match="No space"):
        next(results)


def test_closing_stops_what_has_not_begun() -> None:
    stop = threading.Event()
    begun: list[str] = []

    def work(item: str) -> str:
        begun.append(item)
        if item != "a1" and stop.wait(PATIENCE):
            raise Stopped
        return item

    results = in_lanes(["a1", "a2", "a3", "b1"], lane, work, threads=1, stop=stop)
    assert isinstance(results, Iterator)
    assert next(results) == "a1"
    results.close()  # type: ignore[attr-defined] # a generator
    assert stop.is_set()
    assert "a3" not in begun
    assert "b1" not in begun


def test_nothing_to_do() -> None:
    assert list(in_lanes([], lane, str.upper, threads=4, stop=threading.Event())) == []
