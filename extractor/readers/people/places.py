"""Places and specialties: the line of a byline that says where a doctor works, and as what."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from extractor.layout import writers
from extractor.layout.wordings import one_of
from extractor.readers.people.fields import BylineFields, Found
from extractor.readers.people.name_words import CLOSING_WORDS, word_of
from extractor.readers.people.pieces import MAX_BYLINE_LINE
from extractor.vocabulary import is_badge, is_praise, word_set
from extractor.vocabulary.specialties import begins_like_specialty, is_specialty, specialty_start

_PLACE = re.compile(r"[^\W\d_][\w'’.-]*(?:(?:,? |/)[^\W_][\w'’.-]*)*")
_GLUED = re.compile(r"[A-Z]{2}[a-z]{2}")  # "MDDallas": a line break was lost
_POSTCODE = re.compile(
    r"(?<![, ])[, ]++(?:\d{4,6}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)$"
    r"|^\d{4,6}(?:-\d{3})? (?=\D)"
)
"""American, European and Asian numbers behind or before the town; British and Canadian codes."""
_JOINTS = re.compile(rf"\s*+[,;:|·•][\s,]*+|\s+(?:[-–—/]|{one_of(word_set('in'))})\s*+(?<=\s)")
"""What may stand between a specialty and the place."""
_PLACE_IN_BRACKETS = re.compile(r"(?P<specialty>[^()]+?) \((?P<location>[^()]+)\)")
_ADDITION = re.compile(r"(?:, | \(| - )(?P<addition>[^,()]{3,25})\)?$")
"""An honour behind the specialty."""
_SEPARATORS = " ,-–—|·•;/&"
_JOINT_SIGNS = frozenset(",/&|;·•")
_ELIDED = re.compile(r"(?:[dlDL]|(?:d|n|su)ell)['’][^\W\d_a-z]")
"""The article in "Coeur d'Alene"."""
_MAX_PLACE_WORDS = 6
_STATE = 2
"""Letters."""
_REMEMBERED = 10_000
_SPACE = re.compile(r"(?<=\w) (?=[A-Z])")
_YEARS = re.compile(rf"(?<![\s,·|(–-])[\s,·|(–-]++{writers.practised()}\.?\)?$", re.IGNORECASE)
_MAX_WORDS = 12
_LOWER_PLACE_WORDS = word_set("in_places")
_CERTIFYING = frozenset(map(str.capitalize, word_set("certifying")))


def place_fields(text: str, start: int) -> BylineFields | None:
    """Specialty and location of a line that ends with a known specialty, the longest, or several; None if it does not.

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(place_fields("Seattle Facial Plastic Surgeon", 0))
    {'specialty': 'Facial Plastic Surgeon', 'location': 'Seattle'}
    """
    if (
        ("," in text or "(" in text or " - " in text)
        and (addition := _ADDITION.search(text))
        and is_badge(addition["addition"])
    ):
        text = text[: addition.start()]
    parts = _cut_place(text) if len(text) <= MAX_BYLINE_LINE else None
    if parts is None:
        return None
    place, specialty = parts
    end = start + len(text)
    location = Found(place, start, start + len(place)) if place else None
    return BylineFields(specialty=Found(specialty, end - len(specialty), end), location=location)


@lru_cache(maxsize=_REMEMBERED)
def _cut_place(text: str) -> tuple[str, str] | None:
    """Place and specialty; remembered because a site's doctors come from the same towns."""
    cut = specialty_start(text)
    if cut is None or text[cut].islower():
        return None
    while (joint := _joint(text[:cut])) is not None and (further := specialty_start(text[:joint])) is not None:
        cut = further
    place = text[:cut].rstrip(_SEPARATORS)
    return (place, text[cut:]) if not place or is_place(place) else None


def _joint(head: str) -> int | None:
    """Where a comma or an "and" begins that ends `head`; None if none does."""
    head = head.rstrip()
    before, _, last = head.rpartition(" ")
    if last in word_set("and"):
        return len(before.rstrip())
    return len(head[:-1].rstrip()) if head[-1:] in _JOINT_SIGNS else None


