"""What speaks for each transition between two states: what is always so, and what the gap and the page say.

Log-odds, 0 being the case "one more body line".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.layout import Side
from extractor.readers.text.grammar.states import STATE_NAMES, Flag, Gap, Mode, State, openings
from extractor.readers.text.weights import ByName, WeightGroup, Weights

NEVER = -1e9
"""The weight of a transition that the grammar does not have."""

_S = State
_TEXT = "text"
"""Stands in the names of weights for a first and for a further body line."""
_BODY_STATES = (_S.FIRST, _S.BODY)
_SIZE = len(STATE_NAMES)
_REMEMBERED_TABLES = 5_000


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Weights between the states of two neighbouring items: for each state after, from each before; and the other way.

    `opens` says, in the order of `into`, which transitions open an answer. Each is made once,
    and is equal to itself only.
    """

    into: tuple[tuple[float, ...], ...]
    out_of: tuple[tuple[float, ...], ...]
    opens: tuple[tuple[bool, ...], ...]


class Transitions:
    """The weights of all transitions of one mode. Gaps and sets of states are few, so each table is made once."""

    def __init__(self, mode: Mode, weights: Weights) -> None:
        self._mode = mode
        self._weights = weights
        self._matrices: dict[Gap, Sequence[Sequence[float]]] = {}
        self.table = lru_cache(maxsize=_REMEMBERED_TABLES)(self._make_table)

    def _make_table(self, gap: Gap, before: tuple[int, ...], after: tuple[int, ...], price: float) -> Table:
        """The weights from each of `before` to each of `after` over `gap`; an answer that is opened brings `price`."""
        matrix, all_opens = self.matrix(gap), openings(self._mode.side)
        opens = tuple(tuple(all_opens[p][s] for p in before) for s in after)
        into = tuple(tuple(matrix[p][s] + price * all_opens[p][s] for p in before) for s in after)
        return Table(into, tuple(zip(*into, strict=True)), opens)

    def matrix(self, gap: Gap) -> Sequence[Sequence[float]]:
        """The weights from each state to each over `gap`."""
        if gap not in self._matrices:
            self._matrices[gap] = self._make_matrix(gap)
        return self._matrices[gap]

    def _make_matrix(self, gap: Gap) -> Sequence[Sequence[float]]:
        mode, weights = self._mode, self._weights
        rows = [[NEVER] * _SIZE for _ in range(_SIZE)]
        usual = _by_states(weights.after if mode.side is Side.AFTER else weights.before)
        for (previous, state), weight in usual.items():
            rows[previous][state] = weight + _evidence(previous, state, gap, mode, weights)
        if mode.has_several:
            several = weights.several
            for previous in _BODY_STATES:
                rows[previous][_S.TITLE] = several.with_label if gap.flags & Flag.TITLE else several.without_label
            if gap.flags & Flag.QUESTION:
                for previous in (*_BODY_STATES, _S.BYLINE):
                    rows[previous][_S.QUESTION] = several.with_label
        if mode.has_one_answer:
            for previous in (*_BODY_STATES, _S.BYLINE):
                rows[previous][_S.FIRST] = rows[previous][_S.HEADLINE] = NEVER
        return rows


def _by_states(pairs: ByName) -> dict[tuple[int, int], float]:
    """The weights of pairs of states, by these."""
    weights = {}
    for name, weight in pairs.items():
        previous, _, state = name.partition(">")
        for above in _BODY_STATES if previous == _TEXT else (STATE_NAMES.index(previous),):
            weights[above, STATE_NAMES.index(state)] = weight
    return weights


def _evidence(previous: int, state: int, gap: Gap, mode: Mode, weights: Weights) -> float:
    """What the gap and the page say for or against a transition."""
    opens = openings(mode.side)[previous][state]
    return (
        _signing_evidence(previous, state, gap, mode, weights.signing)
        + _heading_evidence(previous, state, gap, mode, weights.heading)
        + _blank_evidence(previous, state, gap, mode, weights.blank)
        + _count_evidence(previous, state, gap, mode, weights.count)
        + (_vote_evidence(previous, state, gap, weights.vote, opens=opens) if mode.has_votes else 0.0)
        + _label_evidence(previous, state, gap, mode, weights.label)
        + _close_evidence(state, gap, weights.close)
    )


