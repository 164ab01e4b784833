"""Corpora in Parquet: read row group by row group, only the columns needed."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, NamedTuple, TypeAlias, cast

from extractor.errors import Reason
from extractor.extras import require
from extractor.records import Scalar, doubt
from extractor.sources.archives.members import BOMB_FLOOR, BombError
from extractor.sources.corpora.arrow_values import Invalid, Lost, flat, loaded_arrow, rows_of, text_of
from extractor.sources.corpora.columns import kept, row_document
from extractor.sources.corpora.gap import WithGap, end_of_groups
from extractor.sources.slices import Loaded, SliceItem, SourceOptions, failed, with_warning

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_ROWS = 256
_BUFFER = 1 << 20
_TAIL = 8
"""Bytes behind the footer: its length, and PAR1."""


_Value: TypeAlias = tuple[str, object]
"""The column that a row has its page in, and the page."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the corpus at `path`, from row `first` on: for each its column and page, address, what else is kept.

    Of `partial` ones something that should be kept is lost.
    """

    path: str
    first: int
    texts: tuple[_Value, ...]
    urls: tuple[object, ...]
    others: tuple[dict[str, Scalar], ...]
    partial: tuple[bool, ...]

    @property
    def name(self) -> str:
        """Where they lie."""
        return f"{self.path}#{self.first}"

    @property
    def size(self) -> int:
        """Bytes or characters held."""
        held = [text for _, text in self.texts]
        besides = [value for row in self.others for value in row.values()]
        return sum([len(value) for value in (*held, *besides) if isinstance(value, str | bytes)])

    def items(self, options: SourceOptions) -> Iterator[SliceItem]:  # noqa: ARG002 - the columns are chosen
        """One document or failure a row."""
        rows = zip(self.texts, self.urls, self.others, self.partial, strict=True)
        for row, ((column, text), url, others, is_partial) in enumerate(rows, self.first):
            item: SliceItem = row_document(f"{self.path}#{row}", column, text, url, others)
            item = with_warning(item, doubt.lost_columns()) if is_partial else item
            yield with_warning(item, doubt.no_utf8()) if isinstance(text, Invalid) else item


class _Columns(NamedTuple):
    """Where the pages may stand, and where their addresses, in the order of preference."""

    texts: tuple[str, ...]
    urls: tuple[str, ...]
    others: tuple[str, ...]
    """What else is read, to be kept with the records."""
    is_whole: bool = True
    """Whether these are all that should be kept."""


class _Group(NamedTuple):
    """A row group: the table, its number, its first row."""

    source: str
    number: int
    first: int


def read_parquet(file: IO[bytes], source: str, options: SourceOptions) -> Iterator[Rows | Loaded]:
    """The rows of the table; a damaged row group does not take the others along.

    Raises:
        MissingExtra: if pyarrow is not installed.
        BombError: if it expands to more than `max_expansion` times its size.

    """
    arrow = loaded_arrow()
    try:
        table = _open(file)
    except (arrow.ArrowException, OSError, ValueError) as error:
        yield failed(source, Reason.DAMAGED, f"{source} is no readable Parquet file ({error}); fetch it again")
        return
    texts, urls = _present(table, options.text_columns), _present(table, options.url_columns)
    columns = _Columns(texts, urls, _others(table, options))
    if columns.texts:
        yield from _row_groups(file, table, source, columns, options)
    else:
        names = ", ".join(table.schema_arrow.names)
        detail = f"{source} has no column {' or '.join(options.text_columns)}; give one of {names} as --text-column"
        yield failed(source, Reason.NO_COLUMN, detail)


def _row_groups(
    file: IO[bytes], table: "ParquetFile", source: str, columns: _Columns, options: SourceOptions
) -> Iterator[Rows | Loaded]:
    """The rows of all groups; those behind a place where bytes are lost are looked for that much further in front."""
    size = file.seek(0, os.SEEK_END)
    missing = end_of_groups(table.metadata) - (size - _TAIL - table.metadata.serialized_size)
    behind = _open(cast("IO[bytes]", WithGap(file, missing))) if missing > 0 else table
    allowed, first = max(BOMB_FLOOR, options.max_expansion * size), 0
    for number in range(table.num_row_groups):
        for rows in _row_group((table, behind), _Group(source, number, first), columns, options):
            allowed -= rows.size
            if allowed < 0:
                raise BombError
            yield rows
        first += table.metadata.row_group(number).num_rows


def _open(file: IO[bytes]) -> "ParquetFile":
    how = {"pre_buffer": False, "buffer_size": _BUFFER, "page_checksum_verification": True}
    return require("pyarrow.parquet", "parquet").ParquetFile(file, **how)


def _row_group(
    tables: "tuple[ParquetFile, ParquetFile]", group: _Group, columns: _Columns, options: SourceOptions
) -> Iterator[Rows | Loaded]:
    """The rows of a group out of the first table, or the second if they cannot be had there."""
    arrow = loaded_arrow()
    row = group.first
    count = tables[0].metadata.row_group(group.number).num_rows
    error: Exception | None = None
    plain = columns._replace(
        others=(), is_whole=not columns.others
    )  # a damaged column that is only kept does not cost the pages
    for table, wanted in dict.fromkeys((table, wanted) for wanted in (columns, plain) for table in tables):
        try:
            for rows in _batches(table, group.number, wanted, options):
                yield Rows(group.source, row, *rows)
                row += len(rows[0])
        except MemoryError:
            raise
        except (arrow.ArrowException, OSError, ValueError) as raised:
            error = raised
            if row > group.first:
                break
        else:
            return
    detail = f"rows {row:,} to {group.first + count - 1:,} of {group.source} are damaged ({error}); fetch it again"
    yield failed(f"{group.source}#{row}", Reason.DAMAGED, detail)


def _batches(
    table: "ParquetFile", group: int, columns: _Columns, options: SourceOptions
) -> Iterator[tuple[tuple[_Value, ...], tuple[object, ...], tuple[dict[str, Scalar], ...], tuple[bool, ...]]]:
    """Of some rows at a time pages, addresses, what else is kept, and whether something of that is lost."""
    arrow = loaded_arrow()
    size = 1 if _expands_much(table, group, options.max_expansion) else _ROWS
    wanted = list(dict.fromkeys([*columns.texts, *columns.urls]))
    everything = list(dict.fromkeys([*wanted, *columns.others]))
    for batch in table.iter_batches(size, row_groups=[group], columns=everything, use_threads=False):
        rows = arrow.Table.from_batches([batch])
        held = rows_of(flat(rows, wanted), wanted)
        texts, urls = [[_first(cells, of) for cells in held] for of in (columns.texts, columns.urls)]
        used = [(text, url) for (text, _), (url, _) in zip(texts, urls, strict=True)]
        others = rows_of(rows, columns.others) if columns.others else [{} for _ in used]
        lost = tuple([not columns.is_whole or Lost in row.values() for row in others])
        yield tuple(texts), tuple([text_of(url) for _, url in urls]), _kept(others, used, options), lost


def _kept(
    rows: Sequence[dict[str, object]], used: Sequence[tuple[str, str]], options: SourceOptions
) -> tuple[dict[str, Scalar], ...]:
    """What is kept of each row, besides the columns used for its page and its address."""
    there = [{name: value for name, value in row.items() if value is not Lost} for row in rows]
    return tuple([kept(row, own, options.keep_columns) for row, own in zip(there, used, strict=True)])


def _others(table: "ParquetFile", options: SourceOptions) -> tuple[str, ...]:
    """The columns that may be kept: all, or those that are wanted."""
    names = dict.fromkeys(table.schema_arrow.names)
    return tuple(name for name in names if options.keep_columns is None or name in options.keep_columns)


def _expands_much(table: "ParquetFile", group: int, limit: int) -> bool:
    """Whether a column takes up far more than is stored of it, as with a long text that all rows share."""
    chunks = table.metadata.row_group(group)
    columns = [chunks.column(index) for index in range(chunks.num_columns)]
    return any(column.total_uncompressed_size > limit * column.total_compressed_size for column in columns)


def _present(table: "ParquetFile", wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the `wanted` columns that the table has; a point leads into a struct."""
    paths = {table.schema.column(index).path for index in range(len(table.schema))}
    return tuple(column for column in wanted if column in paths)


def _first(cells: dict[str, object], columns: Sequence[str]) -> _Value:
    """The first of the columns that holds something; the first of all if none does."""
    full = next((name for name in columns if cells[name] not in (None, b"", "")), None)
    name = full or (columns[0] if columns else "")
    return name, cells.get(name)
