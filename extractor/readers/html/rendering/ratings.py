"""The rating that a post shows in stars, with the number of reviews that stands beside it, noted for the selectors."""

import re
from itertools import islice
from typing import cast

from lxml import etree

from extractor.layout.html import MARK, RATED, REVIEWED, UNCLEAR
from extractor.readers.html.rendering.lxml_names import Element
from extractor.readers.html.rendering.stars import HIDDEN, REVIEW_COUNT, may_show, shown_by
from extractor.readers.people.numbers import count_in
from extractor.vocabulary.ratings import COUNT

_POSTS = etree.XPath(f"//*[@{MARK}]")
_BRACKETED = re.compile(rf"\(\s*({COUNT})\s*\)", re.IGNORECASE)
_UNSEEN = frozenset({"svg", "path", "use", "title", "i", "img", "meta", "symbol", "g", "meter", "progress", "input"})
"""Elements that no reader sees, as those with a hidden class: what they say is noted at the one around them."""
_MAX_ELEMENTS = 400
_MAX_TEXT = 40
_NEAR = 3
"""Texts behind a rating, and elements around it, that are looked at for the number of reviews."""


def mark_ratings(root: Element) -> None:
    """Note in attributes (`RATED`, `REVIEWED`) what is shown of a rating in each marked post: the first clear one."""
    for post in cast("list[Element]", _POSTS(root)):
        looked_at = islice(post.iter(), _MAX_ELEMENTS)
        found = [(one, shown) for one in looked_at if may_show(one) and (shown := shown_by(one))]
        if not found:
            continue
        element, shown = next((each for each in found if each[1].rating), found[0])
        holder, reviews = _reviews_beside(element) if shown.reviews is None else (None, shown.reviews)
        element = _visible(element)
        element.set(RATED, f"{shown.rating:g}" if shown.rating else UNCLEAR)
        if reviews is not None:
            (element if holder is None else holder).set(REVIEWED, str(reviews))


def _reviews_beside(element: Element) -> tuple[Element | None, int | None]:
    """The number of reviews that stands in an element with a rating, or right behind it or what holds nothing else.

    With it the element whose text it is, if there is one.
    """
    inside = _text(element)
    if match := REVIEW_COUNT.search(inside) or _BRACKETED.search(inside):
        return None, count_in(match[1])
    for _ in range(_NEAR):
        near = [(None, element.tail or ""), *((other, _text(other)) for other in element.itersiblings())]
        near = [(other, text.strip()) for other, text in near if text.strip()][:_NEAR]
        for number, (other, text) in enumerate(near):
            match = REVIEW_COUNT.search(text) or (_BRACKETED.match(text) if not number else None)
            if match and len(text) <= _MAX_TEXT:
                return other if count_in(text) is not None else None, count_in(match[1])
            if other is not None and (match := REVIEW_COUNT.search(_label(other))):
                return None, count_in(match[1])
        parent = element.getparent()
        if near or parent is None:
            break
        element = parent
    return None, None


def _text(element: Element) -> str:
    """The text of an element and what stands behind it in the one around it."""
    return "".join(map(str, islice(element.itertext(), _MAX_ELEMENTS))) + (element.tail or "")


def _label(element: Element) -> str:
    """What an element, or the first in it, says for a pointer that rests on it, or for a screen reader."""
    told = (one.get("title") or one.get("aria-label") for one in islice(element.iter(), _NEAR))
    return next(filter(None, told), "")[:_MAX_TEXT]


def _visible(element: Element) -> Element:
    while (around := element.getparent()) is not None and (
        element.tag in _UNSEEN or (element.get("class") or "").startswith(HIDDEN)
    ):
        element = around
    return element
