"""What a piece of work costs, to be compared with what another costs on the same machine at the same moment."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_SHARE = 0.1
"""Of the time of a piece of work, how long its unit is repeated at least: a load that comes and goes meets both."""


def costs_less(work: Callable[[], object], times: float, unit: Callable[[], object], *, tries: int = 3) -> bool:
    """Whether `work` takes less processor time than so many times a `unit` at the same moment, in one of some tries.

    A machine that has got other work to do is slower than it was a moment ago.
    """
    with untraced():
        return any((cost := _cost(work, 0)) < times * _cost(unit, _SHARE * cost) for _ in range(tries))


def _cost(work: Callable[[], object], at_least: float) -> float:
    """Seconds of the processor that `work` takes on the mean, done once or until it took so many in all."""
    begin, done, passed = time.process_time(), 0, 0.0
    while not done or passed < at_least:
        work()
        done, passed = done + 1, time.process_time() - begin
    return passed / done


@contextmanager
def untraced() -> Iterator[None]:
    """Without the measurement of coverage, which takes several times as long as what it measures."""
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)
