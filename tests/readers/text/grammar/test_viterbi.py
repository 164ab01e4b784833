"""The solver of stretches against the enumeration of all their paths."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.layout import Side
from extractor.readers.text.grammar import viterbi
from extractor.readers.text.grammar.states import Column, Gap, Mode, State, openings
from extractor.readers.text.grammar.transitions import NEVER, Transitions
from extractor.readers.text.grammar.viterbi import (
    CERTAIN,
    SHORT,
    CountsByPrice,
    Reading,
    Solver,
    solver_of,
    stretches_of,
)
from extractor.readers.text.weights import SHIPPED

MODES = [Mode(), Mode(side=Side.BEFORE, has_bylines=True), Mode(has_headlines=False), Mode(has_count=True)]
FREE = (State.HEADLINE, State.FIRST, State.BODY, State.BYLINE, State.UNASSIGNED)
END: Column = (Gap(1), (State.END,), (0.0,))
EXACT = 1e-6

evidence = st.floats(-9, 9)


@st.composite
def columns(draw: st.DrawFn) -> Column:
    """An item that may have two to four states."""
    states = tuple(draw(st.lists(st.sampled_from(FREE), min_size=2, max_size=4, unique=True)))
    gap = Gap(draw(st.integers(0, 2)))
    return gap, states, tuple(draw(evidence) for _ in states)


stretches = st.lists(columns(), max_size=4).map(lambda free: (*free, END))


def score_of(path: tuple[int, ...], steps: tuple[Column, ...], mode: Mode, above: int, price: float) -> float:
    """What a path scores, transition by transition."""
    total = 0.0
    tables = Transitions(mode, SHIPPED)
    for (previous, state), (gap, states, weights) in zip(pairwise((above, *path)), steps, strict=True):
        total += weights[states.index(state)] + tables.matrix(gap)[previous][state]
        total += price * openings(mode.side)[previous][state]
    return total


def enumerated(steps: tuple[Column, ...], mode: Mode, above: int, price: float) -> dict[tuple[int, ...], float]:
    """Every path and its score."""
    paths = product(*[states for _, states, _ in steps])
    return {path: score_of(path, steps, mode, above, price) for path in paths}


@given(stretches, st.sampled_from(MODES), st.sampled_from([0.0, 1.5, -2.0]))
def test_no_path_is_better_and_margins_are_those_of_the_best_rivals(
    steps: tuple[Column, ...], mode: Mode, price: float
) -> None:
    scores = enumerated(steps, mode, State.QUESTION, price)
    read = solver_of(mode, SHIPPED).solve(State.QUESTION, steps, price)
    assert read.score == pytest.approx(max(scores.values()))
    assert scores[read.states] == pytest.approx(read.score)
    pairs = pairwise((State.QUESTION, *read.states))
    assert read.answers == sum(openings(mode.side)[previous][state] for previous, state in pairs)
    if read.is_grammatical:
        for index, (state, margin) in enumerate(zip(read.states, read.margins, strict=True)):
            rivals = [score for path, score in scores.items() if path[index] != state]
            ahead = read.score - max(rivals) if rivals else CERTAIN
            assert margin == pytest.approx(min(ahead, CERTAIN), abs=EXACT)


@given(stretches, st.sampled_from(MODES), st.floats(-4.9, 4.9))
def test_counts_by_price_are_those_of_the_best_paths(steps: tuple[Column, ...], mode: Mode, price: float) -> None:
    solver = solver_of(mode, SHIPPED)
    counts = solver.counts(State.QUESTION, steps)
    scores = enumerated(steps, mode, State.QUESTION, price)
    if max(scores.values()) > NEVER / 2 and all(abs(edge - price) > EXACT for edge in counts.thresholds):
        best = max(scores.values())
        answers = {
            sum(openings(mode.side)[a][b] for a, b in pairwise((State.QUESTION, *path)))
            for path, score in scores.items()
            if score > best - EXACT
        }
        assert counts.at(price) in answers


def test_counts_grow_by_one_at_each_threshold() -> None:
    counts = CountsByPrice(2, (-1.0, 0.5))
    assert [counts.at(price) for price in (-2.0, 0.0, 1.0)] == [2, 3, 4]


@given(st.lists(st.one_of(columns(), st.sampled_from([(Gap(1), (State.BYLINE,), (0.0,))])), max_size=SHORT))
def test_stretches_are_the_page_parted_below_what_can_have_one_state_only(steps: list[Column]) -> None:
    parts = list(stretches_of(steps))
    assert [step for _, part in parts for step in part] == [*steps, END]
    assert all(len(states) > 1 for _, part in parts for _, states, _ in part[:-1])
    assert all(len(part[-1][1]) == 1 for _, part in parts)
    assert [above for above, _ in parts] == [State.START, *(part[-1][1][0] for _, part in parts[:-1])]


def test_a_page_that_no_path_leads_through_is_not_grammatical() -> None:
    assert not Reading((), (), (), 0, NEVER).is_grammatical
    assert Reading((), (), (), 0, -100.0).is_grammatical


@given(st.lists(columns(), min_size=1, max_size=4), st.sampled_from(MODES), st.sampled_from([0.0, 1.5]))
def test_a_very_long_stretch_is_solved_alike_whether_its_scores_are_remembered_or_not(
    kinds: list[Column], mode: Mode, price: float
) -> None:
    steps = (*kinds * 150, END)
    solver = Solver(mode, SHIPPED)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(viterbi, "_VERY_LONG", len(steps))
        plain = solver.solve(State.QUESTION, steps, price)
        patch.setattr(viterbi, "_VERY_LONG", SHORT)
        assert solver.solve(State.QUESTION, steps, price) == plain
