"""The best reading of a page: the best paths through its stretches, at the price that gives the declared answers."""

from bisect import bisect
from collections.abc import Sequence
from itertools import chain

from extractor.readers.text.grammar.states import Column, Mode
from extractor.readers.text.grammar.transitions import NEVER
from extractor.readers.text.grammar.viterbi import (
    SHORT,
    CountsByPrice,
    Reading,
    ScoreLine,
    Solver,
    Stretch,
    solver_of,
    stretches_of,
)
from extractor.readers.text.weights import Weights

_MAX_BISECTIONS = 12
_PRICE_STEP = 0.25
_TIE = 1e-6
_LONG_TIE = 1e-3
"""The same in a stretch that is long: its scores are sums of so many weights that their last digits say nothing."""


def decode(steps: Sequence[Column], mode: Mode, weights: Weights, declared: int | None = None) -> Reading:
    """The best reading of `steps`, with `declared` answers if that can be had at a fair price."""
    solver, stretches = solver_of(mode, weights), list(stretches_of(steps))
    free = _read(solver, stretches)
    if declared is None or (free.answers == declared and min(free.margins) > weights.count.clear_margin):
        return free
    counter = _Counter(solver, stretches)
    price = 0.0 if free.answers == declared else _price_of(counter, declared, free.answers)
    return free if price is None else _read(solver, stretches, _middle_price(counter, declared, price))


def decode_at(steps: Sequence[Column], mode: Mode, weights: Weights, price: float) -> Reading:
    """The best reading of `steps` where every answer brings `price`."""
    return _read(solver_of(mode, weights), list(stretches_of(steps)), price)


def _read(solver: Solver, stretches: Sequence[Stretch], price: float = 0.0) -> Reading:
    parts = [solver.solve(above, steps, price) for above, steps in stretches]
    return Reading(
        tuple(chain.from_iterable([part.states for part in parts]))[:-1],
        tuple(chain.from_iterable([part.margins for part in parts]))[:-1],
        tuple(chain.from_iterable([part.rivals for part in parts]))[:-1],
        sum([part.answers for part in parts]),
        sum([part.score for part in parts]),
        price,
    )


def _price_of(counter: "_Counter", declared: int, found: int) -> float | None:
    """A price per answer at which the best reading has just `declared` answers; None if no fair one does."""
    most = counter.most_price
    low, high = (0.0, most) if found < declared else (-most, 0.0)
    farthest = counter.count(high if found < declared else low)
    if farthest != declared and (farthest < declared) == (found < declared):
        return None  # the number grows with the price: not even the last fair one brings it there
    for _ in range(_MAX_BISECTIONS):
        price = (low + high) / 2
        found = counter.count(price)
        if found == declared:
            return price
        low, high = (price, high) if found < declared else (low, price)
    return None


def _middle_price(counter: "_Counter", declared: int, price: float) -> float:
    """The middle of the prices that give `declared` answers, as `price` does.

    There the margins say how far the last answer that is counted is from being none, and the best that is not counted
    from being one.
    """
    most = counter.most_price
    return (_edge(counter, declared, price, -most) + _edge(counter, declared, price, most)) / 2


def _edge(counter: "_Counter", declared: int, inside: float, outside: float) -> float:
    """The last price between `inside`, which gives `declared` answers, and `outside`, that does too."""
    while abs(outside - inside) > _PRICE_STEP:
        price = (inside + outside) / 2
        if counter.count(price) == declared:
            inside = price
        else:
            outside = price
    return inside


class _Counter:
    """The number of answers in the best reading, as a function of their price."""

    def __init__(self, solver: Solver, stretches: Sequence[Stretch]) -> None:
        self._solver = solver
        self.most_price = solver.most_price
        self._settled = 0
        self._open: list[tuple[Stretch, CountsByPrice]] = []
        self._long = [_LongStretch(solver, stretch) for stretch in stretches if len(stretch[1]) > SHORT]
        for stretch in stretches:
            if len(stretch[1]) <= SHORT:
                counts = solver.counts(*stretch)
                if counts.thresholds:
                    self._open.append((stretch, counts))
                else:
                    self._settled += counts.least

    def count(self, price: float) -> int:
        """The number of answers at `price`, which is between the lowest and the highest."""
        answers = self._settled + sum([stretch.count(price) for stretch in self._long])
        for stretch, counts in self._open:
            has_tie = any(abs(threshold - price) < _TIE for threshold in counts.thresholds)
            answers += self._solver.line(*stretch, price)[0] if has_tie else counts.at(price)
        return answers


class _LongStretch:
    """A stretch of so many steps that each best path through it is dear, and the lines that were met at some prices.

    The best score is the greatest of straight lines (as for `CountsByPrice`), so that between two prices with the same
    line there is no other, and between two lines for numbers next to each other there is only their crossing.
    """

    def __init__(self, solver: Solver, stretch: Stretch) -> None:
        self._solver = solver
        self._stretch = stretch
        self._prices: list[float] = []
        self._lines: list[ScoreLine] = []

    def count(self, price: float) -> int:
        """The number of answers at `price`."""
        place = bisect(self._prices, price)
        if 0 < place < len(self._prices):
            known = _count_between(self._lines[place - 1], self._lines[place], price)
            if known is not None:
                return known
        line = self._solver.line(*self._stretch, price)
        self._prices.insert(place, price)
        self._lines.insert(place, line)
        return line[0]


def _count_between(lower: ScoreLine, upper: ScoreLine, price: float) -> int | None:
    """The number of answers at a price between those of two lines; None if the lines do not tell."""
    more = upper[0] - lower[0]
    if more == 0:
        return lower[0]
    crossing = lower[1] - upper[1]
    if more > 1 or min(lower[1], upper[1]) < NEVER / 2 or abs(price - crossing) < _LONG_TIE:
        return None
    return upper[0] if price > crossing else lower[0]
