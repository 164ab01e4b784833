"""Corpora in Parquet: read row group by row group, only the columns needed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from extractor.errors import Reason
from extractor.extras import require
from extractor.sources.columns import document
from extractor.sources.slices import Item, Loaded, SourceOptions, failed

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_ROWS = 256
_BUFFER = 1 << 20


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the corpus at `path`, from row `first` on: the values of the column of pages and of that of addresses."""

    path: str
    first: int
    column: str
    texts: tuple[object, ...]
    urls: tuple[object, ...]

    @property
    def name(self) -> str:
        """Where they lie."""
        return f"{self.path}#{self.first}"

    @property
    def size(self) -> int:
        """Bytes or characters held."""
        return sum([len(text) for text in self.texts if isinstance(text, str | bytes)])

    def items(self, options: SourceOptions) -> Iterator[Item]:  # noqa: ARG002 - the columns are chosen
        """One document or failure a row."""
        for row, (text, url) in enumerate(zip(self.texts, self.urls, strict=True), self.first):
            yield document(f"{self.path}#{row}", self.column, text, url)


def read_parquet(file: IO[bytes], source: str, options: SourceOptions) -> Iterator[Rows | Loaded]:
    """The rows of the table; a damaged row group does not take the others along.

    Raises:
        MissingExtra: if pyarrow is not installed.

    """
    arrow = require("pyarrow", "parquet")
    broken = (arrow.ArrowException, OSError)
    how = {"pre_buffer": False, "buffer_size": _BUFFER, "page_checksum_verification": True}
    try:
        table = require("pyarrow.parquet", "parquet").ParquetFile(file, **how)
    except broken as error:
        yield failed(source, Reason.DAMAGED, f"{source} is no readable Parquet file ({error}); fetch it again")
        return
    text, url = _present(table, options.text_columns), _present(table, options.url_columns)
    if not text:
        names = ", ".join(table.schema_arrow.names)
        detail = f"{source} has no column {' or '.join(options.text_columns)}; give one of {names} as --text-column"
        yield failed(source, Reason.NO_COLUMN, detail)
        return
    first = 0
    for group in range(table.num_row_groups):
        row = first
        first += table.metadata.row_group(group).num_rows
        try:
            for texts, urls in _columns(table, group, text, url):
                yield Rows(source, row, text, texts, urls)
                row += len(texts)
        except broken as error:
            detail = f"rows {row:,} to {first - 1:,} of {source} are damaged ({error}); fetch it again if they matter"
            yield failed(f"{source}#{row}", Reason.DAMAGED, detail)


def _present(table: "ParquetFile", wanted: tuple[str, ...]) -> str:
    """The first of the `wanted` columns that the table has, empty if none; a point leads into a struct."""
    paths = {table.schema.column(index).path for index in range(len(table.schema))}
    return next((column for column in wanted if column in paths), "")


def _columns(
    table: "ParquetFile", group: int, text: str, url: str
) -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
    """The values of the two columns, some rows at a time."""
    arrow = require("pyarrow", "parquet")
    for batch in table.iter_batches(_ROWS, row_groups=[group], columns=[text, url] if url else [text]):
        flat = arrow.Table.from_batches([batch])
        for _ in range(max(text.count("."), url.count("."))):
            flat = flat.flatten()
        texts = tuple(flat.column(text).to_pylist())
        yield texts, tuple(flat.column(url).to_pylist()) if url else (None,) * len(texts)
