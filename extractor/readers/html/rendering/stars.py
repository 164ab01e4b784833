"""What an element says of a rating that no text prints: stars as icons, as a bar's width, as words for a screen reader.

Sites draw stars in their own ways, but these are few: a number in an attribute (`data-rating="4.9"`), words in one
(`aria-label="Rated 4.9 out of 5"`), an icon's title, a bar that is filled to a share of its width, one element a star
with classes for full, half and empty ones. `ratings.toml` holds the words.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice

from lxml import etree

from extractor import vocabulary
from extractor.layout.html import RATED, REVIEWED, UNCLEAR
from extractor.readers.people.numbers import count_in, decimal_in, rating_in

_Element = etree._Element  # noqa: SLF001 - lxml has no public name for it
_CLASS_BREAK = re.compile(r"[-_\s]+|(?<=[a-z])(?=[A-Z])")
_WIDTH = re.compile(r"(?:^|[;\s])width\s*:\s*(\d{1,3}(?:\.\d+)?\s*%)", re.IGNORECASE)
_NUMBER = r"(?:\d{1,3}(?:[.,'’\s]\d{3})+|\d+(?:[.,]\d+)?)"
_SCALED = re.compile(
    r"\d+(?:[.,]\d+)?\s*(?:/|\b(?:out\s+of|of|de|von|van|sur|su|z|из)\b)\s*\d+(?:[.,]\d+)?(?!\d)", re.IGNORECASE
)
_BRACKETED = re.compile(rf"\(\s*({_NUMBER}\s?[kK]?)\s*\)")
_UNSEEN = frozenset({"svg", "path", "use", "title", "i", "img", "meta", "symbol", "g"})
"""Elements that are written down for no reader: what they say is noted at the element around them."""
_CONTROLS = frozenset({"button", "input", "form", "select", "label", "textarea", "option"})
_MAX_ELEMENTS = 400
_MAX_TEXT = 120
_MAX_COUNT_TEXT = 40
_FEWEST_ICONS, _MOST_ICONS = 3, 10
_STARS = 5
_NEAR = 3
"""Texts behind a rating, and elements around it, that are looked at for the number of reviews."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: stars out of 5 and the number of reviews. Without a rating it is not clear how many stars are."""

    rating: float | None = None
    reviews: int | None = None


def mark_ratings(posts: Iterable[_Element]) -> None:
    """Note in attributes (`RATED`, `REVIEWED`) what is shown of one rating in each post: the first that is clear."""
    for post in posts:
        found = [(one, shown) for one in islice(post.iter(), _MAX_ELEMENTS) if (shown := shown_by(one))]
        if not found:
            continue
        element, shown = next((each for each in found if each[1].rating), found[0])
        counted, reviews = _reviews_beside(element) if shown.reviews is None else (None, shown.reviews)
        element = _visible(element)
        element.set(RATED, f"{shown.rating:g}" if shown.rating else UNCLEAR)
        if reviews is not None:
            (element if counted is None else counted).set(REVIEWED, str(reviews))


def shown_by(element: _Element) -> Shown | None:
    """What `element` itself shows of a rating, in attributes, by its icons or as a short text; None if nothing."""
    if element.tag in _CONTROLS or any(outer.tag in _CONTROLS for outer in islice(element.iterancestors(), 2)):
        return None
    owner = element.getparent() if element.tag == "title" else element
    owner = element if owner is None else owner
    is_called_so = not _words_of_class(owner).isdisjoint(_words("stars"))
    for name in _words("value"):
        if (value := element.get(name)) and (is_called_so or "rat" in name or "star" in name):
            best = next((best for other in _words("best") if (best := decimal_in(element.get(other) or ""))), None)
            return _clear(rating_in(value, best))
    said = [text for name in _words("words") if (text := element.get(name))]
    if element.tag == "title":
        said.append(element.text or "")
    is_picture = is_called_so or owner.get("role") == "img"
    told = next((shown for text in said if (shown := _worded(text, is_called_so=is_picture))), None)
    return told or (_drawn(element) if is_called_so else None)


def _clear(rating: float | None) -> Shown | None:
    """A rating that may be unclear; one of 0 means that nobody has rated."""
    return None if rating == 0 else Shown(rating)


