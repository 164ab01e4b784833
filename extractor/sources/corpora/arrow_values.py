"""Values of Arrow, which Parquet is read into, as Python holds them: what cannot be had costs its cell."""

from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from extractor.extras import require
from extractor.limits import uncounted_memory

if TYPE_CHECKING:
    from pyarrow import ChunkedArray, DictionaryArray, Table
    from pyarrow import Scalar as Cell


class Invalid(bytes):
    """A value of a column of text that is not in UTF-8, as the format says it is."""


class Lost:
    """Stands for a value that cannot be had."""


@cache
def loaded_arrow() -> ModuleType:
    """Arrow, which reserves a gigabyte when it is used first: that is none of what a page takes."""
    with uncounted_memory():
        arrow, _ = require("pyarrow", "parquet"), require("pyarrow.compute", "parquet")
        arrow.allocate_buffer(1)
    return arrow


def flat(table: "Table", wanted: list[str]) -> "Table":
    """The table with as many structs taken apart as the names of the `wanted` columns lead into."""
    for _ in range(max(column.count(".") for column in wanted)):
        table = table.flatten()
    return table


def rows_of(table: "Table", names: Sequence[str]) -> list[dict[str, object]]:
    """The rows with the columns of these names; of two columns of one name with the first."""
    places = {name: place for place, name in reversed(list(enumerate(table.column_names)))}
    values = zip(*[_plain(table.column(places[name])) for name in names], strict=True)
    return [dict(zip(names, row, strict=True)) for row in values]


def _plain(column: "ChunkedArray") -> list[object]:
    types = loaded_arrow().types
    if types.is_dictionary(column.type):
        return [value for chunk in column.chunks for value in _of_dictionary(chunk)]
    if types.is_string(column.type) or types.is_large_string(column.type):
        return [_decoded(value) for value in column.cast(loaded_arrow().large_binary()).to_pylist()]
    try:
        return list(column.to_pylist())
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a date before the year 1, a zone that is not known: libraries raise their own
        return [_value(cell) for cell in column]


def _of_dictionary(chunk: "DictionaryArray") -> list[object]:
    """The values, each of which is made once, however many rows share it."""
    values = _plain(loaded_arrow().chunked_array([chunk.dictionary]))
    return [None if index is None else values[index] for index in chunk.indices.to_pylist()]


def _value(cell: "Cell") -> object:
    """What a cell holds: where Python has nothing to hold it in as text or number, `Lost` if it is neither."""
    arrow = loaded_arrow()
    for kind in (cell.type, arrow.string(), arrow.int64()):
        try:
            return cell.cast(kind).as_py()
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001, S112 - see above
            continue
    return Lost


def _decoded(value: bytes | None) -> str | bytes | None:
    try:
        return value if value is None else value.decode()
    except UnicodeDecodeError:
        return Invalid(value or b"")


def text_of(value: object) -> object:
    """Bytes as the text that they are, anything else as it is."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
