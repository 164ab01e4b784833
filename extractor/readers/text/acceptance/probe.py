"""A quick look at a text: may it be a Q&A page at all? For corpora in which nearly no page is one.

The look must never refuse a page that the reader would accept: each test is a condition that `acceptance` implies. A
page is accepted for its marks, which its site (known by a clue in the text) or a page of any site has, or else for its
words, which are of medicine.
"""

import re
from collections.abc import Iterator
from functools import cache

from extractor.layout import Kind, Layout, Mark, asked, east_asian, labels, speakers
from extractor.layout.layout import signed
from extractor.readers.lines import has_invisible
from extractor.readers.text.boards.forms import has_form, may_be_thread
from extractor.readers.text.labels.bare import BARE_QUESTION
from extractor.readers.text.letters.closings import signed_with_age
from extractor.readers.text.letters.letter import may_be_letter
from extractor.readers.text.letters.mailbag import SHOUTED
from extractor.readers.text.letters.salutations import opening_pattern
from extractor.readers.text.matcher import TELLING, Matcher
from extractor.readers.text.page import TextPage

_COLONS = (":", "：")
_WITH_COLON = (asked.quoted_below_asker(), asked.asker_in_front(), rf"{labels.answered_by()}:[^\n]+")
"""Marks that need a colon, which most prose has none of."""


def may_be_qa_page(page: TextPage, layouts: tuple[Layout, ...]) -> bool:
    """Whether reading `page` by `layouts`, the last being the generic one, can give a record. It knows no hosts."""
    return (
        may_be_letter(page.text)
        or _line_starts(layouts).is_in(page.text)
        or _says_who_speaks(page.text)
        or (not page.text.isascii() and _who_is_aged().is_in(page.text))
        or page.may_be_unmarked
        or _is_signed(page, layouts)
        or has_invisible(page.text)  # a mark may stand behind one
        or (may_be_thread(page.text) and has_form(page.lines))
    )


def _is_signed(page: TextPage, layouts: tuple[Layout, ...]) -> bool:
    """Whether the page may carry the signature of a site by what does not begin a line."""
    return bool(signed(page.text, page.outline, "", _with_signature(layouts)))


@cache
def _with_signature(layouts: tuple[Layout, ...]) -> tuple[Layout, ...]:
    return tuple(layout for layout in layouts if layout.signature)


@cache
def _line_starts(layouts: tuple[Layout, ...]) -> Matcher:
    """What a line begins with: the marks by which a page is accepted, and the clues of sites."""
    *sites, generic = layouts
    marks = [mark for mark in generic.marks if mark.kind in TELLING and mark.pattern not in _WITH_COLON]
    others = (opening_pattern(), BARE_QUESTION, rf"{SHOUTED}[^\n]+", east_asian.byline())
    marks += [Mark(Kind.META, pattern) for pattern in others]
    for site in sites:
        marks += _clues_at_line_starts(site) if site.signature else _proofs(site)
    return Matcher(marks)


def _says_who_speaks(text: str) -> bool:
    """Whether a line says who asks or answers, in front of a colon: this sign is looked for first."""
    return any(colon in text for colon in _COLONS) and _who_speaks().is_in(text)


@cache
def _who_speaks() -> Matcher:
    patterns = (rf"(?:{speakers.asking()}|{speakers.aged()})[^\n]+", *_WITH_COLON)
    return Matcher([Mark(Kind.META, pattern) for pattern in patterns])


@cache
def _who_is_aged() -> Matcher:
    """Who signs with his age: in English more is known of who tells, so that only other texts are looked at."""
    return Matcher([Mark(Kind.META, rf"{signed_with_age()}(?=\s*(?:\n|\Z))")])


def _clues_at_line_starts(site: Layout) -> Iterator[Mark]:
    for clue in site.clues:
        if clue.startswith("\n") and not clue.isspace():
            yield Mark(Kind.META, rf"{re.escape(clue[1:])}[^\n]*")


def _proofs(site: Layout) -> Iterator[Mark]:
    """The marks by which a page is accepted of a site that is known by clues alone, which are on other pages too."""
    return (mark for mark in site.marks if mark.kind in TELLING or mark.kind in site.proof)
