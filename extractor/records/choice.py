"""Which records are written: all of them, or those that are chosen, while the others are kept apart."""

from typing import NamedTuple

from extractor.records.models import QAPage

LEFT_OUT = ".left-out.jsonl"
"""What the name of the file ends in that keeps the records that were not chosen."""


class Choice(NamedTuple):
    """The records that are wanted: with warnings only, or of this confidence (0 to 1) at least."""

    only_flagged: bool = False
    min_confidence: float = 0.0

    @property
    def is_everything(self) -> bool:
        """Whether nothing can be left out."""
        return self == EVERYTHING

    def takes(self, page: QAPage) -> bool:
        """Whether the record is chosen."""
        return page.confidence >= self.min_confidence and (bool(page.warnings) or not self.only_flagged)


EVERYTHING = Choice()
