"""Lines that are no words of a question or an answer: those below pictures, and headings of what stands below both.

Below a picture stands what is to be seen, and whose it is; below the last answer who gave it, or a form.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extractor.layout import Kind, around
from extractor.readers.lines import Line
from extractor.readers.text.matcher import TELLING, Hit

_MAX_CAPTION = 250
"""Characters, with what is to be seen in front; a longer line is text that ends with a caption."""
_MAX_HEADING, _HEAD = 40, 2
"""Characters of a heading; without a label question and answer take more lines than so many."""
_WORDS = around.captions()
_CAPTION = re.compile(rf"[^\n]*(?:^|[.)\"”»] ?|[(\[|–—-] ?)(?:{'|'.join(_WORDS)})[^\n:?!]{{2,60}}")


def caption_hits(text: str, lines: Sequence[Line]) -> list[Hit]:
    """The lines that end with whose picture stands above them, as furniture."""
    places = {at for pair in _said_again(lines) for at in pair}
    if any(word in text for word in _WORDS):
        short = (index for index, line in enumerate(lines) if len(line.text) <= _MAX_CAPTION)
        places.update(at for at in short if _CAPTION.fullmatch(lines[at].text))
    return [Hit(Kind.FURNITURE, at, at, {}) for at in sorted(places)]


def section_hits(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The first heading of what is not about the question, below a question and an answer, as the end of both.

    One that stands there again is below each of several answers.
    """
    heading = _section()
    found = [at for at, line in enumerate(lines) if len(line.text) <= _MAX_HEADING and heading.fullmatch(line.text)]
    is_once = len({lines[at].text for at in found}) == len(found)
    begin = max((hit.last for hit in hits if hit.kind in TELLING), default=_HEAD)
    return [Hit(Kind.END, found[0], found[0], {})] if found and found[0] > begin and is_once else []


@cache
def _section() -> re.Pattern[str]:
    return re.compile(around.section())


def _said_again(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Two lines, the second of which is the first with whose picture it is in brackets behind it."""
    for at, (above, below) in enumerate(pairwise(lines)):
        if below.text[-1] == ")" and below.text.startswith(f"{above.text} ("):
            yield at, at + 1
