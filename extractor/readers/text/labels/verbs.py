"""Who asks and who answers, each with a verb in front of what he says: "Rosa fragt:" above "Dr. Rowe antwortet:".

Tales have such lines too. So questions and answers must take turns, and somebody tells of himself in what he asks. One
line alone says who answers, and not yet that somebody asks above it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.layout import Kind, labels, speakers
from extractor.readers.lines import Line, joined_text
from extractor.readers.text.grammar.features import COMMON
from extractor.readers.text.grammar.persons import speaks_of_writer
from extractor.readers.text.matcher import TELLING, Hit, merged

_SPEAKS = {
    Kind.QUESTION: re.compile(speakers.asking()),
    Kind.ANSWER: re.compile(speakers.answering()),
}

_ANSWERS = re.compile(speakers.answering_alone())
_DOCTOR_SAYS = re.compile(rf"(?P<byline>{labels.titled('{0,3}')}),? {speakers.says()}: ?(?=\S)")
"""A doctor by his title, with what he says on the same line."""

_BEHIND = re.compile(rf"[?？](?P<said> ?[–—-] ?{speakers.in_front_of_asker()} (?P<asker>[^\n.:?!–—]{{2,60}}))\.?\Z")
_MAX_BEHIND = 100
"""Characters at the end of a line in which it stands who asks."""


def with_verbs(lines: Sequence[Line], hits: list[Hit]) -> list[Hit]:
    """The marks with those of who asks and who answers, on a page on which no other tells, or only who asks."""
    telling = [hit for hit in hits if hit.kind in TELLING]
    if not telling:
        return merged(hits, verb_hits(lines) or list(_asked_in_front(lines)))
    return merged(hits, _answers_to(telling, lines)) if all(hit.kind is Kind.QUESTION for hit in telling) else hits


def _answers_to(questions: Sequence[Hit], lines: Sequence[Line]) -> list[Hit]:
    """Who answers, alone on a line or as a doctor, if one does below each question that a label marks."""
    tried = ((at, _ANSWERS.fullmatch(line.text) or _DOCTOR_SAYS.match(line.text)) for at, line in enumerate(lines))
    found = [(at, match) for at, match in tried if match]
    lasts = [hit.last for hit in questions]
    if [bisect_left(lasts, at) for at, _ in found] != list(range(1, len(lasts) + 1)):
        return []
    return [_hit(Kind.ANSWER, lines[at], at, match) for at, match in found]


def _asked_in_front(lines: Sequence[Line]) -> Iterator[Hit]:
    """The only paragraph of a page that ends with who asks it, behind a dash: "Is it a spur? - asks Rosa of Leeds"."""
    found = [(at, match) for at, line in enumerate(lines) if (match := _BEHIND.search(line.text[-_MAX_BEHIND:]))]
    if len(found) == 1:
        ((at, match),) = found
        end = lines[at].end - len(match.string)
        body = lines[at].start, end + match.start("said")
        yield Hit(
            Kind.QUESTION, at, at, {"body": body, "asker": (end + match.start("asker"), end + match.end("asker"))}
        )


def verb_hits(lines: Sequence[Line]) -> list[Hit]:
    """The questions and answers of persons who are named in front of them, with who asks and who answers."""
    found = list(_found(lines))
    if len(found) == 1 and found[0].kind is Kind.ANSWER and "body" not in found[0].groups:
        return [replace(found[0], kind=Kind.BYLINE)]
    answers = found[1::2]
    if not answers or [hit.kind for hit in found[: 2 * len(answers)]] != [Kind.QUESTION, Kind.ANSWER] * len(answers):
        return []
    asked = (lines[above.first : below.first] for above, below in zip(found[::2], answers, strict=False))
    return found if any(speaks_of_writer(joined_text(part)) for part in asked) else []


def _hit(kind: Kind, line: Line, index: int, match: re.Match[str]) -> Hit:
    """The mark of who speaks at the beginning of a line, and of what."""
    who = match.lastgroup or ""
    body = {"body": (line.start + match.end(), line.end)} if match.end() < len(line.text) else {}
    return Hit(kind, index, index, {who: line.span_of(match, who)} | body)


def _found(lines: Sequence[Line]) -> Iterator[Hit]:
    for index, line in enumerate(lines):
        for kind, pattern in _SPEAKS.items():
            match = pattern.match(line.text)
            who = match.lastgroup if match else None
            if match and who and match[who].split(" ", 1)[0].casefold() not in COMMON:
                yield _hit(kind, line, index, match)
                break
