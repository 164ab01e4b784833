"""The decoder against the enumeration of all paths, on pages small enough for that."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.layout import Side
from extractor.readers.text.grammar import decoder
from extractor.readers.text.grammar.decoder import decode
from extractor.readers.text.grammar.states import Column, Flag, Gap, Mode, State, openings
from extractor.readers.text.grammar.transitions import Transitions
from extractor.readers.text.grammar.viterbi import CERTAIN, SHORT, Reading, solver_of, stretches_of
from extractor.readers.text.weights import SHIPPED

PRICE_STEP = 0.25
"""How exactly the middle of the prices is found."""
NARROW = 0.01
"""Prices that lie closer together than this may be missed."""
CLEAR = 3.0
"""The margin above which a number of answers that is as declared is not doubted."""
ANSWERING = (State.HEADLINE, State.FIRST, State.BODY)
STATES = (*ANSWERING, *ANSWERING, State.TITLE, State.QUESTION, State.BYLINE, State.UNASSIGNED)
BODY: Column = (Gap(1), (State.BODY,), (0.0,))
END: Column = (Gap(1), (State.END,), (0.0,))


class Path(NamedTuple):
    """A way to read a page, its score without a price, and the number of answers that it opens."""

    states: tuple[int, ...]
    score: float
    answers: int


@cache
def transitions_of(mode: Mode) -> Transitions:
    return Transitions(mode, SHIPPED)


def all_paths(steps: Sequence[Column], mode: Mode) -> list[Path]:
    """Every path, in the plainest way."""
    table, opens = transitions_of(mode).table, openings(mode.side)
    paths = [Path((State.START,), 0.0, 0)]
    for gap, states, evidence in (*steps, END):
        paths = [
            Path(
                (*above, state),
                score + own + table(gap, (above[-1],), (state,), 0.0).into[0][0],
                answers + opens[above[-1]][state],
            )
            for above, score, answers in paths
            for state, own in zip(states, evidence, strict=True)
        ]
    return [Path(states[1:-1], score, answers) for states, score, answers in paths]


class Best:
    """What is best at a price: over all paths, over those with an item in a state, over those with so many answers."""

    def __init__(self, paths: Sequence[Path], price: float) -> None:
        self.score = max(score + price * answers for _, score, answers in paths)
        self.with_state: dict[tuple[int, int], float] = {}
        self.with_answers: dict[int, float] = {}
        self.of_path = {states: score + price * answers for states, score, answers in paths}
        self.answers_of = {states: answers for states, _, answers in paths}
        for states, score, answers in paths:
            total = score + price * answers
            self.with_answers[answers] = max(total, self.with_answers.get(answers, total))
            for place in enumerate(states):
                self.with_state[place] = max(total, self.with_state.get(place, total))

    def prices_of(self, answers: int) -> tuple[float, float]:
        """The prices between which the best path has so many answers; the first is above the second if none does."""
        own = self.with_answers[answers]
        low = [(score - own) / (answers - other) for other, score in self.with_answers.items() if other < answers]
        high = [(own - score) / (other - answers) for other, score in self.with_answers.items() if other > answers]
        return max([-SHIPPED.count.most_price, *low]), min([SHIPPED.count.most_price, *high])


def assert_is_best(reading: Reading, steps: Sequence[Column], best: Best) -> None:
    """The reading has the best score, and margins and rivals are those that the best of the others have.

    Of a page that has no grammatical reading only the score is right; its margins are not used.
    """
    assert reading.score == pytest.approx(best.score, abs=1e-5)
    if not reading.is_grammatical:
        return
    assert best.of_path[reading.states] == pytest.approx(best.score, abs=1e-5)
    assert reading.answers == best.answers_of[reading.states]
    for index, (_, states, _) in enumerate(steps):
        chosen, margin, rival = reading.states[index], reading.margins[index], reading.rivals[index]
        others = [best.with_state[index, state] for state in states if state != chosen]
        assert margin == pytest.approx(min([CERTAIN, *(best.score - other for other in others)]), abs=1e-5)
        if margin < CERTAIN - 1e-5:
            assert rival is not None
            assert best.with_state[index, rival] == pytest.approx(best.score - margin, abs=1e-5)


@st.composite
def steps_of(draw: st.DrawFn, sizes: tuple[int, int], choices: tuple[int, int]) -> list[Column]:
    """Items with so many states; the evidence is in quarters, so that ties are met too."""
    steps: list[Column] = []
    for _ in range(draw(st.integers(*sizes))):
        states = tuple(draw(st.lists(st.sampled_from(STATES), min_size=choices[0], max_size=choices[1], unique=True)))
        evidence = tuple(draw(st.integers(-20, 20)) / 4 for _ in states)
        steps.append((draw(gaps), states, evidence))
    return steps


gaps = st.builds(
    Gap,
    st.sampled_from((1, 1, 0, 2)),
    st.sampled_from((*[Flag.NONE] * 8, Flag.COUNT, Flag.VOTE, Flag.ANSWER, Flag.QUESTION, Flag.TITLE, Flag.CLOSE)),
    st.integers(0, 2),
)
modes = st.builds(
    Mode,
    st.sampled_from(Side),
    has_count=st.booleans(),
    has_votes=st.booleans(),
    has_bylines=st.booleans(),
    has_labels=st.booleans(),
    has_headlines=st.booleans(),
    has_several=st.booleans(),
    is_dense=st.booleans(),
)


@settings(max_examples=70, deadline=None)
@given(steps_of((1, 5), (1, 4)), modes)
def test_the_best_path_and_its_margins_are_those_of_the_enumeration(steps: list[Column], mode: Mode) -> None:
    assert_is_best(decode(steps, mode, SHIPPED), steps, Best(all_paths(steps, mode), 0.0))


@settings(max_examples=3, deadline=None)
@given(steps_of((SHORT + 1, SHORT + 1), (2, 2)), modes)
def test_long_stretches_are_solved_like_short_ones(steps: list[Column], mode: Mode) -> None:
    assert_is_best(decode(steps, mode, SHIPPED), steps, Best(all_paths(steps, mode), 0.0))


@given(steps_of((2, 6), (1, 3)), modes)
def test_answers_are_counted_alike_whatever_stretches_are_called_long(steps: list[Column], mode: Mode) -> None:
    solver, stretches = solver_of(mode, SHIPPED), list(stretches_of(steps))
    ties = [price for stretch in stretches for price in solver.counts(*stretch).thresholds]
    prices = [price for price in (0.1, -0.7, 1.3, *ties) if abs(price) <= solver.most_price]
    expected = [sum(solver.line(*stretch, price)[0] for stretch in stretches) for price in prices]
    for short in {0, *(len(stretch[1]) for stretch in stretches)}:
        with patch.object(decoder, "SHORT", short):
            counter = decoder._Counter(solver, stretches)  # noqa: SLF001 - what decides between two readings
            assert [counter.count(price) for price in prices] == expected


@settings(max_examples=70, deadline=None)
@given(steps_of((2, 6), (2, 3)), modes, st.integers(0, 4))
def test_a_declared_number_of_answers_is_had_at_the_middle_price(
    steps: list[Column], mode: Mode, declared: int
) -> None:
    paths = all_paths(steps, mode)
    free, reading = decode(steps, mode, SHIPPED), decode(steps, mode, SHIPPED, declared)
    best = Best(paths, 0.0)
    low, high = best.prices_of(declared) if declared in best.with_answers else (1.0, 0.0)
    if high - low < -NARROW:
        assert reading == free
    elif high - low > NARROW:
        assert reading.answers == declared
        assert_is_best(reading, steps, Best(paths, reading.price))
        if reading != free or min(free.margins) <= CLEAR:
            assert reading.price == pytest.approx((low + high) / 2, abs=PRICE_STEP)


@pytest.mark.parametrize("declared", range(1, 6))
def test_a_declared_number_decides_where_little_else_does(declared: int) -> None:
    evidence = [0.0, 0.3, -0.4, 0.9, -1.1, 0.6, 0.2, -0.8]
    items: list[Column] = [(Gap(1), (State.HEADLINE, State.BODY), (own, 0.0)) for own in evidence]
    steps = [(Gap(1), (State.TITLE,), (0.0,)), *items]
    reading = decode(steps, Mode(), SHIPPED, declared)
    best = Best(all_paths(steps, Mode()), 0.0)
    low, high = best.prices_of(declared)
    assert (reading.answers == declared) == (low < high)
    assert_is_best(reading, steps, Best(all_paths(steps, Mode()), reading.price))


def test_a_number_that_no_fair_price_reaches_is_given_up_at_the_farthest() -> None:
    asked: list[float] = []
    count = decoder._Counter.count  # noqa: SLF001 - how often it is asked is all that shows

    def counted(counter: decoder._Counter, price: float) -> int:
        asked.append(price)
        return count(counter, price)

    column: Column = (Gap(1), (State.FIRST, State.BODY), (0.0, 0.0))
    with patch.object(decoder._Counter, "count", counted):  # noqa: SLF001 - nobody else asks it
        decode([column] * 3, Mode(), SHIPPED, declared=50)
    assert asked == [SHIPPED.count.most_price]


def test_a_long_stretch_is_not_solved_again_where_the_lines_that_were_met_tell() -> None:
    column: Column = (Gap(1), (State.FIRST, State.BODY), (5.4, 0.0))
    solver, stretch = solver_of(Mode(), SHIPPED), (State.BODY, (column, *[BODY] * SHORT, END))
    long = decoder._LongStretch(solver, stretch)  # noqa: SLF001 - how often it is solved is all that shows
    ends = [long.count(price) for price in (-SHIPPED.count.most_price, SHIPPED.count.most_price)]
    assert ends[1] - ends[0] == 1
    prices = [step / 4 for step in range(-19, 20)]
    expected = [solver.line(*stretch, price)[0] for price in prices]
    with patch.object(type(solver), "line", side_effect=AssertionError):
        assert [long.count(price) for price in prices] == expected
