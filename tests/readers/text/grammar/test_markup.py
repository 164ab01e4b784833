"""What the markup of a line adds to the evidence for its states."""

from extractor.readers.text.grammar.markup import add_markup, by_kind
from extractor.readers.text.grammar.states import State
from extractor.readers.text.weights import SHIPPED


def test_markup_speaks_only_for_states_that_are_possible() -> None:
    states = {State.HEADLINE: 1.0, State.BODY: 0.0}
    add_markup(states, {State.HEADLINE: 2.5, State.TITLE: 9.0})
    assert states == {State.HEADLINE: 3.5, State.BODY: 0.0}


def test_weights_are_sorted_by_kind_of_line() -> None:
    told = by_kind({"heading.headline": 1.5, "heading.body": -2.0, "paragraph.body": 0.5})
    assert told == {"heading": {State.HEADLINE: 1.5, State.BODY: -2.0}, "paragraph": {State.BODY: 0.5}}
    assert set(by_kind(SHIPPED.markup)) == {"main_heading", "heading", "paragraph"}
