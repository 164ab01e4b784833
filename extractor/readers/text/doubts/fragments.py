"""Left-overs: lines that look like a part of a byline, a rating, a count or a template that was not recognised."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extractor.layout import around, labels
from extractor.layout.dates import date_in
from extractor.layout.wordings import one_of
from extractor.readers.people.fields import Found
from extractor.readers.people.names import has_degrees
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.states import State
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import ELLIPSES, STOPS, is_title, words_of
from extractor.vocabulary.ratings import COUNT, OUT_OF, REVIEWS, STARS
from extractor.vocabulary.specialties import ends_like_specialty, is_specialty, specialty_start

_REMEMBERED_PLACES = 10_000
_MAX_DATED = 60
"""Characters of a line that holds a date and little else."""
_DIGIT = re.compile(r"\d")
_OUT_OF = re.compile(rf"(?:^|(?<!\d)\d ){OUT_OF}(?: (?:5|10)\b|$)")
_STARS, _REVIEWS, _COUNT = (re.compile(one, re.IGNORECASE) for one in (rf"\b{STARS}", REVIEWS, rf"{COUNT} "))
_BUTTON = f"(?:{one_of(words_of('folds.txt'))})"
_FOLD = re.compile(rf"(?:\.\.\.|…) ?[(\[]?{_BUTTON}(?:\W|$)|[(\[]{_BUTTON} ?(?:\.\.\.|…)[)\]]", re.IGNORECASE)
_FOLDED_INSIDE = re.compile(r"\w (?:\.\.\.|…)(?=[^\W\d_A-Z])")
_PICTURE = re.compile(around.pictures())
_PICTURE_ENDS, _PICTURE_SIGNS = re.compile(around.ends_of_pictures()), around.signs_of_pictures()
_TEXT = (State.QUESTION, State.FIRST, State.BODY)
_COUNTED = re.compile(labels.counted())


def folded_texts(read: TextReading) -> Iterator[int]:
    """Texts in which the button stands that shows the rest: what is below may say the same again, or be lost.

    In a dump its dots are left alone, in front of what was hidden.
    """
    if not _has_dots(read.page.text):
        return
    for index, item, state in read.told():
        if state in _TEXT and _has_dots(item.text) and _is_folded(item.text, is_dump=read.cut.mode.is_dense):
            yield index


def pictures_in_texts(read: TextReading) -> Iterator[int]:
    """Texts in which the name of a picture stands, which the page shows there: what else is of it is not told."""
    lowered = read.page.text.lower()
    if any(sign in lowered for sign in _PICTURE_SIGNS) or _PICTURE_ENDS.search(lowered):  # mostly there is none
        for index, item, state in read.told():
            if state in _TEXT and _PICTURE.search(item.text.lower()):
                yield index


def _is_folded(text: str, *, is_dump: bool) -> bool:
    return _FOLD.search(text) is not None or (is_dump and _FOLDED_INSIDE.search(text) is not None)


def _has_dots(text: str) -> bool:
    return any(map(text.__contains__, ELLIPSES))


def is_odd(item: Item) -> bool:
    """A byline with a part missing in its middle, as when the part was not recognised and stayed above.

    So is one whose name is a single word without degrees: what signs the text above it.
    """
    fields = item.fields
    if fields and fields.name and item.first != item.last and not (fields.credentials or " " in fields.name.value):
        return True
    if not fields or (fields.location and fields.specialty):
        return False
    if fields.rating and not fields.specialty:
        return item.blanks == 0
    is_bare_name = fields.name is not None and not (fields.credentials or fields.location or fields.rating)
    return is_bare_name and item.first != item.last


def is_displaced(item: Item) -> bool:
    """A byline told by its place alone whose specialty is none that is known: a line of it is missing."""
    fields = item.fields
    if item.forced is None or not fields:
        return False
    return fields.location is None and fields.specialty is not None and specialty_start(fields.specialty.value) is None


def has_odd_place(item: Item) -> bool:
    """Whether what a byline says of where somebody works holds a title, or what he works as, or may be his name."""
    fields = item.fields
    place = fields.location if fields else None
    if fields is None or place is None:
        return False
    return _is_odd_place(place.value) or (fields.name is None and _is_set_off(place, fields.specialty))


@lru_cache(maxsize=_REMEMBERED_PLACES)
def _is_odd_place(place: str) -> bool:
    return is_title(place.partition(" ")[0]) or any(map(_is_work, place.split(", ")))


def _is_set_off(place: Found[str], specialty: Found[str] | None) -> bool:
    """Whether words that a separator sets off from a specialty were read as a place, but may name who works so."""
    is_apart = specialty is not None and specialty.start > place.end + len(" ")
    return is_apart and " " in place.value and "," not in place.value


def _is_work(text: str) -> bool:
    return ends_like_specialty(text) and specialty_start(text) is not None


def is_lone_specialty(item: Item, state: int) -> bool:
    """Whether a line that stands alone in a text, or opens an answer, is no more than what a doctor works as."""
    may_be = state == State.FIRST or (state == State.BODY and item.blanks > 0)
    return may_be and ends_like_specialty(item.text) and is_specialty(item.text)


def holds_day(item: Item) -> bool:
    """Whether a line is a number or a date, or holds a day and little else: votes, or when somebody answered."""
    text = item.text
    if len(text) > _MAX_DATED or text[-1] in STOPS:
        return False
    if item.look.is_datum:
        return any(map(str.isalnum, text))
    return _DIGIT.search(text) is not None and date_in(text) is not None


def looks_damaged(item: Item, state: int) -> bool:
    """Whether there are left-overs of a template, a rating or a name line in it."""
    text = item.text
    if "{{" in text:
        return True
    if _DIGIT.search(text) and (_OUT_OF.search(text) or _COUNTED.fullmatch(text)):
        return True
    if _ends_like_rating(text):
        return True
    return state == State.HEADLINE and has_degrees(text)


def _ends_like_rating(text: str) -> bool:
    """Whether the line ends with a word for reviews, behind stars or a number or nothing."""
    last = text.rfind(" ") + 1
    if not _REVIEWS.fullmatch(text, last):
        return False
    return last == 0 or _COUNT.fullmatch(text, 0, last) is not None or _STARS.search(text) is not None
