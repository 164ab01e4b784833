"""The grammar of a Q&A page, and the best way to read a page by it.

A page is a chain of items (lines, or bylines of up to three lines) with gaps between them. Furniture is no item: what
it says (a count line, a vote line, a label) is evidence in the gap that it leaves. Every item gets one state:

    TITLE  QUESTION  |  HEADLINE  FIRST  BODY  BYLINE  |  UNASSIGNED

FIRST is the first body line of an answer that has no headline. A reading of the page is a path through the states; its
score is the sum of what speaks for each item's state (`emissions`) and of what speaks for each transition in its gap
(`transitions`). All weights (`weights.json`) are log-odds, 0 being the case "one more body line": +3 is good evidence,
+6 near certain. The best path is found exactly by dynamic programming in time linear in the number of items.

How far the best path is ahead of the best one in which an item has another state is that item's margin, from the same
tables read backwards. Margins become confidences (`confidence`).

A declared number of answers enters as a price per answer: the price is searched for at which the best path has just
that many answers (the dual of "the best path among those with N answers"). If no fair price gets there the declaration
is taken for untrue (pages cut short say more than they show) and the free reading stands, with a warning.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

from extractor.layout import Side


class State:
    """What an item is; plain integers, since they are indices into the tables of weights."""

    START: Final = 0
    TITLE: Final = 1
    QUESTION: Final = 2
    HEADLINE: Final = 3
    FIRST: Final = 4
    BODY: Final = 5
    BYLINE: Final = 6
    UNASSIGNED: Final = 7
    END: Final = 8


STATES = ("start", "title", "question", "headline", "first body line", "body", "byline", "unassigned", "end")
"""What the states are called, by number."""

STATE_NAMES = tuple(name.partition(" ")[0] for name in STATES)
"""The same in one word each, as the names of weights have them."""


BEGINNINGS = (State.HEADLINE, State.FIRST)
"""The states of what an answer begins with, a byline apart."""
TEXTS = (State.QUESTION, *BEGINNINGS, State.BODY)
"""Those of what somebody wrote, but for a title."""
GOES_ON = frozenset(((State.QUESTION, State.QUESTION), (State.FIRST, State.BODY), (State.BODY, State.BODY)))
"""Pairs of states, one below the other, of which the second goes on with the text of the first."""


class Flag:
    """What the furniture in a gap says, as bits; plain integers, since every gap of every page is tested."""

    NONE: Final = 0
    COUNT: Final = 1
    VOTE: Final = 2
    ANSWER: Final = 4
    QUESTION: Final = 8
    TITLE: Final = 16
    CLOSE: Final = 32


class Gap(NamedTuple):
    """What stands between an item and the one before it: blank lines (2 means several), above and below a mark."""

    blanks: int
    flags: int = Flag.NONE
    blanks_above: int = 0


class Mode(NamedTuple):
    """What holds for the whole page."""

    side: Side = Side.AFTER
    has_count: bool = False
    has_votes: bool = False
    has_bylines: bool = False
    has_labels: bool = False
    has_headlines: bool = True
    has_several: bool = False
    has_question: bool = True
    has_one_answer: bool = False
    is_lines: bool = False
    is_tight: bool = False
    is_dense: bool = False
    is_labelled_below: bool = False
    """A label stands in front of the question, and lines that are no part of it above the label."""


def chain_of(states: Iterable[int]) -> str:
    """States one after the other as a text of one character each, in which others are looked for."""
    return bytes(states).decode("latin-1")


Column = tuple[Gap, tuple[int, ...], Sequence[float]]
"""An item as the decoder sees it, a column of the trellis: the gap above, possible states, evidence for each."""


@cache
def openings(side: Side) -> tuple[tuple[bool, ...], ...]:
    """For each pair of states, the earlier first, whether the transition begins a new answer."""
    states = range(len(STATES))
    return tuple(tuple(_opens_answer(previous, state, side) for state in states) for previous in states)


def _opens_answer(previous: int, state: int, side: Side) -> bool:
    is_first = state in BEGINNINGS
    if side is Side.AFTER:
        return is_first
    return previous != State.BYLINE and (is_first or state == State.BYLINE)
