"""The best path through the grammar, exactly: how items with weighed states become a reading of the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import add

from extractor.readers.grammar import Gap, Mode, State, Step, count_answers
from extractor.readers.weights import NEVER, Table, transitions_of

CERTAIN = 20.0
"""The margin of a choice without a rival; margins are cut there."""
MAX_PRICE = 5.0
"""What one more or one less answer may cost before the declared number is disbelieved, in log-odds."""

_MAX_BISECTIONS = 12
_PRICE_STEP = 0.25
_CLEAR = 3.0
_NO_RIVAL = (CERTAIN, None)

_Scores = Sequence[float]
_Stretch = tuple[Sequence[Step], Sequence[Table]]


@dataclass(frozen=True, slots=True)
class Reading:
    """The best path: a state per step, how far each is ahead of its best rival, and that rival."""

    states: tuple[int, ...]
    margins: tuple[float, ...]
    rivals: tuple[int | None, ...]
    score: float
    price: float = 0.0

    @property
    def is_grammatical(self) -> bool:
        """Whether the page can be read by the grammar at all; forced lines in an impossible order cannot."""
        return self.score > NEVER / 2


def decode(steps: Sequence[Step], mode: Mode, declared: int | None = None) -> Reading:
    """The best reading of `steps`, with `declared` answers if that can be had at a fair price."""
    tables = _tables(steps, mode)
    free = _solve(steps, tables)
    if declared is None:
        return free
    found = count_answers(free.states, mode.side)
    if found == declared and min(free.margins) > _CLEAR:
        return free
    counter = _Counter(steps, tables)
    price = 0.0 if found == declared else _price_of(counter, declared, found)
    if price is None:
        return free
    price = _middle_price(counter, declared, price)
    return _solve(steps, _at_price(tables, price), price)


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
    """The number of answers in the best reading, as a function of their price.

    A step that can have one state only parts the page: what is best above it does not depend on what is best below.
    Most of the stretches between such steps have as many answers at the lowest price as at the highest, and so at any
    price between; only the others are solved again.
    """

    def __init__(self, steps: Sequence[Step], tables: Sequence[Table]) -> None:
        self._settled = 0
        self._open: list[_Stretch] = []
        lowest, highest = _at_price(tables, -MAX_PRICE), _at_price(tables, MAX_PRICE)
        for start, end in _stretches(steps):
            stretch = steps[start:end]
            count = _count(stretch, lowest[start : end + 1])
            if count == _count(stretch, highest[start : end + 1]):
                self._settled += count
            else:
                self._open.append((stretch, tables[start : end + 1]))

    def count(self, price: float) -> int:
        """The number of answers at `price`, which is between the lowest and the highest."""
        return self._settled + sum([_count(steps, _at_price(tables, price)) for steps, tables in self._open])


def _stretches(steps: Sequence[Step]) -> Iterator[tuple[int, int]]:
    """The runs `[start, end)` of steps, some of them empty, between those that can have one state only."""
    start = 0
    for index, (_, states, _) in enumerate(steps):
        if len(states) == 1:
            yield start, index
            start = index + 1
    yield start, len(steps)


def _count(steps: Sequence[Step], tables: Sequence[Table]) -> int:
    """The number of answers that the best path through `steps` opens."""
    chosen, _ = _trace(_forward(steps, tables), tables)
    befores, afters = (0, *chosen), (*chosen, 0)
    return sum([table.opens[after][before] for table, before, after in zip(tables, befores, afters, strict=True)])


def _tables(steps: Sequence[Step], mode: Mode) -> list[Table]:
    """The weights above each step, and those from the last to the end of the page."""
    table = transitions_of(mode).table
    before: tuple[int, ...] = (State.START,)
    tables = []
    for gap, states, _ in steps:
        tables.append(table(gap, before, states))
        before = states
    tables.append(table(Gap(1), before, (State.END,)))
    return tables


def _at_price(tables: Sequence[Table], price: float) -> list[Table]:
    return [table.at_price(price) for table in tables]


def _solve(steps: Sequence[Step], tables: Sequence[Table], price: float = 0.0) -> Reading:
    """The best path, by the best score of every beginning (forward) and of every rest (backward) of the page."""
    beginnings = _forward(steps, tables)
    rests = _backward(steps, tables)
    chosen, score = _trace(beginnings, tables)
    states: list[int] = []
    margins: list[float] = []
    rivals: list[int | None] = []
    for (_, possible, _), ahead, behind, index in zip(steps, beginnings, rests, chosen, strict=True):
        states.append(possible[index])
        margin, rival = _rival(list(map(add, ahead, behind)), index, score) if len(possible) > 1 else _NO_RIVAL
        margins.append(margin)
        rivals.append(None if rival is None else possible[rival])
    return Reading(tuple(states), tuple(margins), tuple(rivals), score, price)


def _rival(scores: list[float], chosen: int, best: float) -> tuple[float, int | None]:
    """How far the chosen state is ahead of the best other, and which that is; none if it is out of sight."""
    scores[chosen] = NEVER
    rival = max(scores)
    return (best - rival, scores.index(rival)) if rival > best - CERTAIN else _NO_RIVAL


def _forward(steps: Sequence[Step], tables: Sequence[Table]) -> list[_Scores]:
    """For every step and state the score of the best beginning that ends there."""
    scores = [0.0]
    columns: list[_Scores] = []
    for (_, _, evidence), table in zip(steps, tables, strict=False):
        if len(scores) == 1:
            only = scores[0]
            scores = [own + (only + weights[0]) for own, weights in zip(evidence, table.into, strict=True)]
        else:
            scores = [
                own + max(map(add, scores, weights)) for own, weights in zip(evidence, table.into, strict=True)
            ]
        columns.append(scores)
    return columns


def _backward(steps: Sequence[Step], tables: Sequence[Table]) -> list[_Scores]:
    """For every step and state the score of the best rest of the page behind it."""
    scores = [weights[0] for weights in tables[-1].out_of]
    columns: list[_Scores] = [scores]
    for (_, _, evidence), table in zip(steps[:0:-1], tables[-2:0:-1], strict=True):
        if len(scores) == 1:
            only = scores[0] + evidence[0]
            scores = [only + weights[0] for weights in table.out_of]
        else:
            behind = list(map(add, scores, evidence))
            scores = [max(map(add, behind, weights)) for weights in table.out_of]
        columns.append(scores)
    columns.reverse()
    return columns


def _trace(beginnings: Sequence[_Scores], tables: Sequence[Table]) -> tuple[list[int], float]:
    """For every step the place of the best path's state among the step's states; and the path's score."""
    if not beginnings:
        return [], tables[0].into[0][0]
    values = list(map(add, beginnings[-1], tables[-1].into[0]))
    score = max(values)
    index = values.index(score)
    chosen = [index]
    for scores, table in zip(beginnings[-2::-1], tables[-2:0:-1], strict=True):
        if len(scores) == 1:
            index = 0
        else:
            values = list(map(add, scores, table.into[index]))
            index = values.index(max(values))
        chosen.append(index)
    chosen.reverse()
    return chosen, score
