"""Bylines: lines that name a doctor, credentials, specialty, place, rating and number of reviews.

A byline is recognised by its words and shape alone; whether it is one on this page is decided by the grammar. Shapes:

    Laura E. Penn, MD, FACS (in memoriam)      name line: optional, directly above the place line
    Boca Raton Dermatologic Surgeon            place line: place and specialty, or one of them
    4.3 out of 5 stars 28 reviews              rating line: optional

    Dr. Jane Rowe, MD, Dermatologist, Leeds    all on one line
    (Jane Rowe, MD, Leeds Dermatologist)       the same in brackets at the end of a body line
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractor.readers.lines import Line
from extractor.vocabulary import (
    ends_like_specialty,
    is_credential,
    is_name_suffix,
    is_particle,
    is_specialty,
    is_title,
    specialty_start,
)

MAX_BYLINE_LINE = 120
"""Characters; no byline line seen is longer than 90."""


class Found(NamedTuple):
    """A value and the place of its text, `[start, end)`."""

    value: str | float | int
    start: int
    end: int


Fields = dict[str, list[Found]]
"""Fields of a byline by their name in `Doctor`; only `credentials` has more than one entry."""


@dataclass(frozen=True, slots=True)
class Byline:
    """A candidate: its fields, and the lines `[first, last]` that it takes."""

    first: int
    last: int
    fields: Fields


_RATING = re.compile(
    r"""(?:(?P<rating>\d(?:[.,]\d{1,2})?|10)\s*(?:out\s+of|/|de|von|sur)\s*(?P<best>5|10)(?:[.,]0)?
            (?:\s*(?:stars?|estrelas?|estrellas?))?
        |(?P<stars>[★⭐]{1,5})[☆]{0,4}
        |(?P<plain>[0-5][.,]\d)\s*(?:stars?|estrelas?|estrellas?|★|⭐))
        (?:\s*[,·|–-]?\s*(?:\(\s*)?(?P<reviews>\d{1,3}(?:[,.\s]\d{3})+|\d+)
            \s*(?:(?:patient\s+|verified\s+)?(?:reviews?|ratings?)|avalia(?:ção|ções)|opini(?:ão|ões|ón|ones)|reseñas?)?\s*\)?)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.){1,3}|(?:[dDlLOo]['’])?[^\W\d_][\w'’.-]*")
_NOTE = re.compile(r"\s*\((?P<note>[^()]{2,40})\)$")
_PLACE = re.compile(r"[^\W\d_][\w'’.-]*(?:,?[ -](?:[^\W\d_][\w'’.-]*))*")
_GLUED = re.compile(r"[A-Z]{2}[a-z]{2}")  # "MDDallas": a line break was lost
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]*(?:\([^()]*\))?[^()\[\]]*)[)\]]\.?$")
_RATING_STARTS = frozenset("0123456789★⭐")
_MAX_NAME_WORDS = 7
_MAX_PLACE_WORDS = 6
_MAX_PLACE = 40
_CLOSING_WORDS = frozenset(
    "all best care cheers cordially dear good hello hi hope kind luck many no regards respectfully sincerely take thank "
    "thanks the warm warmest warmly wishes yes yours".split()
)
_LOWER_PLACE_WORDS = frozenset("of and the de la le do da dos das del upon on sur am".split())


def rating_fields(text: str, start: int) -> Fields | None:
    """The rating and reviews that `text`, which stands at `start`, consists of; None if it is no rating line.

    A rating out of 10 is converted to one out of 5.

    >>> {name: found[0].value for name, found in rating_fields("9 / 10 (1,498 reviews)", 0).items()}
    {'rating': 4.5, 'reviews': 1498}
    """
    match = _RATING.match(text)
    if match is None:
        return None
    fields: Fields = {}
    kind = match.lastgroup if match.lastgroup != "reviews" else None
    kind = next(name for name in ("rating", "stars", "plain") if match[name]) if kind != "stars" else "stars"
    value = float(len(match["stars"])) if kind == "stars" else float(match[kind].replace(",", "."))
    if match["best"] == "10":
        value /= 2
    if value <= 5:  # noqa: PLR2004 - the scale's end
        fields["rating"] = [_found(value, match, kind, start)]
    if match["reviews"]:
        fields["reviews"] = [_found(int(re.sub(r"\D", "", match["reviews"])), match, "reviews", start)]
    return fields or None


