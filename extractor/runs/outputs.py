"""The files of a run, read back: records where whole records were written, rows where they were made flat."""

import csv
import json
import sqlite3
from bz2 import BZ2File
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from gzip import GzipFile
from io import BufferedReader
from itertools import groupby
from lzma import LZMAFile
from pathlib import Path
from typing import IO, Any

from pydantic import ValidationError

from extractor.errors import UsageError
from extractor.extras import require
from extractor.records import QAPage
from extractor.records.fields import FIELDS, Field, Holds, Owner, owned_by
from extractor.records.rows import COLUMNS, Cell, rows

_FLAGS = {field.name for field in FIELDS if field.holds is Holds.FLAG}
_LISTS = {field.name for field in FIELDS if field.holds in (Holds.TEXTS, Holds.PASSAGES)}


@dataclass(frozen=True, slots=True)
class Claim:
    """What an output says of one record: cells by column, a mapping for each row; the record if it is there whole."""

    source: str
    id: str
    digest: str
    rows: tuple[Mapping[str, str], ...]
    record: QAPage | None = None


def claims_in(path: Path) -> Iterator[Claim]:
    """What an output of a run, in any format, says of each of its records, in its order.

    Raises:
        UsageError: if it is no output of a run, or cannot be read.
        MissingExtra: if reading it takes a part that is not installed.

    """
    ending = _ending(path)
    if ending in RECORD_ENDINGS:
        for record in records_in(path):
            found = tuple({name: spelled(cell) for name, cell in row.items()} for row in rows(record))
            yield Claim(record.source or "", record.id or "", record.digest or "", found, record)
        return
    flat = _guarded(path, _csv_rows if ending == ".csv" else _flat_rows)
    for (source, own), group in groupby(flat, lambda row: (row["source"], row["record_id"])):
        held = tuple(group)
        yield Claim(source, own, held[0]["page_digest"], held)


def records_in(path: Path) -> Iterator[QAPage]:
    """The records of an output that holds them whole: JSON, JSON Lines, nested Parquet, SQLite.

    Raises:
        UsageError: if it is no output of a run, or cannot be read.
        MissingExtra: if reading it takes a part that is not installed.

    """
    return _guarded(path, RECORD_ENDINGS[_ending(path)])


