"""Who wrote a question or an answer and on which day, on a line below it: "von Rosa am 17.03.2012".

Such a line above the first answer is of who asks.
"""

import re
from collections.abc import Iterator, Sequence

from extractor.layout import Kind, around
from extractor.readers.lines import Line
from extractor.readers.text.matcher import Hit

_SIGNED = re.compile(around.signed_on())


def signed_hits(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The lines that say who wrote what is above them, and when, on a page with the label of an answer."""
    seam = next((hit.first for hit in hits if hit.kind is Kind.ANSWER), None)
    return [] if seam is None else list(_signed(lines, seam))


def _signed(lines: Sequence[Line], seam: int) -> Iterator[Hit]:
    for index, line in enumerate(lines):
        if index and (found := _SIGNED.fullmatch(line.text)):
            who, when = ("asker", "asked_at") if index < seam else ("byline", "answered_at")
            spans = [(line.start + found.start(name), line.start + found.end(name)) for name in ("name", "day")]
            yield Hit(Kind.META, index, index, dict(zip((who, when), spans, strict=True)))
