"""What became of every line of a page: the tool for who doubts a record, and the proof that nothing is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.readers.lines import Line
from extractor.readers.people.fields import places_of
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.states import STATES, State
from extractor.readers.text.matcher import Hit
from extractor.readers.text.reader import TextReading

ROLES = {
    State.TITLE: "title",
    State.QUESTION: "question",
    State.HEADLINE: "headline",
    State.FIRST: "body",
    State.BODY: "body",
    State.BYLINE: "byline",
    State.UNASSIGNED: "unassigned",
}
_BYLINE_ROLES = {
    "name": "name",
    "credentials": "name",
    "note": "name",
    "specialty": "place and specialty",
    "location": "place and specialty",
    "rating": "rating",
    "reviews": "rating",
}


@dataclass(frozen=True, slots=True)
class LinePiece:
    """Part of a line, `[start, end)` in the page, and its role; a line has more than one where a label opens it.

    `margin` is how far the role is ahead of `rival`, the best other reading, in log-odds; both are None where the
    wording leaves no choice. `item` is the number of the item that the piece is part of.
    """

    start: int
    end: int
    role: str
    state: str | None = None
    margin: float | None = None
    rival: str | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class LineRoles:
    """A non-blank line, its number in the page from 1, and its pieces in order."""

    number: int
    line: Line
    pieces: list[LinePiece] = field(default_factory=list)


def line_roles(read: TextReading) -> list[LineRoles]:
    """Every non-blank line of the page with what became of it, each exactly once."""
    above = read.page.lines_above_heading
    numbered = zip(_line_numbers(read, above), [*above, *read.cut.lines], strict=True)
    whole = [LineRoles(number, line) for number, line in numbered]
    rows = whole[len(above) :]
    reading = read.reading
    for number, (item, state, margin, rival) in enumerate(
        zip(read.cut.items, reading.states, reading.margins, reading.rivals, strict=True)
    ):
        for index in range(item.first, item.last + 1):
            start, end, role = _piece(read, item, index, state)
            if start < end:
                rival_name = STATES[rival] if rival else None
                piece = LinePiece(start, end, role, STATES[state], margin if rival else None, rival_name, number)
                rows[index].pieces.append(piece)
    marks = {index: hit for hit in read.cut.hits for index in range(hit.first, hit.last + 1)}
    for index, row in enumerate(whole, -len(above)):
        if not row.pieces:
            row.pieces.append(LinePiece(row.line.start, row.line.end, _furniture_role(marks.get(index))))
    return whole


def _piece(read: TextReading, item: Item, index: int, state: int) -> tuple[int, int, str]:
    line = read.cut.lines[index]
    start, end = max(item.start, line.start), min(item.end, line.end)
    if state == State.BYLINE and item.fields:
        if any(unread.line == index for unread in item.unread):
            return start, end, ROLES[State.UNASSIGNED]
        for name, places in places_of(item.fields):
            if any(start <= item.start + begin < end for begin, _ in places):
                return start, end, _BYLINE_ROLES[name]
    return start, end, ROLES[state]


def _furniture_role(mark: Hit | None) -> str:
    if mark is None or not mark.groups:
        return "furniture"
    return "count" if "count" in mark.groups else "facts"


def _line_numbers(read: TextReading, lines_above: Sequence[Line]) -> Iterator[int]:
    number, above = 1, 0
    for line in (*lines_above, *read.cut.lines):
        number += read.page.text.count("\n", above, line.start)
        above = line.start
        yield number
