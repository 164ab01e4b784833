"""Bylines: lines that name a doctor, credentials, specialty, place, rating and number of reviews.

A byline is recognised by its words and shape alone; whether it is one on this page is decided by the grammar. Shapes:

    Laura E. Penn, MD, FACS (in memoriam)      name line: optional, directly above the place line
    Boca Raton Dermatologic Surgeon            place line: place and specialty, or one of them
    4.3 out of 5 stars 28 reviews              rating line: optional

    Jane Rowe, DDS                             name line below a blank one
    Orthodontist in Omaha, NE                  specialty first, then the place

    Dr. Jane Rowe, MD, Dermatologist, Leeds    all on one line
    — Dr. Jane Rowe, Dermatologist, Leeds      the same behind a dash
    (Jane Rowe, MD, Leeds Dermatologist)       the same in brackets at the end of a body line
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extractor.readers.lines import Line
from extractor.readers.people.names import (
    CLOSING_WORDS,
    MAX_BYLINE_LINE,
    Fields,
    Found,
    is_name_line,
    moved,
    name_fields,
    split_name,
)
from extractor.readers.people.numbers import count_in
from extractor.vocabulary import begins_like_specialty, ends_like_specialty, is_specialty, specialty_start


class Byline(NamedTuple):
    """A candidate: the lines `[first, last]` that it takes, and its fields; their places are counted from its start."""

    first: int
    last: int
    fields: Fields


_RATING = re.compile(
    r"""(?:(?P<rating>\d(?:[.,]\d{1,2})?|10)\s*(?:out\s+of|/|de|von|sur)\s*(?P<best>5|10)(?:[.,]0)?
            (?:\s*(?:stars?|estrelas?|estrellas?))?
        |(?P<stars>[★⭐]{1,5})[☆]{0,4}
        |(?P<plain>[0-5][.,]\d)\s*(?:stars?|estrelas?|estrellas?|★|⭐))
        (?:(?:\s*[,·|–-])?\s*(?:\(\s*)?(?P<reviews>\d{1,3}(?:[,.\s]\d{3})+|\d+)
            \s*(?:(?:patient\s+|verified\s+)?(?:reviews?|ratings?)|avalia(?:ção|ções)|opini(?:ão|ões|ón|ones)|reseñas?)?\s*\)?)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_PLACE = re.compile(r"[^\W\d_][\w'’.-]*(?:,? [^\W\d_][\w'’.-]*)*")
_GLUED = re.compile(r"[A-Z]{2}[a-z]{2}")  # "MDDallas": a line break was lost
_SPECIALTY_FIRST = re.compile(
    r"(?P<specialty>[^\W\d_][^,|·\d]{3,60}?)(?:,| in| em| en|\s+[-–|·]) (?P<location>[^\W\d_].{1,39})"
)
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]*+(?:\([^()]*\))?[^()\[\]]*+)[)\]]\.?$")
_DASHES = frozenset("-–—―")
_RATING_STARTS = frozenset("0123456789★⭐")
_ELIDED = re.compile(r"[dlDL]['’][^\W\d_a-z]")
"""The article in "Coeur d'Alene"."""
_MAX_PLACE_WORDS = 6
_MAX_PLACE = 40
_SCALE = 5
_REMEMBERED = 10_000
_LOWER_PLACE_WORDS = frozenset("of and the de la le do da dos das del upon on sur am".split())


def rating_fields(text: str, start: int) -> Fields | None:
    """The rating and reviews that `text`, which stands at `start`, consists of; None if it is no rating line.

    A rating out of 10 is converted to one out of 5.

    >>> {name: found[0].value for name, found in rating_fields("9 / 10 (1,498 reviews)", 0).items()}
    {'rating': 4.5, 'reviews': 1498}
    """
    if len(text) > MAX_BYLINE_LINE or (match := _RATING.match(text)) is None:
        return None
    rating, best, stars, plain, reviews = match.groups()
    value = float(len(stars)) if stars else float((rating or plain).replace(",", "."))
    if best == "10":
        value /= 2
    fields: Fields = {}
    if value <= _SCALE:
        begin, end = match.span("rating" if rating else "stars" if stars else "plain")
        fields["rating"] = [Found(value, start + begin, start + end)]
    if reviews and (count := count_in(reviews)) is not None:
        begin, end = match.span("reviews")
        fields["reviews"] = [Found(count, start + begin, start + end)]
    return fields or None


