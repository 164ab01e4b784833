"""SQLite: tables with keys, a row a doctor."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.records import QAPage
from tests.sinks.data_sets import PAGES, written
from tests.strategies import pages


def test_sqlite_has_keys_and_one_row_a_doctor(tmp_path: Path) -> None:
    with closing(sqlite3.connect(written(tmp_path, "sqlite", PAGES))) as database:

        def all_of(query: str) -> list[tuple[object, ...]]:
            return database.execute(query).fetchall()

        assert all_of("SELECT count(*), count(DISTINCT doctor_id) FROM answers WHERE rating = 4.9") == [(3, 1)]
        assert all_of("SELECT count(*) FROM doctors WHERE name IS NULL") == [(3,)]
        assert all_of(
            "SELECT pages.source, doctors.name, answers.body FROM answers JOIN pages ON pages.id = page_id"
            " JOIN doctors ON doctors.id = doctor_id WHERE position = 1 ORDER BY answers.id LIMIT 1"
        ) == [("0.txt", "Ada Example", "So.\n\nIndeed.")]
        assert all_of("SELECT tags FROM pages WHERE rowid = 1") == [('["skin", "sun"]',)]
        assert all_of("SELECT DISTINCT code, answer_position FROM warnings") == [("conflict", 2)]
        assert all_of("PRAGMA foreign_key_check") == []
        assert all_of("PRAGMA integrity_check") == [("ok",)]


@settings(max_examples=15, deadline=None)
@given(st.lists(pages, max_size=3))
def test_sqlite_takes_any_record(tmp_path_factory: pytest.TempPathFactory, records: list[QAPage]) -> None:
    with closing(sqlite3.connect(written(tmp_path_factory.mktemp("sqlite"), "sqlite", records))) as database:
        titles = [title for (title,) in database.execute("SELECT title FROM pages ORDER BY rowid")]
    assert titles == [record.question.title for record in records]
