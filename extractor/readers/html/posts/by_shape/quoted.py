"""Quotes in answers that were found by their shape, marked: blocks whose words stand elsewhere on the page, too.

What people set apart with other words comes from elsewhere, and belongs to their text (see `trimming/quotes.py`).
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from extractor.layout.html import QUOTED
from extractor.readers.html.posts.by_shape.sections import texts
from extractor.readers.html.rendering.lxml_names import Element

_WORD = re.compile(r"\w+")
_FEWEST, _MOST = 6, 40
"""Words of a quote: fewer may be the same by chance; and blocks of a page that are looked at."""


def mark_quotes(root: Element, posts: Sequence[Element]) -> None:
    """Set `QUOTED` on the blocks of `posts` that repeat what another part of the page says."""
    blocks = (block for post in posts for block in post.iterdescendants("blockquote"))
    told = {block: _words(_behind_name(list(texts(block)))) for block in islice(blocks, _MOST)}
    page = _words(texts(root)) if told else ""
    for block, text in told.items():
        if text.count(" ") >= _FEWEST and page.count(text) > 1:
            block.set(QUOTED, "")


def _behind_name(pieces: Sequence[str]) -> Sequence[str]:
    """The pieces of a quote without the first, if that only says whose words they are."""
    return pieces[1:] if len(pieces) > 1 and pieces[0].endswith(":") else pieces


def _words(pieces: Iterable[str]) -> str:
    return f" {' '.join(_WORD.findall(' '.join(pieces).casefold()))} "
