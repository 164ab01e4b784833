"""The best path through the grammar, exactly: how items with weighed states become a reading of the page.

An item that can have one state only parts the page: what is best above it does not depend on what is best below. So the
page is solved by stretches, each up to and with the next such item. Stretches are short, and the same few thousand of
them are met on page after page; they are remembered.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from operator import add
from typing import NamedTuple

from extractor.readers.grammar import Gap, Mode, State, Step
from extractor.readers.weights import NEVER, Table, Transitions

CERTAIN = 20.0
"""The margin of a choice without a rival; margins are cut there."""
MAX_PRICE = 5.0
"""What one more or one less answer may cost before the declared number is disbelieved, in log-odds."""

_MAX_BISECTIONS = 12
_PRICE_STEP = 0.25
_CLEAR = 3.0
_TIE = 1e-6
_REMEMBERED_STRETCHES = 5_000
_SHORT = 12
_NO_RIVAL = (CERTAIN, None)
_END: Step = (Gap(1), (State.END,), (0.0,))

_Scores = Sequence[float]
_Stretch = tuple[int, tuple[Step, ...]]
"""The state above, and the steps, of which the last and no other has one state."""
_Line = tuple[int, float]
"""A number of answers, and a score without what they bring."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The best path: a state per step, how far each is ahead of its best rival, and that rival.

    `answers` is the number of answers that the path opens, `score` its log-odds, where each answer brings `price`.
    """

    states: tuple[int, ...]
    margins: tuple[float, ...]
    rivals: tuple[int | None, ...]
    answers: int
    score: float
    price: float = 0.0

    @property
    def is_grammatical(self) -> bool:
        """Whether the page can be read by the grammar at all; forced lines in an impossible order cannot."""
        return self.score > NEVER / 2


def decode(steps: Sequence[Step], mode: Mode, declared: int | None = None) -> Reading:
    """The best reading of `steps`, with `declared` answers if that can be had at a fair price."""
    solver, stretches = _solver_of(mode), list(_stretches(steps))
    free = _read(solver, stretches)
    if declared is None or (free.answers == declared and min(free.margins) > _CLEAR):
        return free
    counter = _Counter(solver, stretches)
    price = 0.0 if free.answers == declared else _price_of(counter, declared, free.answers)
    return free if price is None else _read(solver, stretches, _middle_price(counter, declared, price))


def _stretches(steps: Sequence[Step]) -> Iterator[_Stretch]:
    above, start = State.START, 0
    for index, (_, states, _) in enumerate(steps):
        if len(states) == 1:
            yield above, tuple(steps[start : index + 1])
            above, start = states[0], index + 1
    yield above, (*steps[start:], _END)


def _read(solver: "_Solver", stretches: Sequence[_Stretch], price: float = 0.0) -> Reading:
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
    low, high = (0.0, MAX_PRICE) if found < declared else (-MAX_PRICE, 0.0)
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
    return (_edge(counter, declared, price, -MAX_PRICE) + _edge(counter, declared, price, MAX_PRICE)) / 2


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

    def __init__(self, solver: "_Solver", stretches: Sequence[_Stretch]) -> None:
        self._solver = solver
        self._settled = 0
        self._open: list[tuple[_Stretch, _Counts]] = []
        self._long = [stretch for stretch in stretches if len(stretch[1]) > _SHORT]
        for stretch in stretches:
            if len(stretch[1]) <= _SHORT:
                counts = solver.counts(*stretch)
                if counts.thresholds:
                    self._open.append((stretch, counts))
                else:
                    self._settled += counts.least

    def count(self, price: float) -> int:
        """The number of answers at `price`, which is between the lowest and the highest."""
        answers = self._settled + sum([self._solver.solve(*stretch, price).answers for stretch in self._long])
        for stretch, counts in self._open:
            has_tie = any(abs(threshold - price) < _TIE for threshold in counts.thresholds)
            answers += self._solver.solve(*stretch, price).answers if has_tie else counts.at(price)
        return answers


class _Counts(NamedTuple):
    """The number of answers in a stretch at the lowest price, and the prices above which there is one more."""

    least: int
    thresholds: Sequence[float]

    def at(self, price: float) -> int:
        return self.least + bisect(self.thresholds, price)


@cache
def _solver_of(mode: Mode) -> "_Solver":
    """The solver for pages of this mode; modes are few, and what a solver remembers serves all pages."""
    return _Solver(mode)


class _Solver:
    """Solves stretches of the pages of one mode."""

    def __init__(self, mode: Mode) -> None:
        self._table = Transitions(mode).table
        self._remember = lru_cache(maxsize=_REMEMBERED_STRETCHES)(self._solve)
        self.counts = lru_cache(maxsize=_REMEMBERED_STRETCHES)(self._counts)

    def solve(self, above: int, steps: tuple[Step, ...], price: float) -> Reading:
        """The best path through a stretch."""
        return (self._remember if len(steps) <= _SHORT else self._solve)(above, steps, price)

    def _solve(self, above: int, steps: tuple[Step, ...], price: float) -> Reading:
        """By the best score of every beginning (forward) and of every rest (backward) of the stretch."""
        tables = self._tables(above, steps, price)
        beginnings = _forward(steps, tables)
        rests = _backward(steps, tables)
        chosen = _trace(beginnings, tables)
        score = beginnings[-1][0]
        choices = [
            _rival(list(map(add, ahead, behind)), possible, index, score) if len(possible) > 1 else _NO_RIVAL
            for (_, possible, _), ahead, behind, index in zip(steps, beginnings, rests, chosen, strict=True)
        ]
        margins, rivals = zip(*choices, strict=True)
        states = tuple([possible[index] for (_, possible, _), index in zip(steps, chosen, strict=True)])
        return Reading(states, margins, rivals, _answers(tables, chosen), score, price)

    def _counts(self, above: int, steps: tuple[Step, ...]) -> _Counts:
        """The counts of a stretch.

        The best score at a price is the greatest of straight lines, one for each number of answers, which is its slope.
        """
        least, most = (self._line(above, steps, price) for price in (-MAX_PRICE, MAX_PRICE))
        return _Counts(least[0], tuple(self._thresholds(above, steps, least, most)))

    def _thresholds(self, above: int, steps: tuple[Step, ...], lower: _Line, upper: _Line) -> Iterator[float]:
        """The prices at which the best line changes, between two lines: where they cross, unless another is above."""
        slope = upper[0] - lower[0]
        if slope == 0:
            return
        crossing = (lower[1] - upper[1]) / slope
        middle = self._line(above, steps, crossing) if slope > 1 else lower
        if lower[0] < middle[0] < upper[0]:
            yield from self._thresholds(above, steps, lower, middle)
            yield from self._thresholds(above, steps, middle, upper)
        else:
            yield from [crossing] * slope

    def _line(self, above: int, steps: tuple[Step, ...], price: float) -> _Line:
        """The number of answers of the best path at `price`, and its score without what they bring."""
        tables = self._tables(above, steps, price)
        beginnings = _forward(steps, tables)
        answers = _answers(tables, _trace(beginnings, tables))
        return answers, beginnings[-1][0] - price * answers

    def _tables(self, above: int, steps: Sequence[Step], price: float) -> list[Table]:
        """The weights above each step."""
        before: tuple[int, ...] = (above,)
        tables = []
        for gap, states, _ in steps:
            tables.append(self._table(gap, before, states, price))
            before = states
        return tables


def _answers(tables: Sequence[Table], chosen: Sequence[int]) -> int:
    """The number of answers that a path opens."""
    befores = (0, *chosen[:-1])
    return sum([table.opens[after][before] for table, before, after in zip(tables, befores, chosen, strict=True)])


def _rival(scores: list[float], states: Sequence[int], chosen: int, best: float) -> tuple[float, int | None]:
    """How far the chosen state is ahead of the best other, and which that is; none if it is out of sight."""
    scores[chosen] = NEVER
    rival = max(scores)
    return (best - rival, states[scores.index(rival)]) if rival > best - CERTAIN else _NO_RIVAL


def _forward(steps: Sequence[Step], tables: Sequence[Table]) -> list[_Scores]:
    """For every step and state the score of the best beginning that ends there."""
    scores: _Scores = (0.0,)
    columns: list[_Scores] = []
    for (_, _, evidence), table in zip(steps, tables, strict=True):
        scores = [own + max(map(add, scores, weights)) for own, weights in zip(evidence, table.into, strict=True)]
        columns.append(scores)
    return columns


def _backward(steps: Sequence[Step], tables: Sequence[Table]) -> list[_Scores]:
    """For every step and state the score of the best rest of the stretch behind it."""
    scores: _Scores = (0.0,)
    columns = [scores]
    for (_, _, evidence), table in zip(steps[:0:-1], tables[:0:-1], strict=True):
        behind = list(map(add, scores, evidence))
        scores = [max(map(add, behind, weights)) for weights in table.out_of]
        columns.append(scores)
    columns.reverse()
    return columns


def _trace(beginnings: Sequence[_Scores], tables: Sequence[Table]) -> list[int]:
    """For every step the place of the best path's state among the step's states."""
    index = 0
    chosen = [index]
    for scores, table in zip(beginnings[-2::-1], tables[:0:-1], strict=True):
        values = list(map(add, scores, table.into[index]))
        index = values.index(max(values))
        chosen.append(index)
    chosen.reverse()
    return chosen
