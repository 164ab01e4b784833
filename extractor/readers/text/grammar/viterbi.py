"""The best path through a stretch of a page.

An item that can have one state only parts the page: what is best above it does not depend on what is best below. So a
page is solved by stretches, each up to and with the next such item. Stretches are short, and the same few thousand of
them are met on page after page; they are remembered.
"""

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate, repeat
from operator import add
from typing import NamedTuple, TypeVar

from extractor.readers.text.grammar.states import Column, Gap, Mode, State, chain_of
from extractor.readers.text.grammar.transitions import NEVER, Table, Transitions
from extractor.readers.text.weights import Weights

CERTAIN = 20.0
"""The margin of a choice without a rival; margins are cut there."""
SHORT = 12
"""Steps of a stretch that is remembered; longer ones are not met again."""

_VERY_LONG = 500
"""Steps of a stretch in which the same scores come up again and again: its lines can differ in a few ways only."""

_REMEMBERED_STRETCHES = 2_000
_REMEMBERED_SCORES = 1_000
_NO_RIVAL = (CERTAIN, None)
_END: Column = (Gap(1), (State.END,), (0.0,))

Stretch = tuple[int, tuple[Column, ...]]
"""The state above, and the steps, of which the last and no other has one state."""
ScoreLine = tuple[int, float]
"""A number of answers, and a score without what they bring."""
_Scores = Sequence[float]
_NOTHING: _Scores = (0.0,)
_Weighed = tuple[_Scores, Table]
"""The evidence for the states of a step, or their scores, and the weights between it and the one above."""
_Rival = tuple[float, int | None]
_R = TypeVar("_R")


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
    chain: str = field(init=False, repr=False, compare=False)
    """The states as a text (`chain_of`)."""

    def __post_init__(self) -> None:
        """States are looked for in their chain again and again."""
        object.__setattr__(self, "chain", chain_of(self.states))

    @property
    def is_grammatical(self) -> bool:
        """Whether the page can be read by the grammar at all; forced lines in an impossible order cannot."""
        return self.score > NEVER / 2

    def places_of(self, *states: int) -> list[int]:
        """The numbers of the steps with which these states begin, one after the other.

        >>> path = (State.QUESTION, State.BODY, State.BODY, State.BODY)
        >>> Reading(path, (), (), 1, 0.0).places_of(State.BODY, State.BODY)
        [1, 2]
        """
        wanted = chain_of(states)
        places = []
        place = self.chain.find(wanted)
        while place >= 0:
            places.append(place)
            place = self.chain.find(wanted, place + 1)
        return places


def stretches_of(steps: Sequence[Column]) -> Iterator[Stretch]:
    """The stretches of a page, the last of which ends with the page."""
    above, start = State.START, 0
    for index, (_, states, _) in enumerate(steps):
        if len(states) == 1:
            yield above, tuple(steps[start : index + 1])
            above, start = states[0], index + 1
    yield above, (*steps[start:], _END)


class CountsByPrice(NamedTuple):
    """The number of answers in a stretch at the lowest price, and the prices above which there is one more."""

    least: int
    thresholds: Sequence[float]

    def at(self, price: float) -> int:
        """The number of answers at `price`."""
        return self.least + bisect(self.thresholds, price)


@cache
def solver_of(mode: Mode, weights: Weights) -> "Solver":
    """The solver for pages of this mode; modes are few, and what a solver remembers serves all pages."""
    return Solver(mode, weights)


class Solver:
    """Solves stretches of the pages of one mode."""

    def __init__(self, mode: Mode, weights: Weights) -> None:
        self._table = Transitions(mode, weights).table
        self.most_price = weights.count.most_price
        """The highest price, and the lowest below none, that a declared number is believed at."""
        self._remember = lru_cache(maxsize=_REMEMBERED_STRETCHES)(self._solve)
        self.counts = lru_cache(maxsize=_REMEMBERED_STRETCHES)(self._counts)

    def solve(self, above: int, steps: tuple[Column, ...], price: float) -> Reading:
        """The best path through a stretch."""
        return (self._remember if len(steps) <= SHORT else self._solve)(above, steps, price)

    def _solve(self, above: int, steps: tuple[Column, ...], price: float) -> Reading:
        """By the best score of every beginning (forward) and of every rest (backward) of the stretch."""
        tables = self._tables(above, steps, price)
        beginnings = _forward(steps, tables)
        rests = _backward(steps, tables)
        chosen = _trace(beginnings, tables)
        margins, rivals = zip(*_rivals(steps, beginnings, rests, chosen), strict=True)
        states = tuple([possible[index] for (_, possible, _), index in zip(steps, chosen, strict=True)])
        return Reading(states, margins, rivals, _answers(tables, chosen), beginnings[-1][0], price)

    def _counts(self, above: int, steps: tuple[Column, ...]) -> CountsByPrice:
        """The counts of a stretch.

        The best score at a price is the greatest of straight lines, one for each number of answers, which is its slope.
        """
        least, most = (self.line(above, steps, price) for price in (-self.most_price, self.most_price))
        return CountsByPrice(least[0], tuple(self._thresholds(above, steps, least, most)))

    def _thresholds(self, above: int, steps: tuple[Column, ...], lower: ScoreLine, upper: ScoreLine) -> Iterator[float]:
        """The prices at which the best line changes, between two lines: where they cross, unless another is above."""
        slope = upper[0] - lower[0]
        if slope == 0:
            return
        crossing = (lower[1] - upper[1]) / slope
        middle = self.line(above, steps, crossing) if slope > 1 else lower
        if lower[0] < middle[0] < upper[0]:
            yield from self._thresholds(above, steps, lower, middle)
            yield from self._thresholds(above, steps, middle, upper)
        else:
            yield from [crossing] * slope

    def line(self, above: int, steps: tuple[Column, ...], price: float) -> ScoreLine:
        """The number of answers of the best path at `price`, and its score without what they bring."""
        tables = self._tables(above, steps, price)
        beginnings = _forward(steps, tables)
        answers = _answers(tables, _trace(beginnings, tables))
        return answers, beginnings[-1][0] - price * answers

    def _tables(self, above: int, steps: Sequence[Column], price: float) -> list[Table]:
        """The weights above each step."""
        before: tuple[int, ...] = (above,)
        tables: list[Table] = []
        known = None
        for gap, states, _ in steps:
            between = gap, before, states
            if between != known:  # many lines are like the one above
                table, known = self._table(*between, price), between
            tables.append(table)
            before = states
        return tables


