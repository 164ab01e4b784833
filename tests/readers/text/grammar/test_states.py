"""Which steps from state to state begin an answer."""

import pytest

from extractor.layout import Side
from extractor.readers.text.grammar.states import STATE_NAMES, STATES, State, openings

OPENED_BELOW = {State.HEADLINE, State.FIRST}
"""What begins an answer where bylines stand below what they sign, whatever is above."""


def opened(side: Side, previous: int) -> set[int]:
    return {state for state, opens in enumerate(openings(side)[previous]) if opens}


@pytest.mark.parametrize("previous", range(len(STATES)))
def test_where_bylines_sign_what_is_above_a_headline_or_a_first_line_begins_an_answer(previous: int) -> None:
    assert opened(Side.AFTER, previous) == OPENED_BELOW


@pytest.mark.parametrize("previous", set(range(len(STATES))) - {State.BYLINE})
def test_where_bylines_stand_above_they_begin_the_answer_too(previous: int) -> None:
    assert opened(Side.BEFORE, previous) == {*OPENED_BELOW, State.BYLINE}


def test_what_stands_below_a_byline_that_began_the_answer_begins_none() -> None:
    assert opened(Side.BEFORE, State.BYLINE) == set()


def test_every_state_has_a_name_in_one_word_of_its_own() -> None:
    numbers = {name: number for name, number in vars(State).items() if not name.startswith("_")}
    assert {name.lower(): number for name, number in numbers.items()} == {
        name: number for number, name in enumerate(STATE_NAMES)
    }
