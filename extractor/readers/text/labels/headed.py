"""What labels have behind them that is no text: titles and headlines. And doctors' names that are labels themselves.

A headline stands alone on the line of its label ("A: Rest it first"). What stands behind the label of a question and
again behind that of its answer ("Antwort auf: Wehe Ferse") is the title. With a name as the label of a reply:

Q: Is it a spur? -- Ann, 48
Dr. Rowe: It may be one.

Or with a name and what its bearer is, alone between what somebody tells of himself and a reply: "Ada Rowe | Vet".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.layout import Kind, labels, speakers
from extractor.readers.lines import Line, joined_text
from extractor.readers.people.one_line import one_line_fields
from extractor.readers.people.pieces import MAX_BYLINE_LINE
from extractor.readers.text.grammar.features import has_sentences
from extractor.readers.text.grammar.persons import persons_in, tells_of_own
from extractor.readers.text.letters.below_asker import MAX_ABOVE
from extractor.readers.text.letters.letter import asks
from extractor.readers.text.letters.salutations import is_opening
from extractor.readers.text.matcher import Hit, merged
from extractor.records import Span
from extractor.vocabulary import PUNCTUATION
from extractor.vocabulary.specialties import is_specialty

_MIN_WORDS, _MAX_HEADLINE = 3, 80
"""Fewer words may be a name or all of the answer; a longer line is a paragraph."""
_CLOSING = ")]\"'”’»"
"""Signs behind which the end of a sentence may stand."""
_NAMED = re.compile(
    rf"(?:(?P<who>{labels.titled('{0,3}')})|{labels.role()}|(?:{speakers.no_name()} [^\n:]{{2,30}}|"
    rf"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){{0,2}})) {speakers.says()}): ?(?=\S)"
)
_NAME_AND_WORK = re.compile(
    rf"(?P<name>(?P<titled>{labels.titled('{0,3}')})|[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){{1,2}})"
    r"(?: ?[,|•·] ?| [–—-] )(?P<specialty>[^\n.?!:]{3,60})"
)


_SPEAKS = re.compile(r"(?P<who>[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’.-]+){0,2}): +(?=\S)")
_MAX_SPEAKER = 60
"""Characters within which a name and a colon stand."""


def doctor_alone(lines: Sequence[Line]) -> list[Hit]:
    """Who answers, by the only such name of a page without labels, if what is below speaks to who asks.

    One more that ends the page says that such names stand below what their bearers write.
    On the line of the reply a name and a colon are enough, if the page has told of its bearer.
    """
    places = range(1, min(len(lines) - 1, MAX_ABOVE))
    found = [(at, groups) for at in places if lines[at].blanks and (groups := _doctor(lines[at]))]
    if len(found) != 1:
        return _named_alone(lines)
    at, groups = found[0]
    if lines[-1].blanks and _doctor(lines[-1]):
        return []
    is_told = any(has_sentences(line.text) and tells_of_own(line.text) for line in lines[:at])
    is_replied = lines[at + 1].blanks > 0 and persons_in(joined_text(lines[at + 1 :])) < 0
    return [Hit(Kind.BYLINE, at, at, groups)] if is_told and is_replied else []


def _named_alone(lines: Sequence[Line]) -> list[Hit]:
    """A reply behind the only name and colon of a page, of somebody whom the page names above, to what is asked there.

    Below it somebody is spoken to, or greeted: "Ada: Hi, rest it." under "Ada Rowe gives advice".
    """
    found = [(at, named) for at, line in enumerate(lines) if (named := _SPEAKS.match(line.text[:_MAX_SPEAKER]))]
    if len(found) != 1 or not 0 < found[0][0] <= MAX_ABOVE:
        return []
    at, named = found[0]
    line, above = lines[at], lines[:at]
    is_known = any(named["who"] in told.text for told in above)
    is_reply = is_opening(line.text[named.end() :]) or persons_in(joined_text(lines[at:])) < 0
    if not (is_known and is_reply and asks(above)):
        return []
    body = {"byline": line.span_of(named, "who"), "first": (line.start + named.end(), line.end)}
    return [Hit(Kind.ANSWER, at, at, body)]


def _doctor(line: Line) -> dict[str, Span]:
    """A name and what its bearer is: a known specialty, or anything behind a title."""
    if len(line.text) > MAX_BYLINE_LINE:
        return {}
    if (fields := one_line_fields(line.text, line.start)) and fields.specialty:
        return {"byline": line.span, "specialty": (fields.specialty.start, fields.specialty.end)}
    match = _NAME_AND_WORK.fullmatch(line.text)
    if match is None or not (match["titled"] or is_specialty(match["specialty"])):
        return {}
    return {name: line.span_of(match, name) for name in ("name", "specialty")}


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
    if end != line.end or text.rstrip(_CLOSING).endswith(PUNCTUATION) or len(text.split()) < _MIN_WORDS:
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
    if not asked or any("first" not in hit.groups or "byline" in hit.groups for hit in told.values()):
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