def place_fields(text: str, start: int) -> Fields | None:
    """Specialty and location of a line that ends with a known specialty, the longest; None if it does not.

    >>> {name: found[0].value for name, found in place_fields("Seattle Facial Plastic Surgeon", 0).items()}
    {'specialty': 'Facial Plastic Surgeon', 'location': 'Seattle'}
    """
    cut = specialty_start(text)
    if cut is None or not text[cut].isupper():
        return None
    place = text[:cut].rstrip(" ,-–|·")
    if place and not is_place(place):
        return None
    fields = {"specialty": [Found(text[cut:], start + cut, start + len(text))]}
    if place:
        fields["location"] = [Found(place, start, start + len(place))]
    return fields


def is_place(text: str) -> bool:
    """Whether `text` is shaped like the name of a place: a few capitalised words.

    >>> is_place("Salt Lake City"), is_place("Raleigh-Durham"), is_place("Ask your"), is_place("I saw a")
    (True, True, False, False)
    """
    words = text.replace(",", " ").split()
    return (
        0 < len(words) <= _MAX_PLACE_WORDS
        and _PLACE.fullmatch(text) is not None
        and all(word[0].isupper() or word in _LOWER_PLACE_WORDS for word in words)
        and words[0][0].isupper()
        and words[0].casefold() not in _CLOSING_WORDS
        and _GLUED.search(text) is None
    )


def name_fields(text: str, start: int) -> Fields | None:
    """Name, credentials and note of a line that holds nothing else; None if it does.

    >>> {name: [found.value for found in all_found] for name, all_found in
    ...  name_fields("Dr. Harold C. Penn, Jr, MD, FACS (in memoriam)", 0).items()}
    {'note': ['in memoriam'], 'name': ['Harold C. Penn, Jr'], 'credentials': ['MD', 'FACS']}
    """
    fields, parts = _split_name(text, start)
    return fields if fields and not parts else None


def one_line_fields(text: str, start: int) -> Fields | None:
    """The fields of a byline that stands on one line, parts separated by commas; None if it is none.

    It must name a person and a specialty.

    >>> {name: found[0].value for name, found in one_line_fields("Dr. Jane Rowe, MD, Dermatologist, Leeds", 0).items()}
    {'name': 'Jane Rowe', 'credentials': 'MD', 'specialty': 'Dermatologist', 'location': 'Leeds'}
    """
    fields, parts = _split_name(text, start)
    if not fields or not parts or not is_name_line(fields, text, is_sure=True):
        return None
    for index, part in enumerate(parts):
        place = place_fields(part.value, part.start) if isinstance(part.value, str) else None
        if place and "specialty" not in fields:
            fields.update(place)
        elif index == len(parts) - 1 or "specialty" in fields:
            rest = Found(text[part.start - start :].rstrip(), part.start, start + len(text.rstrip()))
            if not isinstance(rest.value, str) or not is_place(rest.value):
                return None
            fields.setdefault("location", [rest])
            break
        else:
            return None
    return fields if "specialty" in fields else None


def bracket_fields(text: str, start: int) -> tuple[int, Fields] | None:
    """A byline in brackets at the end of a body line, and where in `text` its bracket opens; None if there is none."""
    if not text.endswith((")", ").", "]")):
        return None
    match = _BRACKETS.search(text)
    if match is None or len(match["inside"]) > MAX_BYLINE_LINE:
        return None
    fields = one_line_fields(match["inside"], start + match.start("inside"))
    return (match.start(), fields) if fields else None


def find_bylines(lines: Sequence[Line]) -> list[Byline]:
    """All stacked and one-line candidates among `lines`, without overlaps, in page order."""
    bylines: list[Byline] = []
    floor = 0
    for index, line in enumerate(lines):
        text = line.text
        if index < floor or len(text) > MAX_BYLINE_LINE or text[-1] in ".!?:;,":
            continue
        # The last word of a place line is a specialty's, a rating begins with a digit or a star; the rest has a comma.
        if (
            ends_like_specialty(text)
            or text[0] in _RATING_STARTS
            or ("," in text and any(map(ends_like_specialty, text.split(","))))
        ):
            byline = _byline_at(lines, index, floor)
            if byline:
                bylines.append(byline)
                floor = byline.last + 1
    return bylines


