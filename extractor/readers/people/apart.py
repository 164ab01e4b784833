"""Bylines whose lines stand in paragraphs of their own, as where a copy has a blank line between all lines.

Stars behind the blank line below a place are its stars, and then a name above the blank line is its name. Without stars
apart that may be a signature as well, which is part of the text: it is the byline's if two are so, and no byline of the
page has its name, or its stars, directly beside the place.
"""

from collections.abc import Sequence

from extractor.readers.lines import Line
from extractor.readers.people.byline_block import Byline
from extractor.readers.people.fields import BylineFields
from extractor.readers.people.names import name_fields
from extractor.readers.people.pieces import MAX_BYLINE_LINE

_MIN_ALIKE = 2
"""Bylines of a page that must be so before names are taken in whose stars stand apart not, or not at all."""


def joined_apart(bylines: Sequence[Byline], lines: Sequence[Line]) -> list[Byline]:
    """The bylines of a page, in its order, with what belongs to them behind a blank line."""
    found: list[Byline] = []
    apart: set[int] = set()
    for byline in bylines:
        if found and _is_of(found[-1], byline, lines):
            found[-1] = _with(found[-1], byline, lines)
            apart.add(len(found) - 1)
        else:
            found.append(byline)
    names = {index: name for index, byline in enumerate(found) if (name := _paragraph_name(byline, lines))}
    is_whole = any(one.fields.name or (one.fields.rating and at not in apart) for at, one in enumerate(found))
    if len(names) < _MIN_ALIKE or is_whole:
        names = {index: name for index, name in names.items() if index in apart}
    return [_below(names[index], byline, lines) if index in names else byline for index, byline in enumerate(found)]


def _is_of(byline: Byline, below: Byline, lines: Sequence[Line]) -> bool:
    """Whether `below` is no more than stars, one blank line below a byline that has none."""
    fields, others = byline.fields, below.fields
    if below.first != byline.last + 1 or lines[below.first].blanks != 1 or fields.rating or not others.rating:
        return False
    return fields.specialty is not None and not (others.name or others.specialty or others.location)


def _with(byline: Byline, below: Byline, lines: Sequence[Line]) -> Byline:
    moved = below.fields.moved(lines[below.first].start - lines[byline.first].start)
    return Byline(byline.first, below.last, byline.fields.or_else(moved), (*byline.unread, *below.unread))


def _paragraph_name(byline: Byline, lines: Sequence[Line]) -> BylineFields | None:
    """The name with degrees that is the paragraph above a nameless byline."""
    at = byline.first - 1
    if byline.fields.name or at < 1 or lines[byline.first].blanks != 1 or not lines[at].blanks:
        return None
    text = lines[at].text
    fields = name_fields(text, 0) if len(text) <= MAX_BYLINE_LINE else None
    return fields if fields and fields.credentials else None


def _below(name: BylineFields, byline: Byline, lines: Sequence[Line]) -> Byline:
    by = lines[byline.first].start - lines[byline.first - 1].start
    return Byline(byline.first - 1, byline.last, byline.fields.moved(by).or_else(name), byline.unread)
