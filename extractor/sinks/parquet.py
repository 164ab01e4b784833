"""Parquet: one row per record with its answers nested inside, or flat, one row per answer with the columns of the CSV.

While records come in they are kept as JSON Lines; Arrow makes columns of them, row group by row group.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from extractor.extras import require
from extractor.records import QAPage, Scalar
from extractor.records.fields import FIELDS, Holds
from extractor.records.rows import rows
from extractor.sinks.json_formats import to_json
from extractor.sinks.textual import TextFormat

if TYPE_CHECKING:
    import pyarrow as pa

_Json: TypeAlias = Mapping[str, Any]

_ARROW_NAMES = {"string": "string", "integer": "int64", "number": "double", "boolean": "bool"}
_FLAT_TYPES = {
    Holds.TEXT: "string",
    Holds.TEXTS: "string",
    Holds.PASSAGES: "string",
    Holds.COUNT: "int64",
    Holds.MEASURE: "double",
    Holds.FLAG: "bool",
}
_ROW_GROUP = 8_000_000  # bytes of JSON, so that little memory is needed; some 3 MB in the file


def nested_row(page: QAPage) -> dict[str, object]:
    """The record as a row of `nested_schema`."""
    spans = page.spans and [{"field": field, "places": places} for field, places in page.spans.items()]
    columns = page.columns and [{"field": name, "value": _spelled(value)} for name, value in page.columns.items()]
    return {**page.model_dump(mode="json"), "spans": spans, "columns": columns}


def _spelled(value: Scalar) -> str | None:
    """In a column of text; numbers and truth as JSON spells them."""
    return value if value is None or isinstance(value, str) else json.dumps(value)


def _nested_line(page: QAPage) -> str:
    return (
        to_json(page)
        if page.spans is None and page.columns is None
        else json.dumps(nested_row(page), ensure_ascii=False)
    ) + "\n"


def _flat_lines(page: QAPage) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(page))


NESTED_LINES = TextFormat(_nested_line)
FLAT_LINES = TextFormat(_flat_lines)


@cache
def nested_schema() -> "pa.Schema":
    """The Arrow schema of a record, made of its JSON Schema; `spans` and `columns` are lists: their keys differ."""
    schema = QAPage.model_json_schema(mode="serialization")
    return require("pyarrow", "parquet").schema(_fields(schema, schema["$defs"]))


def flat_schema() -> "pa.Schema":
    """The Arrow schema of a row of the CSV: text but for what is counted, measured or yes or no."""
    arrow = require("pyarrow", "parquet")
    return arrow.schema([(field.column, arrow.type_for_alias(_FLAT_TYPES[field.holds])) for field in FIELDS])


def _fields(schema: _Json, definitions: _Json) -> list[tuple[str, "pa.DataType"]]:
    return [(name, _type(part, definitions)) for name, part in schema["properties"].items()]


def _type(schema: _Json, definitions: _Json) -> "pa.DataType":
    arrow = require("pyarrow", "parquet")
    if "anyOf" in schema:  # something or null
        schema = schema["anyOf"][0]
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]]
    if schema["type"] in _ARROW_NAMES:
        return arrow.type_for_alias(_ARROW_NAMES[schema["type"]])
    if schema["type"] == "array":
        return arrow.list_(_type(schema.get("items") or schema["prefixItems"][0], definitions))
    if "properties" in schema:
        return arrow.struct(_fields(schema, definitions))
    value = _type(schema["additionalProperties"], definitions)
    inner = "places" if arrow.types.is_list(value) else "value"
    return arrow.list_(arrow.struct([("field", arrow.string()), (inner, value)]))


def nested_to_parquet(lines: Path, target: Path) -> None:
    """Make the Parquet file of nested records.

    Raises:
        MissingExtra: if pyarrow is not installed.

    """
    _convert(lines, target, nested_schema())


def flat_to_parquet(lines: Path, target: Path) -> None:
    """Make the Parquet file of flat rows.

    Raises:
        MissingExtra: if pyarrow is not installed.

    """
    _convert(lines, target, flat_schema())


def _convert(lines: Path, target: Path, schema: "pa.Schema") -> None:
    arrow_json, parquet = require("pyarrow.json", "parquet"), require("pyarrow.parquet", "parquet")
    arrow = require("pyarrow", "parquet")
    pool = arrow.system_memory_pool()  # the others keep what they once had
    how = arrow_json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error")
    with lines.open("rb") as stream, parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        for block in _blocks(stream):
            options = arrow_json.ReadOptions(block_size=len(block) + 1)
            table = arrow_json.read_json(arrow.BufferReader(block), options, how, memory_pool=pool)
            writer.write_table(table)


def _blocks(stream: IO[bytes]) -> Iterator[bytes]:
    """Whole lines, as many as make a row group."""
    while block := stream.read(_ROW_GROUP):
        yield block + stream.readline()
