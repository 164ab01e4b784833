"""What an element says of a rating that no text prints: stars as icons, as a bar's width, as words for a screen reader.

Sites draw stars in their own ways, but these are few: a number in an attribute (`data-rating="4.9"`), in a variable of
the style sheet, a class or the name of a picture; words in an attribute (`aria-label="Rated 4.9 out of 5"`), an icon's
title or a text that is hidden from view; a bar that is filled to a share of its width; one element a star with classes,
names or ligatures for full, half and empty ones. `ratings.toml` holds the words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from extractor.readers.html.rendering.lxml_names import Element
from extractor.readers.people.numbers import count_in, decimal_in, rating_in
from extractor.vocabulary.ratings import COUNT, OF, RATERS, REVIEWS, STARS, rating_words

_BREAK = re.compile(r"[-_\s./#]+|(?<=[a-z])(?=[A-Z])")
_WIDTH = re.compile(r"(?:^|[;\s])width\s*:\s*(?:calc\(\s*)?(\d{1,3}(?:\.\d+)?\s*%)", re.IGNORECASE)
_VARIABLE = re.compile(
    rf"--[\w-]{{0,60}}(?:{'|'.join(rating_words('variables'))})[\w-]{{0,60}}\s*:\s*[\"']?(\d+(?:[.,]\d+)?\s*%?)",
    re.IGNORECASE,
)
_SCALED = re.compile(rf"(?<!\d)\d+(?:[.,]\d+)?\s*{OF}\s*\d+(?:[.,]\d+)?(?!\d)", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?:{'|'.join(rating_words('pictures'))})s?(?:[-_]+[a-z]+)?[-_]*([0-5])(?:[-_.]?(half|[05]))?(?![a-z0-9]|\.\d)",
    re.IGNORECASE,
)
"""A rating in a class or in the name of a picture: "stars-45", "rating-4-5", "stars_4_half"."""
_CONTROLS = frozenset({"button", "input", "form", "select", "label", "textarea", "option"})
_READ_ONLY = frozenset({"readonly", "disabled", "data-readonly", "data-display-only"})
"""A control that nobody can use shows something: plugins draw stars over such an `input`."""
_METERS = frozenset({"meter", "progress"})
HIDDEN = tuple(rating_words("hidden"))
"""How the classes begin of what only a screen reader says."""
_BETWEEN = r"\s*+(?:-\s*+)?(?:[^\W\d_]++\s++){0,2}?"
"""Between a number and what it counts: up to two other words."""
_STARRED = re.compile(rf"(?<![\d.,])(\d+(?:[.,]\d+)?){_BETWEEN}{STARS}", re.IGNORECASE)
REVIEW_COUNT = re.compile(rf"(?<![\d.,])({COUNT}){_BETWEEN}{REVIEWS}", re.IGNORECASE)
_RATER_COUNT = re.compile(rf"(?<![\d.,])({COUNT}){_BETWEEN}{RATERS}", re.IGNORECASE)
"""Where a rating stands beside it, it may also be those who rated who are counted."""
_MAX_TEXT = 120
_FEWEST_ICONS, _MOST_ICONS = 3, 10
_STARS = 5


@dataclass(frozen=True, slots=True)
class ShownRating:
    """What is shown: stars out of 5 and the number of reviews. Without a rating it is not clear how many stars are."""

    rating: float | None = None
    reviews: int | None = None


def may_show(element: Element) -> bool:
    """A quick look: few elements have a class or attribute that `shown_by` reads."""
    names = element.keys()
    if not names:
        return element.tag == "title"
    if not _telling().isdisjoint(names) or element.tag in _METERS:
        return True
    if element.tag == "img" and any(word in (element.get("src") or "") for word in rating_words("pictures")):
        return True
    classes = element.get("class") or ""
    return not _words_in(classes).isdisjoint(_words("stars")) or classes.startswith(HIDDEN)


@cache
def _telling() -> frozenset[str]:
    return _words("value") | _words("words")


def shown_by(element: Element) -> ShownRating | None:
    """What `element` itself shows of a rating, in attributes, by its icons or as a short text; None if nothing."""
    if (element.tag in _CONTROLS and _READ_ONLY.isdisjoint(element.keys())) or any(
        outer.tag in _CONTROLS for outer in islice(element.iterancestors(), 2)
    ):
        return None
    owner = element.getparent() if element.tag == "title" else element
    owner = element if owner is None else owner
    is_called_so = not _words_in(owner.get("class") or "").isdisjoint(_words("stars"))
    value, best = _value(element, is_called_so=is_called_so)
    if value:
        return _clear(rating_in(value, best))
    is_picture = is_called_so or owner.get("role") == "img"
    told = next((shown for text in _said(element) if (shown := _worded(text, is_called_so=is_picture))), None)
    return told or (_drawn(element) if is_called_so or element.tag == "img" else None)


def _clear(rating: float | None) -> ShownRating | None:
    """A rating that may be unclear; one of 0 means that nobody has rated."""
    return None if rating == 0 else ShownRating(rating)


def _value(element: Element, *, is_called_so: bool) -> tuple[str | None, float | None]:
    """The number in an attribute, and the end of its scale if another says it."""
    best = next((best for other in _words("best") if (best := decimal_in(element.get(other) or ""))), None)
    if element.tag in _METERS:
        return element.get("value"), decimal_in(element.get("max") or "1")
    if element.tag == "input":
        return element.get("value") if is_called_so else None, best
    for name in _words("value"):
        if (value := element.get(name)) and (is_called_so or "rat" in name or "star" in name):
            return value, best
    variable = _VARIABLE.search(element.get("style") or "") if is_called_so else None
    return (variable[1], best) if variable else (None, None)


def _said(element: Element) -> Iterator[str]:
    """What an element says in words: in attributes, as a title, in a text that is hidden from view."""
    yield from (text for name in _words("words") if (text := element.get(name)))
    if element.tag == "title" or (element.get("class") or "").startswith(HIDDEN):
        yield element.text or ""


def _worded(text: str, *, is_called_so: bool) -> ShownRating | None:
    """What words say of stars: "Rated 4.9 out of 5", "4.5 star rating", "98%" on what is called stars."""
    if len(text) > _MAX_TEXT or not any(map(str.isdecimal, text)):
        return None
    starred = _STARRED.search(text)
    if not (starred or is_called_so or REVIEW_COUNT.search(text)):
        return None
    scaled = _SCALED.search(text)
    rating = rating_in(scaled[0]) if scaled else rating_in(starred[1]) if starred else None
    if rating is None and is_called_so and not scaled:
        rating = rating_in(text)
    rated = _RATER_COUNT.search(text) if rating else None
    return ShownRating(rating, count_in(rated[1]) if rated else None) if rating else None


def _drawn(element: Element) -> ShownRating | None:
    """What an element that is called stars shows: its short text, the width of a bar in it, its icons, its name."""
    for inner in islice(element.iter(), _MOST_ICONS):
        if width := _WIDTH.search(inner.get("style") or ""):
            return _clear(rating_in(width[1]))
    if row := next((row for row in _rows(element) if _FEWEST_ICONS <= len(row) <= _MOST_ICONS), None):
        return _counted_icons(row)
    text = " ".join("".join(map(str, islice(element.itertext(), _MOST_ICONS))).split())
    if text:
        return _worded(text, is_called_so=True)
    named = _NAMED.search(_name_of(element))
    half = 0 if named is None or named[2] in (None, "0") else 0.5
    return _clear(float(named[1]) + half) if named and float(named[1]) + half <= _STARS else None


def _rows(element: Element) -> Iterator[Sequence[frozenset[str]]]:
    """The words of the children of an element or an only child, if each is a star; or of the row that it begins."""
    row = list(islice(_in_a_row(element), _MOST_ICONS + 1))
    while len(element) == 1:
        element = element[0]
    states = _words("full") | _words("half") | _words("empty") | _words("stars")
    for icons in ([] if (element.text or "").strip() else element, row):
        words = [frozenset().union(*(_words_in(_name_of(part)) for part in icon.iter())) for icon in icons]
        if all(one & states for one in words):
            yield words


def _in_a_row(element: Element) -> Iterator[Element]:
    """The elements of one kind that begin with this one and have no text."""
    before = element.getprevious()
    if before is not None and before.tag == element.tag:
        return
    for other in (element, *element.itersiblings()):
        if other.tag != element.tag or (other.text or "").strip():
            return
        yield other
        if (other.tail or "").strip():
            return


def _counted_icons(icons: Sequence[frozenset[str]]) -> ShownRating | None:
    """The stars of a row, by the words of each: full, half and empty ones have words of their own."""
    if len(set(icons)) == 1 and icons[0].isdisjoint(_words("full")):
        return ShownRating() if len(icons) == _STARS and icons[0].isdisjoint(_words("empty")) else None
    stars = [0.5 if one & _words("half") else 0.0 if one & _words("empty") else 1.0 for one in icons]
    return _clear(round(sum(stars) * _STARS / max(len(icons), _STARS), 2))


def _name_of(element: Element) -> str:
    """What names an icon: its class, the file or symbol that it shows, the word that a font draws as a picture."""
    file = (element.get("src") or "").rpartition("/")[2]
    symbol = (element.get("href") or element.get("xlink:href") or "").rpartition("#")[2] if element.tag == "use" else ""
    return f"{element.get('class') or ''} {file} {symbol} {element.text or ''}"[:_MAX_TEXT]


@lru_cache(4096)
def _words_in(names: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _BREAK.split(names) if word)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(rating_words(kind))
