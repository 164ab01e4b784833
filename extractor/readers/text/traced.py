"""Numbers that remember which weights they were summed of: the features of whatever is computed with them.

Reading code is written once, for plain numbers. Where features are wanted, to explain a reading or to fit the weights,
it is run with weights that are traced.
"""

from collections.abc import Mapping
from functools import cache
from typing import Self

from extractor.readers.text.weights import NUMBERS, Weights

Features = Mapping[str, float]
"""How often, or how much, each feature is there."""


class Traced(float):
    """A sum of weights, each times how often its feature is there."""

    __slots__ = ("features",)
    features: Features

    def __new__(cls, value: float, features: Features) -> Self:
        """A number with the features that it is the sum of."""
        number = super().__new__(cls, value)
        number.features = features
        return number

    __hash__ = float.__hash__

    def __eq__(self, other: object) -> bool:
        return float(self) == other and (not isinstance(other, Traced) or self.features == other.features)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __add__(self, other: float) -> "Traced":
        features = dict(self.features)
        for name, amount in features_of(other).items():
            features[name] = features.get(name, 0.0) + amount
        return Traced(float(self) + float(other), features)

    __radd__ = __add__

    def __neg__(self) -> "Traced":
        return self * -1.0

    def __sub__(self, other: float) -> "Traced":
        return self + -other

    def __rsub__(self, other: float) -> "Traced":
        return -self + other

    def __mul__(self, factor: float) -> "Traced":
        return Traced(float(self) * factor, {name: amount * factor for name, amount in self.features.items()})

    __rmul__ = __mul__


def features_of(number: float) -> Features:
    """The features of a number; one that no weight went into has none."""
    return number.features if isinstance(number, Traced) else {}


@cache
def traced() -> Weights:
    """The shipped weights, which leave their names in whatever is computed with them."""
    return newly_traced()


def newly_traced() -> Weights:
    """The same, of which no solver remembers anything yet.

    Solvers remember by equality: what was computed at a plain price is taken for that at a traced one.
    """
    return Weights({name: Traced(number, {name: 1.0}) for name, number in NUMBERS.items()})
