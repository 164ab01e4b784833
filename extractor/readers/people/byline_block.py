"""A byline among lines directly below one another: what each says, around the one that names specialty or place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.layout import writers
from extractor.readers.people.asides import MAX_ASIDE, is_aside
from extractor.readers.people.credentials import all_credentials
from extractor.readers.people.fields import NO_FIELDS, BylineFields, Found, starts_of
from extractor.readers.people.names import is_name_line, name_fields
from extractor.readers.people.one_line import glued_fields, one_line_fields
from extractor.readers.people.pieces import behind_label
from extractor.readers.people.places import is_in_state, is_place, place_fields, specialty_first_fields
from extractor.readers.people.ratings import rating_fields, stars_behind
from extractor.vocabulary import PUNCTUATION, is_badge

RATING_STARTS = frozenset("0123456789★⭐")
ENDS = frozenset(PUNCTUATION)
SEPARATORS = re.compile(r"[][,;|·•()/–—-](?:(?<![/–—-])|(?<=\s.)(?=\s))")
"""Signs, and dashes and strokes with spaces around. It begins with one set, so that other signs are passed quickly."""
_LEAD = re.compile(rf"[-–—―]\s*|(?i:{writers.by_whom()}) (?=[^\W\d_a-z])")
"""What may stand in front of a name: a dash, "By", "Answered by"."""
_EDGES = re.compile(
    r"(?:<\w+>|[✓✔☑✅⭐★🏅•▪►▶→»>*_\s])*+(?P<name>.*?)"
    rf"(?:</\w+>|[\s|·•]*[✓✔☑✅⭐★🏅»*_](?:\s*+{writers.verified()})?)*[\s:]*",
    re.IGNORECASE,
)
"""What is drawn around a name: ticks, stars, arrows, signs of Markdown and HTML, a colon."""
_DRAWN = re.compile("[✓✔☑✅⭐★🏅•▪►▶→»>*_:]")
_SIGNS = re.compile(r"[\W_]+")
_JOINTS = " ,-–—|·•;/("
_COUNT_ALONE = re.compile(r"\((\d[\d.,]*[kK]?)\)")
_SPACE_OR_COMMA = ("", " ", ",")
_MAX_PLACE = 45


class Byline(NamedTuple):
    """A candidate: the lines `[first, last]` that it takes, and its fields; their places are counted from its start.

    `unread` are the numbers of those of its lines that say something no field holds.
    """

    first: int
    last: int
    fields: BylineFields
    unread: tuple[int, ...] = ()


Block = tuple[tuple[str, int], ...]
"""Lines directly below one another, and where each stands."""


def read_block(block: Block, index: int) -> Byline | None:
    """The byline in `block` around line `index`."""
    base, block = [start for _, start in block], tuple([behind_label(*line) for line in block])
    is_above_place = index + 1 < len(block) and is_in_state(block[index + 1][0])
    fields = _whole_line_fields(*block[index], is_named=is_above_place) or _place_below_name(block, index)
    if fields is None:
        return None
    first, fields = _with_name_above(block, index, fields)
    last, fields = _with_lines_below(block, index, fields)
    if not (fields.name or fields.location or fields.rating):
        return None
    unread = tuple(_unread(block, first, last, fields))
    return Byline(first, last, fields.moved(-base[first]), unread)


def _with_name_above(block: Block, index: int, fields: BylineFields) -> tuple[int, BylineFields]:
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
        elif found := all_credentials((text, start, start + len(text))):
            credentials = BylineFields(credentials=tuple(found))
        elif has_other or len(text) > MAX_ASIDE or text[-1] in ENDS:
            break
        else:
            has_other = True
        at -= 1
    return _with_badges_above(block, index) if fields.name else index, fields


def _is_between(block: Block, at: int) -> bool:
    """Whether line `at`, itself no sure name, stands directly below one: a clinic, a town, a post."""
    text, start = block[at]
    if len(text) > MAX_ASIDE or text[-1] in ENDS:
        return False
    if _name_above(text, start, is_sure=True) and not is_in_state(text):
        return False
    above = _name_above(*block[at - 1], is_sure=True)
    return above is not None and bool(above.credentials) and not all_credentials((text, start, start + len(text)))


def _with_badges_above(block: Block, first: int) -> int:
    """The first line of a byline that begins with line `first`, with what stands above it and says nothing more."""
    while first and (is_aside(block[first - 1][0]) or _says_again(block[first - 1][0], block[first][0])):
        first -= 1
    return first


def _says_again(text: str, line: str) -> bool:
    """Whether a text is what `line` begins with, as where a picture's words stand beside the name: it says no more."""
    return line.startswith(text) and " " in text and line[len(text) : len(text) + 1] in _SPACE_OR_COMMA


