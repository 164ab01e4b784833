"""Bylines: lines that name a doctor, credentials, specialty, place, rating and number of reviews.

A byline is recognised by its words and shape alone; whether it is one on this page is decided by the grammar. Shapes:

    Laura E. Penn, MD, FACS (in memoriam)      name line: optional, above the place line
    Boca Raton Dermatologic Surgeon            place line: place and specialty, or one of them
    4.3 out of 5 stars 28 reviews              rating line: optional

    Jane Rowe, DDS                             name line below a blank one
    Orthodontist in Omaha, NE                  specialty first, then the place

    Dr. Jane Rowe, MD, Dermatologist, Leeds    all on one line
    — Dr. Jane Rowe, Dermatologist, Leeds      the same behind a dash
    (Jane Rowe, MD, Leeds Dermatologist)       the same in brackets at the end of a body line

Between these lines and below them may stand others that are by their form no text: dates, badges, counts, addresses
(`asides`). The byline takes them in; what they say is in no field, and is said to be so unless they say nothing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from extractor.readers.lines import Line
from extractor.readers.people.asides import MAX_ASIDE, is_aside, is_datum
from extractor.readers.people.fields import NO_FIELDS, BylineFields, Found, starts_of
from extractor.readers.people.names import (
    MAX_BYLINE_LINE,
    all_credentials,
    is_name_line,
    name_fields,
    split_name,
    visible,
)
from extractor.readers.people.places import is_place, place_fields, specialty_first_fields
from extractor.readers.people.ratings import rating_fields
from extractor.vocabulary import ends_like_specialty, is_badge, is_title


class Byline(NamedTuple):
    """A candidate: the lines `[first, last]` that it takes, and its fields; their places are counted from its start.

    `unread` are the numbers of those of its lines that say something no field holds.
    """

    first: int
    last: int
    fields: BylineFields
    unread: tuple[int, ...] = ()


_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]*+(?:\([^()]*\))?[^()\[\]]*+)[)\]]\.?$")
_DASHES = frozenset("-–—―")
_RATING_STARTS = frozenset("0123456789★⭐")
_ENDS = frozenset(".!?:;,")
_NOTHING = "·"
"""What stands for a line of signs that take no room."""
_SIGNS = re.compile(r"[\W_]+")
_SEPARATORS = re.compile(r"[,;|·•]|\s[-–—]\s")
_MAX_PLACE = 45
_MAX_BLOCK = 8
"""Lines above and below the place line that are looked over; no site prints more of a doctor."""
_REMEMBERED = 10_000


def one_line_fields(text: str, start: int) -> BylineFields | None:
    """The fields of a byline that stands on one line, whatever parts its parts.

    It must name a person and a specialty.

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(one_line_fields("Dr. Jane Rowe, MD, Dermatologist, Leeds", 0))
    {'name': 'Jane Rowe', 'credentials': ('MD',), 'specialty': 'Dermatologist', 'location': 'Leeds'}
    """
    fields, parts = split_name(text, start)
    if is_title(text.split(" ", 1)[0]) and (named := _name_and_work(text, start)):
        return named
    if not parts or not is_name_line(fields, text, is_sure=True):
        return None
    for index, (part, begin, end) in enumerate(parts):
        place = place_fields(part, begin)
        if place and fields.specialty is None:
            fields = place.or_else(fields)
        elif place and fields.specialty and not place.location and not fields.location:
            first = fields.specialty.start
            fields = fields._replace(specialty=Found(text[first - start : end - start], first, end))
        elif index == len(parts) - 1 or fields.specialty:
            rest = text[begin - start :].rstrip()
            if not is_place(rest):
                return None
            fields = fields.or_else(BylineFields(location=Found(rest, begin, begin + len(rest))))
            break
        else:
            return None
    return fields if fields.specialty else None


def _name_and_work(text: str, start: int) -> BylineFields | None:
    """A name behind a title, and a specialty behind the name with nothing between them: Dr. Ada Rowe Dermatologist."""
    work = place_fields(text, start)
    if work is None or work.location is None:
        return None
    named = name_fields(work.location.value, start)
    return named.or_else(work._replace(location=None)) if named and named.name and " " in named.name.value else None


def bracket_fields(text: str, start: int) -> tuple[int, BylineFields] | None:
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
        if index < free or len(text) > MAX_BYLINE_LINE or text[-1] in _ENDS:
            continue
        if (
            text[0] in _RATING_STARTS
            or ends_like_specialty(text)
            or (_SEPARATORS.search(text) and _has_specialty(text))
            or specialty_first_fields(text, 0)
        ) and not is_badge(text):
            byline = _byline_at(lines, index, free, end)
            if byline:
                bylines.append(byline)
                free = byline.last + 1
    return bylines


def _has_specialty(text: str) -> bool:
    return any(map(ends_like_specialty, map(str.strip, _SEPARATORS.split(text))))


def _byline_at(lines: Sequence[Line], index: int, free: int, end: int) -> Byline | None:
    """The byline whose place line, or rating line without one, is line `index`; it takes lines of `[free, end)`."""
    first, stop = index, index + 1
    highest, lowest = max(free, index - _MAX_BLOCK), min(end, index + _MAX_BLOCK)
    while first > highest and not lines[first].blanks and len(lines[first - 1].text) <= MAX_BYLINE_LINE:
        first -= 1
    while stop < lowest and not lines[stop].blanks and len(lines[stop].text) <= MAX_BYLINE_LINE:
        stop += 1
    taken = lines[first:stop]
    base = taken[0].start
    block = tuple([(visible(text) or _NOTHING, start - base) for start, _, text, _ in taken])
    found = _read_block(block, index - first)
    if found is None and index > first and (lines[index - 1].blanks or index == 1):
        found = _read_specialty_first(block, index - first)
    if found is None:
        return None
    if [text for text, _ in block] != [line.text for line in taken]:
        found = found._replace(fields=_with_invisible(found, taken[found.first :]))
    byline = Byline(first + found.first, first + found.last, found.fields, tuple(first + line for line in found.unread))
    return _with_asides_below(byline, lines, end)


def _with_invisible(byline: Byline, lines: Sequence[Line]) -> BylineFields:
    """The fields, whose places are in `lines` without signs that take no room, with their places in the page."""
    base = lines[0].start
    shown = {line.start - base: [at for at, sign in enumerate(line.text) if visible(sign)] for line in lines}

    def place(at: int) -> int:
        start = max(start for start in shown if start <= at)
        return start + shown[start][at - start]

    return byline.fields.at(lambda start, end: (place(start), place(end - 1) + 1))


def _with_asides_below(byline: Byline, lines: Sequence[Line], end: int) -> Byline:
    """The byline with the dates and numbers that stand below it in paragraphs of their own."""
    last = byline.last
    while last + 1 < end and lines[last + 1].blanks and is_datum(lines[last + 1].text):
        last += 1
    if last == byline.last:
        return byline
    return byline._replace(last=last, unread=(*byline.unread, *range(byline.last + 1, last + 1)))


_Block = tuple[tuple[str, int], ...]
"""Lines directly below one another, and where each stands."""


@lru_cache(maxsize=_REMEMBERED)
def _read_block(block: _Block, index: int) -> Byline | None:
    """The byline in `block` around line `index`; remembered because a site's doctors answer on page after page."""
    fields = _whole_line_fields(*block[index]) or _place_below_name(block, index)
    if fields is None:
        return None
    first, fields = _with_name_above(block, index, fields)
    last, fields = _with_lines_below(block, index, fields)
    if not (fields.name or fields.location or fields.rating):
        return None
    unread = tuple(_unread(block, first, last, fields))
    return Byline(first, last, fields.moved(-block[first][1]), unread)


