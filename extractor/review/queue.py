"""The order in which records are looked at: flagged ones by what a correction is worth, others mixed in by chance."""

from collections.abc import Iterable
from random import Random
from typing import NamedTuple

from extractor.records import QAPage


class Waiting(NamedTuple):
    """A record that waits: how many wrong answers are to be expected in it, whether it is flagged, where it is from."""

    worth: float
    is_flagged: bool
    order: int
    source: str
    id: str


def queue(records: Iterable[QAPage], sample: int) -> list[Waiting]:
    """The flagged records, those with most to be mended first, and evenly among them `sample` others by chance.

    A correction is worth the wrong answers that are to be expected: the sum of what their confidences lack, and what
    that of the question does.
    """
    entries = [_entry(order, record) for order, record in enumerate(records)]
    flagged = sorted((one for one in entries if one.is_flagged), key=lambda one: (-one.worth, one.order))
    others = [one for one in entries if not one.is_flagged]
    drawn = Random(0).sample(others, min(sample, len(others)))  # noqa: S311 - the same when the review goes on
    return _mixed(flagged, drawn)


def _entry(order: int, record: QAPage) -> Waiting:
    worth = 1 - record.confidence + sum(1 - answer.confidence for answer in record.answers)
    return Waiting(worth, bool(record.warnings), order, record.source or "", record.id or "")


def _mixed(flagged: list[Waiting], drawn: list[Waiting]) -> list[Waiting]:
    """Both, each evenly from the first to the last."""
    groups = ((one, (number + 0.5) / len(group)) for group in (flagged, drawn) for number, one in enumerate(group))
    return [one for one, _ in sorted(groups, key=lambda pair: (pair[1], not pair[0].is_flagged))]
