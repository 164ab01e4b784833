"""The turns of one host: never two requests at once, a gap between them, and longer gaps for a host that complains."""

import random
from threading import Event

from pyrate_limiter import InMemoryBucket, MonotonicClock, Rate, RateItem

from extractor.errors import FetchFailed, Reason

JITTER = 0.25
"""A gap is up to this share longer than it must be, so that requests of several runs do not fall into step."""
_SLOWEST = 60.0
"""Seconds: the longest gap that slowing down alone leads to."""


class Stopped(Exception):
    """The run was stopped while a request waited for its turn."""


class Pace:
    """When the next request to one host may be sent. Not for use by several threads at once.

    A gap counts from the end of an answer, so that what the server sees between two requests is never less.
    """

    def __init__(self, gap: float, *, longest: float, stop: Event) -> None:
        """Leave `gap` seconds between requests; a wait above `longest` seconds is refused, one that `stop` ends raises.

        Raises:
            FetchFailed: from `wait`, with `Reason.HOST_BUSY`.
            Stopped: from `wait`.

        """
        self.gap = gap
        self._slowness = 1.0
        self._stretch = 1.0
        self._at_least = 0.0
        self._longest = longest
        self._stop = stop
        self._clock = MonotonicClock()
        self._bucket = InMemoryBucket([Rate(1, 1)])

    def wait(self) -> None:
        """Return when the next request may be sent."""
        seconds = max(self.gap * self._slowness * self._stretch, self._at_least)
        self._bucket.rates = [Rate(1, max(1, round(seconds * 1000)))]
        while not self._bucket.put(turn := RateItem("request", self._clock.now())):
            left = int(self._bucket.waiting(turn)) / 1000  # type: ignore[arg-type] # a number for this bucket
            if left > self._longest:
                raise FetchFailed(Reason.HOST_BUSY, _too_long(left, self._longest))
            if self._stop.wait(left):
                raise Stopped

    def rest(self, at_least: float = 0.0) -> None:
        """Start the gap: an answer has ended. `at_least` seconds are what the host or the back-off asks for."""
        self._stretch = random.uniform(1, 1 + JITTER)  # noqa: S311 - no secret
        self._at_least = at_least
        self._bucket.flush()
        self._bucket.put(RateItem("rest", self._clock.now()))

    def slow_down(self) -> None:
        """Double the gap: the host says that it is asked too often."""
        self._slowness = min(self._slowness * 2, max(1.0, _SLOWEST / max(self.gap, 0.001)))

    def ease(self) -> None:
        """Come back towards the normal gap: the host answers gladly."""
        self._slowness = max(1.0, self._slowness * 0.9)


def _too_long(seconds: float, longest: float) -> str:
    return f"the host wants {seconds:,.0f} s between requests, a run waits at most {longest:,.0f} s; try again later"