def spelled(cell: Cell) -> str:
    """A cell as the CSV spells it.

    >>> spelled(None), spelled(True), spelled(4.9)
    ('', 'true', '4.9')
    """
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _guarded(path: Path, read: Callable[[Path], Iterator[Any]]) -> Iterator[Any]:
    try:
        yield from read(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    except (ValidationError, ValueError, KeyError, sqlite3.Error) as error:
        raise UsageError(f"{path} is no output of a run of this version: {error}") from error


def _ending(path: Path) -> str:
    """What the name of an output ends in, without compression."""
    name = path.name.lower()
    for compression in _OPEN:
        name = name.removesuffix(compression)
    for ending in (".flat.parquet", *RECORD_ENDINGS, ".csv"):
        if name.endswith(ending) and not name.endswith((".run.json", ".errors.jsonl", ".inputs.jsonl")):
            return ending
    raise UsageError(f"{path} is no output of a run; these end in .json, .jsonl, .csv, .parquet or .sqlite")


_OPEN: Mapping[str, Callable[..., Any]] = {
    ".gz": GzipFile,
    ".bz2": BZ2File,
    ".xz": LZMAFile,
    ".zst": lambda path: BufferedReader(require("zstandard", "archives").open(path, "rb")),
}


@contextmanager
def _open(path: Path) -> Iterator[IO[bytes]]:
    opener = _OPEN.get(path.suffix.lower())
    with opener(path) if opener else path.open("rb") as stream:
        yield stream


def _json_records(path: Path) -> Iterator[QAPage]:
    """Of the array that a run writes: every record begins with a line `{` and ends with a line `}` of its own."""
    held: list[bytes] = []
    with _open(path) as lines:
        for line in lines:
            if line.startswith(b"}"):
                yield QAPage.model_validate_json(b"".join([*held, b"}"]))
                held = []
            elif held or line.startswith(b"{"):
                held.append(line)
            elif line.strip() not in (b"[", b"]", b"[]"):
                raise ValueError("it is not laid out as a run lays it out")
    if held:
        raise ValueError("it breaks off within a record, or is not laid out as a run lays it out")


def _json_lines(path: Path) -> Iterator[QAPage]:
    with _open(path) as lines:
        for line in lines:
            yield QAPage.model_validate_json(line)


def _parquet_rows(path: Path) -> Iterator[dict[str, Any]]:
    with require("pyarrow.parquet", "parquet").ParquetFile(path) as table:
        for batch in table.iter_batches(256):
            yield from batch.to_pylist()


def _parquet_records(path: Path) -> Iterator[QAPage]:
    for row in _parquet_rows(path):
        if row["spans"] is not None:
            row["spans"] = {one["field"]: one["places"] for one in row["spans"]}
        if row["columns"] is not None:
            row["columns"] = {one["field"]: one["value"] for one in row["columns"]}
        yield QAPage.model_validate_json(json.dumps(row))


def _flat_rows(path: Path) -> Iterator[dict[str, str]]:
    return ({name: spelled(row[name]) for name in COLUMNS} for row in _parquet_rows(path))


def _csv_rows(path: Path) -> Iterator[dict[str, str]]:
    with _open(path) as stream:
        lines = (line.decode("utf-8-sig" if number == 0 else "utf-8") for number, line in enumerate(stream))
        found = csv.DictReader(lines, strict=True)
        if missing := set(COLUMNS).difference(found.fieldnames or ()):
            raise ValueError(f"it lacks the columns {', '.join(sorted(missing))}")
        for row in found:
            yield {name: row[name] for name in COLUMNS}


def _sqlite_records(path: Path) -> Iterator[QAPage]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        for page in database.execute("SELECT * FROM pages ORDER BY rowid"):
            yield QAPage.model_validate_json(json.dumps(_sqlite_page(database, page)))


def _sqlite_page(database: sqlite3.Connection, page: sqlite3.Row) -> dict[str, Any]:
    answers = database.execute("SELECT * FROM answers WHERE page_id = ? ORDER BY id", (page["id"],))
    warnings = database.execute("SELECT * FROM warnings WHERE page_id = ? ORDER BY id", (page["id"],))
    own = tuple(field for field in owned_by(Owner.PAGE) if field.name != "warnings")
    return {
        **_part(page, own),
        "columns": page["columns"] and json.loads(page["columns"]),
        "question": _part(page, owned_by(Owner.QUESTION)),
        "answers": [_sqlite_answer(database, answer) for answer in answers],
        "warnings": [{"code": w["code"], "message": w["message"], "answer": w["answer_position"]} for w in warnings],
    }


def _sqlite_answer(database: sqlite3.Connection, answer: sqlite3.Row) -> dict[str, Any]:
    found = database.execute("SELECT * FROM doctors WHERE id = ?", (answer["doctor_id"],)).fetchone()
    if found is None:
        return {**_part(answer, owned_by(Owner.ANSWER)), "doctor": None}
    changing = {name: answer[name] for name in ("rating", "reviews")}
    own = tuple(field for field in owned_by(Owner.DOCTOR) if field.name not in changing)
    return {**_part(answer, owned_by(Owner.ANSWER)), "doctor": _part(found, own) | changing}


def _part(row: sqlite3.Row, fields: tuple[Field, ...]) -> dict[str, Any]:
    return {field.name: _value(field.name, row[field.name]) for field in fields}


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 - whatever a cell of SQLite holds
    if name in _LISTS:
        return json.loads(value)
    return bool(value) if name in _FLAGS and value is not None else value


RECORD_ENDINGS: Mapping[str, Callable[[Path], Iterator[QAPage]]] = {
    ".jsonl": _json_lines,
    ".parquet": _parquet_records,
    ".json": _json_records,
    ".sqlite": _sqlite_records,
}
"""The formats that hold whole records, the quickest to read first: what their names end in, and what reads them."""
