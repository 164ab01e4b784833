"""Rating lines: stars, and the number of reviews they come from, as sites of many kinds print them."""

import re

from extractor.readers.people.asides import is_aside
from extractor.readers.people.fields import NO_FIELDS, BylineFields, Found
from extractor.readers.people.numbers import count_in
from extractor.readers.people.pieces import MAX_BYLINE_LINE
from extractor.vocabulary.ratings import BASED_ON, COUNT, GRADED, OF, OUT_OF, POINT, RATED, RATERS, REVIEWS, STARS

_POINTS = str.maketrans(",٫·", "...")
_RATING = re.compile(
    rf"""(?:(?:{RATED}|{GRADED}(?=\s*+:?\s*+[\d.,]{{1,5}}\s*{OUT_OF}))\s*+:?\s*+)?
        (?:(?P<rating>\d(?:{POINT}\d{{1,2}})?|10)(?:\s?{STARS}(?=\s))?
            \s*(?:{OUT_OF}|{OF}(?=\s*+(?:5|10)\s*+(?:\(|{STARS})))\s*(?P<best>5|10)(?:{POINT}0)?(?:\s*{STARS})?
        |(?:[★⭐✭☆✩]+\s*+)?(?P<plain>[0-5٠-٥]{POINT}\d{{1,2}})(?!{POINT}?\d)(?:\s*+(?P<unit>[★⭐]{{2,5}}[☆✩]{{0,4}}|{STARS}|average))?
        |(?P<whole>[1-5])\s?{STARS}
        |(?P<share>100|\d\d)\s?%(?=\s*+\(?\s*+{COUNT}\+?\s*+{RATERS})
        |(?P<stars>[★⭐]{{1,5}}½?)[☆✩]{{0,4}})
        (?:(?:\s*+[,.·•|–-])?\s*+(?:\(\s*+)?(?:{BASED_ON}\s+|{RATERS}\s*+:\s*+)?
            (?P<reviews>{COUNT})\+?(?:\s*+(?P<reviewed>{RATERS}))?\s*+\)?)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_REVIEWS = re.compile(
    rf"\(?\s*(?:{BASED_ON}\s+)?(?P<label>{RATERS}\s*+:\s*+)?(?P<reviews>{COUNT})\+?(?(label)|\s*+{RATERS})\s*+\)?",
    re.IGNORECASE,
)
_GRADE = re.compile(rf"{GRADED}\s*+[:Ø]?\s*+\d(?:{POINT}\d{{1,2}})?(?!\d)[^\n]{{0,40}}", re.IGNORECASE)
_PART = re.compile(r"[^\s·•|](?:[^·•|]*[^\s·•|])?")
_SCALE = 5
_TOLD = re.compile(r"[\d٫](?:[.,٫]\d|(?<=[51])0? )")
"""A quick look before the next; it begins with one set of signs, so that others are passed quickly."""
_BEHIND = re.compile(
    rf"\d(?:{POINT}\d)? {OUT_OF} (?:5|10) {STARS}|"
    rf"(?<=[·•|,;–—-] )\d{POINT}\d(?: ?{STARS})? ?(?:\({COUNT}(?: [^\W\d_]+)?\)|{COUNT} {REVIEWS})$|"
    rf"(?<= \()\d{POINT}\d(?: ?{STARS})?[,;·|]? ?{COUNT} {REVIEWS}\)$",
    re.IGNORECASE,
)


def rating_fields(text: str, start: int, *, is_expected: bool = False) -> BylineFields | None:
    """The rating and reviews that `text`, which stands at `start`, consists of; None if it is no rating line.

    A rating out of 10 or in percent is converted to one out of 5. Where a rating `is_expected`, as below a name, the
    bare number is one ("4.9", "4.9 (123)"), and so is a number of reviews without a rating.

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(rating_fields("9 / 10 (1,498 reviews)", 0))
    {'rating': 4.5, 'reviews': 1498}
    """
    if len(text) > MAX_BYLINE_LINE:
        return None
    match = _RATING.match(text)
    if match is None:
        return (_reviews_alone(text, start) or _parts(text, start)) if is_expected else None
    if not is_expected and (match["whole"] or (match["plain"] and not match["unit"])):
        return None
    return _fields(match, start)


def is_grade(text: str) -> bool:
    """Whether a line tells a rating on a scale that it does not say.

    >>> is_grade("Note 1,3"), is_grade("Note 4,5/5"), is_grade("Note that it hurts")
    (True, False, False)
    """
    return rating_fields(text, 0, is_expected=True) is None and _GRADE.fullmatch(text) is not None


def _reviews_alone(text: str, start: int) -> BylineFields | None:
    match = _REVIEWS.fullmatch(text)
    reviews = _reviews(match, start) if match else None
    return BylineFields(reviews=reviews) if reviews else None


def _parts(text: str, start: int) -> BylineFields | None:
    """Stars and reviews in a line of several parts, the others of which are no text: 97% worth it · 128 reviews."""
    parts = list(_PART.finditer(text))
    fields = NO_FIELDS
    for match in parts if len(parts) > 1 else ():
        part = match[0]
        told = rating_fields(part, start + match.start(), is_expected=True)
        if told is None and not is_aside(part):
            return None
        fields = fields.or_else(told or NO_FIELDS)
    return fields or None


def _fields(match: re.Match[str], start: int) -> BylineFields | None:
    stars, best, counted = match.group("stars", "best", "reviews")
    said = next(name for name in ("rating", "plain", "whole", "share", "stars") if match[name])
    value = len(stars) - stars.count("½") / 2 if stars else float(match[said].translate(_POINTS))
    value /= {"10": 2, "share": 100 / _SCALE}.get(best or said, 1)
    begin, end = match.span(said)
    rating = Found(value, start + begin, start + end) if value <= _SCALE else None
    reviews = _reviews(match, start) if counted else None
    return BylineFields(rating=rating, reviews=reviews) if rating or reviews else None


def _reviews(match: re.Match[str], start: int) -> Found[int] | None:
    count = count_in(match["reviews"])
    begin, end = match.span("reviews")
    return None if count is None else Found(count, start + begin, start + end)


def stars_behind(text: str) -> int | None:
    """Where in a line stars out of five begin behind other words; None if there are none, or they are all of it.

    >>> stars_behind("Leeds Dermatologist · 4.9 (84)"), stars_behind("4.9 (84)")
    (22, None)
    """
    match = _BEHIND.search(text) if _TOLD.search(text) else None
    return match.start() if match and match.start() else None
