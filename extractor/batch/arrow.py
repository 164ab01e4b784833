"""The unit of work for other engines: an Arrow batch of documents to an Arrow batch of records and failures.

DuckDB, Spark (`mapInArrow`), Ray (`map_batches`) and the like can call it; it is pure.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from extractor.document import Document, MediaType
from extractor.extras import require
from extractor.reading import Reader, outcome, read
from extractor.records import Failure
from extractor.sinks import nested_row, nested_schema

if TYPE_CHECKING:
    import pyarrow as pa


@cache
def result_schema() -> "pa.Schema":
    """Columns `row` (of the input, from 0), `record` (null if it failed), `reason` and `detail` (null otherwise)."""
    arrow = require("pyarrow", "parquet")
    record = arrow.struct(list(nested_schema()))
    return arrow.schema(
        [("row", arrow.int64()), ("record", record), ("reason", arrow.string()), ("detail", arrow.string())]
    )


def extract_batch(documents: "pa.RecordBatch", reader: Reader = read) -> "pa.RecordBatch":
    """Read the documents of a batch: a row per record, or one with the reason there is none.

    Columns: `content` (text or bytes), and if known `source`, `url`, `media_type` ("text/plain", "text/html") and
    `charset`.

    Raises:
        MissingExtra: if pyarrow is not installed.

    """
    rows = [row for number, values in enumerate(documents.to_pylist()) for row in _rows(number, values, reader)]
    return require("pyarrow", "parquet").RecordBatch.from_pylist(rows, schema=result_schema())


def _rows(number: int, values: dict[str, str], reader: Reader) -> Iterator[dict[str, object]]:
    media_type = values.get("media_type")
    document = Document(
        values["content"],
        source=values.get("source"),
        url=values.get("url"),
        media_type=MediaType(media_type) if media_type else None,
        charset=values.get("charset"),
    )
    found = outcome(document, reader)
    if isinstance(found, Failure):
        yield {"row": number, "reason": found.reason.value, "detail": found.detail}
        return
    for page in found:
        yield {"row": number, "record": nested_row(page)}
