"""The figures of a run that its manifest lacks, in one pass over its records; and the records that are shown."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from random import Random
from typing import NamedTuple

from extractor.records import Failure, QAPage

BINS = 20
"""Of confidences."""
_MOST_EXAMPLES = 3
MANY = 12
"""Answers of a page above which they are counted together."""


class Example(NamedTuple):
    """Something that was said of a source."""

    source: str
    said: str


class Figures:
    """Histograms and examples; a sample of the records, half of them flagged, that does not depend on chance."""

    def __init__(self, sample: int) -> None:
        self.confidences: Counter[int] = Counter()
        """By twentieths: how many answers have this confidence."""
        self.answers: Counter[int] = Counter()
        """How many records have so many answers; the last stands for more too."""
        self.ratings: Counter[float] = Counter()
        """By halves of a star: how many doctors are rated so."""
        self.warnings: defaultdict[str, list[Example]] = defaultdict(list)
        self.failures: defaultdict[str, list[Example]] = defaultdict(list)
        self._records = 0
        self._samples = {True: _Sample(sample - sample // 2), False: _Sample(sample // 2)}

    def add(self, page: QAPage) -> None:
        """Count a record."""
        self.confidences.update(min(int(answer.confidence * BINS), BINS - 1) for answer in page.answers)
        self.answers[min(len(page.answers), MANY)] += 1
        ratings = [
            answer.doctor.rating for answer in page.answers if answer.doctor and answer.doctor.rating is not None
        ]
        self.ratings.update(round(rating * 2) / 2 for rating in ratings)
        for warning in page.warnings:
            place = f"{warning.place}: " if warning.place else ""
            _keep(self.warnings[warning.code.value], page.source, place + warning.message)
        self._records += 1
        self._samples[bool(page.warnings)].offer((self._records, page.source or "", page.id or ""))

    def add_failures(self, failures: Iterable[Failure]) -> None:
        """Keep examples of what gave no record."""
        for failure in failures:
            _keep(self.failures[failure.reason.value], failure.source, failure.detail)

    def sample(self) -> list[tuple[str, str]]:
        """Source and identity of the records that are shown, in the order of the run."""
        return [(source, own) for _, source, own in sorted([*self._samples[True].held, *self._samples[False].held])]


def _keep(examples: list[Example], source: str | None, said: str) -> None:
    if len(examples) < _MOST_EXAMPLES and all(example.source != source for example in examples):
        examples.append(Example(source or "", said))


class _Sample:
    """A random sample of a stream, each of its members equally likely (Vitter 1985, algorithm R)."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._random = Random(0)  # noqa: S311 - equal runs give equal reports
        self._seen = 0
        self.held: list[tuple[int, str, str]] = []

    def offer(self, member: tuple[int, str, str]) -> None:
        """Take the next member of the stream, perhaps."""
        self._seen += 1
        if len(self.held) < self._size:
            self.held.append(member)
        elif (place := self._random.randrange(self._seen)) < self._size:
            self.held[place] = member
