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
from enum import IntEnum, IntFlag
from functools import cache
from typing import NamedTuple

from extractor.readers.layout import Side


class State(IntEnum):
    """What an item is."""

    START = 0
    TITLE = 1
    QUESTION = 2
    HEADLINE = 3
    FIRST = 4
    BODY = 5
    BYLINE = 6
    UNASSIGNED = 7
    END = 8


class Flag(IntFlag):
    """What the furniture in a gap says."""

    NONE = 0
    COUNT = 1
    VOTE = 2
    ANSWER = 4
    QUESTION = 8
    TITLE = 16
    CLOSE = 32


class Gap(NamedTuple):
    """What stands between an item and the one before it: blank lines (2 means more than one), above and below a mark."""

    blanks: int
    flags: Flag = Flag.NONE
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


@dataclass(frozen=True, slots=True)
class Step:
    """An item as the decoder sees it: the gap above it, and its possible states with the evidence for each."""

    gap: Gap
    states: tuple[tuple[State, float], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The best path: a state per step, how far each is ahead of its best rival, and that rival."""

    states: tuple[State, ...]
    margins: tuple[float, ...]
    rivals: tuple[State | None, ...]
    score: float
    price: float = 0.0


NEVER = -1e9
CERTAIN = 20.0
"""The margin of a choice without a rival; margins are cut there."""
_Row = tuple[float, ...]
_Matrix = tuple[_Row, ...]
_Column = list[tuple[int, float]]

_S = State
_BODY_STATES = (_S.FIRST, _S.BODY)
_SIZE = len(State)

_AFTER: dict[tuple[State, State], float] = {
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

_BEFORE: dict[tuple[State, State], float] = {
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


def opens_answer(previous: State, state: State, side: Side) -> bool:
    """Whether the transition begins a new answer."""
    if side is Side.AFTER:
        return state in (_S.HEADLINE, _S.FIRST)
    if state is _S.BYLINE:
        return previous is not _S.BYLINE
    return state in (_S.HEADLINE, _S.FIRST) and previous is not _S.BYLINE


@cache
def _transitions(gap: Gap, mode: Mode) -> _Matrix:
    """The weight of every transition over `gap`; gaps and modes are few, so each table is made once."""
    rows = [[NEVER] * _SIZE for _ in range(_SIZE)]
    base = _AFTER if mode.side is Side.AFTER else _BEFORE
    for (previous, state), weight in base.items():
        rows[previous][state] = weight + _evidence(previous, state, gap, mode)
    if mode.has_several:
        for previous in _BODY_STATES:
            rows[previous][_S.TITLE] = 0.0 if gap.flags & Flag.TITLE else -6.0
    return tuple(map(tuple, rows))


def _evidence(previous: State, state: State, gap: Gap, mode: Mode) -> float:
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


def _byline_evidence(previous: State, state: State, gap: Gap, mode: Mode) -> float:
    """Where answers are signed, one without a byline is rare; where none is, a byline is not missed."""
    if mode.side is Side.BEFORE and previous in (_S.QUESTION, _S.TITLE) and state is _S.FIRST:
        return 2.0 if not mode.has_bylines else -6.0 if gap.blanks < 2 else 0.0
    if previous in _BODY_STATES and state is _S.HEADLINE:
        return -2.0 if mode.has_bylines and mode.has_count else 0.5 if mode.has_bylines else 1.0
    return 0.0


def _headline_evidence(previous: State, state: State, gap: Gap, mode: Mode) -> float:
    """Where answers have headlines, one without leaves a blank line in its place."""
    if mode.side is Side.BEFORE or state not in (_S.FIRST, _S.HEADLINE):
        return 0.0
    if not mode.has_headlines:
        return NEVER if state is _S.HEADLINE else 3.5 if previous is _S.BYLINE else 1.5
    if state is _S.FIRST and gap.blanks == 1 and (previous is _S.BYLINE or gap.flags & Flag.COUNT):
        return 2.0 if mode.is_dense else -5.0 if previous is _S.BYLINE else -2.5
    return 0.0


def _blank_evidence(previous: State, state: State, gap: Gap, mode: Mode) -> float:  # noqa: PLR0911 - one line a case
    if mode.is_tight and not gap.flags and previous not in (_S.START, _S.TITLE):
        if gap.blanks:
            return -9.0 if state in (_S.FIRST, _S.HEADLINE) else 3.0 if state is _S.QUESTION else 0.0
        return {_S.FIRST: 9.0, _S.QUESTION: -2.0}.get(state, 0.0)
    if mode.is_lines:
        return {_S.FIRST: 12.0, _S.HEADLINE: -9.0}.get(state, 0.0) if previous is not _S.BYLINE else 0.0
    if gap.blanks == 0 and not gap.flags:
        if state is _S.QUESTION:
            return 2.0 if previous is _S.QUESTION else -4.0
        if state is _S.HEADLINE:
            return -1.5 if previous is _S.BYLINE else -6.0
        if state is _S.FIRST and mode.side is Side.AFTER:
            return -3.0 if previous is _S.BYLINE else -8.0
        return {_S.TITLE: -4.0, _S.HEADLINE: -2.0}.get(previous, 0.0) if state is not _S.UNASSIGNED else 0.0
    if gap.blanks > 1:
        if state is _S.FIRST and previous is not _S.TITLE:
            is_bare = not (mode.has_bylines or mode.has_votes)
            return 6.0 if previous is _S.BYLINE else 7.5 if is_bare or previous is _S.QUESTION else 3.0
        if state is _S.BODY:
            return -0.5
        if state is _S.HEADLINE:
            return -4.0 if previous is _S.BYLINE else -2.0
    return 0.0


def _count_evidence(previous: State, state: State, gap: Gap, mode: Mode) -> float:
    if not mode.has_count:
        return 0.0
    asks = previous in (_S.START, _S.TITLE, _S.QUESTION, _S.UNASSIGNED)
    answers = state in (_S.HEADLINE, _S.FIRST, _S.BYLINE, _S.END)
    if gap.flags & Flag.COUNT:
        return (2.0 if state in (_S.HEADLINE, _S.BYLINE) else 1.0) if asks and answers else -9.0
    return -9.0 if asks and answers and previous is not _S.UNASSIGNED else 0.0


def _vote_evidence(previous: State, state: State, gap: Gap, *, opens: bool) -> float:
    """A vote line stands between headline and body; where the headline is missing, an extra blank line is above it."""
    if gap.flags & Flag.VOTE:
        if previous is _S.HEADLINE:
            return 4.0 if state is _S.BODY else -9.0
        return (3.0 if gap.blanks_above > 1 else -2.0) + 3.0 if state is _S.FIRST else -9.0
    if state is _S.FIRST and opens:
        return -8.0
    return -6.0 if previous is _S.HEADLINE else 0.0


def _label_evidence(previous: State, state: State, gap: Gap, mode: Mode, *, opens: bool) -> float:
    if gap.flags & Flag.QUESTION:
        return 0.0 if state in (_S.QUESTION, _S.BYLINE) else -9.0
    if gap.flags & Flag.ANSWER:
        return 3.0 if opens or previous is _S.BYLINE else -9.0
    is_free = gap.flags & (Flag.VOTE | Flag.COUNT) or mode.is_tight or previous is _S.BYLINE
    return -7.0 if mode.has_labels and opens and not is_free else 0.0


def _close_evidence(state: State, gap: Gap) -> float:
    if not gap.flags & Flag.CLOSE:
        return 0.0
    return {_S.UNASSIGNED: 10.0, _S.BODY: -9.0, _S.QUESTION: -9.0, _S.END: 0.0}.get(state, -1.0)


def decode(steps: Sequence[Step], mode: Mode, declared: int | None = None) -> Reading:
    """The best reading of `steps`, with `declared` answers if that can be had at a fair price."""
    matrices = [_transitions(step.gap, mode) for step in steps]
    last = _transitions(Gap(1), mode)
    free = _solve(steps, matrices, last)
    if declared is None:
        return free
    return _at_count(steps, matrices, mode, declared, free) or free


def count_answers(states: Sequence[State], side: Side) -> int:
    """The number of answers that a path opens."""
    pairs = zip((_S.START, *states), states, strict=False)
    return sum(opens_answer(previous, state, side) for previous, state in pairs)


MAX_PRICE = 5.0
"""What one more or one less answer may cost before the declared number is disbelieved, in log-odds."""
_MAX_BISECTIONS = 12


def _at_count(
    steps: Sequence[Step], matrices: Sequence[_Matrix], mode: Mode, declared: int, free: Reading
) -> Reading | None:
    """The best reading with just `declared` answers, if a price within bounds gives one."""
    found = count_answers(free.states, mode.side)
    if found == declared:
        return free
    low, high = (0.0, MAX_PRICE) if found < declared else (-MAX_PRICE, 0.0)
    for _ in range(_MAX_BISECTIONS):
        price = (low + high) / 2
        priced = [_priced(matrix, price, mode.side) for matrix in matrices]
        reading = _solve(steps, priced, _transitions(Gap(1), mode), price)
        found = count_answers(reading.states, mode.side)
        if found == declared:
            return reading
        low, high = (price, high) if found < declared else (low, price)
    return None


@cache
def _openings(side: Side) -> tuple[tuple[bool, ...], ...]:
    return tuple(tuple(opens_answer(previous, state, side) for state in State) for previous in State)


def _priced(matrix: _Matrix, price: float, side: Side) -> _Matrix:
    return tuple(
        tuple(weight + price if opens else weight for weight, opens in zip(row, marks, strict=True))
        for row, marks in zip(matrix, _openings(side), strict=True)
    )


def _solve(steps: Sequence[Step], matrices: Sequence[_Matrix], last: _Matrix, price: float = 0.0) -> Reading:
    """The best path, by the best score of every beginning (forward) and of every rest (backward) of the page."""
    columns = _forward(steps, matrices)
    rests = _backward(steps, matrices, last)
    states = _trace(columns, matrices, last)
    total = max(score + last[state][_S.END] for state, score in columns[-1])
    margins, rivals = [], []
    for column, rest, state in zip(columns, rests, states, strict=True):
        rival, score = None, NEVER
        for (candidate, ahead), (_, behind) in zip(column, rest, strict=True):
            if candidate != state and ahead + behind > score:
                rival, score = State(candidate), ahead + behind
        rivals.append(rival)
        margins.append(min(total - score, CERTAIN))
    return Reading(states, tuple(margins), tuple(rivals), total, price)


def _trace(columns: Sequence[_Column], matrices: Sequence[_Matrix], last: _Matrix) -> tuple[State, ...]:
    """The states of the best path, from its end."""
    state = max(columns[-1], key=lambda entry: entry[1] + last[entry[0]][_S.END])[0]
    states = [State(state)]
    for column, matrix in zip(reversed(columns[:-1]), reversed(matrices), strict=False):
        state = max(column, key=lambda entry: entry[1] + matrix[entry[0]][state])[0]  # noqa: B023 - used at once
        states.append(State(state))
    states.reverse()
    return tuple(states)


def _forward(steps: Sequence[Step], matrices: Sequence[_Matrix]) -> list[_Column]:
    columns = []
    column: _Column = [(0, 0.0)]
    for step, matrix in zip(steps, matrices, strict=True):
        column = [
            (state, evidence + max([score + matrix[previous][state] for previous, score in column]))
            for state, evidence in step.states
        ]
        columns.append(column)
    return columns


def _backward(steps: Sequence[Step], matrices: Sequence[_Matrix], last: _Matrix) -> list[_Column]:
    rest = [(int(state), last[state][_S.END]) for state, _ in steps[-1].states]
    rests = [rest]
    for index in range(len(steps) - 1, 0, -1):
        matrix = matrices[index]
        values = [(state, evidence + behind) for (state, evidence), (_, behind) in zip(steps[index].states, rest, strict=True)]
        rest = [
            (int(state), max([matrix[state][following] + value for following, value in values]))
            for state, _ in steps[index - 1].states
        ]
        rests.append(rest)
    rests.reverse()
    return rests
