"""What labels have behind them that is no text: titles and headlines. And doctors' names that are labels themselves.

A headline stands alone on the line of its label ("A: Rest it first"). What stands behind the label of a question and
again behind that of its answer ("Antwort auf: Wehe Ferse") is the title. With a name as the label of a reply:

Q: Is it a spur? -- Ann, 48
Dr. Rowe: It may be one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.layout import Kind, labels, speakers
from extractor.readers.lines import Line
from extractor.readers.text.matcher import Hit, merged
from extractor.vocabulary import PUNCTUATION

_MIN_WORDS, _MAX_HEADLINE = 3, 80
"""Fewer words may be a name or all of the answer; a longer line is a paragraph."""
_NAMED = re.compile(
    rf"(?:(?P<who>{labels.titled('{0,3}')})|(?:{speakers.no_name()} [^\n:]{{2,30}}|"
    rf"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){{0,2}})) {speakers.says()}): ?(?=\S)"
)


def with_headlines(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The marks, with the text behind the label of an answer as its headline where it is one."""
    taken = {hit.first for hit in hits}
    return [_headed(hit) if _has_headline(lines, hit, taken) else hit for hit in hits]


def _headed(hit: Hit) -> Hit:
    groups = dict(hit.groups)
    groups["headline"] = groups.pop("body")
    return replace(hit, groups=groups)


def _has_headline(lines: Sequence[Line], hit: Hit, taken: set[int]) -> bool:
    """Whether all that stands behind the label is like a headline, and a longer paragraph stands apart below."""
    below = hit.last + 1
    if hit.kind is not Kind.ANSWER or "body" not in hit.groups or below >= len(lines) or below in taken:
        return False
    start, end = hit.groups["body"]
    line = lines[hit.last]
    text = line.text[start - line.start : end - line.start]
    if end != line.end or text.endswith(PUNCTUATION) or len(text.split()) < _MIN_WORDS:
        return False
    return len(text) <= _MAX_HEADLINE < len(lines[below].text) and lines[below].blanks > 0


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


def with_names(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The marks of a page with labels of questions, with the replies that begin with a doctor's name and a colon.

    One stands below each question, so that it is no interview of one who answers and another who adds something.
    """
    asked = [hit.first for hit in hits if hit.kind is Kind.QUESTION]
    told = {hit.first: hit for hit in hits if hit.kind is Kind.ANSWER}
    if not asked or any("first" not in hit.groups for hit in told.values()):
        return list(hits)
    named = {at: match for at in range(asked[0], len(lines)) if (match := _NAMED.match(lines[at].text))}
    ends = [*asked[1:], len(lines)]
    is_one_each = all(sum(first < at < end for at in named) == 1 for first, end in zip(asked, ends, strict=True))
    if not is_one_each or (told and told.keys() != named.keys()):
        return list(hits)
    replies = [_reply_of(lines[at], at, match) for at, match in named.items()]
    return merged(hits, replies)


def _reply_of(line: Line, index: int, match: re.Match[str]) -> Hit:
    name = {"byline": (line.start, line.start + match.end(match.lastgroup))} if match.lastgroup else {}
    return Hit(Kind.ANSWER, index, index, name | {"body": (line.start + match.end(), line.end)})
