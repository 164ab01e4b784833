"""CSV (RFC 4180): one row per answer; a page without answers is one row with the question alone."""

from collections.abc import Callable

from extractor.records import QAPage
from extractor.records.fields import FIELDS, Holds
from extractor.records.rows import COLUMNS, Cell, cells
from extractor.sinks.textual import TextFormat

_FLAGS = tuple(place for place, field in enumerate(FIELDS) if field.holds is Holds.FLAG)

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Also in full width, which spreadsheets of East Asia take for the same (OWASP, CSV injection)."""
_BYTE_ORDER_MARK = "\ufeff"


def _encode(page: QAPage, spell: Callable[[list[Cell]], list[Cell]]) -> str:
    """The rows, as `csv.writer` writes them, which looks at every character and takes five times as long."""
    return "".join([",".join([_quoted(cell) for cell in spell(row)]) + "\r\n" for row in cells(page)])


def _quoted(cell: Cell) -> str:
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    if '"' in cell:
        return '"' + cell.replace('"', '""') + '"'
    return f'"{cell}"' if "," in cell or "\n" in cell or "\r" in cell else cell


def _exact(row: list[Cell]) -> list[Cell]:
    for place in _FLAGS:
        row[place] = None if row[place] is None else str(row[place]).lower()
    return row


def _harmless(row: list[Cell]) -> list[Cell]:
    """Text that a spreadsheet would run as a formula gets a leading apostrophe."""
    return ["'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell for cell in _exact(row)]


_HEADER = ",".join(COLUMNS) + "\r\n"

CSV = TextFormat(lambda page: _encode(page, _exact), head=_HEADER)

EXCEL_CSV = TextFormat(lambda page: _encode(page, _harmless), head=_BYTE_ORDER_MARK + _HEADER)
"""For spreadsheets: a byte order mark, and no cell that is run as a formula."""