def _with_name_above(block: _Block, index: int, fields: BylineFields) -> tuple[int, BylineFields]:
    """The fields with the name above line `index`, and the first line that is taken.

    Between name and place may stand credentials, what is no text by its form, and one other line below a sure name.
    """
    at, has_other, credentials = index - 1, False, NO_FIELDS
    while at >= 0 and fields.name is None:
        text, start = block[at]
        is_sure = fields.specialty is None or at < index - 1
        if is_aside(text):
            pass
        elif at and _is_between(block, at):
            has_other = True
            if _is_place_line(text) and not fields.location:
                fields = fields._replace(location=Found(text, start, start + len(text)))
        elif (above := _name_above(text, start, is_sure=is_sure and credentials is NO_FIELDS)) is not None:
            return _with_badges_above(block, at), fields.or_else(credentials).or_else(above)
        elif found := all_credentials(text, start):
            credentials = BylineFields(credentials=tuple(found))
        elif has_other or len(text) > MAX_ASIDE or text[-1] in _ENDS:
            break
        else:
            has_other = True
        at -= 1
    return _with_badges_above(block, index) if fields.name else index, fields


def _is_between(block: _Block, at: int) -> bool:
    """Whether line `at`, itself no sure name, stands directly below one: a clinic, a town, a post."""
    text, start = block[at]
    if len(text) > MAX_ASIDE or text[-1] in _ENDS or _name_above(text, start, is_sure=True):
        return False
    above = _name_above(*block[at - 1], is_sure=True)
    return above is not None and bool(above.credentials) and not all_credentials(text, start)


