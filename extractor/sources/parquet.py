"""Corpora in Parquet: read row group by row group, only the columns needed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, NamedTuple, TypeAlias

from extractor.errors import Reason
from extractor.extras import require
from extractor.records import doubt
from extractor.sources.columns import document
from extractor.sources.members import BOMB_FLOOR, BombError
from extractor.sources.slices import Item, Loaded, SourceOptions, doubted, failed

if TYPE_CHECKING:
    from pyarrow import ChunkedArray, Table
    from pyarrow.parquet import ParquetFile

_ROWS = 256
_BUFFER = 1 << 20


_Value: TypeAlias = tuple[str, object]
"""The column that a row has its page in, and the page."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the corpus at `path`, from row `first` on: for each its column and page, and its address."""

    path: str
    first: int
    texts: tuple[_Value, ...]
    urls: tuple[object, ...]

    @property
    def name(self) -> str:
        """Where they lie."""
        return f"{self.path}#{self.first}"

    @property
    def size(self) -> int:
        """Bytes or characters held."""
        return sum([len(text) for _, text in self.texts if isinstance(text, str | bytes)])

    def items(self, options: SourceOptions) -> Iterator[Item]:  # noqa: ARG002 - the columns are chosen
        """One document or failure a row."""
        for row, ((column, text), url) in enumerate(zip(self.texts, self.urls, strict=True), self.first):
            item = document(f"{self.path}#{row}", column, text, url)
            yield doubted(item, doubt.no_utf8()) if isinstance(text, _Invalid) else item


class _Invalid(bytes):
    """A value of a column of text that is not in UTF-8, as the format says it is."""


def read_parquet(file: IO[bytes], source: str, options: SourceOptions) -> Iterator[Rows | Loaded]:
    """The rows of the table; a damaged row group does not take the others along.

    Raises:
        MissingExtra: if pyarrow is not installed.
        BombError: if it expands to more than `max_expansion` times its size.

    """
    arrow = require("pyarrow", "parquet")
    how = {"pre_buffer": False, "buffer_size": _BUFFER, "page_checksum_verification": True}
    try:
        table = require("pyarrow.parquet", "parquet").ParquetFile(file, **how)
    except (arrow.ArrowException, OSError, ValueError) as error:
        yield failed(source, Reason.DAMAGED, f"{source} is no readable Parquet file ({error}); fetch it again")
        return
    texts, urls = _present(table, options.text_columns), _present(table, options.url_columns)
    if not texts:
        names = ", ".join(table.schema_arrow.names)
        detail = f"{source} has no column {' or '.join(options.text_columns)}; give one of {names} as --text-column"
        yield failed(source, Reason.NO_COLUMN, detail)
        return
    allowed = max(BOMB_FLOOR, options.max_expansion * file.seek(0, os.SEEK_END))
    first = 0
    for group in range(table.num_row_groups):
        for rows in _row_group(table, _Group(source, group, first), (texts, urls), options):
            allowed -= rows.size
            if allowed < 0:
                raise BombError
            yield rows
        first += table.metadata.row_group(group).num_rows


class _Group(NamedTuple):
    """A row group: the table, its number, its first row."""

    source: str
    number: int
    first: int


def _row_group(
    table: "ParquetFile", group: _Group, columns: tuple[list[str], list[str]], options: SourceOptions
) -> Iterator[Rows | Loaded]:
    arrow = require("pyarrow", "parquet")
    row = group.first
    last = row + table.metadata.row_group(group.number).num_rows - 1
    try:
        size = 1 if _expands_much(table, group.number, options.max_expansion) else _ROWS
        wanted = list(dict.fromkeys([*columns[0], *columns[1]]))
        for batch in table.iter_batches(size, row_groups=[group.number], columns=wanted):
            values = _values(arrow.Table.from_batches([batch]), wanted)
            held = [dict(zip(wanted, cells, strict=True)) for cells in zip(*values, strict=True)]
            texts = tuple([_first(cells, columns[0]) for cells in held])
            urls = tuple([_text(_first(cells, columns[1])[1]) for cells in held])
            yield Rows(group.source, row, texts, urls)
            row += len(texts)
    except MemoryError:
        raise
    except (arrow.ArrowException, OSError, ValueError) as error:
        detail = f"rows {row:,} to {last:,} of {group.source} are damaged ({error}); fetch it again if they matter"
        yield failed(f"{group.source}#{row}", Reason.DAMAGED, detail)


def _expands_much(table: "ParquetFile", group: int, limit: int) -> bool:
    """Whether a column takes up far more than is stored of it, as with a long text that all rows share."""
    chunks = table.metadata.row_group(group)
    columns = [chunks.column(index) for index in range(chunks.num_columns)]
    return any(column.total_uncompressed_size > limit * column.total_compressed_size for column in columns)


def _present(table: "ParquetFile", wanted: tuple[str, ...]) -> list[str]:
    """Those of the `wanted` columns that the table has; a point leads into a struct."""
    paths = {table.schema.column(index).path for index in range(len(table.schema))}
    return [column for column in wanted if column in paths]


def _values(flat: "Table", wanted: list[str]) -> list[list[object]]:
    """The values of each column; of two columns of one name those of the first."""
    for _ in range(max(column.count(".") for column in wanted)):
        flat = flat.flatten()
    return [_plain(flat.column(flat.column_names.index(name))) for name in wanted]


def _plain(column: "ChunkedArray") -> list[object]:
    arrow = require("pyarrow", "parquet")
    if not (arrow.types.is_string(column.type) or arrow.types.is_large_string(column.type)):
        return list(column.to_pylist())
    return [_decoded(value) for value in column.cast(arrow.large_binary()).to_pylist()]


def _decoded(value: bytes | None) -> str | bytes | None:
    try:
        return value if value is None else value.decode()
    except UnicodeDecodeError:
        return _Invalid(value or b"")


def _first(cells: dict[str, object], columns: list[str]) -> _Value:
    """The first of the columns that holds something; the first of all if none does."""
    full = next((name for name in columns if cells[name] not in (None, b"", "")), None)
    name = full or (columns[0] if columns else "")
    return name, cells.get(name)


def _text(value: object) -> object:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