def _byline_at(lines: Sequence[Line], index: int, floor: int) -> Byline | None:
    """The byline whose place line, or rating line without one, is line `index`; it takes no line before `floor`."""
    line = lines[index]
    fields = _whole_line_fields(line)
    if fields is None:
        return None
    first = last = index
    if "name" not in fields and index > floor and line.blanks == 0:
        above = name_fields(lines[index - 1].text, lines[index - 1].start)
        if above and is_name_line(above, lines[index - 1].text, is_sure="specialty" not in fields):
            fields = above | fields
            first -= 1
    if "name" in fields and "location" not in fields and _is_joined(lines, last + 1):
        below = lines[last + 1]
        if len(below.text) <= _MAX_PLACE and is_place(below.text) and "specialty" in fields:
            fields["location"] = [Found(below.text, below.start, below.end)]
            last += 1
    if "rating" not in fields and _is_joined(lines, last + 1):
        if rated := rating_fields(lines[last + 1].text, lines[last + 1].start):
            fields.update(rated)
            last += 1
    says_something = fields.keys() & {"name", "location", "rating"}
    return Byline(first, last, fields) if says_something else None


def _whole_line_fields(line: Line) -> Fields | None:
    """What a line says that is part of a byline as a whole."""
    if "," in line.text:
        fields = one_line_fields(line.text, line.start)
        if fields:
            return fields
    if line.text[0] in _RATING_STARTS and (fields := rating_fields(line.text, line.start)):
        return fields
    return place_fields(line.text, line.start)


def is_name_line(fields: Fields, text: str, *, is_sure: bool) -> bool:
    """Whether a line shaped like a name is one: it has a title or credentials or, unless we must be sure, two words."""
    if "credentials" in fields or is_title(text.split(None, 1)[0]):
        return True
    return not is_sure and len(str(fields["name"][0].value).split()) > 1


def _is_joined(lines: Sequence[Line], index: int) -> bool:
    return index < len(lines) and lines[index].blanks == 0


def _split_name(text: str, start: int) -> tuple[Fields, list[Found]]:
    """The name, credentials and note that `text` begins with, and the comma-separated parts that follow them."""
    fields: Fields = {}
    if note := _NOTE.search(text):
        fields["note"] = [Found(note["note"], start + note.start("note"), start + note.end("note"))]
        text = text[: note.start()]
    parts = split(text, start, ",")
    if not parts:
        return {}, []
    name, credentials = _cut_name(parts.pop(0))
    if name is None:
        return {}, []
    while parts and is_name_suffix(str(parts[0].value)):
        name = name._replace(end=parts.pop(0).end)
        name = name._replace(value=text[name.start - start : name.end - start])
    fields["name"] = [name]
    while parts and (found := _all_credentials(parts[0])):
        credentials += found
        parts.pop(0)
    if credentials:
        fields["credentials"] = credentials
    return fields, parts


def split(text: str, start: int, separator: str | None = None) -> list[Found]:
    """The words of `text` (or its parts between separators) and where they stand."""
    found = []
    at = 0
    for word in text.split(separator):
        stripped = word.strip()
        if stripped:
            at = text.index(stripped, at)
            found.append(Found(stripped, start + at, start + at + len(stripped)))
            at += len(stripped)
    return found


def _all_credentials(part: Found) -> list[Found]:
    text = str(part.value)
    if is_credential(text):
        return [part]
    words = split(text, part.start)
    return words if all(is_credential(str(word.value)) for word in words) else []


def _cut_name(head: Found) -> tuple[Found | None, list[Found]]:
    """The name in `head` without the titles before and the credentials behind it; None if it is not shaped like one."""
    words = split(str(head.value), head.start)
    while words and is_title(str(words[0].value)):
        words.pop(0)
    credentials: list[Found] = []
    while len(words) > 1 and is_credential(str(words[-1].value)):
        credentials.insert(0, words.pop())
    if not words or len(words) > _MAX_NAME_WORDS or not _is_name(words):
        return None, []
    text = str(head.value)[words[0].start - head.start : words[-1].end - head.start]
    return Found(text, words[0].start, words[-1].end), credentials


def _is_name(words: list[Found]) -> bool:
    first = str(words[0].value)
    if not first[0].isupper() or first.casefold() in _CLOSING_WORDS or is_credential(first):
        return False
    if not all(_is_name_word(str(word.value)) for word in words):
        return False
    return not is_specialty(" ".join(str(word.value) for word in words))


def _is_name_word(word: str) -> bool:
    return (_NAME_WORD.fullmatch(word) is not None and (word[0].isupper() or "'" in word)) or is_particle(word)


def _found(value: float, match: re.Match[str], group: str, start: int) -> Found:
    return Found(value, start + match.start(group), start + match.end(group))