def place_fields(text: str, start: int) -> Fields | None:
    """Specialty and location of a line that ends with a known specialty, the longest; None if it does not.

    >>> {name: found[0].value for name, found in place_fields("Seattle Facial Plastic Surgeon", 0).items()}
    {'specialty': 'Facial Plastic Surgeon', 'location': 'Seattle'}
    """
    parts = _cut_place(text) if len(text) <= MAX_BYLINE_LINE else None
    if parts is None:
        return None
    place, specialty = parts
    end = start + len(text)
    fields: Fields = {"specialty": [Found(specialty, end - len(specialty), end)]}
    if place:
        fields["location"] = [Found(place, start, start + len(place))]
    return fields


@lru_cache(maxsize=_REMEMBERED)
def _cut_place(text: str) -> tuple[str, str] | None:
    """Place and specialty; remembered because a site's doctors come from the same towns."""
    cut = specialty_start(text)
    if cut is None or not text[cut].isupper():
        return None
    place = text[:cut].rstrip(" ,-–|·")
    return (place, text[cut:]) if not place or is_place(place) else None


def specialty_first_fields(text: str, start: int) -> Fields | None:
    """Specialty and location of a line that begins with a known specialty; None if it does not.

    >>> {name: found[0].value for name, found in specialty_first_fields("Orthodontist in Omaha, NE", 0).items()}
    {'specialty': 'Orthodontist', 'location': 'Omaha, NE'}
    """
    if not begins_like_specialty(text) or not text[0].isupper():
        return None
    match = _SPECIALTY_FIRST.fullmatch(text)
    if match is None or not is_specialty(match["specialty"]) or not is_place(match["location"]):
        return None
    return {
        name: [Found(match[name], start + match.start(name), start + match.end(name))] for name in match.groupdict()
    }


def is_place(text: str) -> bool:
    """Whether `text` is shaped like the name of a place: a few capitalised words.

    >>> is_place("Salt Lake City"), is_place("Raleigh-Durham"), is_place("Ask your"), is_place("I saw a")
    (True, True, False, False)
    """
    words = text.replace(",", " ").split()
    return (
        0 < len(words) <= _MAX_PLACE_WORDS
        and words[0][0].isupper()
        and words[0].casefold() not in CLOSING_WORDS
        and all(word[0].isupper() or word in _LOWER_PLACE_WORDS or _ELIDED.match(word) for word in words)
        and _PLACE.fullmatch(text) is not None
        and _GLUED.search(text) is None
    )


def one_line_fields(text: str, start: int) -> Fields | None:
    """The fields of a byline that stands on one line, parts separated by commas; None if it is none.

    It must name a person and a specialty.

    >>> {name: found[0].value for name, found in one_line_fields("Dr. Jane Rowe, MD, Dermatologist, Leeds", 0).items()}
    {'name': 'Jane Rowe', 'credentials': 'MD', 'specialty': 'Dermatologist', 'location': 'Leeds'}
    """
    fields, parts = split_name(text, start)
    if not parts or not is_name_line(fields, text, is_sure=True):
        return None
    for index, (part, begin, _) in enumerate(parts):
        place = place_fields(part, begin)
        if place and "specialty" not in fields:
            fields.update(place)
        elif index == len(parts) - 1 or "specialty" in fields:
            rest = text[begin - start :].rstrip()
            if not is_place(rest):
                return None
            fields.setdefault("location", [Found(rest, begin, begin + len(rest))])
            break
        else:
            return None
    return fields if "specialty" in fields else None


