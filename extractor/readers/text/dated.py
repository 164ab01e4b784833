"""Who wrote a question or an answer and on which day, on a line below it: "von Rosa am 17.03.2012".

Such a line above the first answer is of who asks. What stands behind the label of a question and again behind that of
its answer ("Antwort auf: Wehe Ferse") is the title.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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


def with_repeated_title(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The marks with the text behind the label of the question as the title, if that of the answer repeats it."""
    answers = [lines[hit.first].text for hit in hits if hit.kind is Kind.ANSWER and not hit.groups]
    return [_titled(hit) if answers and _is_repeated(lines, hit, answers) else hit for hit in hits]


def _is_repeated(lines: Sequence[Line], hit: Hit, answers: Sequence[str]) -> bool:
    if hit.kind is not Kind.QUESTION or "body" not in hit.groups or hit.first + 1 == len(lines):
        return False
    start, end = (place - lines[hit.first].start for place in hit.groups["body"])
    title = lines[hit.first].text[start:end]
    return any(answer.endswith(f": {title}") for answer in answers)


def _titled(hit: Hit) -> Hit:
    return replace(hit, groups={"title": hit.groups["body"]})
