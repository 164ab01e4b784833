import csv
import io
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import OutputError, UsageError
from extractor.records import Answer, Doctor, QAPage, Question, WarningCode
from extractor.records import Warning as Doubt
from extractor.records.rows import COLUMNS, rows
from extractor.sinks import open_sink, to_json
from tests.strategies import pages

PAGE = QAPage(
    source="a.txt",
    question=Question(title="Is it normal?", body='Two lines,\nand "quotes".'),
    answers=(
        Answer(position=1, headline="=SUM(A1)", body="Yes.", votes=-3, accepted=True, confidence=0.5),
        Answer(position=2, doctor=Doctor(name="Ada Example", credentials=("MD", "FACS"), rating=4.9, reviews=12)),
    ),
    warnings=(
        Doubt(code=WarningCode.COUNT_MISMATCH, message="3 declared, 2 found"),
        Doubt(code=WarningCode.DOUBTFUL_BOUNDARY, message="headline or body", answer=2),
    ),
)


def written(name: str, records: list[QAPage], *, excel: bool = False) -> str:
    stream = io.StringIO()
    with open_sink(name, stream, excel=excel) as sink:
        for record in records:
            sink.write(record)
    return stream.getvalue()


def spelled(cell: object) -> str:
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


@given(st.lists(pages, max_size=3))
def test_json_read_back_gives_the_same_records(records: list[QAPage]) -> None:
    assert [QAPage.model_validate_json(json.dumps(item)) for item in json.loads(written("json", records))] == records


@given(st.lists(pages, max_size=3))
def test_json_lines_read_back_give_the_same_records(records: list[QAPage]) -> None:
    lines = written("jsonl", records).split("\n")
    assert [QAPage.model_validate_json(line) for line in lines[:-1]] == records
    assert lines[-1] == ""


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


def test_spans_are_written_only_when_kept() -> None:
    assert "spans" not in to_json(PAGE)
    assert '"spans":{"/url":[[0,3]]}' in to_json(PAGE.model_copy(update={"spans": {"/url": ((0, 3),)}}))


def test_an_empty_array_is_json() -> None:
    assert json.loads(written("json", [])) == []


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "page.json"
    with open_sink("json", target) as sink:
        sink.write(PAGE)
        assert not target.exists()
    assert [QAPage.model_validate(item, strict=False) for item in json.loads(target.read_bytes())] == [PAGE]
    assert [path.name for path in target.parent.iterdir()] == ["page.json"]


def test_a_file_that_was_not_finished_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "page.json"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), open_sink("json", target):
        raise ZeroDivisionError
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.json"]


def test_an_unwritable_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(OutputError, match=r"cannot write .*page\.csv"),
        open_sink("csv", tmp_path / "file" / "page.csv"),
    ):
        pass


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="choose from json, jsonl, csv"), open_sink("xlsx", io.StringIO()):
        pass
