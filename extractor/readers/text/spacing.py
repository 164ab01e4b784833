"""What blank lines say: nothing on a page without them; where several stand below each name, no more than one."""

from collections.abc import Iterator, Sequence

from extractor.layout import Kind
from extractor.readers.lines import Line
from extractor.readers.people.byline_block import Byline
from extractor.readers.text.grammar.looks import is_no_text
from extractor.readers.text.matcher import Hit, above_end, taken_by

_LONG_PAGE = 8
"""Lines."""


def is_dense(lines: Sequence[Line]) -> bool:
    """Whether the page has no blank lines, so that a missing one says nothing; in a long page one may be stray."""
    tight = [blanks for _, _, _, blanks in lines[1:]].count(0)
    return len(lines) - 1 - tight <= (len(lines) >= _LONG_PAGE)


def are_spread(lines: Sequence[Line], hits: Sequence[Hit], bylines: Sequence[Byline]) -> bool:
    """Whether several blank lines stand below each byline and the count: then they do not say what is missing."""
    ends = [byline.last for byline in bylines] + [hit.last for hit in hits if hit.kind is Kind.COUNT]
    if len(ends) <= 1 or all(line.blanks <= 1 for line in lines):
        return False
    gaps = list(_gaps_below(ends, lines, hits))
    return len(gaps) > 1 and min(gaps) > 1


def _gaps_below(ends: Sequence[int], lines: Sequence[Line], hits: Sequence[Hit]) -> Iterator[int]:
    """How many blank lines there are in a row between each of these lines and the next text, if there is one.

    Of lines without a text between them each has the gap below the last.
    """
    above, taken = set(ends), taken_by(hits)
    waiting = blanks = 0
    for at, line in enumerate(above_end(lines, hits)):
        if at - 1 in above:
            waiting, blanks = waiting + 1, 0
        blanks = max(blanks, line.blanks)
        if waiting and at not in taken and not is_no_text(line.text):
            yield from [blanks] * waiting
            waiting = 0
