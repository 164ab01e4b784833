"""How every line of a page was read, for who doubts a record or writes a layout: lines with their roles, coloured."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Span, Text

from extractor.cli.console import legible
from extractor.document import Document
from extractor.layout import Layout
from extractor.readers.lines import split_lines
from extractor.readers.text.doubts.margins import Margin
from extractor.readers.text.grammar.states import STATES
from extractor.readers.text.page_reading import PageReading
from extractor.readers.text.reader import TextReading
from extractor.readers.text.records import confidence_of
from extractor.readers.text.roles import LinePiece, LineRoles, line_roles
from extractor.readers.text.why import Reasons
from extractor.reading import Layouts, examine
from extractor.records import QAPage, doubt

_STYLES = {
    "title": "bold",
    "question": "cyan",
    "headline": "bold green",
    "body": "",
    "byline": "magenta",
    "name": "bold magenta",
    "place and specialty": "magenta",
    "rating": "magenta",
    "unassigned": "bold red",
}
_SECOND, _DOUBT = "cyan", "yellow"
_FURNITURE = "dim"
"""Whatever has no style of its own is part of no field."""
_ROLE_WIDTH = max(map(len, _STYLES))
_INDENT = " " * (_ROLE_WIDTH + 9)
_MOST_REASONS = 5
"""More features decide on hardly any line."""


def print_explanation(document: Document, out: Console, *, why: bool, layouts: Layouts = ()) -> None:
    """Print every non-blank line of `document` with its number and role, and what else a doubtful one could be.

    The `layouts` come before those that are installed. With `why` it is said of every line what else it could be, and
    which features decided.

    Raises:
        UnreadableDocument: if it cannot be decoded.

    """
    for line in _lines(examine(document, layouts=layouts), why=why):
        out.print(line, soft_wrap=True)


def _lines(reading: PageReading, *, why: bool) -> Iterator[Text]:
    if reading.read:
        yield from _head(reading.read)
        yield from _rows(reading.read, reading, why=why)
    elif reading.layout:
        yield from _marked_rows(reading, reading.layout)
    yield from _verdict(reading.records)


def _head(read: TextReading) -> Iterator[Text]:
    yield Text(f"read as {read.layout.name or 'a page of no known site'}, score {read.reading.score:.1f}")
    if not read.reading.is_grammatical:
        yield Text("? its lines stand in an order that no page has", style=_DOUBT)
    elif confidence_of(read.lead, read.weights) < doubt.DOUBTFUL:
        yield Text(
            f"? it is not certain how this page is built, or that others answer on it: {read.lead:.1f}", style=_DOUBT
        )


def _rows(read: TextReading, reading: PageReading, *, why: bool) -> Iterator[Text]:
    rows = line_roles(read)
    reasons = Reasons(read) if why else None
    said = [warning for record in reading.records for warning in record.warnings]
    for row in rows:
        yield from _row(row)
        for piece in row.pieces:
            if piece.item is not None and piece.start <= read.cut.items[piece.item].start:  # a byline is told of once
                yield from _doubts(piece, reading.margins[piece.item], read)
                yield from _why(piece.item, rows, read, reasons) if reasons else ()
        for warning in said:
            if warning.line == row.number:
                yield Text(f"{_INDENT}! {legible(warning.message)}", style=_DOUBT)


def _marked_rows(reading: PageReading, layout: Layout) -> Iterator[Text]:
    """The lines of a page whose markup tells the fields, each with those that stand in it."""
    fields = [
        (name, span) for record in reading.records for name, spans in (record.spans or {}).items() for span in spans
    ]
    yield Text(f"read by its markup as {layout.name or 'a page of no known site'}")
    for number, line in enumerate(split_lines(reading.text), 1):
        names = dict.fromkeys(name for name, (start, end) in fields if start < line.end and end > line.start)
        style = "" if names else _FURNITURE
        yield Text.assemble(
            (f"{number:5}  {' '.join(names) or 'furniture'}  ", _FURNITURE), (legible(line.text), style)
        )


def _row(row: LineRoles) -> Iterator[Text]:
    roles = " + ".join(dict.fromkeys(piece.role for piece in row.pieces))
    yield Text.assemble((f"{row.number:5}  {roles:{_ROLE_WIDTH}}  ", _FURNITURE), _coloured(row))


def _coloured(row: LineRoles) -> Text:
    """The whole line; what stands outside its pieces is a label."""
    line = Text(legible(row.line.text), spans=[Span(0, len(row.line.text), _FURNITURE)])
    for piece in row.pieces:
        if piece.role in _STYLES:
            style = f"not {_FURNITURE} {_STYLES[piece.role]}"
            line.stylize(style, piece.start - row.line.start, piece.end - row.line.start)
    return line


def _doubts(piece: LinePiece, margin: Margin, read: TextReading) -> Iterator[Text]:
    """What makes the reading of an item doubtful, if it is."""
    if confidence_of(margin.ahead, read.weights) < doubt.DOUBTFUL:
        score = read.reading.score
        rival = f"{piece.state}: {score:.1f}, {piece.rival}: {score - margin.ahead:.1f}"
        yield Text(f"{_INDENT}? {margin.why or rival}", style=_DOUBT)


def _why(item: int, rows: Sequence[LineRoles], read: TextReading, reasons: Reasons) -> Iterator[Text]:
    """What decided on an item, if it can be read in two ways."""
    told = reasons.of(item)
    if told is None:
        return
    pairs = zip(read.cut.items, read.reading.states, told.second, strict=True)
    others = [f"line {rows[one.first].number} {STATES[other]}" for one, state, other in pairs if other != state]
    yield Text(f"{_INDENT}second, {told.ahead:.1f} behind: {', '.join(others)}", style=_SECOND)
    for reason in told.reasons[:_MOST_REASONS]:
        yield Text(f"{_INDENT}{reason.brings:+6.1f} {reason.feature}", style=_SECOND)


def _verdict(records: Sequence[QAPage]) -> Iterator[Text]:
    if not records:
        yield Text("no Q&A page, no record", style="yellow")
    for record in records:
        for warning in record.warnings:
            place = f" ({warning.place})" if warning.place else ""
            yield Text(f"warning: {warning.code.value}{place}: {legible(warning.message)}", style=_DOUBT)
