"""Letters to a doctor whose reply stands on their line: "Dear Dr. Rowe: Is it a spur? Dear Reader: It may be one."."""

from collections.abc import Sequence

from extractor.layout import Kind
from extractor.readers.lines import Line
from extractor.readers.text.letters.salutations import is_salutation, reader_greeted_at, salutation_end
from extractor.readers.text.matcher import Hit

_MIN_TEXT = 100
"""Characters of a line that holds both."""


def beside_hits(lines: Sequence[Line]) -> list[Hit]:
    """The marks of lines that begin with the salutation of a doctor, and go on with that of a reader."""
    return [hit for index, line in enumerate(lines) if len(line.text) >= _MIN_TEXT for hit in _hits(line, index)]


def _hits(line: Line, index: int) -> list[Hit]:
    begin = salutation_end(line.text)
    seam = reader_greeted_at(line.text, begin) if begin and not is_salutation(line.text) else 0
    if not seam:
        return []
    asked = len(line.text[:seam].rstrip())
    groups = {"question": (line.start + begin, line.start + asked), "first": (line.start + seam, line.end)}
    return [Hit(Kind.QUESTION, index, index, groups)]
