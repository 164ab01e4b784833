"""Letters that begin with who writes and how old he is, and whose reply greets him, or begins with who gives it.

    Rosa (34, Leeds): My heel hurts in the morning. What can I do?
    Dear Rosa, this is most likely ...         greets who wrote
    Ada Rowe: This is most likely ...          or is the only one behind a full name

People who are asked in the street are printed so as well, but nobody greets them, and they answer each other.
"""

import re
from collections.abc import Mapping, Sequence

from extractor.layout import Kind, speakers
from extractor.readers.lines import Line, joined_text
from extractor.readers.text.grammar.persons import persons_in, speaks_of_writer
from extractor.readers.text.letters.below_asker import FULL_NAME
from extractor.readers.text.letters.letter import is_heading
from extractor.readers.text.letters.salutations import greets_somebody
from extractor.readers.text.letters.signatures import greets
from extractor.readers.text.matcher import Hit

_AGED = re.compile(speakers.aged())
_NAMED = re.compile(rf"(?P<byline>{FULL_NAME.pattern}): ")
_MAX_HEAD = 80


def aged_hits(lines: Sequence[Line]) -> list[Hit]:
    """The letters and replies of a page as marks, with who asks; a letter that nobody answers is none."""
    aged = {at: match for at, line in enumerate(lines) if (match := _AGED.match(line.text[:_MAX_HEAD]))}
    return (_greeted(lines, aged) or _answered_by_name(lines, aged)) if aged else []


def _greeted(lines: Sequence[Line], aged: Mapping[int, re.Match[str]]) -> list[Hit]:
    """Letters whose replies greet who wrote them; a heading may stand between."""
    hits: list[Hit] = []
    letter = None
    for index, line in enumerate(lines):
        if index in aged:
            letter = index
        elif letter is not None and greets_somebody(line.text) and greets(line.text, aged[letter]["asker"]):
            hits.append(_question(lines[letter], letter, aged[letter]))
            if is_heading(lines, index):
                hits.append(Hit(Kind.ANSWER, index - 1, index - 1, {}))
            hits.append(Hit(Kind.ANSWER, index, index, {"first": line.span}))
            letter = None
    return hits


def _answered_by_name(lines: Sequence[Line], aged: Mapping[int, re.Match[str]]) -> list[Hit]:
    """The only letter of a page, and the only line below it that begins with a full name and a colon, as the reply."""
    named = [(at, match) for at, line in enumerate(lines) if (match := _NAMED.match(line.text))]
    if len(aged) != 1 or len(named) != 1:
        return []
    ((first, asks),) = aged.items()
    ((seam, answers),) = named
    if not speaks_of_writer(joined_text(lines[first:seam])) or persons_in(joined_text(lines[seam:])) >= 0:
        return []
    line = lines[seam]
    told = {"byline": line.span_of(answers, "byline"), "body": (line.start + answers.end(), line.end)}
    return [_question(lines[first], first, asks), Hit(Kind.ANSWER, seam, seam, told)]


def _question(line: Line, index: int, aged: re.Match[str]) -> Hit:
    """The mark of a letter, behind who writes it."""
    body = line.start + aged.end(), line.end
    return Hit(Kind.QUESTION, index, index, {"asker": line.span_of(aged, "asker"), "body": body})
