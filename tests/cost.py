"""What a piece of work costs, to be compared with what another costs on the same machine at the same moment."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def cost(work: Callable[[], object], *, times: int = 3, enough: float = 0.0) -> float:
    """The least processor time, in seconds, that some runs of `work` took; one below `enough` is the last."""
    least = float("inf")
    with untraced():
        for _ in range(times):
            begin = time.process_time()
            work()
            least = min(least, time.process_time() - begin)
            if least < enough:
                break
    return least


@contextmanager
def untraced() -> Iterator[None]:
    """Without the measurement of coverage, which takes several times as long as what it measures."""
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)
