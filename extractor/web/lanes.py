"""Work in lanes: what shares a lane is done one after another, lanes run side by side, results come in order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import Generic, TypeVar

from extractor.limits import interrupts_held
from extractor.web.rate import Stopped

T = TypeVar("T")
R = TypeVar("R")
_GRACE = 5.0
"""Seconds for which threads are waited for when a run is broken off."""


@dataclass(frozen=True, slots=True)
class _Raised:
    error: BaseException


class _Lane(Generic[T, R]):
    def __init__(self) -> None:
        self.items: list[T] = []
        self._results: SimpleQueue[R | _Raised] = SimpleQueue()

    def run(self, work: Callable[[T], R], stop: Event) -> None:
        try:
            for item in self.items:
                if stop.is_set():
                    return
                self._results.put(work(item))
        except Stopped:
            return
        except BaseException as error:  # noqa: BLE001 - raised again where the result is taken
            self._results.put(_Raised(error))

    def take(self) -> R:
        result = self._results.get()
        if isinstance(result, _Raised):
            raise result.error
        return result


def in_lanes(
    items: Sequence[T], lane_of: Callable[[T], str], work: Callable[[T], R], *, threads: int, stop: Event
) -> Iterator[R]:
    """The results of `work` for `items`, in their order; items of different lanes are worked on by several threads.

    What `work` raises is raised here. When the iterator is closed before its end, `stop` is set and nothing new begun.
    """
    lanes: dict[str, _Lane[T, R]] = {}
    for item in items:
        lanes.setdefault(lane_of(item), _Lane()).items.append(item)
    waiting: SimpleQueue[_Lane[T, R]] = SimpleQueue()
    for lane in lanes.values():
        waiting.put(lane)
    crew = [Thread(target=_run_all, args=(waiting, work, stop), daemon=True) for _ in range(min(threads, len(lanes)))]
    with interrupts_held():  # Ctrl-C is for who waits here: a thread that heard it would wake nobody
        for thread in crew:
            thread.start()
    try:
        for item in items:
            yield lanes[lane_of(item)].take()
    except BaseException:
        stop.set()
        raise
    finally:
        patience = monotonic() + _GRACE
        for thread in crew:
            thread.join(max(0.0, patience - monotonic()))


def _run_all(waiting: "SimpleQueue[_Lane[T, R]]", work: Callable[[T], R], stop: Event) -> None:
    while True:
        try:
            lane = waiting.get_nowait()
        except Empty:
            return
        lane.run(work, stop)
