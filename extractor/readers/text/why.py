"""Why a line was read as it was: the features that decided, and the reading that came second.

A page's reading is the best path through the states of its items. The best of the paths in which one item has another
state is the reading that comes second as far as this item goes; the two differ in some features, and the weights of
these sum to what the first is ahead by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extractor.readers.text.grammar.decoder import decode_at
from extractor.readers.text.grammar.emissions import Weigher
from extractor.readers.text.grammar.states import Column
from extractor.readers.text.grammar.viterbi import Reading
from extractor.readers.text.reader import TextReading
from extractor.readers.text.traced import Traced, features_of, newly_traced
from extractor.readers.text.weights import NUMBERS, Weights

PRICE = "count.price"
"""The feature of every answer where the declared number of answers is had at a price."""
_SLIGHT = 1e-9


class Contribution(NamedTuple):
    """A feature that one reading has more often than another, and what that brings it, in log-odds."""

    feature: str
    brings: float


@dataclass(frozen=True, slots=True)
class Why:
    """Why an item has its state and not another.

    `second` are the states of all items in the best reading in which it has another; `ahead` is how far that one is
    behind, in log-odds, and the sum of what the `reasons` bring; those that weigh most come first.
    """

    second: tuple[int, ...]
    ahead: float
    reasons: Sequence[Contribution]


class Reasons:
    """The reasons of a page's reading, item by item."""

    def __init__(self, read: TextReading) -> None:
        weigher = Weigher(read.cut, read.layout, _weights(), read.markup)
        self._mode = read.cut.mode
        self._steps = weigher.steps(self._mode)
        self._price = Traced(read.reading.price, {PRICE: read.reading.price})
        self._states = read.reading.states if read.steps else ()
        self._best = self._solve(self._steps)

    def of(self, index: int) -> Why | None:
        """Why item `index` has its state; None if it can have no other, or has it not from the grammar."""
        gap, states, evidence = self._steps[index]
        if self._states != self._best.states or len(states) == 1:
            return None
        others = [place for place, state in enumerate(states) if state != self._states[index]]
        other: Column = (gap, tuple([states[place] for place in others]), tuple([evidence[place] for place in others]))
        second = self._solve([*self._steps[:index], other, *self._steps[index + 1 :]])
        return Why(second.states, self._best.score - second.score, _reasons(self._best.score, second.score))

    def _solve(self, steps: Sequence[Column]) -> Reading:
        return decode_at(steps, self._mode, _weights(), self._price)


@cache
def _weights() -> Weights:
    """Weights that are had at a traced price alone."""
    return newly_traced()


def _reasons(best: float, second: float) -> list[Contribution]:
    """The features in which two scores differ, with what they bring the better one."""
    more = features_of(best - second)
    reasons = [Contribution(name, amount * NUMBERS.get(name, 1.0)) for name, amount in more.items()]
    return sorted(
        [reason for reason in reasons if abs(reason.brings) > _SLIGHT],
        key=lambda reason: (-abs(reason.brings), reason.feature),
    )
