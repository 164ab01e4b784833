"""Letters whose reply stands on their line, behind a salutation or its label.

Dear Dr. Rowe: Is it a spur? Dear Reader: It may be one.
My heel hurts. Is it a spur? Answer: It may be one.
"""

import re
from collections.abc import Sequence

from extractor.layout import Kind, labels
from extractor.readers.lines import Line
from extractor.readers.text.letters.letter import tells_and_asks
from extractor.readers.text.letters.salutations import is_salutation, reader_greeted_at, salutation_end
from extractor.readers.text.matcher import Hit

_MIN_TEXT = 100
"""Characters of a line that holds both."""
_ASKED = re.compile(r"[?？؟][”\"»]?\s+")
_LABELLED = re.compile(labels.on_one_line())
_LABEL = re.compile(rf"(?:[–—-] ?)?{labels.labelled('answer')}")


def beside_hits(lines: Sequence[Line]) -> list[Hit]:
    """The marks of lines that begin with a letter, and go on with its reply."""
    long = [(line, index) for index, line in enumerate(lines) if len(line.text) >= _MIN_TEXT]
    return [hit for line, index in long for hit in _hits(line, index) or _labelled(line, index)]


def _hits(line: Line, index: int) -> list[Hit]:
    begin = salutation_end(line.text)
    seam = reader_greeted_at(line.text, begin) if begin and not is_salutation(line.text) else 0
    if not seam:
        return []
    asked = len(line.text[:seam].rstrip())
    groups = {"question": (line.start + begin, line.start + asked), "first": (line.start + seam, line.end)}
    return [Hit(Kind.QUESTION, index, index, groups)]


def _labelled(line: Line, index: int) -> list[Hit]:
    """The mark of a line in which somebody tells and asks, and behind a question the label of the answer stands."""
    ends = [end.end() for end in _ASKED.finditer(line.text)]
    label = next((label for end in ends if (label := _LABEL.match(line.text, end)) and label["body"]), None)
    if label is None or _LABELLED.match(line.text) or not tells_and_asks(line.text[: label.start()]):
        return []
    asked = line.start, line.start + len(line.text[: label.start()].rstrip())
    return [Hit(Kind.QUESTION, index, index, {"question": asked, "first": line.span_of(label, "body")})]
