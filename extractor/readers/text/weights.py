"""The weights of everything that speaks for or against a reading: named features, whose numbers are in `weights.json`.

They are log-odds unless their reason in that file says otherwise; 0 is the case "one more body line". What a reading
scores is the sum of the weights of its features, each as often as the page has it.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING

ByName = Mapping[str, float]
"""Weights that are looked up by what they are of: a pair of states (`title>question`), a kind of wording."""


class WeightGroup:
    """The weights whose names begin alike, as attributes: that of `headline.is_short` is `headline.is_short`."""

    def __init__(self, numbers: Mapping[str, float]) -> None:
        vars(self).update(numbers)

    if TYPE_CHECKING:  # at run time a name that the file does not have is an AttributeError

        def __getattr__(self, name: str) -> float: ...


class Weights:
    """All weights. `after` and `before` are of pairs of states where bylines stand below, or above, what they sign."""

    def __init__(self, numbers: Mapping[str, float]) -> None:
        groups = _grouped(numbers)
        self.title = WeightGroup(groups["title"])
        self.question = WeightGroup(groups["question"])
        self.headline = WeightGroup(groups["headline"])
        self.first = WeightGroup(groups["first"])
        self.line = WeightGroup(groups["line"])
        self.byline = WeightGroup(groups["byline"])
        self.markup: ByName = groups["markup"]
        self.after: ByName = groups["after"]
        self.before: ByName = groups["before"]
        self.several = WeightGroup(groups["several"])
        self.signing = WeightGroup(groups["signing"])
        self.heading = WeightGroup(groups["heading"])
        self.blank = WeightGroup(groups["blank"])
        self.count = WeightGroup(groups["count"])
        self.vote = WeightGroup(groups["vote"])
        self.label = WeightGroup(groups["label"])
        self.close = WeightGroup(groups["close"])
        self.doctor: ByName = groups["doctor"]
        self.asker: ByName = groups["asker"]
        self.thread = WeightGroup(groups["thread"])
        self.lone = WeightGroup(groups["lone"])
        self.margin = WeightGroup(groups["margin"])
        self.confidence = WeightGroup(groups["confidence"])


def _grouped(numbers: Mapping[str, float]) -> Mapping[str, dict[str, float]]:
    """The numbers by what stands before the point in their names, and in each group by what stands behind it."""
    groups: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for name, number in numbers.items():
        group, _, own = name.partition(".")
        groups[group][own] = number
    return groups


def _numbers() -> Mapping[str, float]:
    entries = json.loads(files("extractor.readers.text").joinpath("weights.json").read_text(encoding="utf-8"))
    return {name: entry["weight"] for name, entry in entries.items()}


NUMBERS = _numbers()
"""The numbers in the file, by name."""

SHIPPED = Weights(NUMBERS)
"""The weights that pages are read with."""
