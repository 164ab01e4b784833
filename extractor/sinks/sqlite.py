"""SQLite: tables pages, answers, doctors and warnings with keys between them, as datasette and sqlite-utils like them.

While records come in they are kept as JSON Lines; the database is made of them in one go.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path

from extractor.records import Doctor, Provenance, QAPage, Scalar
from extractor.records.fields import Field, Holds, Owner, RecordPart, owned_by
from extractor.records.identity import record_id

_CHANGING = ("rating", "reviews")
"""Fields of a doctor that change from answer to answer, and stand with the answer."""
_TYPES = {
    Holds.TEXT: "TEXT",
    Holds.TEXTS: "TEXT",
    Holds.PASSAGES: "TEXT",
    Holds.COUNT: "INTEGER",
    Holds.MEASURE: "REAL",
    Holds.FLAG: "INTEGER",
}

_LISTS = (Holds.TEXTS, Holds.PASSAGES)

_PAGE = tuple(field for field in owned_by(Owner.PAGE) if field.name not in ("id", "warnings"))
_QUESTION = owned_by(Owner.QUESTION)
_ANSWER = owned_by(Owner.ANSWER)
_DOCTOR = tuple(field for field in owned_by(Owner.DOCTOR) if field.name not in _CHANGING)
_CHANGED = tuple(field for field in owned_by(Owner.DOCTOR) if field.name in _CHANGING)
_NOBODY = Doctor()


def _columns(*parts: Sequence[Field]) -> str:
    return ", ".join(f"{field.name} {_TYPES[field.holds]}" for part in parts for field in part)


_SAME_DOCTOR = [f"ifnull({field.name}, '')" for field in _DOCTOR]

_SCHEMA = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE pages (
    id TEXT PRIMARY KEY, {_columns(_PAGE, _QUESTION)}, fetched_at TEXT, status INTEGER, robots TEXT, columns TEXT
);
CREATE TABLE doctors (id INTEGER PRIMARY KEY, {_columns(_DOCTOR)});
CREATE TABLE answers (
    id INTEGER PRIMARY KEY, page_id TEXT REFERENCES pages (id), doctor_id INTEGER REFERENCES doctors (id),
    {_columns(_ANSWER, _CHANGED)}
);
CREATE TABLE warnings (
    id INTEGER PRIMARY KEY, page_id TEXT REFERENCES pages (id), code TEXT, message TEXT, answer_position INTEGER
);
CREATE UNIQUE INDEX same_doctor ON doctors ({", ".join(_SAME_DOCTOR)}) WHERE name IS NOT NULL;
"""
_IS_SAME = " AND ".join(f"{one} = ifnull(?, '')" for one in _SAME_DOCTOR)
_FIND_DOCTOR = f"SELECT id FROM doctors WHERE name = ? AND {_IS_SAME}"  # noqa: S608 - our own names
_INDEXES = """
CREATE INDEX pages_url ON pages (url);
CREATE INDEX answers_page ON answers (page_id);
CREATE INDEX answers_doctor ON answers (doctor_id);
CREATE INDEX warnings_page ON warnings (page_id);
"""


def to_sqlite(lines: Path, target: Path) -> None:
    """Make the database of the records in a file of JSON Lines.

    A doctor with a name is one row however often they answer, if what the bylines say of them is the same (but for
    rating and reviews, which change and stand with the answer). Credentials, tags and robots are JSON arrays.
    """
    with closing(sqlite3.connect(target, isolation_level=None)) as database, lines.open(encoding="utf-8") as stream:
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        for line in stream:
            _insert_page(database, QAPage.model_validate_json(line))
        database.execute("COMMIT")
        database.executescript(_INDEXES)


def _insert_page(database: sqlite3.Connection, page: QAPage) -> None:
    values = (
        *_values(page, _PAGE),
        *_values(page.question, _QUESTION),
        *_provenance(page.provenance),
        _json(page.columns),
    )
    page_id = _free_id(database, page)
    places = ", ".join("?" * (len(values) + 1))
    database.execute(f"INSERT INTO pages VALUES ({places})", (page_id, *values))  # noqa: S608 - our own names
    for answer in page.answers:
        doctor_id = _doctor_id(database, answer.doctor) if answer.doctor else None
        own = (*_values(answer, _ANSWER), *_values(answer.doctor or _NOBODY, _CHANGED))
        _insert(database, "answers", (page_id, doctor_id, *own))
    for warning in page.warnings:
        _insert(database, "warnings", (page_id, warning.code.value, warning.message, warning.answer))


def _free_id(database: sqlite3.Connection, page: QAPage) -> str:
    """The record's identity, or another if two things of one name (in an archive, say) ask the same."""
    identities = (record_id(page, copy) if copy else page.id or record_id(page) for copy in count())
    taken = "SELECT 1 FROM pages WHERE id = ?"
    return next(one for one in identities if not database.execute(taken, (one,)).fetchone())


def _values(part: RecordPart, fields: Iterable[Field]) -> Iterator[object]:
    for field in fields:
        value = getattr(part, field.name)
        yield json.dumps(value, ensure_ascii=False) if field.holds in _LISTS else value


def _json(columns: Mapping[str, Scalar] | None) -> str | None:
    return None if columns is None else json.dumps(columns, ensure_ascii=False)


def _provenance(found: Provenance | None) -> tuple[str | None, int | None, str | None]:
    return (found.fetched_at, found.status, json.dumps(found.robots)) if found else (None, None, None)


def _doctor_id(database: sqlite3.Connection, doctor: Doctor) -> int:
    values = tuple(_values(doctor, _DOCTOR))
    known = database.execute(_FIND_DOCTOR, (doctor.name, *values)).fetchone()
    return int(known[0]) if known else _insert(database, "doctors", values)


def _insert(database: sqlite3.Connection, table: str, values: tuple[object, ...]) -> int:
    places = ", ".join("?" * len(values))
    row = database.execute(f"INSERT INTO {table} VALUES (NULL, {places})", values)  # noqa: S608 - our own names
    return int(row.lastrowid or 0)