def _signing_evidence(previous: int, state: int, gap: Gap, mode: Mode, weights: WeightGroup) -> float:
    """Where answers are signed, one without a byline is rare; where none is, a byline is not missed."""
    if previous == _S.START and state == _S.HEADLINE and not mode.has_question:
        return weights.opens_with_headline
    if mode.side is Side.BEFORE and previous in (_S.QUESTION, _S.TITLE) and state == _S.FIRST:
        if not mode.has_bylines:
            return weights.unsigned_anyway
        return weights.unsigned_after_blanks if gap.blanks > 1 else weights.unsigned
    if previous in _BODY_STATES and state == _S.HEADLINE:
        return _unsigned_evidence(mode, weights)
    return 0.0


def _unsigned_evidence(mode: Mode, weights: WeightGroup) -> float:
    """For a headline below text: the answer above it is not signed."""
    if not mode.has_bylines:
        return weights.headline_after_text
    evidence = weights.unsigned_counted_headline if mode.has_count else weights.unsigned_headline
    return evidence if mode.has_question or mode.is_dense else evidence + weights.unsigned_reprint


def _heading_evidence(previous: int, state: int, gap: Gap, mode: Mode, weights: WeightGroup) -> float:
    """Where answers have headlines, one without leaves a blank line in its place."""
    if mode.side is Side.BEFORE or state not in (_S.FIRST, _S.HEADLINE):
        return 0.0
    if not mode.has_headlines:
        return NEVER if state == _S.HEADLINE else _bare_evidence(previous, gap, mode, weights)
    if state == _S.FIRST and gap.blanks == 1 and (previous == _S.BYLINE or gap.flags & Flag.COUNT):
        if mode.is_dense or not mode.has_question:
            return weights.first_in_dense
        return weights.first_without_hole if previous == _S.BYLINE else weights.first_below_count
    return 0.0


def _bare_evidence(previous: int, gap: Gap, mode: Mode, weights: WeightGroup) -> float:
    """For an answer that begins where none has a headline."""
    if previous == _S.BYLINE:
        return weights.first_below_byline
    evidence = weights.first_after_blanks if gap.blanks > 1 else weights.first_elsewhere
    return evidence + weights.first_unsigned if mode.has_bylines and previous in _BODY_STATES else evidence


def _blank_evidence(previous: int, state: int, gap: Gap, mode: Mode, weights: WeightGroup) -> float:
    if mode.is_tight and not gap.flags and previous not in (_S.START, _S.TITLE):
        return _tight_evidence(state, gap, weights)
    if mode.is_lines:
        lines = {_S.FIRST: weights.lines_first, _S.HEADLINE: weights.lines_headline}
        return lines.get(state, 0.0) if previous != _S.BYLINE else 0.0
    if gap.blanks == 0 and not gap.flags:
        return _joined_evidence(previous, state, mode, weights)
    return _parted_evidence(previous, state, mode, weights) if gap.blanks > 1 else 0.0


def _tight_evidence(state: int, gap: Gap, weights: WeightGroup) -> float:
    """Answers stand on following lines, and blank lines are within them."""
    joined = {_S.FIRST: weights.tight_joined_first, _S.QUESTION: weights.tight_joined_question}
    parted = {
        _S.FIRST: weights.tight_parted_first,
        _S.HEADLINE: weights.tight_parted_headline,
        _S.QUESTION: weights.tight_parted_question,
    }
    return (parted if gap.blanks else joined).get(state, 0.0)


