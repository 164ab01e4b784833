import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extractor
from extractor import (
    Document,
    Failure,
    NoRecord,
    QAPage,
    Reason,
    SeveralRecords,
    UnreadableDocument,
    UsageError,
    api,
    extract,
    extract_all,
    extract_records,
)
from extractor.sinks import to_json
from tests.paths import FIXTURES
from tests.readings import fixture_pages, page_text
from tests.spans import check_spans

PAGE = """Swollen Nose After Four Months. Is This Normal?

My nose is still wide after surgery.

Doctor Answers 2

Swelling takes a year

+3

Most of it is gone after three months, the tip takes longest.

Anna Berg, MD
Boston Plastic Surgeon
4.9 out of 5 stars 128 reviews

Give it time

+1

Tape it at night.

Luis Ortega, MD, FACS
Miami Facial Plastic Surgeon
5.0 out of 5 stars 12 reviews

These answers are for educational purposes and should not be relied upon as a substitute for medical advice.
"""
SEVERAL = next(page for page in fixture_pages() if len(page.records) > 1)
FIXTURE_TEXTS = [page_text(page.path) for page in fixture_pages() if page.path.suffix == ".txt"]


def test_one_page_gives_its_record() -> None:
    page = extract(PAGE)
    assert page.question.title == "Swollen Nose After Four Months. Is This Normal?"
    assert [answer.doctor and answer.doctor.name for answer in page.answers] == ["Anna Berg", "Luis Ortega"]
    assert (page.declared_answer_count, page.warnings, page.source, page.spans) == (2, (), None, None)
    assert page.confidence >= 0.9


def test_text_bytes_and_documents_give_the_same_record() -> None:
    expected = extract(PAGE)
    assert extract(PAGE.encode()) == extract(Document(PAGE)) == expected
    other = extract(PAGE.encode("utf-16"))
    assert other.digest != expected.digest
    assert other.model_copy(update={"digest": expected.digest}) == expected


def test_the_address_chooses_the_layout_and_goes_into_the_record() -> None:
    address = "https://www.freeadvice.com/legal/deposit"
    text = "May he keep it?\n\nQ: I moved out in May. Is it mine?\n\nA: It is yours, ask him for it.\n\nRead more"
    assert [(page.url, page.site) for page in extract_records(text)] == [(None, None)]
    labelled = text.replace("Q:", "Question Details:").replace("A:", "A.B., Member, New York Bar\n\n")
    assert [(page.url, page.site) for page in extract_records(labelled, url=address)] == [(address, "freeadvice")]
    known = Document(PAGE, source="page.txt", url="https://www.realself.com/question/1")
    page = extract(known, url="https://realself.com/question/2")
    assert (page.url, page.source, page.site) == ("https://realself.com/question/2", "page.txt", "realself")


def test_a_page_of_several_questions_has_no_single_record() -> None:
    text = SEVERAL.path.read_text(encoding="utf-8")
    assert len(extract_records(text)) == len(SEVERAL.records)
    with pytest.raises(SeveralRecords, match=rf"{len(SEVERAL.records)} questions; extract_records"):
        extract(text)


def test_a_page_without_a_question_has_no_record() -> None:
    licence = (FIXTURES.parent / "LICENSE").read_text(encoding="utf-8")
    assert extract_records(licence) == []
    with pytest.raises(NoRecord, match="no question with answers"):
        extract(licence)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b" \n", "empty"), (bytes(range(256)) * 20, "binary"), (b"\x81\x8d caf\xe9 " * 9, "undecodable")],
)
def test_what_cannot_be_read_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        extract(content)
    assert caught.value.reason == reason


