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
from functools import lru_cache

from extractor.readers.lines import Line
from extractor.readers.people.asides import is_datum
from extractor.readers.people.byline_block import (
    ENDS,
    RATING_STARTS,
    SEPARATORS,
    Block,
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
_REMEMBERED = 10_000


def find_bylines(lines: Sequence[Line], start: int = 0, end: int | None = None) -> list[Byline]:
    """All stacked and one-line candidates among `lines[start:end]`, without overlaps, in page order."""
    end = len(lines) if end is None else end
    bylines: list[Byline] = []
    at = start
    while at < end:
        stop = _end_of_group(lines, at, end)
        found = _among(lines, at, stop) if stop - at > 1 or _may_tell_work(lines[at].text) else []
        if found:
            found[-1] = _with_asides_below(found[-1], lines, end)
            bylines += found
            stop = max(stop, found[-1].last + 1)
        at = stop
    return bylines


def _end_of_group(lines: Sequence[Line], first: int, end: int) -> int:
    """The end of the group that line `first` begins: lines directly below one another, each as short as in a byline."""
    stop = first + 1
    if len(lines[first].text) <= MAX_BYLINE_LINE:
        while stop < end and not lines[stop].blanks and len(lines[stop].text) <= MAX_BYLINE_LINE:
            stop += 1
    return stop


def _among(lines: Sequence[Line], first: int, stop: int) -> list[Byline]:
    """The bylines of a group of lines."""
    group = lines[first:stop]
    base = group[0].start
    texts = [line.text for line in group]
    whole = "\n".join(texts)
    is_as_seen = whole.isascii() and "  " not in whole
    shown = texts if is_as_seen else [squeezed(text) or _NOTHING for text in texts]
    block = tuple([(text, line.start - base) for text, line in zip(shown, group, strict=True)])
    is_apart = first == 0 or group[0].blanks > 0
    found = _remembered(block, is_apart) if len(block) <= 2 * _MAX_BLOCK else _bylines_of(block, is_apart)
    if shown != texts:
        found = tuple([byline._replace(fields=_as_printed(byline, group[byline.first :])) for byline in found])
    return [
        Byline(first + byline.first, first + byline.last, byline.fields, tuple([first + at for at in byline.unread]))
        for byline in found
    ]


def _bylines_of(block: Block, is_apart: bool) -> tuple[Byline, ...]:  # noqa: FBT001 - a key of the memory
    """The bylines of a block; a blank line stands above it if it `is_apart`."""
    bylines: list[Byline] = []
    free = 0
    for index, (text, _) in enumerate(block):
        if index >= free and _may_tell_work(text) and (byline := _byline_at(block, index, free, is_apart=is_apart)):
            bylines.append(byline)
            free = byline.last + 1
    return tuple(bylines)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(block: Block, is_apart: bool) -> tuple[Byline, ...]:  # noqa: FBT001 - a key of the memory
    """As `_bylines_of`; remembered because a site's doctors answer on page after page."""
    return _bylines_of(block, is_apart)


def _may_tell_work(text: str) -> bool:
    """Whether a line may be the one of a byline that names specialty or place, or has stars: a quick look."""
    if len(text) > MAX_BYLINE_LINE or text[-1] in ENDS:
        return False
    if "  " in text:
        text = squeezed(text)
    return (
        text[0] in RATING_STARTS
        or " out of 5 stars" in text
        or ends_like_specialty(text)
        or (("," in text or SEPARATORS.search(text) is not None) and _has_specialty(text))
        or specialty_first_fields(text, 0) is not None
    ) and not is_badge(text)


def _has_specialty(text: str) -> bool:
    begin = 0
    for sign in SEPARATORS.finditer(text):
        if ends_like_specialty(text[begin : sign.start()].strip()):
            return True
        begin = sign.end()
        if specialty_first_fields(text[begin:].strip(), 0):
            return True
    return ends_like_specialty(text[begin:].strip())


def _byline_at(block: Block, index: int, free: int, *, is_apart: bool) -> Byline | None:
    """The byline whose place line, or rating line without one, is line `index`; it takes lines from `free` on."""
    first = max(free, index - _MAX_BLOCK)
    near = block[first : index + _MAX_BLOCK]
    byline = read_block(near, index - first)
    if byline is None and index == 1 and first == 0 and is_apart:
        byline = read_specialty_first(near, index)
    if byline is None:
        return None
    unread = tuple([first + line for line in byline.unread])
    return Byline(first + byline.first, first + byline.last, byline.fields, unread)


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
