"""A quick look at a text: may it be a Q&A page at all? For corpora in which nearly no page is one.

The look must never refuse a page that the reader would accept: each test is a condition that `acceptance` implies.
"""

from collections.abc import Sequence
from itertools import islice

from extractor.readers.acceptance import MAX_LONE_LINES, MIN_ASKING_SHARE
from extractor.readers.features import voice_of
from extractor.readers.layout import Layout, signed
from extractor.readers.marks import matcher_of
from extractor.readers.text import MAX_UNMARKED
from extractor.readers.weighing import MAX_QUESTION_ITEMS

_TELLING = ("you", "You", "YOU")
_CHARACTERS_PER_YOU = 3000
"""An answerer says "you" in one word of 200 or more; the question may be as long as the answers."""
_LABEL_STARTS = frozenset("AQPRDWE0123456789")
_HEAD = 2 * (MAX_QUESTION_ITEMS + MAX_LONE_LINES)
"""Lines, blank ones with them, in which the question has begun."""


def may_be_qa_page(text: str, layouts: Sequence[Layout]) -> bool:
    """Whether reading `text` by `layouts`, the last being the generic one, can give a record."""
    *sites, generic = layouts
    return _is_personal(text) or bool(signed(text, text.split("\n"), sites)) or _is_labelled(text, generic)


def _is_personal(text: str) -> bool:
    """Whether somebody speaks to somebody, on a page no longer than such pages are."""
    if len(text) > MAX_UNMARKED or sum([text.count(word) for word in _TELLING]) * _CHARACTERS_PER_YOU < len(text):
        return False
    head = text.split("\n", _HEAD)
    if len(head) <= _HEAD:
        return True
    lines = islice((line for line in head if line.strip()), MAX_QUESTION_ITEMS + 1)
    return any("?" in line or voice_of(line).first_share >= MIN_ASKING_SHARE for line in lines)


def _is_labelled(text: str, generic: Layout) -> bool:
    """Whether a line is a label or a count, as pages of no known site have them."""
    fits = matcher_of(generic).fits
    return any(fits(line.lstrip()) for line in text.split("\n") if line.lstrip()[:1] in _LABEL_STARTS)