def _with_badges_above(block: _Block, first: int) -> int:
    while first and is_aside(block[first - 1][0]):
        first -= 1
    return first


def _with_lines_below(block: _Block, index: int, fields: BylineFields) -> tuple[int, BylineFields]:
    """The fields with place and rating below line `index`, and the last line that is taken."""
    last = index
    for at in range(index + 1, len(block)):
        text, start = block[at]
        rated = rating_fields(text, start, is_expected=True)
        if rated is not None and not (rated.rating and fields.rating) and not (rated.reviews and fields.reviews):
            fields = fields.or_else(rated)
        elif fields.name and fields.specialty and not fields.location and _is_place_line(text):
            fields = fields._replace(location=Found(text, start, start + len(text)))
        elif not is_aside(text):
            break
        last = at
    return last, fields


def _is_place_line(text: str) -> bool:
    return len(text) <= _MAX_PLACE and is_place(text) and not is_badge(text)


def _unread(block: _Block, first: int, last: int, fields: BylineFields) -> Iterator[int]:
    """The lines among those taken that say something and stand in no field."""
    starts = starts_of(fields)
    for at in range(first, last + 1):
        text, start = block[at]
        end = start + len(text)
        has_field = [place for place in starts if start <= place < end]
        if not (has_field or is_badge(text) or _SIGNS.fullmatch(text)):
            yield at


def _read_specialty_first(block: _Block, index: int) -> Byline | None:
    """A byline of two lines of `block`: a name, and line `index`, which begins with the specialty."""
    fields = specialty_first_fields(*block[index])
    above = _name_above(*block[index - 1], is_sure=False) if fields else None
    return Byline(index - 1, index, fields.or_else(above).moved(-block[index - 1][1])) if fields and above else None


def _place_below_name(block: _Block, index: int) -> BylineFields | None:
    """Specialty and place below a sure name that begins a paragraph: the specialty first, or in small letters."""
    text, start = block[index]
    if index != 1 or not _name_above(*block[index - 1], is_sure=True):
        return None
    if fields := specialty_first_fields(text, start):
        return fields
    fields = place_fields(text.title(), start)
    if fields is None or fields.specialty is None:
        return None
    return BylineFields(
        specialty=_small(fields.specialty, block[index]),
        location=fields.location and _small(fields.location, block[index]),
    )


def _small(found: Found[str], line: tuple[str, int]) -> Found[str]:
    """The value as the line prints it."""
    text, start = line
    return found._replace(value=text[found.start - start : found.end - start])


def _name_above(text: str, start: int, *, is_sure: bool) -> BylineFields | None:
    fields = name_fields(text, start)
    return fields if fields is not None and is_name_line(fields, text, is_sure=is_sure) else None


def _whole_line_fields(text: str, start: int) -> BylineFields | None:
    """What a line says that is part of a byline as a whole; a dash may stand before it."""
    if text[0] in _DASHES:
        name = text[1:].lstrip()
        return one_line_fields(name, start + len(text) - len(name))
    if _SEPARATORS.search(text) and (fields := one_line_fields(text, start)):
        return fields
    if text[0] in _RATING_STARTS and (fields := rating_fields(text, start)):
        return fields
    return place_fields(text, start)