def _with_lines_below(block: Block, index: int, fields: BylineFields) -> tuple[int, BylineFields]:
    """The fields with what is told below line `index`, and the last line that is taken."""
    last = index
    for at in range(index + 1, len(block)):
        text, _ = block[at]
        if (told := _told_below(fields, block, at)) is not None:
            fields = fields.or_else(told)
        elif not (is_aside(text) or (fields.rating is None and _is_above_rating(block, at))):
            break
        last = at
    return last, fields


def _told_below(fields: BylineFields, block: Block, at: int) -> BylineFields | None:
    """What line `at` adds to the fields that are told above it; nothing if they are stars again, None if it is other.

    Stars or a place may open a byline as well: then name, or name and place, stand below.
    """
    text, start = block[at]
    if (rated := rating_fields(text, start, is_expected=True)) is not None:
        is_new = not (rated.rating and fields.rating) and not (rated.reviews and fields.reviews)
        return rated if is_new else NO_FIELDS if rating_fields(text, start) else None
    if fields.rating and not fields.reviews and (alone := _COUNT_ALONE.fullmatch(text)):
        return rating_fields(f"{alone[1]} reviews", start + alone.start(1), is_expected=True)
    if _may_be_place_of(fields, block, at):
        return BylineFields(location=Found(text, start, start + len(text)))
    if fields.name is None:
        below = place_fields(*block[at + 1]) if at + 1 < len(block) else None
        return None if below and fields.specialty else _name_above(text, start, is_sure=True)
    return None if fields.specialty or fields.location else place_fields(text, start)


def _may_be_place_of(fields: BylineFields, block: Block, at: int) -> bool:
    """Whether line `at` is where a doctor works of whom the lines above it say no more than name and specialty."""
    if fields.location or not fields.specialty or not _is_place_line(block[at][0]):
        return False
    return fields.name is not None or _is_above_rating(block, at)


def _is_above_rating(block: Block, at: int) -> bool:
    """Whether one more short line stands directly above stars out of five: the byline goes on below it."""
    text, below = block[at][0], block[at + 1 : at + 2]
    if len(text) > MAX_ASIDE or text[-1] in ENDS or not below:
        return False
    rated = rating_fields(*below[0])
    return rated is not None and rated.rating is not None and rated.reviews is not None


def _is_place_line(text: str) -> bool:
    return len(text) <= _MAX_PLACE and is_place(text) and not is_badge(text)


def _unread(block: Block, first: int, last: int, fields: BylineFields) -> Iterator[int]:
    """The lines among those taken that say something and stand in no field."""
    starts = starts_of(fields)
    for at in range(first, last + 1):
        text, start = block[at]
        end = start + len(text)
        for place in starts:
            if start <= place < end:
                break
        else:
            below = block[at + 1][0] if at < last else ""
            is_repeated = _says_again(text, below) or (at > first and text == block[at - 1][0])
            if not (is_repeated or is_badge(text) or _SIGNS.fullmatch(text)):
                yield at


def read_specialty_first(block: Block, index: int) -> Byline | None:
    """A byline of two lines of `block`: a name, and line `index`, which begins with the specialty."""
    fields = specialty_first_fields(*block[index])
    above = _name_above(*block[index - 1], is_sure=False) if fields else None
    return Byline(index - 1, index, fields.or_else(above).moved(-block[index - 1][1])) if fields and above else None


def _place_below_name(block: Block, index: int) -> BylineFields | None:
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
    if lead := _LEAD.match(text):
        text, start = text[lead.end() :], start + lead.end()
    if _DRAWN.search(text) and (edges := _EDGES.fullmatch(text)):
        text, start = edges["name"], start + edges.start("name")
    fields = name_fields(text, start) if text else None
    return fields if fields is not None and is_name_line(fields, text, is_sure=is_sure) else None


def _whole_line_fields(text: str, start: int, *, is_named: bool = False) -> BylineFields | None:
    """What a line says that is part of a byline as a whole; a dash or "By" may stand before it.

    A name that it begins with is sure if it `is_named` by what stands below.
    """
    if lead := _LEAD.match(text):
        return one_line_fields(text[lead.end() :], start + lead.end(), is_sure=is_named)
    if (stars := stars_behind(text)) and (rated := rating_fields(text[stars:], start + stars, is_expected=True)):
        before = text[:stars].rstrip(_JOINTS)
        if not before:
            return rated
        fields = _whole_line_fields(before, start)
        return fields and fields.or_else(rated)
    if ("," in text or SEPARATORS.search(text)) and (fields := one_line_fields(text, start, is_sure=is_named)):
        return fields
    if text[0] in RATING_STARTS and (fields := rating_fields(text, start)):
        return fields
    return ("," in text and glued_fields(text, start)) or place_fields(text, start)
