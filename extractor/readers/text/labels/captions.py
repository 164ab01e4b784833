"""Lines that are no words of a question or an answer: those below pictures, and headings of what stands below both.

Below a picture stands what is to be seen, and whose it is; below the last answer who gave it, or a form.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extractor.layout import Kind, around
from extractor.readers.lines import Line
from extractor.readers.text.matcher import TELLING, Hit
from extractor.vocabulary import ELLIPSES

_MAX_CAPTION = 250
"""Characters, with what is to be seen in front; a longer line is text that ends with a caption."""
_MAX_HEADING, _HEAD, _MAX_LINKS = 40, 2, 12
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
    short = [at for at, line in enumerate(lines) if len(line.text) <= _MAX_HEADING]
    found = [at for at in short if _section().fullmatch(lines[at].text)]
    found += [at for at in reversed(short) if _more().fullmatch(lines[at].text) and _are_links(lines[at + 1 :])][:1]
    is_once = len({lines[at].text for at in found}) == len(found)
    begin = max((hit.last for hit in hits if hit.kind in TELLING), default=_HEAD)
    return [Hit(Kind.END, found[0], found[0], {})] if found and found[0] > begin and is_once else []


def without_teasers(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The marks without questions that break off and are asked in full below: those say nothing."""
    asked = [hit for hit in hits if hit.kind is Kind.QUESTION and "body" in hit.groups]
    teasers = {above.first for above, below in pairwise(asked) if _breaks_off(text, above, below)}
    return [replace(hit, kind=Kind.FURNITURE, groups={}) if hit.first in teasers else hit for hit in hits]


def _breaks_off(text: str, above: Hit, below: Hit) -> bool:
    """Whether the first of two questions ends with points, and the second begins with what is before them."""
    start, end = above.groups["body"]
    begun = text[start:end].rstrip(".…")
    return text[start:end].endswith(ELLIPSES) and text.startswith(begun, below.groups["body"][0])


def _are_links(lines: Sequence[Line]) -> bool:
    """Whether lines are titles of other pages: few, and none a paragraph."""
    return len(lines) <= _MAX_LINKS and all(len(line.text) <= _MAX_CAPTION for line in lines)


@cache
def _more() -> re.Pattern[str]:
    return re.compile(around.more())


@cache
def _section() -> re.Pattern[str]:
    return re.compile(around.section())


def _said_again(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Two lines, the second of which is the first with whose picture it is in brackets behind it."""
    for at, (above, below) in enumerate(pairwise(lines)):
        if below.text[-1] == ")" and below.text.startswith(f"{above.text} ("):
            yield at, at + 1
