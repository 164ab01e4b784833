"""What the settled records say of all: how many silent errors there are, and how many flags are false."""

from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

_Z = 1.96
"""The quantile of the normal distribution for an interval of 95 %."""


class Share(NamedTuple):
    """A share of a whole, with its 95 % interval."""

    part: int
    whole: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share itself; 0 of nothing."""
        return self.part / self.whole if self.whole else 0.0


class Findings(NamedTuple):
    """Of the records that were settled: how many, silent errors of the unflagged, false flags of the flagged."""

    reviewed: int
    silent: Share
    false: Share


def findings(settled: Iterable[tuple[bool, bool]]) -> Findings:
    """The findings from whether each settled record was flagged, and whether it was wrong."""
    pairs = list(settled)
    unflagged = [wrong for flagged, wrong in pairs if not flagged]
    flagged = [wrong for is_flagged, wrong in pairs if is_flagged]
    return Findings(len(pairs), wilson(sum(unflagged), len(unflagged)), wilson(flagged.count(False), len(flagged)))


def wilson(part: int, whole: int) -> Share:
    """The share with its 95 % score interval (Wilson 1927).

    >>> round(wilson(0, 10).low, 3), round(wilson(0, 10).high, 3), wilson(0, 0).high
    (0.0, 0.278, 1.0)
    """
    if not whole:
        return Share(0, 0, 0.0, 1.0)
    share, square = part / whole, _Z * _Z
    middle = share + square / (2 * whole)
    reach = _Z * sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    scale = 1 + square / whole
    low, high = max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)
    return Share(part, whole, min(share, low), max(share, high))  # rounding may put a bound on the wrong side
