"""A quick look at a text: may it be a Q&A page at all? For corpora in which nearly no page is one.

The look must never refuse a page that the reader would accept: each test is a condition that `acceptance` implies.
"""

from collections.abc import Sequence

from extractor.readers.layout import Layout, signed
from extractor.readers.marks import matcher_of
from extractor.readers.text import MAX_UNMARKED
from extractor.readers.voices import is_medical

_LABEL_STARTS = frozenset("AQPRDWE0123456789")


def may_be_qa_page(text: str, layouts: Sequence[Layout]) -> bool:
    """Whether reading `text` by `layouts`, the last being the generic one, can give a record."""
    *sites, generic = layouts
    is_medical_page = len(text) <= MAX_UNMARKED and is_medical(text)
    return is_medical_page or bool(signed(text, text.split("\n"), sites)) or _is_labelled(text, generic)


def _is_labelled(text: str, generic: Layout) -> bool:
    """Whether a line is a label or a count, as pages of no known site have them."""
    fits = matcher_of(generic).fits
    return any(fits(line.lstrip()) for line in text.split("\n") if line.lstrip()[:1] in _LABEL_STARTS)
