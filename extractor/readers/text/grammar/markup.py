"""What the markup of an HTML page says of the lines of its text: for which states it speaks."""

from collections import defaultdict
from collections.abc import Mapping

from extractor.readers.text.grammar.states import STATE_NAMES
from extractor.readers.text.weights import ByName

Markup = Mapping[int, str]
"""What the markup says of lines, by where they begin: "main_heading", "heading" or "paragraph"."""
States = dict[int, float]
"""Possible states, and the evidence for each."""


def by_kind(weights: ByName) -> Mapping[str, States]:
    """The weights of what markup says: for each kind of line, for states."""
    told: defaultdict[str, States] = defaultdict(dict)
    for name, weight in weights.items():
        kind, _, state = name.partition(".")
        told[kind][STATE_NAMES.index(state)] = weight
    return told


def add_markup(states: States, told: States) -> None:
    """Add what the markup of a line says to the evidence for those of its states that are possible."""
    for state, evidence in told.items():
        if state in states:
            states[state] += evidence
