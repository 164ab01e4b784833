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

from collections.abc import Sequence

from extractor.readers.lines import Line
from extractor.readers.people.asides import is_datum
from extractor.readers.people.byline_block import (
    ENDS,
    RATING_STARTS,
    SEPARATORS,
    Byline,
    read_block,
    read_specialty_first,
)
from extractor.readers.people.fields import BylineFields
from extractor.readers.people.pieces import MAX_BYLINE_LINE, places_in, squeezed
from extractor.readers.people.places import specialty_first_fields
from extractor.vocabulary import is_badge
from extractor.vocabulary.specialties import ends_like_specialty

_NOTHING = "·"
"""What stands for a line of signs that take no room."""
_MAX_BLOCK = 8
"""Lines above and below the place line that are looked over; no site prints more of a doctor."""


def find_bylines(lines: Sequence[Line], start: int = 0, end: int | None = None) -> list[Byline]:
    """All stacked and one-line candidates among `lines[start:end]`, without overlaps, in page order."""
    end = len(lines) if end is None else end
    bylines: list[Byline] = []
    free = start
    for index in range(start, end):
        text = lines[index].text
        if index < free or len(text) > MAX_BYLINE_LINE or text[-1] in ENDS:
            continue
        if "  " in text:
            text = squeezed(text)
        if (
            text[0] in RATING_STARTS
            or " out of 5 stars" in text
            or ends_like_specialty(text)
            or (("," in text or SEPARATORS.search(text)) and _has_specialty(text))
            or specialty_first_fields(text, 0)
        ) and not is_badge(text):
            byline = _byline_at(lines, index, free, end)
            if byline:
                bylines.append(byline)
                free = byline.last + 1
    return bylines


def _has_specialty(text: str) -> bool:
    for part in SEPARATORS.split(text):  # noqa: SIM110 - no generator: it costs more than the look-ups
        if ends_like_specialty(part.strip()):
            return True
    return False


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
    texts = [line.text for line in taken]
    whole = "\n".join(texts)
    shown = texts if whole.isascii() and "  " not in whole else list(map(squeezed, texts))
    block = tuple([(text or _NOTHING, line.start - base) for text, line in zip(shown, taken, strict=True)])
    found = read_block(block, index - first)
    if found is None and index > first and (lines[index - 1].blanks or index == 1):
        found = read_specialty_first(block, index - first)
    if found is None:
        return None
    if shown != texts:
        found = found._replace(fields=_as_printed(found, taken[found.first :]))
    unread = tuple([first + line for line in found.unread])
    byline = Byline(first + found.first, first + found.last, found.fields, unread)
    return _with_asides_below(byline, lines, end)


def _as_printed(byline: Byline, lines: Sequence[Line]) -> BylineFields:
    """The fields, whose places are in `lines` as they are seen, with their places in the page."""
    base = lines[0].start
    shown = {line.start - base: places_in(line.text) for line in lines}

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
    told = [line for line in range(byline.last + 1, last + 1) if any(map(str.isalnum, lines[line].text))]
    return byline._replace(last=last, unread=(*byline.unread, *told))
