"""The table of answers in SQL: made by a real database, and one row for an answer however often it is loaded."""

import sqlite3
from contextlib import closing

import duckdb
import pytest

from extractor.records.rows import COLUMNS
from extractor.records.sql import Dialect, table_sql


def test_sqlite_makes_it_and_keeps_an_answer_once() -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(table_sql(Dialect.SQLITE))
        assert [row[1] for row in database.execute("PRAGMA table_info(answers)")] == list(COLUMNS)
        insert = "INSERT INTO answers (record_id, answer_position) VALUES (?, ?) ON CONFLICT DO NOTHING"
        database.executemany(insert, [("a", 1), ("a", 1), ("a", None), ("a", None), ("b", 1)])
        assert database.execute("SELECT count(*) FROM answers").fetchone() == (3,)


def test_duckdb_makes_it_under_any_name() -> None:
    database = duckdb.connect()
    database.execute(table_sql(Dialect.DUCKDB, "replies"))
    assert [row[0] for row in database.execute("DESCRIBE replies").fetchall()] == list(COLUMNS)


@pytest.mark.parametrize("dialect", Dialect)
def test_measures_are_floating_numbers_everywhere(dialect: Dialect) -> None:
    line = next(line for line in table_sql(dialect).splitlines() if line.strip().startswith("rating "))
    assert line.split()[1].rstrip(",") in ("DOUBLE", "REAL")
