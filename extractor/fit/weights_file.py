"""The file of the weights, written anew: the same numbers give the same bytes.

A weight that was moved keeps beside it the one that was set by hand (`prior`), towards which it is fitted the next time
as well, so that a second fit to the same pages ends where the first did.
"""

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import NotRequired, TypedDict

from extractor.files import whole_file

PATH = Path(str(files("extractor.readers.text").joinpath("weights.json")))
_PLACES = 3
"""Decimals that are kept: more say nothing, and differ from machine to machine."""


class WeightEntry(TypedDict):
    """What the file says of a weight."""

    weight: float
    prior: NotRequired[float]
    why: str


def entries() -> dict[str, WeightEntry]:
    """What the file says, by the names of the weights."""
    read: dict[str, WeightEntry] = json.loads(PATH.read_text(encoding="utf-8"))
    return read


def priors() -> dict[str, float]:
    """The weights that were set by hand."""
    return {name: entry.get("prior", entry["weight"]) for name, entry in entries().items()}


def with_weights(old: Mapping[str, WeightEntry], fitted: Mapping[str, float]) -> str:
    """The text of the file with the fitted weights in place of the old."""
    lines = [f"  {json.dumps(name)}: {json.dumps(_entry(entry, fitted.get(name)))}" for name, entry in old.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write(fitted: Mapping[str, float]) -> None:
    """Put the fitted weights into the file.

    Raises:
        OutputError: if it cannot be written.

    """
    text = with_weights(entries(), fitted)
    with whole_file(PATH) as stream:
        stream.write(text)


def _entry(old: WeightEntry, fitted: float | None) -> WeightEntry:
    prior = old.get("prior", old["weight"])
    weight = _short(old["weight"] if fitted is None else fitted)
    if weight == prior:
        return {"weight": weight, "why": old["why"]}
    return {"weight": weight, "prior": prior, "why": old["why"]}


def _short(number: float) -> float:
    """The number as the file has it."""
    rounded = round(number, _PLACES)
    return int(rounded) if rounded == int(rounded) else rounded