def _worded(text: str, *, is_called_so: bool) -> Shown | None:
    """What words say of stars: "Rated 4.9 out of 5", "4.5 star rating", "98%" on what is called stars."""
    if len(text) > _MAX_TEXT or not any(map(str.isdecimal, text)):
        return None
    starred, reviewed = _counted("star_words").search(text), _counted("review_words").search(text)
    if not (starred or reviewed or is_called_so):
        return None
    scaled = _SCALED.search(text)
    rating = rating_in(scaled[0]) if scaled else rating_in(starred[1]) if starred else None
    if rating is None and is_called_so and not scaled:
        rating = rating_in(text)
    reviews = count_in(reviewed[1]) if reviewed else None
    return Shown(rating, reviews) if rating else None


def _drawn(element: _Element) -> Shown | None:
    """What an element that is called stars shows: its short text, the width of a bar in it, or its icons."""
    if not len(element) and element.text and len(element.text) <= _MAX_COUNT_TEXT:
        is_count = _counted("review_words").search(element.text) is not None
        rating = None if is_count else rating_in(element.text)
        return Shown(rating) if rating else None
    for inner in islice(element.iter(), _MOST_ICONS):
        if width := _WIDTH.search(inner.get("style") or ""):
            return _clear(rating_in(width[1]))
    icons = next((icons for icons in _rows(element) if _FEWEST_ICONS <= len(icons) <= _MOST_ICONS), None)
    return _counted_icons(icons) if icons else None


def _rows(element: _Element) -> Iterator[Sequence[_Element]]:
    """The children of an element, and of an only child, if none of them holds text."""
    while len(element) == 1:
        element = element[0]
    if not "".join(str(text) for text in element.itertext()).strip():
        yield list(element)


def _counted_icons(icons: Sequence[_Element]) -> Shown | None:
    """The stars of a row, one an element: full, half and empty ones have words of their own in their classes."""
    words = [frozenset().union(*map(_words_of_class, icon.iter())) for icon in icons]
    if len(set(words)) == 1 and words[0].isdisjoint(_words("full")):
        return Shown() if len(icons) == _STARS and not words[0].isdisjoint(_words("stars")) else None
    stars = [
        0.5 if not one.isdisjoint(_words("half")) else 0.0 if not one.isdisjoint(_words("empty")) else 1.0
        for one in words
    ]
    return _clear(round(sum(stars) * _STARS / max(len(icons), _STARS), 2))


def _reviews_beside(element: _Element) -> tuple[_Element | None, int | None]:
    """The number of reviews that stands in an element with a rating, or right behind it or what holds nothing else.

    With it the element whose text it is, if there is one.
    """
    inside = _text(element)
    if match := _counted("review_words").search(inside) or _BRACKETED.search(inside):
        return None, count_in(match[1])
    for _ in range(_NEAR):
        near = [(None, element.tail or ""), *((other, _text(other)) for other in element.itersiblings())]
        near = [(other, text.strip()) for other, text in near if text.strip()][:_NEAR]
        for number, (other, text) in enumerate(near):
            match = _counted("review_words").search(text) or (_BRACKETED.match(text) if not number else None)
            if match and len(text) <= _MAX_COUNT_TEXT:
                return other if count_in(text) is not None else None, count_in(match[1])
        parent = element.getparent()
        if near or parent is None:
            break
        element = parent
    return None, None


def _text(element: _Element) -> str:
    """The text of an element and what stands behind it in the one around it."""
    return "".join(map(str, islice(element.itertext(), _MAX_ELEMENTS))) + (element.tail or "")


def _visible(element: _Element) -> _Element:
    while element.tag in _UNSEEN and (around := element.getparent()) is not None:
        element = around
    return element


def _words_of_class(element: _Element) -> frozenset[str]:
    return _words_in(element.get("class") or "")


@lru_cache(4096)
def _words_in(classes: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _CLASS_BREAK.split(classes) if word)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(_data()[kind])


@cache
def _counted(kind: str) -> re.Pattern[str]:
    """A number before one of the words, with up to two others between them."""
    words = "|".join(map(re.escape, _data()[kind]))
    return re.compile(
        rf"(?<![\d.,])({_NUMBER}(?:\s?[kK]\b)?)\s*-?\s*(?:[^\W\d_]+\s+){{0,2}}?(?:{words})", re.IGNORECASE
    )


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(files(vocabulary).joinpath("ratings.toml").read_text(encoding="utf-8"))