def _answers(tables: Sequence[Table], chosen: Sequence[int]) -> int:
    """The number of answers that a path opens."""
    befores = (0, *chosen[:-1])
    return sum([table.opens[after][before] for table, before, after in zip(tables, befores, chosen, strict=True)])


def _rivals(
    steps: Sequence[Column], beginnings: Sequence[_Scores], rests: Sequence[_Scores], chosen: Sequence[int]
) -> list[_Rival]:
    """For every step how far the chosen state is ahead of the best other, and which that is."""
    rival_of = _of_stretch(_rival, steps)
    states = [possible for _, possible, _ in steps]
    return list(map(rival_of, beginnings, rests, states, chosen, repeat(beginnings[-1][0])))


def _rival(ahead: _Scores, behind: _Scores, states: Sequence[int], chosen: int, best: float) -> _Rival:
    """How far the chosen state is ahead of the best other, and which that is; none if it is out of sight."""
    if len(states) == 1:
        return _NO_RIVAL
    scores = list(map(add, ahead, behind))
    scores[chosen] = NEVER
    rival = max(scores)
    return (best - rival, states[scores.index(rival)]) if rival > best - CERTAIN else _NO_RIVAL


def _forward(steps: Sequence[Column], tables: Sequence[Table]) -> list[_Scores]:
    """For every step and state the score of the best beginning that ends there."""
    weighed = zip([evidence for _, _, evidence in steps], tables, strict=True)
    return list(accumulate(weighed, _of_stretch(_longer_beginnings, steps), initial=_NOTHING))[1:]


def _longer_beginnings(scores: _Scores, step: _Weighed) -> _Scores:
    """From the scores of beginnings those of beginnings that are one step longer."""
    evidence, table = step
    return tuple([own + max(map(add, scores, weights)) for own, weights in zip(evidence, table.into, strict=True)])


def _backward(steps: Sequence[Column], tables: Sequence[Table]) -> list[_Scores]:
    """For every step and state the score of the best rest of the stretch behind it."""
    weighed = zip([evidence for _, _, evidence in steps[:0:-1]], tables[:0:-1], strict=True)
    return list(accumulate(weighed, _of_stretch(_longer_rests, steps), initial=_NOTHING))[::-1]


def _longer_rests(scores: _Scores, step: _Weighed) -> _Scores:
    """From the scores of rests those of rests that begin a step earlier."""
    evidence, table = step
    behind = list(map(add, scores, evidence))
    return tuple([max(map(add, behind, weights)) for weights in table.out_of])


def _trace(beginnings: Sequence[_Scores], tables: Sequence[Table]) -> list[int]:
    """For every step the place of the best path's state among the step's states."""
    above = zip(beginnings[-2::-1], tables[:0:-1], strict=True)
    return list(accumulate(above, _of_stretch(_best_above, tables), initial=0))[::-1]


def _best_above(index: int, step: _Weighed) -> int:
    """The place of the state that the best path to state `index` comes from."""
    scores, table = step
    values = list(map(add, scores, table.into[index]))
    return values.index(max(values))


def _of_stretch(function: Callable[..., _R], steps: Sequence[object]) -> Callable[..., _R]:
    """The function, or one that remembers what it gave, for stretches so long that the same is asked many times."""
    return function if len(steps) <= _VERY_LONG else _remembering(function)


@cache
def _remembering(function: Callable[..., _R]) -> Callable[..., _R]:
    return lru_cache(maxsize=_REMEMBERED_SCORES)(function)
