"""The conditional random field against the enumeration of all paths, and its gradient against differences."""

from collections.abc import Iterator, Sequence
from itertools import product
from math import exp, log

import numpy as np
import pytest

from extractor.fit.crf import Array, ChainArrays, fit, most_likely
from extractor.fit.gold_paths import Chain, Page, chains_of, transitions_of
from extractor.readers.text.grammar.states import Gap, State
from extractor.readers.text.weights import NUMBERS
from extractor.records import Answer, Doctor, QAPage, Question
from tests.fit.pages import taught

SMALL = "Is a bump normal?\n\nI had it done in May.\n\nYes, it goes away.\n\nAnn Berg, MD\nBoston Plastic Surgeon\n"
DOCTOR = Doctor(name="Ann Berg", credentials=("MD",), location="Boston", specialty="Plastic Surgeon")
RECORD = QAPage(
    question=Question(title="Is a bump normal?", body="I had it done in May."),
    answers=(Answer(position=1, body="Yes, it goes away.", doctor=DOCTOR, confidence=1),),
)


def scores(chain: Chain, paths: Iterator[tuple[int, ...]]) -> Iterator[float]:
    transitions = transitions_of(chain.read.cut.mode)
    for path in paths:
        above: int = State.START
        score = 0.0
        for (gap, states, evidence), state in zip(chain.read.steps, path, strict=True):
            score += float(evidence[states.index(state)]) + float(transitions.matrix(gap)[above][state])
            above = state
        yield score + float(transitions.matrix(Gap(1))[above][State.END])


def log_sum(numbers: Sequence[float]) -> float:
    most = max(numbers)
    return most + log(sum(exp(number - most) for number in numbers))


def test_the_loss_is_that_of_the_enumeration() -> None:
    chains = chains_of(Page("small", "small", "small", SMALL, (RECORD,)))
    assert any(chain.gold for chain in chains)
    every = [
        score for chain in chains for score in scores(chain, product(*[states for _, states, _ in chain.read.steps]))
    ]
    golden = [score for chain in chains if chain.gold for score in scores(chain, iter([chain.gold]))]
    field = ChainArrays([chains])
    loss, _, losses = field.loss(np.array([NUMBERS[name] for name in field.names]), np.ones(1))
    assert loss == pytest.approx(log_sum(every) - log_sum(golden), abs=1e-6)
    assert losses.tolist() == [loss]


def test_the_gradient_is_that_of_differences() -> None:
    field = ChainArrays([chains for _, chains in taught("realself/a")])
    weights = np.array([NUMBERS[name] for name in field.names])
    shares = np.array([1.0, 0.3, 0.0, 2.0])
    gradient = field.loss(weights, shares)[1]
    for place in range(0, len(weights), 7):
        step = np.zeros_like(weights)
        step[place] = 1e-5
        slope = (field.loss(weights + step, shares)[0] - field.loss(weights - step, shares)[0]) / 2e-5
        assert gradient[place] == pytest.approx(slope, abs=1e-4)


def test_a_fit_makes_gold_likelier_and_moves_only_what_may_move() -> None:
    field = ChainArrays([chains for _, chains in taught("tummytuck")])
    shares = np.ones(len(taught("tummytuck")))
    free = dict.fromkeys(field.names[::2], 1.0)
    fitted = fit(field, NUMBERS, free, shares)
    before, after = (
        field.loss(np.array([numbers[name] for name in field.names]), shares)[0] for numbers in (NUMBERS, fitted)
    )
    assert after < before
    assert all(fitted[name] == NUMBERS[name] for name in field.names if name not in free)
    assert fit(field, NUMBERS, free, shares) == fitted


def test_the_prior_holds_back_what_it_is_narrow_for() -> None:
    def loss(weights: Array) -> tuple[float, Array]:
        return float(((weights - 1.0) ** 2).sum()), 2 * (weights - 1.0)

    free, narrow, fixed = most_likely(loss, np.zeros(3), np.array([10.0, 0.1, 0.0]))
    assert free > 0.9
    assert 0.0 < narrow < 0.1
    assert fixed == 0.0


def test_where_no_weight_is_free_all_stay() -> None:
    prior = np.array([1.0, -2.0])
    assert most_likely(lambda weights: (float(weights.sum()), np.ones(2)), prior, np.zeros(2)).tolist() == [1.0, -2.0]
    assert most_likely(lambda _: (0.0, np.zeros(0)), np.zeros(0), np.zeros(0)).size == 0