def test_many_inputs_give_records_and_failures_in_order(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "2.txt").write_bytes(b"")
    (tmp_path / "3.txt").write_text((FIXTURES.parent / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
    inputs: list[str | Path | Document] = [
        tmp_path,
        str(tmp_path / "none.txt"),
        Document(b"\x00" * 50, source="junk"),
        str(tmp_path / "?.txt"),
    ]
    found = list(extract_all(inputs))
    assert [result.reason if isinstance(result, Failure) else "record" for result in found] == [
        *("record", "empty", "not-a-qa-page"),
        *("missing", "binary"),
        *("record", "empty", "not-a-qa-page"),
    ]
    assert found[0].source == str(tmp_path / "1.txt")


def test_many_inputs_are_taken_in_one_at_a_time() -> None:
    taken = []

    def inputs() -> Iterator[Document]:
        for number in range(5):
            taken.append(number)
            yield Document(PAGE, source=str(number))

    results = extract_all(inputs())
    assert [next(results).source, next(results).source] == ["0", "1"]
    assert taken == [0, 1]


def test_files_above_the_limit_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    (found,) = extract_all([path], max_size=100)
    assert isinstance(found, Failure)
    assert found.reason is Reason.TOO_LARGE
    (found,) = extract_all([path], max_size=len(PAGE))
    assert isinstance(found, QAPage)


def test_a_defect_in_reading_a_page_does_not_take_the_others_along(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_on_first(document: Document, *, spans: bool, **_: object) -> list[QAPage]:
        if document.source == "1" and not spans:
            raise ZeroDivisionError("division by zero")
        return [QAPage(source=document.source)]

    monkeypatch.setattr(api, "read", fail_on_first)
    first, second = extract_all([Document("a", source="1"), Document("b", source="2")])
    assert isinstance(first, Failure)
    assert (first.reason, second.source) == (Reason.INTERNAL_ERROR, "2")
    assert "ZeroDivisionError: division by zero" in first.detail


@given(
    st.text()
    | st.lists(st.sampled_from(sorted({line for text in FIXTURE_TEXTS for line in text.split("\n")}))).map("\n".join)
)
def test_any_text_gives_records_or_a_documented_error(text: str) -> None:
    with suppress(UnreadableDocument):
        check_records(extract_records(text, spans=True), text)


@given(st.binary())
def test_any_bytes_give_records_or_a_documented_error(content: bytes) -> None:
    with suppress(UnreadableDocument):
        assert all(isinstance(record, QAPage) for record in extract_records(content))


def check_records(records: list[QAPage], text: str) -> None:
    """Reading twice gives the same, JSON keeps it, spans are true."""
    assert records == extract_records(text, spans=True)
    for record in records:
        assert QAPage.model_validate_json(to_json(record)) == record
        check_spans(record, text)


@pytest.mark.parametrize("pool", [ThreadPoolExecutor(2), ProcessPoolExecutor(2, get_context("spawn"))])
def test_pages_can_be_read_at_the_same_time(pool: Executor) -> None:
    texts = FIXTURE_TEXTS[:40]
    with pool:
        assert list(pool.map(extract_records, texts)) == [extract_records(text) for text in texts]


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys, extractor; print(sorted(sys.modules.keys() & {'pydantic', 'lxml', 'requests', 'rich', 'bs4'}))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    assert done.stdout == "[]\n"


def test_every_public_name_is_there_and_documented() -> None:
    for name in extractor.__all__:
        assert getattr(extractor, name).__doc__, name
    with pytest.raises(AttributeError, match="'nothing'"):
        _ = extractor.nothing


def test_text_with_other_line_ends_gives_the_same_record() -> None:
    other = extract(PAGE.replace("\n", "\r\n"))
    assert other.digest != extract(PAGE).digest
    assert other.model_copy(update={"digest": None}) == extract(PAGE).model_copy(update={"digest": None})


def test_a_page_of_one_line_that_no_file_could_be_called_is_read() -> None:
    assert extract_records("Is it normal? " * 70) == []


@pytest.mark.parametrize("page", [None, 5, ["a page"]])
def test_what_is_no_page_at_all_is_refused(page: object) -> None:
    with pytest.raises(UsageError, match=f"a page is text, bytes, a Path or a Document, not {type(page).__name__}"):
        extract_records(page)  # type: ignore[arg-type] # what nobody should give
