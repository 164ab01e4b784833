"""Who wrote a question or an answer and on which day, on a line below it: "von Rosa am 17.03.2012"; and days alone.

Such a line above the first answer is of who asks.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from extractor.layout import Kind, writers
from extractor.layout.dates import date_in, is_date
from extractor.layout.wordings import capital
from extractor.readers.lines import Line
from extractor.readers.text.grammar.looks import MAX_REMARK
from extractor.readers.text.matcher import OF_ASKER, Hit, taken_by
from extractor.vocabulary import SENTENCE_ENDS

_SIGNED = re.compile(writers.signed_on())
_ANSWERED = re.compile(rf"{writers.answered(capital)}(?: on)?:? (?P<day>[^\n]{{4,40}})")
_TOLD = frozenset((Kind.ANSWER, Kind.BYLINE, Kind.COUNT))


def signed_hits(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The lines that say who wrote what is above them, and when, on a page that says where an answer begins."""
    seam = next((hit.first for hit in hits if hit.kind in (Kind.ANSWER, Kind.BYLINE)), None)
    return [] if seam is None else list(_signed(lines, seam))


def answered_hits(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The lines that say no more than when somebody answered, below one that says who asked, or when.

    They are labels of answers, on a page without others.
    """
    asked = [hit.last for hit in hits if hit.kind is Kind.META and OF_ASKER & hit.groups.keys()]
    if not asked or any(hit.kind in _TOLD for hit in hits):
        return []
    found = [(at, _ANSWERED.fullmatch(lines[at].text)) for at in range(asked[0] + 2, len(lines) - 1)]
    days = [(at, lines[at].start + day.start("day"), lines[at].end) for at, day in found if day and is_date(day["day"])]
    return [Hit(Kind.ANSWER, at, at, {"answered_at": (start, end)}) for at, start, end in days]


def days_above(lines: Sequence[Line], seams: Iterable[int]) -> list[Hit]:
    """Dates in paragraphs of their own above the labels of replies: days of a page, and no words of a question."""
    return [Hit(Kind.FURNITURE, seam - 1, seam - 1, {}) for seam in seams if seam > 1 and _is_day(lines[seam - 1])]


def asked_days(lines: Sequence[Line], hits: Sequence[Hit]) -> Iterator[Hit]:
    """Dates in paragraphs of their own between the text of a question and the number of answers: when it was asked.

    Marks may stand between as well. Below a line that is no text the question is missing, and the day is of anything.
    """
    counts = [hit.first for hit in hits if hit.kind is Kind.COUNT]
    if not counts:
        return
    taken = taken_by(hits)
    texts = [at for at in range(counts[-1]) if at not in taken]
    for end in {bisect_left(texts, count) for count in counts}:
        above = texts[max(end - 2, 0) : end]
        if len(above) > 1 and _is_day(lines[above[1]]) and _is_text(lines[above[0]].text):
            yield Hit(Kind.META, above[1], above[1], {"asked_at": lines[above[1]].span})


def _is_day(line: Line) -> bool:
    """Whether a line is a date in a paragraph of its own."""
    return line.blanks > 0 and is_date(line.text)


def _is_text(text: str) -> bool:
    return text.endswith(SENTENCE_ENDS) or len(text) > MAX_REMARK


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
            spans = [line.span_of(found, name) for name in ("name", "day")]
            yield Hit(Kind.META, index, index, dict(zip((who, when), spans, strict=True)))
