"""How every line of a page was read, for who doubts a record or writes a layout: lines with their roles, coloured."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Span, Text

from extractor.cli.console import legible
from extractor.document import Document, host_of
from extractor.encodings import decode
from extractor.readers.html.reader import HtmlReading, read_html
from extractor.readers.lines import split_lines
from extractor.readers.text.acceptance import accepted
from extractor.readers.text.grammar.states import STATES
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import TextReading, read_text
from extractor.readers.text.records import confidence_of
from extractor.readers.text.roles import LineRoles, Piece, line_roles
from extractor.readers.text.why import Reasons
from extractor.readers.wrapped import unwrap
from extractor.reading import Layouts, read
from extractor.records import QAPage, doubt
from extractor.sites import all_layouts

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
_SECOND = "cyan"
_FURNITURE = "dim"
"""Whatever has no style of its own is part of no field."""
_ROLE_WIDTH = max(map(len, _STYLES))
_INDENT = " " * (_ROLE_WIDTH + 9)
_MOST_REASONS = 5
"""More features decide on hardly any line."""


def explain(document: Document, out: Console, *, why: bool, layouts: Layouts = ()) -> None:
    """Print every non-blank line of `document` with its number and role, and what else a doubtful one could be.

    The `layouts` come before those that are installed. With `why` it is said of every line what else it could be, and
    which features decided.

    Raises:
        UnreadableDocument: if it cannot be decoded.

    """
    page = unwrap(document)
    known = all_layouts(layouts)
    markup = read_html(page, known) if page else None
    reading = markup.text if markup else _reading(document, known)
    if reading:
        out.print(f"read as {reading.layout.name or 'a page of no known site'}, score {reading.reading.score:.1f}")
        for line in _rows(reading, why=why):
            out.print(line, soft_wrap=True)
    elif markup:
        for line in _marked_rows(markup):
            out.print(line, soft_wrap=True)
    for line in _verdict(read(document, layouts=layouts)):
        out.print(line, soft_wrap=True)


def _rows(reading: TextReading, *, why: bool) -> Iterator[Text]:
    rows = line_roles(reading)
    reasons = Reasons(reading) if why else None
    for row in rows:
        yield from _row(row, reading)
        if reasons:
            for piece in row.pieces:
                yield from _why(piece, rows, reading, reasons)


def _reading(document: Document, layouts: Layouts) -> TextReading | None:
    reading = read_text(TextPage(decode(document).text, host_of(document.url)), layouts)
    return reading and (accepted(reading) or reading)


def _marked_rows(markup: HtmlReading) -> Iterator[Text]:
    """The lines of a page whose markup tells the fields, each with those that stand in it."""
    fields = [
        (name, span) for record in markup.records for name, spans in (record.spans or {}).items() for span in spans
    ]
    yield Text(f"read by its markup as {markup.layout.name or 'a page of no known site'}")
    for number, line in enumerate(split_lines(markup.page.text), 1):
        names = dict.fromkeys(name for name, (start, end) in fields if start < line.end and end > line.start)
        style = "" if names else _FURNITURE
        yield Text.assemble(
            (f"{number:5}  {' '.join(names) or 'furniture'}  ", _FURNITURE), (legible(line.text), style)
        )


def _row(row: LineRoles, reading: TextReading) -> Iterator[Text]:
    roles = " + ".join(dict.fromkeys(piece.role for piece in row.pieces))
    yield Text.assemble((f"{row.number:5}  {roles:{_ROLE_WIDTH}}  ", _FURNITURE), _coloured(row))
    for piece in row.pieces:
        if piece.margin is not None and confidence_of(piece.margin) < doubt.DOUBTFUL:
            yield Text(f"{_INDENT}{_doubt(piece, piece.margin, reading.reading.score)}", style="yellow")


def _coloured(row: LineRoles) -> Text:
    """The whole line; what stands outside its pieces is a label."""
    line = Text(legible(row.line.text), spans=[Span(0, len(row.line.text), _FURNITURE)])
    for piece in row.pieces:
        if piece.role in _STYLES:
            style = f"not {_FURNITURE} {_STYLES[piece.role]}"
            line.stylize(style, piece.start - row.line.start, piece.end - row.line.start)
    return line


def _doubt(piece: Piece, margin: float, score: float) -> str:
    return f"? {piece.state}: {score:.1f}, {piece.rival}: {score - margin:.1f}"


def _why(piece: Piece, rows: Sequence[LineRoles], reading: TextReading, reasons: Reasons) -> Iterator[Text]:
    """What decided on an item, if it can be read in two ways."""
    items = reading.cut.items
    if piece.item is None or piece.start > items[piece.item].start:  # a further line of a byline
        return
    told = reasons.of(piece.item)
    if told is None:
        return
    read = zip(items, reading.reading.states, told.second, strict=True)
    others = [f"line {rows[item.first].number} {STATES[other]}" for item, state, other in read if other != state]
    yield Text(f"{_INDENT}second, {told.ahead:.1f} behind: {', '.join(others)}", style=_SECOND)
    for reason in told.reasons[:_MOST_REASONS]:
        yield Text(f"{_INDENT}{reason.brings:+6.1f} {reason.feature}", style=_SECOND)


def _verdict(records: list[QAPage]) -> Iterator[Text]:
    if not records:
        yield Text("no Q&A page, no record", style="yellow")
    for record in records:
        for warning in record.warnings:
            place = f" (answer {warning.answer})" if warning.answer else ""
            yield Text(f"warning: {warning.code.value}{place}: {legible(warning.message)}", style="yellow")