def bracket_fields(text: str, start: int) -> tuple[int, Fields] | None:
    """A byline in brackets at the end of a body line, and where in `text` its bracket opens; None if there is none."""
    if not text.endswith((")", ").", "]")):
        return None
    match = _BRACKETS.search(text, max(0, len(text) - MAX_BYLINE_LINE - len("().")))
    if match is None:
        return None
    fields = one_line_fields(match["inside"], start + match.start("inside"))
    return (match.start(), fields) if fields else None


def find_bylines(lines: Sequence[Line], start: int = 0, end: int | None = None) -> list[Byline]:
    """All stacked and one-line candidates among `lines[start:end]`, without overlaps, in page order."""
    end = len(lines) if end is None else end
    bylines: list[Byline] = []
    free = start
    for index in range(start, end):
        text = lines[index].text
        if index < free or len(text) > MAX_BYLINE_LINE or text[-1] in ".!?:;,":
            continue
        if (
            text[0] in _RATING_STARTS
            or ends_like_specialty(text)
            or ("," in text and _has_specialty(text))
            or specialty_first_fields(text, 0)
        ):
            byline = _byline_at(lines, index, free, end)
            if byline:
                bylines.append(byline)
                free = byline.last + 1
    return bylines


def _has_specialty(text: str) -> bool:
    return any(map(ends_like_specialty, text.split(",")))


def _byline_at(lines: Sequence[Line], index: int, free: int, end: int) -> Byline | None:
    """The byline whose place line, or rating line without one, is line `index`; it takes lines of `[free, end)`."""
    first = index - 1 if index > free and lines[index].blanks == 0 and _is_short(lines[index - 1]) else index
    stop = index + 1
    while stop < min(end, index + 3) and lines[stop].blanks == 0 and _is_short(lines[stop]):
        stop += 1
    base = lines[first].start
    block = tuple([(text, start - base) for start, _, text, _ in lines[first:stop]])
    found = _read_block(block, index - first)
    if found is None and first < index and (lines[first].blanks or first == 0):
        found = _read_specialty_first(block)
    return Byline(first + found.first, first + found.last, found.fields) if found else None


def _is_short(line: Line) -> bool:
    return len(line.text) <= MAX_BYLINE_LINE


_Block = tuple[tuple[str, int], ...]
"""Lines directly below one another, and where each stands."""


@lru_cache(maxsize=_REMEMBERED)
def _read_block(block: _Block, index: int) -> Byline | None:
    """The byline in `block` around line `index`; remembered because a site's doctors answer on page after page."""
    fields = _whole_line_fields(*block[index])
    if fields is None:
        return None
    first, below = index, index + 1
    if "name" not in fields and index and (above := _name_above(*block[index - 1], is_sure="specialty" not in fields)):
        fields = above | fields
        first -= 1
    if "name" in fields and "specialty" in fields and "location" not in fields and below < len(block):
        text, start = block[below]
        if len(text) <= _MAX_PLACE and is_place(text):
            fields["location"] = [Found(text, start, start + len(text))]
            below += 1
    if "rating" not in fields and below < len(block) and (rated := rating_fields(*block[below])):
        fields.update(rated)
        below += 1
    if not fields.keys() & {"name", "location", "rating"}:
        return None
    return Byline(first, below - 1, moved(fields, -block[first][1]))


def _read_specialty_first(block: _Block) -> Byline | None:
    """A byline of the first two lines of `block`: a name, and a line that begins with the specialty."""
    fields = specialty_first_fields(*block[1])
    above = _name_above(*block[0], is_sure=False) if fields else None
    return Byline(0, 1, above | fields) if fields and above else None


def _name_above(text: str, start: int, *, is_sure: bool) -> Fields | None:
    fields = name_fields(text, start)
    return fields if fields and is_name_line(fields, text, is_sure=is_sure) else None


def _whole_line_fields(text: str, start: int) -> Fields | None:
    """What a line says that is part of a byline as a whole; a dash may stand before it."""
    if text[0] in _DASHES:
        name = text[1:].lstrip()
        return one_line_fields(name, start + len(text) - len(name))
    if "," in text and (fields := one_line_fields(text, start)):
        return fields
    if text[0] in _RATING_STARTS and (fields := rating_fields(text, start)):
        return fields
    return place_fields(text, start)
