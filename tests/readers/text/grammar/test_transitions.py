"""What gaps and pages say of the step from one state to the next."""

import pytest

from extractor.layout import Side
from extractor.readers.text.grammar.states import STATES, Flag, Gap, Mode, State
from extractor.readers.text.grammar.transitions import NEVER, Transitions
from extractor.readers.text.weights import SHIPPED

PLAIN = Mode()
COUNTED = Mode(has_count=True)


def weight(previous: int, state: int, gap: Gap, mode: Mode = PLAIN) -> float:
    return Transitions(mode, SHIPPED).table(gap, (previous,), (state,), 0.0).into[0][0]


def test_a_table_is_the_same_from_both_sides_and_pays_each_answer() -> None:
    table = Transitions(PLAIN, SHIPPED).table
    states = (State.BODY, State.HEADLINE)
    free, paid = table(Gap(1), states, states, 0.0), table(Gap(1), states, states, 2.0)
    assert free.out_of == tuple(zip(*free.into, strict=True))
    gains = [[high - low for low, high in zip(*rows, strict=True)] for rows in zip(free.into, paid.into, strict=True)]
    assert gains == [[2.0 * opens for opens in row] for row in free.opens]


@pytest.mark.parametrize("state", [State.TITLE, State.QUESTION])
def test_nothing_leads_from_an_answer_back_to_the_question(state: int) -> None:
    assert weight(State.BODY, state, Gap(1)) <= NEVER / 2, STATES[state]


def test_a_headline_needs_a_blank_line_and_a_body_goes_on_without() -> None:
    assert weight(State.BODY, State.HEADLINE, Gap(1)) > weight(State.BODY, State.HEADLINE, Gap(0))
    assert weight(State.BODY, State.BODY, Gap(0)) >= weight(State.BODY, State.BODY, Gap(2))


def test_answers_begin_below_the_count_and_not_above() -> None:
    below, above = Gap(1, Flag.COUNT), Gap(1)
    assert weight(State.QUESTION, State.HEADLINE, below, COUNTED) > weight(
        State.QUESTION, State.HEADLINE, above, COUNTED
    )
    assert weight(State.QUESTION, State.QUESTION, above, COUNTED) > weight(
        State.QUESTION, State.QUESTION, below, COUNTED
    )


def test_bylines_open_answers_where_they_stand_above_them() -> None:
    before = Transitions(Mode(side=Side.BEFORE, has_bylines=True), SHIPPED)
    after = Transitions(Mode(side=Side.AFTER, has_bylines=True), SHIPPED)
    arguments = (Gap(1), (State.BODY,), (State.BYLINE,), 0.0)
    assert before.table(*arguments).opens == ((True,),)
    assert after.table(*arguments).opens == ((False,),)


def test_reprints_are_signed_and_their_headings_open_no_answer() -> None:
    asked, reprinted = (Mode(has_bylines=True, has_question=has) for has in (True, False))
    assert weight(State.BODY, State.HEADLINE, Gap(1), reprinted) < weight(State.BODY, State.HEADLINE, Gap(1), asked)
    assert weight(State.BYLINE, State.FIRST, Gap(1), reprinted) > weight(State.BYLINE, State.FIRST, Gap(1), asked)
    dense = reprinted._replace(is_dense=True)
    assert weight(State.BODY, State.HEADLINE, Gap(1), dense) == weight(State.BODY, State.HEADLINE, Gap(1), asked)
