"""The grammar of a Q&A page, and the best way to read a page by it.

A page is a chain of items (lines, or bylines of up to three lines) with gaps between them. Furniture is no item: what it
says (a count line, a vote line, a label) is evidence in the gap that it leaves. Every item gets one state:

    TITLE  QUESTION  |  HEADLINE  FIRST  BODY  BYLINE  |  UNASSIGNED

FIRST is the first body line of an answer that has no headline. A reading of the page is a path through the states; its
score is the sum of what speaks for each item's state (`features`) and of what speaks for each transition in its gap
(below). All weights are log-odds, 0 being the case "one more body line": +3 is good evidence, +6 near certain. The best
path is found exactly by dynamic programming in time linear in the number of items.

How far the best path is ahead of the best one in which an item has another state is that item's margin, from the same
tables read backwards. Margins become confidences (`confidence`).

A declared number of answers enters as a price per answer: the price is searched for at which the best path has just that
many answers (the dual of "the best path among those with N answers"). If no fair price gets there the declaration is
taken for untrue (pages cut short say more than they show) and the free reading stands, with a warning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import add
from typing import Final, NamedTuple

from extractor.readers.layout import Side


class State:
    """What an item is; plain integers, since they are indices into the tables of weights."""

    START: Final = 0
    TITLE: Final = 1
    QUESTION: Final = 2
    HEADLINE: Final = 3
    FIRST: Final = 4
    BODY: Final = 5
    BYLINE: Final = 6
    UNASSIGNED: Final = 7
    END: Final = 8


STATES = ("start", "title", "question", "headline", "first body line", "body", "byline", "unassigned", "end")
"""The names of the states, by number."""


class Flag:
    """What the furniture in a gap says, as bits; plain integers, since every gap of every page is tested."""

    NONE: Final = 0
    COUNT: Final = 1
    VOTE: Final = 2
    ANSWER: Final = 4
    QUESTION: Final = 8
    TITLE: Final = 16
    CLOSE: Final = 32


class Gap(NamedTuple):
    """What stands between an item and the one before it: blank lines (2 means more than one), above and below a mark."""

    blanks: int
    flags: int = Flag.NONE
    blanks_above: int = 0


class Mode(NamedTuple):
    """What holds for the whole page."""

    side: Side = Side.AFTER
    has_count: bool = False
    has_votes: bool = False
    has_bylines: bool = False
    has_labels: bool = False
    has_headlines: bool = True
    has_several: bool = False
    is_lines: bool = False
    is_tight: bool = False
    is_dense: bool = False


class Step(NamedTuple):
    """An item as the decoder sees it: the gap above it, its possible states, and the evidence for each."""

    gap: Gap
    states: tuple[int, ...]
    evidence: Sequence[float]


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


NEVER = -1e9
CERTAIN = 20.0
"""The margin of a choice without a rival; margins are cut there."""
_Matrix = Sequence[Sequence[float]]
_Scores = Sequence[float]

_S = State
_BODY_STATES = (_S.FIRST, _S.BODY)
_OPENING = (_S.HEADLINE, _S.FIRST)
_SIZE = len(STATES)

_AFTER: dict[tuple[int, int], float] = {
    (_S.START, _S.TITLE): 0.0,
    (_S.START, _S.QUESTION): -2.0,
    (_S.START, _S.HEADLINE): -5.0,
    (_S.START, _S.FIRST): -3.0,
    (_S.START, _S.UNASSIGNED): -7.0,
    (_S.TITLE, _S.QUESTION): 0.0,
    (_S.TITLE, _S.HEADLINE): -3.0,
    (_S.TITLE, _S.FIRST): -3.5,
    (_S.TITLE, _S.END): -3.0,
    (_S.QUESTION, _S.QUESTION): -2.5,
    (_S.QUESTION, _S.HEADLINE): 0.0,
    (_S.QUESTION, _S.FIRST): -2.5,
    (_S.QUESTION, _S.END): -3.0,
    (_S.HEADLINE, _S.BODY): 0.0,
    (_S.HEADLINE, _S.BYLINE): -7.0,
    (_S.HEADLINE, _S.END): -7.0,
    (_S.BYLINE, _S.HEADLINE): 0.0,
    (_S.BYLINE, _S.FIRST): -3.5,
    (_S.BYLINE, _S.UNASSIGNED): -7.0,
    (_S.BYLINE, _S.END): 0.0,
    (_S.UNASSIGNED, _S.UNASSIGNED): -2.0,
    (_S.UNASSIGNED, _S.TITLE): -1.0,
    (_S.UNASSIGNED, _S.QUESTION): -2.0,
    (_S.UNASSIGNED, _S.HEADLINE): -1.0,
    (_S.UNASSIGNED, _S.FIRST): -1.5,
    (_S.UNASSIGNED, _S.END): 0.0,
} | {
    pair: weight
    for state in _BODY_STATES
    for pair, weight in {
        (state, _S.BODY): 0.0,
        (state, _S.BYLINE): 0.0,
        (state, _S.HEADLINE): -3.0,
        (state, _S.FIRST): -6.0,
        (state, _S.UNASSIGNED): -9.0,
        (state, _S.END): 0.0,
    }.items()
}

_BEFORE: dict[tuple[int, int], float] = {
    (_S.START, _S.TITLE): 0.0,
    (_S.START, _S.QUESTION): -2.0,
    (_S.START, _S.BYLINE): -4.0,
    (_S.START, _S.FIRST): -4.0,
    (_S.START, _S.UNASSIGNED): -7.0,
    (_S.TITLE, _S.QUESTION): 0.0,
    (_S.TITLE, _S.BYLINE): -1.0,
    (_S.TITLE, _S.HEADLINE): -4.0,
    (_S.TITLE, _S.FIRST): -4.0,
    (_S.TITLE, _S.END): -3.0,
    (_S.QUESTION, _S.QUESTION): -1.0,
    (_S.QUESTION, _S.BYLINE): 0.0,
    (_S.QUESTION, _S.HEADLINE): -4.0,
    (_S.QUESTION, _S.FIRST): -4.0,
    (_S.QUESTION, _S.END): -3.0,
    (_S.BYLINE, _S.BYLINE): -3.0,
    (_S.BYLINE, _S.HEADLINE): -3.0,
    (_S.BYLINE, _S.FIRST): 0.0,
    (_S.HEADLINE, _S.BODY): 0.0,
    (_S.UNASSIGNED, _S.UNASSIGNED): -2.0,
    (_S.UNASSIGNED, _S.TITLE): -1.0,
    (_S.UNASSIGNED, _S.QUESTION): -2.0,
    (_S.UNASSIGNED, _S.BYLINE): -1.0,
    (_S.UNASSIGNED, _S.END): 0.0,
} | {
    pair: weight
    for state in _BODY_STATES
    for pair, weight in {
        (state, _S.BODY): 0.0,
        (state, _S.BYLINE): 0.0,
        (state, _S.HEADLINE): -5.0,
        (state, _S.FIRST): -8.0,
        (state, _S.UNASSIGNED): -9.0,
        (state, _S.END): 0.0,
    }.items()
}


def opens_answer(previous: int, state: int, side: Side) -> bool:
    """Whether the transition begins a new answer."""
    if side is Side.AFTER:
        return state in _OPENING
    if state == _S.BYLINE:
        return previous != _S.BYLINE
    return state in _OPENING and previous != _S.BYLINE


class _Transitions:
    """The weights of all transitions of one mode. Gaps and sets of states are few, so each table is made once."""

    def __init__(self, mode: Mode) -> None:
        self._mode = mode
        self._matrices: dict[Gap, _Matrix] = {}
        self._tables: dict[tuple[Gap, tuple[int, ...], tuple[int, ...], float], _Table] = {}

    def table(self, gap: Gap, before: tuple[int, ...], after: tuple[int, ...], price: float = 0.0) -> "_Table":
        """The weights from each of `before` to each of `after` over `gap`, a new answer costing `-price`."""
        key = (gap, before, after, price)
        table = self._tables.get(key)
        if table is None:
            table = self._make_table(gap, before, after, price)
            if not price:  # prices are without number
                self._tables[key] = table
        return table

    def _make_table(self, gap: Gap, before: tuple[int, ...], after: tuple[int, ...], price: float) -> "_Table":
        matrix, opens = self._matrix(gap), _openings(self._mode.side)
        into = tuple(tuple(matrix[p][s] + price * opens[p][s] for p in before) for s in after)
        return _Table(into, tuple(zip(*into, strict=True)))

    def _matrix(self, gap: Gap) -> _Matrix:
        if gap not in self._matrices:
            self._matrices[gap] = self._make_matrix(gap)
        return self._matrices[gap]

    def _make_matrix(self, gap: Gap) -> _Matrix:
        mode = self._mode
        rows = [[NEVER] * _SIZE for _ in range(_SIZE)]
        base = _AFTER if mode.side is Side.AFTER else _BEFORE
        for (previous, state), weight in base.items():
            rows[previous][state] = weight + _evidence(previous, state, gap, mode)
        if mode.has_several:
            for previous in _BODY_STATES:
                rows[previous][_S.TITLE] = 0.0 if gap.flags & Flag.TITLE else -6.0
        return rows


class _Table(NamedTuple):
    """Weights between two sets of states: for each state after, from each before; and the other way round."""

    into: tuple[tuple[float, ...], ...]
    out_of: tuple[tuple[float, ...], ...]


@cache
def _transitions_of(mode: Mode) -> _Transitions:
    return _Transitions(mode)


def _evidence(previous: int, state: int, gap: Gap, mode: Mode) -> float:
    """What the gap and the page say for or against a transition."""
    opens = opens_answer(previous, state, mode.side)
    return (
        _byline_evidence(previous, state, gap, mode)
        + _headline_evidence(previous, state, gap, mode)
        + _blank_evidence(previous, state, gap, mode)
        + _count_evidence(previous, state, gap, mode)
        + (_vote_evidence(previous, state, gap, opens=opens) if mode.has_votes else 0.0)
        + _label_evidence(previous, state, gap, mode, opens=opens)
        + _close_evidence(state, gap)
    )


def _byline_evidence(previous: int, state: int, gap: Gap, mode: Mode) -> float:
    """Where answers are signed, one without a byline is rare; where none is, a byline is not missed."""
    if mode.side is Side.BEFORE and previous in (_S.QUESTION, _S.TITLE) and state == _S.FIRST:
        return 2.0 if not mode.has_bylines else -6.0 if gap.blanks < 2 else 0.0
    if previous in _BODY_STATES and state == _S.HEADLINE:
        return -2.0 if mode.has_bylines and mode.has_count else 0.5 if mode.has_bylines else 1.0
    return 0.0


def _headline_evidence(previous: int, state: int, gap: Gap, mode: Mode) -> float:
    """Where answers have headlines, one without leaves a blank line in its place."""
    if mode.side is Side.BEFORE or state not in (_S.FIRST, _S.HEADLINE):
        return 0.0
    if not mode.has_headlines:
        return NEVER if state == _S.HEADLINE else 3.5 if previous == _S.BYLINE else 1.5 if gap.blanks < 2 else 0.0  # noqa: PLR2004
    if state == _S.FIRST and gap.blanks == 1 and (previous == _S.BYLINE or gap.flags & Flag.COUNT):
        return 2.0 if mode.is_dense else -5.0 if previous == _S.BYLINE else -2.5
    return 0.0


def _blank_evidence(previous: int, state: int, gap: Gap, mode: Mode) -> float:  # noqa: PLR0911 - one line a case
    if mode.is_tight and not gap.flags and previous not in (_S.START, _S.TITLE):
        if gap.blanks:
            return -9.0 if state in (_S.FIRST, _S.HEADLINE) else 3.0 if state == _S.QUESTION else 0.0
        return {_S.FIRST: 9.0, _S.QUESTION: -2.0}.get(state, 0.0)
    if mode.is_lines:
        return {_S.FIRST: 12.0, _S.HEADLINE: -9.0}.get(state, 0.0) if previous != _S.BYLINE else 0.0
    if gap.blanks == 0 and not gap.flags:
        if state == _S.QUESTION:
            return 2.0 if previous == _S.QUESTION else -4.0
        if state == _S.HEADLINE:
            return -1.5 if previous == _S.BYLINE else -6.0
        if state == _S.FIRST and mode.side is Side.AFTER:
            return -3.0 if previous == _S.BYLINE else -8.0
        return {_S.TITLE: -4.0, _S.HEADLINE: -2.0}.get(previous, 0.0) if state != _S.UNASSIGNED else 0.0
    if gap.blanks > 1:
        if state == _S.FIRST and previous != _S.TITLE:
            is_bare = not (mode.has_bylines or mode.has_votes)
            return 6.0 if previous == _S.BYLINE else 9.0 if is_bare or previous == _S.QUESTION else 3.0
        if state == _S.BODY:
            return -0.5
        if state == _S.HEADLINE:
            return -4.0 if previous == _S.BYLINE else -2.0
    return 0.0


def _count_evidence(previous: int, state: int, gap: Gap, mode: Mode) -> float:
    if not mode.has_count:
        return 0.0
    asks = previous in (_S.START, _S.TITLE, _S.QUESTION, _S.UNASSIGNED)
    answers = state in (_S.HEADLINE, _S.FIRST, _S.BYLINE, _S.END)
    if gap.flags & Flag.COUNT:
        if not (asks and answers):
            return -9.0
        return (2.0 if state in (_S.HEADLINE, _S.BYLINE) else 1.0) + (
            1.5 if previous == _S.TITLE and mode.side is Side.AFTER else 0.0
        )
    return -9.0 if asks and answers and previous != _S.UNASSIGNED else 0.0


def _vote_evidence(previous: int, state: int, gap: Gap, *, opens: bool) -> float:
    """A vote line stands between headline and body; where the headline is missing, an extra blank line is above it."""
    if gap.flags & Flag.VOTE:
        if previous == _S.HEADLINE:
            return 4.0 if state == _S.BODY else -9.0
        return (3.0 if gap.blanks_above > 1 else -2.0) + 3.0 if state == _S.FIRST else -9.0
    if state == _S.FIRST and opens:
        return -8.0
    return -6.0 if previous == _S.HEADLINE else 0.0


def _label_evidence(previous: int, state: int, gap: Gap, mode: Mode, *, opens: bool) -> float:
    if gap.flags & Flag.QUESTION:
        return 0.0 if state in (_S.QUESTION, _S.BYLINE) else -9.0
    if gap.flags & Flag.ANSWER:
        return 3.0 if opens or previous == _S.BYLINE else -9.0
    is_free = gap.flags & (Flag.VOTE | Flag.COUNT) or mode.is_tight or previous == _S.BYLINE
    return -7.0 if mode.has_labels and opens and not is_free else 0.0


def _close_evidence(state: int, gap: Gap) -> float:
    if not gap.flags & Flag.CLOSE:
        return 0.0
    return {_S.UNASSIGNED: 10.0, _S.BODY: -9.0, _S.QUESTION: -9.0, _S.END: 0.0}.get(state, -1.0)


def decode(steps: Sequence[Step], mode: Mode, declared: int | None = None) -> Reading:
    """The best reading of `steps`, with `declared` answers if that can be had at a fair price."""
    free = _solve(steps, mode)
    if declared is None:
        return free
    found = count_answers(free.states, mode.side)
    if found != declared:
        price = _price_of(steps, mode, declared, found)
        return free if price is None else _at_count(steps, mode, declared, price)
    return free if min(free.margins) > _CLEAR else _at_count(steps, mode, declared, 0.0)


def count_answers(states: Sequence[int], side: Side) -> int:
    """The number of answers that a path opens."""
    opens = _openings(side)
    return sum(opens[previous][state] for previous, state in zip((_S.START, *states), states, strict=False))


@cache
def _openings(side: Side) -> tuple[tuple[bool, ...], ...]:
    return tuple(tuple(opens_answer(previous, state, side) for state in range(_SIZE)) for previous in range(_SIZE))


MAX_PRICE = 5.0
"""What one more or one less answer may cost before the declared number is disbelieved, in log-odds."""
_MAX_BISECTIONS = 12
_PRICE_STEP = 0.25
_CLEAR = 3.0


def _price_of(steps: Sequence[Step], mode: Mode, declared: int, found: int) -> float | None:
    """A price per answer at which the best reading has just `declared` answers; None if no fair one does."""
    low, high = (0.0, MAX_PRICE) if found < declared else (-MAX_PRICE, 0.0)
    for _ in range(_MAX_BISECTIONS):
        price = (low + high) / 2
        found = count_answers(_solve(steps, mode, price).states, mode.side)
        if found == declared:
            return price
        low, high = (price, high) if found < declared else (low, price)
    return None


def _at_count(steps: Sequence[Step], mode: Mode, declared: int, price: float) -> Reading:
    """The best reading with `declared` answers, at the middle of the prices that give the number.

    There the margins say how far the last answer that is counted is from being none, and the best that is not counted
    from being one.
    """
    lowest = _edge(steps, mode, declared, price, -MAX_PRICE)
    highest = _edge(steps, mode, declared, price, MAX_PRICE)
    return _solve(steps, mode, (lowest + highest) / 2)


def _edge(steps: Sequence[Step], mode: Mode, declared: int, inside: float, outside: float) -> float:
    """The last price between `inside`, which gives `declared` answers, and `outside`, that does too."""
    while abs(outside - inside) > _PRICE_STEP:
        price = (inside + outside) / 2
        if count_answers(_solve(steps, mode, price).states, mode.side) == declared:
            inside = price
        else:
            outside = price
    return inside


def _solve(steps: Sequence[Step], mode: Mode, price: float = 0.0) -> Reading:
    """The best path, by the best score of every beginning (forward) and of every rest (backward) of the page."""
    tables = _tables(steps, mode, price)
    beginnings = _forward(steps, tables)
    rests = _backward(steps, tables)
    chosen, score = _trace(beginnings, tables)
    states: list[int] = []
    margins: list[float] = []
    rivals: list[int | None] = []
    for step, ahead, behind, index in zip(steps, beginnings, rests, chosen, strict=True):
        states.append(step.states[index])
        margin, rival = _rival(list(map(add, ahead, behind)), index, score) if len(ahead) > 1 else _NO_RIVAL
        margins.append(margin)
        rivals.append(None if rival is None else step.states[rival])
    return Reading(tuple(states), tuple(margins), tuple(rivals), score, price)


_NO_RIVAL = (CERTAIN, None)


def _rival(scores: list[float], chosen: int, best: float) -> tuple[float, int | None]:
    """How far the chosen state is ahead of the best other, and which that is; none if it is out of sight."""
    scores[chosen] = NEVER
    rival = max(scores)
    return (best - rival, scores.index(rival)) if rival > best - CERTAIN else _NO_RIVAL


def _tables(steps: Sequence[Step], mode: Mode, price: float) -> list[_Table]:
    """The weights above each step, and those from the last to the end of the page."""
    table = _transitions_of(mode).table
    before: tuple[int, ...] = (_S.START,)
    tables = []
    for step in steps:
        tables.append(table(step.gap, before, step.states, price))
        before = step.states
    tables.append(table(Gap(1), before, (_S.END,)))
    return tables


def _forward(steps: Sequence[Step], tables: Sequence[_Table]) -> list[_Scores]:
    """For every step and state the score of the best beginning that ends there."""
    scores: _Scores = (0.0,)
    columns = []
    for step, table in zip(steps, tables, strict=False):
        scores = [
            evidence + max(map(add, scores, weights))
            for evidence, weights in zip(step.evidence, table.into, strict=True)
        ]
        columns.append(scores)
    return columns


def _backward(steps: Sequence[Step], tables: Sequence[_Table]) -> list[_Scores]:
    """For every step and state the score of the best rest of the page behind it."""
    scores: _Scores = [weights[0] for weights in tables[-1].out_of]
    columns = [scores]
    for step, table in zip(steps[:0:-1], tables[-2:0:-1], strict=True):
        behind = list(map(add, scores, step.evidence))
        scores = [max(map(add, behind, weights)) for weights in table.out_of]
        columns.append(scores)
    columns.reverse()
    return columns


def _trace(beginnings: Sequence[_Scores], tables: Sequence[_Table]) -> tuple[list[int], float]:
    """For every step the place of the best path's state among the step's states, from the end; and the path's score."""
    index = 0
    chosen = []
    total = None
    for scores, table in zip(reversed(beginnings), reversed(tables), strict=False):
        values = list(map(add, scores, table.into[index]))
        best = max(values)
        index = values.index(best)
        chosen.append(index)
        if total is None:
            total = best
    chosen.reverse()
    return chosen, total or 0.0
