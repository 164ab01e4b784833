"""SQLite: tables pages, answers, doctors and warnings with keys between them, as datasette and sqlite-utils like them.

While records come in they are kept as JSON Lines; the database is made of them in one go.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from extractor.records import Answer, Doctor, Provenance, QAPage

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE pages (
    id INTEGER PRIMARY KEY, source TEXT, url TEXT, site TEXT, title TEXT, body TEXT, asker TEXT, location TEXT,
    asked_at TEXT, tags TEXT, declared_answer_count INTEGER, confidence REAL,
    fetched_at TEXT, status INTEGER, robots TEXT
);
CREATE TABLE doctors (
    id INTEGER PRIMARY KEY, name TEXT, credentials TEXT, note TEXT, specialty TEXT, location TEXT, url TEXT
);
CREATE TABLE answers (
    id INTEGER PRIMARY KEY, page_id INTEGER REFERENCES pages (id), position INTEGER, headline TEXT, body TEXT,
    doctor_id INTEGER REFERENCES doctors (id), rating REAL, reviews INTEGER, votes INTEGER, accepted INTEGER,
    answered_at TEXT, url TEXT, confidence REAL
);
CREATE TABLE warnings (
    id INTEGER PRIMARY KEY, page_id INTEGER REFERENCES pages (id), code TEXT, message TEXT, answer_position INTEGER
);
CREATE UNIQUE INDEX same_doctor ON doctors (
    name, credentials, ifnull(note, ''), ifnull(specialty, ''), ifnull(location, ''), ifnull(url, '')
) WHERE name IS NOT NULL;
"""
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
    question = page.question
    values = (
        page.source,
        page.url,
        page.site,
        question.title,
        question.body,
        question.asker,
        question.location,
        question.asked_at,
        json.dumps(question.tags, ensure_ascii=False),
        page.declared_answer_count,
        page.confidence,
        *_provenance(page.provenance),
    )
    page_id = _insert(database, "pages", values)
    for answer in page.answers:
        _insert_answer(database, page_id, answer)
    for warning in page.warnings:
        _insert(database, "warnings", (page_id, warning.code.value, warning.message, warning.answer))


def _provenance(found: Provenance | None) -> tuple[str | None, int | None, str | None]:
    return (found.fetched_at, found.status, json.dumps(found.robots)) if found else (None, None, None)


def _insert_answer(database: sqlite3.Connection, page_id: int, answer: Answer) -> None:
    doctor = answer.doctor
    values = (
        page_id,
        answer.position,
        answer.headline,
        answer.body,
        _doctor_id(database, doctor) if doctor else None,
        doctor.rating if doctor else None,
        doctor.reviews if doctor else None,
        answer.votes,
        answer.accepted,
        answer.answered_at,
        answer.url,
        answer.confidence,
    )
    _insert(database, "answers", values)


def _doctor_id(database: sqlite3.Connection, doctor: Doctor) -> int:
    credentials = json.dumps(doctor.credentials, ensure_ascii=False)
    values = (doctor.name, credentials, doctor.note, doctor.specialty, doctor.location, doctor.url)
    known = database.execute(
        "SELECT id FROM doctors WHERE name = ? AND credentials = ? AND ifnull(note, '') = ifnull(?, '')"
        " AND ifnull(specialty, '') = ifnull(?, '') AND ifnull(location, '') = ifnull(?, '')"
        " AND ifnull(url, '') = ifnull(?, '')",
        values,
    ).fetchone()
    return int(known[0]) if known else _insert(database, "doctors", values)


def _insert(database: sqlite3.Connection, table: str, values: tuple[object, ...]) -> int:
    places = ", ".join("?" * len(values))
    row = database.execute(f"INSERT INTO {table} VALUES (NULL, {places})", values)  # noqa: S608 - our own names
    return int(row.lastrowid or 0)