def _joined_evidence(previous: int, state: int, mode: Mode, weights: WeightGroup) -> float:
    """No blank line: the line goes on with what is above it."""
    if state == _S.QUESTION:
        return weights.joined_question if previous == _S.QUESTION else weights.joined_other_question
    if state == _S.HEADLINE:
        return weights.joined_byline_headline if previous == _S.BYLINE else weights.joined_headline
    if state == _S.FIRST and mode.side is Side.AFTER:
        return weights.joined_byline_first if previous == _S.BYLINE else weights.joined_first
    below = {_S.TITLE: weights.joined_below_title, _S.HEADLINE: weights.joined_below_headline}
    return below.get(previous, 0.0) if state != _S.UNASSIGNED else 0.0


def _parted_evidence(previous: int, state: int, mode: Mode, weights: WeightGroup) -> float:
    """Several blank lines: something is missing there, most likely a headline."""
    if state == _S.FIRST and previous != _S.TITLE:
        if previous == _S.BYLINE:
            return weights.parted_byline_first
        is_bare = not (mode.has_bylines or mode.has_votes)
        return weights.parted_bare_first if is_bare or previous == _S.QUESTION else weights.parted_first
    if state == _S.HEADLINE:
        return weights.parted_byline_headline if previous == _S.BYLINE else weights.parted_headline
    return weights.parted_body if state == _S.BODY else 0.0


def _count_evidence(previous: int, state: int, gap: Gap, mode: Mode, weights: WeightGroup) -> float:
    if not mode.has_count:
        return 0.0
    asks = previous in (_S.START, _S.TITLE, _S.QUESTION, _S.UNASSIGNED)
    answers = state in (_S.HEADLINE, _S.FIRST, _S.BYLINE, _S.END)
    if gap.flags & Flag.COUNT:
        if not (asks and answers):
            return weights.line_elsewhere
        below = weights.line_above_headline if state in (_S.HEADLINE, _S.BYLINE) else weights.line_above_first
        return below + weights.line_below_title if previous == _S.TITLE and mode.side is Side.AFTER else below
    return weights.no_line if asks and answers and previous != _S.UNASSIGNED else 0.0


def _vote_evidence(previous: int, state: int, gap: Gap, weights: WeightGroup, *, opens: bool) -> float:
    """A vote line stands between headline and body; where the headline is missing, an extra blank line is above it."""
    if gap.flags & Flag.VOTE:
        if previous == _S.HEADLINE:
            return weights.headline_above if state == _S.BODY else weights.headline_above_other
        if state == _S.FIRST:
            return weights.first_after_blanks if gap.blanks_above > 1 else weights.first
        return weights.elsewhere
    if state == _S.FIRST and opens:
        return weights.first_without
    return weights.headline_without if previous == _S.HEADLINE else 0.0


def _label_evidence(previous: int, state: int, gap: Gap, mode: Mode, weights: WeightGroup) -> float:
    opens = openings(mode.side)[previous][state]
    if gap.flags & Flag.QUESTION:
        return 0.0 if state in (_S.QUESTION, _S.BYLINE) else weights.question_elsewhere
    if mode.is_labelled_below and previous == _S.TITLE and state == _S.UNASSIGNED:
        return weights.unassigned_below_title
    if gap.flags & Flag.ANSWER:
        is_answer = opens or (previous == _S.BYLINE and state != _S.UNASSIGNED)
        headline = weights.headline if state == _S.HEADLINE else 0.0
        return weights.answer + headline if is_answer else weights.answer_elsewhere
    if mode.has_labels and previous == _S.QUESTION and state == _S.QUESTION:
        return weights.question_goes_on
    is_free = gap.flags & (Flag.VOTE | Flag.COUNT) or mode.is_tight or _S.BYLINE in (previous, state)
    return weights.missing if mode.has_labels and opens and not is_free else 0.0


def _close_evidence(state: int, gap: Gap, weights: WeightGroup) -> float:
    if not gap.flags & Flag.CLOSE or state == _S.END:
        return 0.0
    told = {_S.UNASSIGNED: weights.unassigned, _S.BODY: weights.body, _S.QUESTION: weights.question}
    return told.get(state, weights.other)
