"""Lines below pictures: what is to be seen, and whose the picture is. They are no words of a question or an answer."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.layout import Kind, around
from extractor.readers.lines import Line
from extractor.readers.text.matcher import Hit

_MAX_CAPTION = 250
"""Characters, with what is to be seen in front; a longer line is text that ends with a caption."""
_WORDS = tuple(f"{word}: " for word in around.captions())
_CAPTION = re.compile(rf"[^\n]*(?:^|[.)\"”»] ?|[(\[|–—-] ?)(?:{'|'.join(_WORDS)})[^\n:?!]{{2,60}}")


def caption_hits(text: str, lines: Sequence[Line]) -> list[Hit]:
    """The lines that end with whose picture stands above them, as furniture."""
    places = {at for pair in _said_again(lines) for at in pair}
    if any(word in text for word in _WORDS):
        short = (index for index, line in enumerate(lines) if len(line.text) <= _MAX_CAPTION)
        places.update(at for at in short if _CAPTION.fullmatch(lines[at].text))
    return [Hit(Kind.FURNITURE, at, at, {}) for at in sorted(places)]


def _said_again(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Two lines, the second of which is the first with whose picture it is in brackets behind it."""
    for at, (above, below) in enumerate(pairwise(lines)):
        if below.text[-1] == ")" and below.text.startswith(f"{above.text} ("):
            yield at, at + 1
