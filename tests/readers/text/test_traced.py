"""What a page scores is the sum of its features' weights: the reader run with weights that leave their names."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.readers.text.traced import Traced, features_of, traced
from extractor.readers.text.weights import NUMBERS
from extractor.sites import all_layouts
from tests.paths import FIXTURES

PAGES = sorted(path for path in FIXTURES.rglob("*.txt"))[::40]
numbers = st.integers(-40, 40).map(lambda quarters: quarters / 4)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_score_is_the_sum_of_its_weights(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="replace")
    plain, named = (
        read_text(TextPage(text), all_layouts()),
        read_text(TextPage(text), all_layouts(), weights=traced()),
    )
    if plain is None or named is None:
        assert plain is named
        return
    assert named.reading.states == plain.reading.states
    if not plain.reading.is_grammatical:  # its score is that of a transition which the grammar does not have
        return
    assert named.reading.score == pytest.approx(plain.reading.score)
    told = sum(NUMBERS[name] * amount for name, amount in features_of(named.reading.score).items())
    assert told + plain.reading.price * plain.reading.answers == pytest.approx(plain.reading.score)


@given(numbers, numbers, numbers)
def test_arithmetic_is_that_of_numbers(one: float, two: float, plain: float) -> None:
    first, second = Traced(one, {"one": 1.0}), Traced(two, {"two": 1.0})
    result = 2.0 * first - second * plain + (plain - second) + sum([first, second])
    assert float(result) == 2 * one - two * plain + (plain - two) + (one + two)
    assert features_of(result) == {"one": 3.0, "two": -plain}


def test_equal_numbers_of_unlike_features_are_not_equal() -> None:
    assert Traced(1.0, {"one": 1.0}) != Traced(1.0, {"two": 1.0})
    assert Traced(1.0, {"one": 1.0}) == 1.0
    assert features_of(1.0) == {}
