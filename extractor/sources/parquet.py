"""Corpora in Parquet: read row group by row group, only the columns needed."""

from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING

from extractor.errors import Reason
from extractor.extras import require
from extractor.sources.columns import document, find_value
from extractor.sources.slices import Item, SourceOptions, failure

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_ROWS = 256
_BUFFER = 1 << 20


def read_parquet(file: IO[bytes], source: str, options: SourceOptions) -> Iterator[Item]:
    """The documents of the table; a damaged row group does not take the others along.

    Raises:
        MissingExtra: if pyarrow is not installed.

    """
    arrow = require("pyarrow", "parquet")
    broken = (arrow.ArrowException, OSError)
    how = {"pre_buffer": False, "buffer_size": _BUFFER, "page_checksum_verification": True}
    try:
        table = require("pyarrow.parquet", "parquet").ParquetFile(file, **how)
    except broken as error:
        yield failure(source, Reason.DAMAGED, f"{source} is no readable Parquet file ({error}); fetch it again")
        return
    text = _present(table, options.text_columns)
    if not text:
        names = ", ".join(table.schema_arrow.names)
        detail = f"{source} has no column {' or '.join(options.text_columns)}; give one of {names} as --text-column"
        yield failure(source, Reason.NO_COLUMN, detail)
        return
    columns = text + _present(table, options.url_columns)
    first = 0
    for group in range(table.num_row_groups):
        row = first
        first += table.metadata.row_group(group).num_rows
        try:
            for row, values in enumerate(_rows(table, group, columns), row):  # noqa: B020 - counts on from there
                yield _document(values, f"{source}#{row}", options)
        except broken as error:
            detail = f"rows {row:,} to {first - 1:,} of {source} are damaged ({error}); fetch it again if they matter"
            yield failure(f"{source}#{row}", Reason.DAMAGED, detail)


def _present(table: "ParquetFile", wanted: tuple[str, ...]) -> list[str]:
    """The first of the `wanted` columns that the table has, if any; a point leads into a struct."""
    paths = {table.schema.column(index).path for index in range(len(table.schema))}
    return [column for column in wanted if column in paths][:1]


def _rows(table: "ParquetFile", group: int, columns: list[str]) -> Iterator[Mapping[str, object]]:
    for batch in table.iter_batches(_ROWS, row_groups=[group], columns=columns):
        yield from batch.to_pylist()


def _document(values: Mapping[str, object], source: str, options: SourceOptions) -> Item:
    column, text = find_value(values, options.text_columns)
    return document(source, column, text, find_value(values, options.url_columns)[1])
