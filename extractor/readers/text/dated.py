"""Who wrote a question or an answer and on which day, on a line below it: "von Rosa am 17.03.2012"; and days alone.

Such a line above the first answer is of who asks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from extractor.layout import Kind, around
from extractor.layout.dates import date_in, is_date
from extractor.readers.lines import Line
from extractor.readers.text.matcher import Hit

_SIGNED = re.compile(around.signed_on())


def signed_hits(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The lines that say who wrote what is above them, and when, on a page with the label of an answer."""
    seam = next((hit.first for hit in hits if hit.kind is Kind.ANSWER), None)
    return [] if seam is None else list(_signed(lines, seam))


def days_above(lines: Sequence[Line], seams: Iterable[int]) -> list[Hit]:
    """Dates in paragraphs of their own above the labels of replies: days of a page, and no words of a question."""
    above = [seam - 1 for seam in seams if seam > 1 and lines[seam - 1].blanks]
    return [Hit(Kind.FURNITURE, index, index, {}) for index in above if is_date(lines[index].text)]


def opens_with_day(text: str) -> bool:
    """Whether a line begins with a day of a year, whatever stands behind it.

    >>> opens_with_day("April 2, 2016 4 min read"), opens_with_day("Seen on April 2, 2016")
    (True, False)
    """
    day = date_in(text)
    return day is not None and day.start() == 0


def _signed(lines: Sequence[Line], seam: int) -> Iterator[Hit]:
    for index, line in enumerate(lines):
        if index and (found := _SIGNED.fullmatch(line.text)):
            who, when = ("asker", "asked_at") if index < seam else ("byline", "answered_at")
            spans = [(line.start + found.start(name), line.start + found.end(name)) for name in ("name", "day")]
            yield Hit(Kind.META, index, index, dict(zip((who, when), spans, strict=True)))
