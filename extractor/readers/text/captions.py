"""Lines below pictures: what is to be seen, and whose the picture is. They are no words of a question or an answer."""

import re
from collections.abc import Sequence

from extractor.layout import Kind, around
from extractor.readers.lines import Line
from extractor.readers.text.matcher import Hit

_MAX_CAPTION = 250
"""Characters, with what is to be seen in front; a longer line is text that ends with a caption."""
_WORDS = tuple(f"{word}: " for word in around.captions())
_CAPTION = re.compile(rf"[^\n]*(?:^|[.)\"”»] ?|[(\[|–—-] ?)(?:{'|'.join(_WORDS)})[^\n:?!]{{2,60}}")


def caption_hits(text: str, lines: Sequence[Line]) -> list[Hit]:
    """The lines that end with whose picture stands above them, as furniture."""
    if not any(word in text for word in _WORDS):
        return []
    places = [index for index, line in enumerate(lines) if len(line.text) <= _MAX_CAPTION]
    return [Hit(Kind.FURNITURE, at, at, {}) for at in places if _CAPTION.fullmatch(lines[at].text)]
