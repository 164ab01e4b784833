"""Records in a notebook: shown as text in tables, whatever a page says, and made data frames of."""

from pathlib import Path

import pytest

from extractor import QAPage, UnreadableDocument, UsageError, extract, extract_records
from extractor.records import Answer, Doctor, Question, doubt
from extractor.records.notebook import Records
from extractor.records.rows import COLUMNS, rows
from tests.test_api import PAGE

SCRIPT = "<script>alert(1)</script>"


def test_a_record_shows_itself() -> None:
    page = extract(PAGE)
    shown = page._repr_html_()
    for answer in page.answers:
        assert answer.doctor is not None
        assert f"{answer.doctor.name}" in shown
    assert shown.count("<tr>") == 1 + len(page.answers)


def test_what_a_page_says_is_text() -> None:
    page = QAPage(question=Question(title=SCRIPT), answers=(Answer(position=1, doctor=Doctor(name=SCRIPT)),))
    for shown in (page._repr_html_(), Records([page])._repr_html_()):
        assert "<script" not in shown
        assert "&lt;script&gt;" in shown


def test_many_records_are_shown_in_part() -> None:
    assert "and 150 more" in Records([QAPage()] * 200)._repr_html_()
    assert "more" not in Records([QAPage()] * 50)._repr_html_()


def test_a_warning_is_named_once() -> None:
    doubtful = QAPage(warnings=(doubt.found_by_shape(), doubt.unread_bylines()))
    assert Records([doubtful])._repr_html_().count("<td>doubtful-page</td>") == 1


def test_data_frames_have_the_rows_of_the_csv() -> None:
    records = extract_records(PAGE)
    expected = [list(row.values()) for page in records for row in rows(page)]
    frame = records.to_frame()
    assert list(frame.columns) == list(COLUMNS)
    assert frame.astype(object).where(frame.notna(), None).to_numpy().tolist() == expected
    table = records.to_frame("arrow")
    assert (table.column_names, [list(row.values()) for row in table.to_pylist()]) == (list(COLUMNS), expected)
    polars = pytest.importorskip("polars")
    assert records.to_frame("polars").equals(polars.DataFrame(expected, schema=list(COLUMNS), orient="row"))
    assert list(Records().to_frame().columns) == list(COLUMNS)


def test_a_page_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    page = extract(path)
    assert (page.source, page.answers) == (str(path), extract(PAGE).answers)
    with pytest.raises(UsageError, match=r"is the name of a file.*Path\("):
        extract(str(path))
    with pytest.raises(UnreadableDocument, match="does not exist"):
        extract(tmp_path / "none.txt")
    (tmp_path / "rows.jsonl").write_text('{"text": "a"}\n{"text": "b"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="several pages"):
        extract(tmp_path / "rows.jsonl")


@pytest.mark.parametrize("text", ["Why? " * 200, "Why?\0"])
def test_a_page_in_one_line_is_no_name(text: str) -> None:
    assert extract_records(text) == []
