"""What a piece of work costs, to be compared with what another costs on the same machine at the same moment."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def costs_less(work: Callable[[], object], times: float, unit: Callable[[], object], *, tries: int = 3) -> bool:
    """Whether `work` takes less processor time than so many times a `unit` at the same moment, in one of some tries.

    A machine that has got other work to do is slower than it was a moment ago.
    """
    with untraced():
        return any(_cost(work) < times * min(_cost(unit) for _ in range(3)) for _ in range(tries))


def _cost(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


@contextmanager
def untraced() -> Iterator[None]:
    """Without the measurement of coverage, which takes several times as long as what it measures."""
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)
