"""CSV: a row an answer, as the standard library and spreadsheets read it."""

import csv
import io
import itertools
from pathlib import Path

import duckdb
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import QAPage, Question
from extractor.records.rows import COLUMNS, rows
from tests.sinks.data_sets import PAGES
from tests.sinks.data_sets import written as written_file
from tests.sinks.texts import PAGE, spelled, written
from tests.strategies import pages


@given(st.lists(pages, max_size=3))
def test_csv_is_as_the_standard_library_writes_it(records: list[QAPage]) -> None:
    expected = io.StringIO()
    writer = csv.writer(expected, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in itertools.chain.from_iterable(map(rows, records)):
        writer.writerow(str(cell).lower() if isinstance(cell, bool) else cell for cell in row.values())
    assert written("csv", records) == expected.getvalue()


@given(st.lists(pages, max_size=3))
def test_csv_read_back_gives_the_same_cells(records: list[QAPage]) -> None:
    header, *cells = csv.reader(io.StringIO(written("csv", records), newline=""))
    assert tuple(header) == COLUMNS
    assert cells == [[spelled(cell) for cell in row.values()] for record in records for row in rows(record)]


@given(pages)
def test_excel_finds_no_formula_and_loses_no_text(page: QAPage) -> None:
    text = written("csv", [page], excel=True)
    assert text.startswith("\ufeffsource,url,")
    _, *cells = csv.reader(io.StringIO(text, newline=""))
    for row, read in zip(rows(page), cells, strict=True):
        for cell, shown in zip(row.values(), read, strict=True):
            assert shown in (spelled(cell), "'" + spelled(cell))
            assert not (isinstance(cell, str) and shown.startswith(tuple("=+-@\t\r＝＋－＠")))


def test_a_row_holds_one_answer() -> None:
    first, second = csv.DictReader(io.StringIO(written("csv", [PAGE]), newline=""))
    assert first["answer_headline"] == "=SUM(A1)"
    assert (first["answer_votes"], first["answer_accepted"], first["confidence"]) == ("-3", "true", "0.5")
    assert first["warnings"] == "count-mismatch"
    assert (second["doctor_name"], second["credentials"]) == ("Ada Example", "MD, FACS")
    assert second["warnings"] == "count-mismatch, doubtful-boundary"
    assert first["question_body"] == second["question_body"] == 'Two lines,\nand "quotes".'


def test_a_page_without_answers_is_one_row() -> None:
    (row,) = csv.DictReader(io.StringIO(written("csv", [QAPage(question=Question(title="Why?"))]), newline=""))
    assert (row["question_title"], row["answer_position"], row["confidence"]) == ("Why?", "", "1.0")


def test_the_header_begins_as_designed() -> None:
    assert ",".join(COLUMNS).startswith(
        "source,url,site,question_title,question_body,declared_answer_count,answer_position,answer_headline,"
        "answer_body,doctor_name,credentials,specialty,location,rating,reviews,confidence,warnings,"
    )


def test_csv_in_pandas_and_duckdb(tmp_path: Path) -> None:
    path = written_file(tmp_path, "csv", PAGES)
    frame = pd.read_csv(path)
    assert list(frame["answer_body"][:2]) == ["So.\n\nIndeed.", "No."]
    assert frame["rating"].dtype.kind == "f"
    assert len(frame) == 7
    assert duckdb.read_csv(str(path)).filter("doctor_name = 'Ada Example'").count("*").fetchall() == [(3,)]
