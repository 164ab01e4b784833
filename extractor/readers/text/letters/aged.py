"""Letters that begin with who writes and how old he is, and whose reply greets him by that name.

    Rosa (34, Leeds): My heel hurts in the morning. What can I do?
    Dear Rosa, this is most likely ...

People who are asked in the street are printed so as well, but nobody greets them.
"""

import re
from collections.abc import Sequence

from extractor.layout import Kind
from extractor.readers.lines import Line
from extractor.readers.text.letters.letter import is_heading
from extractor.readers.text.letters.salutations import greets_somebody
from extractor.readers.text.letters.signatures import greets
from extractor.readers.text.matcher import Hit

_AGED = re.compile(
    r"(?P<asker>[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’.-]*){0,2})"
    r"(?:, \d\d(?: [^\W\d]{2,8})?|,? ?\((?:[^\W\d][^\n():.]{1,20}, )?\d\d(?!\d)[^\n():.]{0,30}\))[.:] ?(?=\S)"
)
_MAX_HEAD = 80


def aged_hits(lines: Sequence[Line]) -> list[Hit]:
    """The letters and replies of a page as marks, with who asks; a letter that nobody answers is none."""
    hits: list[Hit] = []
    letter: tuple[int, re.Match[str]] | None = None
    for index, line in enumerate(lines):
        if match := _AGED.match(line.text[:_MAX_HEAD]):
            letter = index, match
        elif letter and greets_somebody(line.text) and greets(line.text, letter[1]["asker"]):
            hits.append(_question(lines[letter[0]], *letter))
            if is_heading(lines, index):
                hits.append(Hit(Kind.ANSWER, index - 1, index - 1, {}))
            hits.append(Hit(Kind.ANSWER, index, index, {"first": line.span}))
            letter = None
    return hits


def _question(line: Line, index: int, aged: re.Match[str]) -> Hit:
    """The mark of a letter, behind who writes it."""
    body = line.start + aged.end(), line.end
    return Hit(Kind.QUESTION, index, index, {"asker": line.span_of(aged, "asker"), "body": body})
