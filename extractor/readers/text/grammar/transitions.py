"""The weights of the grammar: what speaks for each transition between two states, by the gap and the page.

Log-odds, 0 being the case "one more body line". `_AFTER` and `_BEFORE` hold what is always so where bylines stand below
and above what they sign; the functions below them add what a gap and a page say.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extractor.layout import Side
from extractor.readers.text.grammar.states import STATES, Flag, Gap, Mode, State, openings

NEVER = -1e9
"""The weight of a transition that the grammar does not have."""

_S = State
_BODY_STATES = (_S.FIRST, _S.BODY)
_SIZE = len(STATES)
_REMEMBERED_TABLES = 5_000

_AFTER: dict[tuple[int, int], float] = {
    (_S.START, _S.TITLE): 0.0,
    (_S.START, _S.QUESTION): -2.0,
    (_S.START, _S.HEADLINE): -5.0,
    (_S.START, _S.FIRST): -3.0,
    (_S.START, _S.UNASSIGNED): -7.0,
    (_S.TITLE, _S.QUESTION): 0.0,
    (_S.TITLE, _S.HEADLINE): -3.0,
    (_S.TITLE, _S.FIRST): -5.0,
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


class Table(NamedTuple):
    """Weights between the states of two neighbouring items: for each state after, from each before; and the other way.

    `opens` says, in the order of `into`, which transitions open an answer.
    """

    into: tuple[tuple[float, ...], ...]
    out_of: tuple[tuple[float, ...], ...]
    opens: tuple[tuple[bool, ...], ...]


class Transitions:
    """The weights of all transitions of one mode. Gaps and sets of states are few, so each table is made once."""

    def __init__(self, mode: Mode) -> None:
        self._mode = mode
        self._matrices: dict[Gap, Sequence[Sequence[float]]] = {}
        self.table = lru_cache(maxsize=_REMEMBERED_TABLES)(self._make_table)

    def _make_table(self, gap: Gap, before: tuple[int, ...], after: tuple[int, ...], price: float) -> Table:
        """The weights from each of `before` to each of `after` over `gap`; an answer that is opened brings `price`."""
        matrix, all_opens = self._matrix(gap), openings(self._mode.side)
        opens = tuple(tuple(all_opens[p][s] for p in before) for s in after)
        into = tuple(tuple(matrix[p][s] + price * all_opens[p][s] for p in before) for s in after)
        return Table(into, tuple(zip(*into, strict=True)), opens)

    def _matrix(self, gap: Gap) -> Sequence[Sequence[float]]:
        if gap not in self._matrices:
            self._matrices[gap] = self._make_matrix(gap)
        return self._matrices[gap]

    def _make_matrix(self, gap: Gap) -> Sequence[Sequence[float]]:
        mode = self._mode
        rows = [[NEVER] * _SIZE for _ in range(_SIZE)]
        base = _AFTER if mode.side is Side.AFTER else _BEFORE
        for (previous, state), weight in base.items():
            rows[previous][state] = weight + _evidence(previous, state, gap, mode)
        if mode.has_several:
            for previous in _BODY_STATES:
                rows[previous][_S.TITLE] = 0.0 if gap.flags & Flag.TITLE else -6.0
        return rows


def _evidence(previous: int, state: int, gap: Gap, mode: Mode) -> float:
    """What the gap and the page say for or against a transition."""
    opens = openings(mode.side)[previous][state]
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
    if previous == _S.START and state == _S.HEADLINE and not mode.has_question:
        return 4.0
    if mode.side is Side.BEFORE and previous in (_S.QUESTION, _S.TITLE) and state == _S.FIRST:
        return 2.0 if not mode.has_bylines else 0.0 if gap.blanks > 1 else -6.0
    if previous in _BODY_STATES and state == _S.HEADLINE:
        return -2.0 if mode.has_bylines and mode.has_count else 0.5 if mode.has_bylines else 1.0
    return 0.0


def _headline_evidence(previous: int, state: int, gap: Gap, mode: Mode) -> float:
    """Where answers have headlines, one without leaves a blank line in its place."""
    if mode.side is Side.BEFORE or state not in (_S.FIRST, _S.HEADLINE):
        return 0.0
    if not mode.has_headlines:
        return NEVER if state == _S.HEADLINE else 3.5 if previous == _S.BYLINE else 0.0 if gap.blanks > 1 else 1.5
    if state == _S.FIRST and gap.blanks == 1 and (previous == _S.BYLINE or gap.flags & Flag.COUNT):
        return 2.0 if mode.is_dense else -5.0 if previous == _S.BYLINE else -2.5
    return 0.0


def _blank_evidence(previous: int, state: int, gap: Gap, mode: Mode) -> float:
    if mode.is_tight and not gap.flags and previous not in (_S.START, _S.TITLE):
        parted = {_S.FIRST: -9.0, _S.HEADLINE: -9.0, _S.QUESTION: 3.0}
        return (parted if gap.blanks else {_S.FIRST: 9.0, _S.QUESTION: -2.0}).get(state, 0.0)
    if mode.is_lines:
        return {_S.FIRST: 12.0, _S.HEADLINE: -9.0}.get(state, 0.0) if previous != _S.BYLINE else 0.0
    if gap.blanks == 0 and not gap.flags:
        return _joined_evidence(previous, state, mode)
    return _parted_evidence(previous, state, mode) if gap.blanks > 1 else 0.0


def _joined_evidence(previous: int, state: int, mode: Mode) -> float:
    """No blank line: the line goes on with what is above it."""
    if state == _S.QUESTION:
        return 2.0 if previous == _S.QUESTION else -4.0
    if state == _S.HEADLINE:
        return -1.5 if previous == _S.BYLINE else -6.0
    if state == _S.FIRST and mode.side is Side.AFTER:
        return -3.0 if previous == _S.BYLINE else -8.0
    return {_S.TITLE: -4.0, _S.HEADLINE: -2.0}.get(previous, 0.0) if state != _S.UNASSIGNED else 0.0


def _parted_evidence(previous: int, state: int, mode: Mode) -> float:
    """Several blank lines: something is missing there, most likely a headline."""
    if state == _S.FIRST and previous != _S.TITLE:
        is_bare = not (mode.has_bylines or mode.has_votes)
        return 6.0 if previous == _S.BYLINE else 9.0 if is_bare or previous == _S.QUESTION else 3.0
    if state == _S.HEADLINE:
        return -4.0 if previous == _S.BYLINE else -2.0
    return -0.5 if state == _S.BODY else 0.0


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
        return 3.0 if opens or (previous == _S.BYLINE and state != _S.UNASSIGNED) else -9.0
    is_free = gap.flags & (Flag.VOTE | Flag.COUNT) or mode.is_tight or _S.BYLINE in (previous, state)
    return -7.0 if mode.has_labels and opens and not is_free else 0.0


def _close_evidence(state: int, gap: Gap) -> float:
    if not gap.flags & Flag.CLOSE:
        return 0.0
    return {_S.UNASSIGNED: 10.0, _S.BODY: -9.0, _S.QUESTION: -9.0, _S.END: 0.0}.get(state, -1.0)
