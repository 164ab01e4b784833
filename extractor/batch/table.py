"""The unit of work for other engines: an Arrow table of pages to an Arrow table of records and failures.

Ray (`map_batches`), Spark (`mapInArrow`), Daft, DuckDB, Dask, Hugging Face `datasets` and the like can call it; it is
pure. Whatever the table holds beside the pages is carried through, so that results can be joined.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from extractor.batch.options import BatchOptions, Limits
from extractor.batch.tasks.pool import run_tasks
from extractor.batch.tasks.work import Task
from extractor.document import Document
from extractor.errors import UsageError
from extractor.extras import require
from extractor.reading import Reader, outcome, read
from extractor.records import Failure, QAPage
from extractor.records.identity import identified
from extractor.sinks import nested_row, nested_schema
from extractor.sources import TEXT_COLUMNS, URL_COLUMNS, Loaded
from extractor.sources.corpora.columns import find_value, row_document

if TYPE_CHECKING:
    import pyarrow as pa

    _Data = TypeVar("_Data", pa.Table, pa.RecordBatch)

Shape: TypeAlias = Literal["records", "pages"]
"""One row a record, or one row a page with a list of records (engines whose functions give one value a row need it)."""

_Outcome: TypeAlias = Sequence[QAPage] | Failure
_WHY = ("reason", "detail")
_SOURCE = "source"


def extract_table(  # noqa: PLR0913 - each is a wish of its own, and all but the first have a default
    data: "_Data",
    *,
    text_column: str | None = None,
    url_column: str | None = None,
    keep: Sequence[str] | None = None,
    shape: Shape = "records",
    limits: Limits | None = None,
    reader: Reader = read,
) -> "_Data":
    """Read the pages of a table (or record batch) into a table (or record batch).

    The page stands in `text_column`, else in the first of the usual columns ("html", "text", "content" ...) that has a
    value in the row, as on the command line; its address likewise; its source in the column `source` if there is one.
    The columns of `keep`, all others if not said, are carried through, repeated for every record of their page.

    Further columns: with `shape` "records" `record`, with "pages" `records`, a list; and in both `reason` and `detail`
    of a page that gave none (null otherwise), among them pages that are no Q&A pages.

    With `limits` the pages are read by a process of their own, and one that crashes, hangs or eats memory becomes a
    failure. Without, it takes the caller along.

    Raises:
        UsageError: if a column is missing, or has a name that the result gives to another.
        MissingExtra: if pyarrow is not installed.

    """
    arrow = require("pyarrow", "parquet")
    is_batch = isinstance(data, arrow.RecordBatch)
    table = arrow.Table.from_batches([data]) if is_batch else data
    kept = _kept(table.schema, keep, text_column, shape)
    items = list(_documents(table, _columns(table.schema, text_column, url_column)))
    outcomes = list(_guarded(items, limits, reader) if limits else _plain(items, reader))
    made = _as_pages(table, kept, outcomes) if shape == "pages" else _as_records(table, kept, outcomes)
    return _as_batch(made) if is_batch else made


def output_schema(
    schema: "pa.Schema", *, text_column: str | None = None, keep: Sequence[str] | None = None, shape: Shape = "records"
) -> "pa.Schema":
    """The schema of what `extract_table` makes of a table with this `schema`; Spark and Dask ask for it beforehand.

    Raises:
        UsageError: as `extract_table` does.

    """
    arrow = require("pyarrow", "parquet")
    _columns(schema, text_column, None)
    result = ("records", arrow.list_(_record_type())) if shape == "pages" else ("record", _record_type())
    why = [(name, arrow.string()) for name in _WHY]
    return arrow.schema([*(schema.field(name) for name in _kept(schema, keep, text_column, shape)), result, *why])


@cache
def _record_type() -> "pa.StructType":
    return require("pyarrow", "parquet").struct(list(nested_schema()))


def _kept(schema: "pa.Schema", keep: Sequence[str] | None, text_column: str | None, shape: Shape) -> list[str]:
    """The columns that are carried through; if nobody chose, all but the pages themselves."""
    text = text_column or next((name for name in TEXT_COLUMNS if name in schema.names), None)
    kept = [name for name in schema.names if name != text] if keep is None else list(keep)
    _demand(schema, kept)
    clash = {*_WHY, "records" if shape == "pages" else "record"}.intersection(kept)
    if clash:
        raise UsageError(f"the result has a column {min(clash)!r} of its own; leave that of the table out of keep")
    return kept


def _columns(schema: "pa.Schema", text: str | None, url: str | None) -> tuple[Sequence[str], Sequence[str]]:
    """The columns that may hold the page and its address, of those that the table has."""
    _demand(schema, [column.partition(".")[0] for column in (text, url) if column])
    texts = [text] if text else [column for column in TEXT_COLUMNS if column in schema.names]
    if not texts:
        raise UsageError(
            f"the table has no column {' or '.join(TEXT_COLUMNS)}; give one of {', '.join(schema.names)} as text_column"
        )
    return texts, [url] if url else URL_COLUMNS


def _demand(schema: "pa.Schema", columns: Sequence[str]) -> None:
    for column in columns:
        if column not in schema.names:
            raise UsageError(f"the table has no column {column!r}; there are {', '.join(schema.names)}")


def _documents(table: "pa.Table", columns: tuple[Sequence[str], Sequence[str]]) -> Iterator[Document | Failure]:
    texts, urls = columns
    wanted = {column.partition(".")[0] for column in (*texts, *urls)} | {_SOURCE}
    for row in table.select([name for name in table.column_names if name in wanted]).to_pylist():
        column, text = find_value(row, texts)
        yield row_document(row.get(_SOURCE), column, text, find_value(row, urls)[1])


def _plain(items: Sequence[Document | Failure], reader: Reader) -> Iterator[_Outcome]:
    return (item if isinstance(item, Failure) else outcome(item, reader) for item in items)


def _guarded(items: Sequence[Document | Failure], limits: Limits, reader: Reader) -> Iterator[_Outcome]:
    """The outcomes by a process of their own; while it reads, the number of the row stands for the source."""
    numbered = (replace(item, source=_row(number)) for number, item in enumerate(items) if isinstance(item, Document))
    options = BatchOptions(formats=("jsonl",), jobs=1, limits=limits, reader=reader)
    task = Task(0, (Loaded("table", tuple(numbered)),))
    pages: dict[str, list[QAPage]] = {}
    failures: dict[str, Failure] = {}
    for result in run_tasks(iter([task]), options, lambda *_: None):
        for line in result.texts[0].splitlines():
            page = QAPage.model_validate_json(line)
            pages.setdefault(str(page.source), []).append(page)
        failures.update((str(failure.source), failure) for failure in result.failures)
    for number, item in enumerate(items):
        if isinstance(item, Failure):
            yield item
        elif (key := _row(number)) in failures:
            yield failures[key].model_copy(update={"source": item.source})
        else:
            yield [page.model_copy(update={"source": item.source}) for page in pages[key]]


def _row(number: int) -> str:
    return f"row {number}"


def _as_records(table: "pa.Table", kept: Sequence[str], outcomes: Sequence[_Outcome]) -> "pa.Table":
    arrow = require("pyarrow", "parquet")
    rows = [(number, page) for number, found in enumerate(outcomes) for page in _pages(found)]
    carried = table.select(list(kept)).take(arrow.array([number for number, _ in rows], arrow.int64()))
    records = arrow.array([page and nested_row(page) for _, page in rows], _record_type())
    return _joined(carried, {"record": records, **_why([outcomes[number] for number, _ in rows])})


def _as_pages(table: "pa.Table", kept: Sequence[str], outcomes: Sequence[_Outcome]) -> "pa.Table":
    arrow = require("pyarrow", "parquet")
    rows = [[nested_row(page) for page in _pages(found) if page] for found in outcomes]
    records = arrow.array(rows, arrow.list_(_record_type()))
    return _joined(table.select(list(kept)), {"records": records, **_why(outcomes)})


def _pages(found: _Outcome) -> Sequence[QAPage | None]:
    """The records of a page; nothing, once, if there is none."""
    return (None,) if isinstance(found, Failure) else identified(found)


def _why(outcomes: Sequence[_Outcome]) -> dict[str, "pa.Array"]:
    arrow = require("pyarrow", "parquet")
    failures = [found if isinstance(found, Failure) else None for found in outcomes]
    reasons = arrow.array([failure and failure.reason.value for failure in failures], arrow.string())
    details = arrow.array([failure and failure.detail for failure in failures], arrow.string())
    return dict(zip(_WHY, (reasons, details), strict=True))


def _joined(carried: "pa.Table", made: Mapping[str, "pa.Array"]) -> "pa.Table":
    """The columns that are carried through and those that are made; a table without columns has no rows to add to."""
    arrow = require("pyarrow", "parquet")
    schema = carried.schema
    for name, column in made.items():
        schema = schema.append(arrow.field(name, column.type))
    return arrow.Table.from_arrays([*carried.columns, *made.values()], schema=schema)


def _as_batch(table: "pa.Table") -> "pa.RecordBatch":
    arrays = [column.combine_chunks() for column in table.columns]
    return require("pyarrow", "parquet").RecordBatch.from_arrays(arrays, schema=table.schema)