def specialty_first_fields(text: str, start: int, *, is_in_sentence: bool = False) -> BylineFields | None:
    """Specialty and location of a line that begins with a known specialty; None if it does not.

    The specialty may be in small letters if it `is_in_sentence`: "Dr. Ada Rowe, dermatologist in Leeds".

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(specialty_first_fields("Orthodontist in Omaha, NE", 0))
    {'specialty': 'Orthodontist', 'location': 'Omaha, NE'}
    """
    if not begins_like_specialty(text) or (text[0].islower() and not is_in_sentence):
        return None
    cuts = [match.span() for match in reversed(list(_JOINTS.finditer(text)))]
    if bracket := _PLACE_IN_BRACKETS.fullmatch(text):
        text, cuts = text[:-1], [(bracket.end("specialty"), bracket.start("location"))]
    for end, begin in cuts:
        specialty, location = text[:end], text[begin:]
        is_work = is_specialty(specialty) if specialty.islower() else _cut_place(specialty) == ("", specialty)
        if is_work and specialty_start(location) is None and is_place(location):
            place = Found(location, start + begin, start + len(text))
            return BylineFields(specialty=Found(specialty, start, start + end), location=place)
    return None


def work_fields(text: str, start: int) -> BylineFields | None:
    """Specialty and place in any order.

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(work_fields("Dermatologist in Leeds", 0))
    {'specialty': 'Dermatologist', 'location': 'Leeds'}
    >>> values_of(work_fields("huisarts te Zwolle", 0))
    {'specialty': 'huisarts', 'location': 'Zwolle'}
    >>> values_of(work_fields("Internal Medicine, 21 years of experience", 0))
    {'specialty': 'Internal Medicine'}
    """
    text = _YEARS.sub("", text)
    if fields := place_fields(text, start) or specialty_first_fields(text, start, is_in_sentence=True):
        return fields
    for between in islice(_SPACE.finditer(text), _MAX_WORDS):
        place = text[between.end() :]
        if is_place(place) and (fields := place_fields(text[: between.start()], start)) and not fields.location:
            return fields._replace(location=Found(place, start + between.end(), start + len(text)))
    return None


def is_place(text: str) -> bool:
    """Whether `text` is shaped like the name of a place: a few capitalised words, and a postal code perhaps.

    >>> is_place("Salt Lake City"), is_place("Portland, OR 97201"), is_place("Ask your"), is_place("I saw a")
    (True, True, False, False)
    >>> is_place("The Woodlands"), is_place("The Best"), is_place("Many Thanks")
    (True, False, False)
    """
    has_digits = any(map(str.isdigit, text))
    if has_digits:
        text = _POSTCODE.sub("", text)
        has_digits = any(map(str.isdigit, text))
    words = text.replace(",", " ").split()
    return (
        not has_digits
        and 0 < len(words) <= _MAX_PLACE_WORDS
        and not words[0][0].islower()
        and not _is_closing(words)
        and not _is_degree(words)
        and not is_praise(words[0])
        and _CERTIFYING.isdisjoint(words)
        and all(not word[0].islower() or word in _LOWER_PLACE_WORDS or _ELIDED.match(word) for word in words)
        and _PLACE.fullmatch(text) is not None
        and _GLUED.search(text) is None
    )


def _is_degree(words: Sequence[str]) -> bool:
    """Whether words begin with a degree; two letters alone are those of a state."""
    first = words[0]
    return (len(words) > 1 or len(first) > _STATE) and not first.istitle() and word_of(first).is_credential


def is_in_state(text: str) -> bool:
    """Whether the text is a town and the letters of its state, which may also be those of a degree.

    >>> is_in_state("Boulder, CO 80301"), is_in_state("Ada Rowe, DDS")
    (True, False)
    """
    if ", " not in text:
        return False
    town, _, state = _POSTCODE.sub("", text).partition(", ")
    return state.isupper() and state.casefold() in word_set("state_letters") and is_place(town)


def _is_closing(words: Sequence[str]) -> bool:
    """Whether words begin as a sign-off does ("Kind regards"); a town begins so only with another name behind it."""
    first, *rest = (word.casefold() for word in words[:2])
    if first not in CLOSING_WORDS:
        return False
    return first not in word_set("closing_in_places") or not rest or rest[0] in CLOSING_WORDS
