"""Comments below an entry that asks: a line that says who speaks above each ("Rosa says:"), and below it the day."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.layout import Kind, speakers
from extractor.layout.dates import is_date, when
from extractor.readers.lines import Line
from extractor.readers.text.matcher import OF_ASKER, OF_TEXTS, Hit, merged
from extractor.vocabulary import has_question_mark

_SAYS = re.compile(
    r"(?:\d{1,3}[.)]\s+)?(?P<name>[^\W_][^\n:?!]{1,40}?)"
    rf"(?:(?: on (?P<day>{when()}))? {speakers.says()}| {speakers.wrote_on()}):"
)
_NO_NAME = re.compile(rf"{speakers.no_name()} ")


def with_comments(lines: Sequence[Line], hits: list[Hit]) -> list[Hit]:
    """The marks, with who answers and when, on a page without other labels of answers: several such lines above texts.

    One is enough below the number of comments, or the label of a question. Somebody asks above the first. The same word
    alone below each is a button to reply with, and no label.
    """
    found = [(at, match) for at, line in enumerate(lines[:-1]) if line.text[-1] == ":" and (match := _says(line.text))]
    if not found:
        return hits
    first, places = found[0][0], {at for at, _ in found}
    if any(hit.kind in OF_TEXTS and hit.first not in places and not _is_beside(hit, first) for hit in hits):
        return hits
    has_texts = all(below - above > 1 for (above, _), (below, _) in pairwise(found))
    is_told = len(found) > 1 or any(hit.kind is Kind.QUESTION or "count" in hit.groups for hit in hits)
    if not (has_texts and is_told and _asks(lines[:first])):
        return hits
    others = [replace(hit, kind=Kind.FURNITURE) if hit.kind is Kind.ANSWER else hit for hit in hits]
    return merged(others, [_hit(lines, at, match) for at, match in found])


def with_counted_answers(hits: Sequence[Hit]) -> list[Hit]:
    """The marks, in which the number of comments below a line that says when, or who, somebody asked is of answers."""
    asked = next((hit.first for hit in hits if not OF_ASKER.isdisjoint(hit.groups)), None)
    if asked is None:
        return list(hits)
    return [
        replace(hit, kind=Kind.COUNT) if hit.kind is Kind.META and "count" in hit.groups and hit.first > asked else hit
        for hit in hits
    ]


def _is_beside(hit: Hit, first: int) -> bool:
    """Whether a mark may stand on such a page: the label of the question above line `first`, or a button below it."""
    if hit.kind is Kind.QUESTION:
        return hit.first < first
    return hit.kind is Kind.ANSWER and not hit.groups and hit.first > first


def _asks(lines: Sequence[Line]) -> bool:
    return any(has_question_mark(line.text) for line in lines)


def _says(text: str) -> re.Match[str] | None:
    return None if _NO_NAME.match(text) else _SAYS.fullmatch(text)


def _hit(lines: Sequence[Line], at: int, match: re.Match[str]) -> Hit:
    """The mark of a line that says who speaks, and of the day, behind the name or below the line."""
    line, below = lines[at], lines[at + 1]
    who = {"name": line.span_of(match, "name")}
    for day in ("day", "dated"):
        if match[day]:
            return Hit(Kind.BYLINE, at, at, who | {"answered_at": line.span_of(match, day)})
    if at + 2 < len(lines) and is_date(below.text):
        return Hit(Kind.BYLINE, at, at + 1, who | {"answered_at": below.span})
    return Hit(Kind.BYLINE, at, at, who)
