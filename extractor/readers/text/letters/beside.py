"""Letters whose reply stands on their line, behind a salutation or its label; or behind a dash, in a list.

Dear Dr. Rowe: Is it a spur? Dear Reader: It may be one.
My heel hurts. Is it a spur? Answer: It may be one.
My heel hurts. Is it a spur? Please help. Limping - Answer: It may be one.
* My heel hurts. Is it a spur? - It may be one.
"""

import re
from collections.abc import Sequence

from extractor.layout import Kind, labels
from extractor.readers.lines import Line
from extractor.readers.text.grammar.persons import speaks_of_writer
from extractor.readers.text.letters.letter import tells_and_asks
from extractor.readers.text.letters.salutations import is_salutation, reader_greeted_at, salutation_end
from extractor.readers.text.matcher import Hit
from extractor.vocabulary import has_question_mark

_MIN_TEXT = 100
"""Characters of a line that holds both."""
_ASKED = re.compile(r"[?？؟][”\"»]?\s+|\s(?=[–—-] )")
"""Behind a question, or in front of a dash."""
_LISTED = re.compile(r"[*•] ")
_DASH = re.compile(r"[?？؟] ?[–—-] ")
_LABELLED = re.compile(labels.on_one_line())
_LABEL = re.compile(rf"(?:[–—-] ?)?{labels.labelled('answer')}")


def beside_hits(lines: Sequence[Line]) -> list[Hit]:
    """The marks of lines that begin with a letter, and go on with its reply."""
    long = [(line, index) for index, line in enumerate(lines) if len(line.text) >= _MIN_TEXT]
    return [hit for line, index in long for hit in _hits(line, index) or _labelled(line, index) or _listed(line, index)]


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
    if label is None or _LABELLED.match(line.text):
        return []
    return _parted(line, index, (0, label.start(), label.start("body")))


def _listed(line: Line, index: int) -> list[Hit]:
    """The same of an item of a list that goes on behind a dash, where nobody speaks of himself."""
    listed, *dashes = _LISTED.match(line.text), *_DASH.finditer(line.text)
    if listed is None or len(dashes) != 1 or speaks_of_writer(line.text[dashes[0].end() :]):
        return []
    return _parted(line, index, (listed.end(), dashes[0].start() + 1, dashes[0].end()))


def _parted(line: Line, index: int, places: tuple[int, int, int]) -> list[Hit]:
    """The mark of a line with a question that begins and ends, and a reply that begins, at these places."""
    begin, end, reply = places
    asked = line.text[begin:end].rstrip()
    if not (tells_and_asks(asked) and has_question_mark(asked)):
        return []
    groups = {
        "question": (line.start + begin, line.start + begin + len(asked)),
        "first": (line.start + reply, line.end),
    }
    return [Hit(Kind.QUESTION, index, index, groups)]
