"""The front door: a document gives its records, or one failure with a reason."""

from dataclasses import replace

import pytest

from extractor.document import Document
from extractor.errors import Reason, UnreadableDocument
from extractor.reading import examine, outcome, read
from extractor.records import Failure, QAPage, WarningCode
from tests.test_api import PAGE


def test_a_page_and_those_that_go_on_with_it_are_one_record() -> None:
    further = PAGE.replace("Anna Berg", "Carla Weiss").replace("Most of it", "All of it").replace("Luis", "Luca")
    document = Document(PAGE.replace("Answers 2", "Answers 5"), next_pages=(Document(further),))
    (record,) = read(document)
    assert [answer.position for answer in record.answers] == list(range(1, len(record.answers) + 1))
    assert len(record.answers) > 2
    (cut,) = read(replace(document, next_pages=(), missing_page="page 2 (timeout: slow)"))
    assert WarningCode.TRUNCATED_PAGE in {warning.code for warning in cut.warnings}


def test_reading_and_examining_see_the_same() -> None:
    (record,) = read(Document(PAGE), spans=True)
    (seen,) = examine(Document(PAGE)).records
    assert seen.answers == record.answers
    assert seen.spans == record.spans


@pytest.mark.parametrize(
    ("error", "reason"),
    [(UnreadableDocument(Reason.BINARY, "so"), Reason.BINARY), (ZeroDivisionError("x"), Reason.INTERNAL_ERROR)],
)
def test_what_a_reader_raises_is_a_failure_of_the_page(error: Exception, reason: Reason) -> None:
    def failing(_: Document) -> list[QAPage]:
        raise error

    found = outcome(Document("Why?", "a.txt"), failing)
    assert isinstance(found, Failure)
    assert (found.source, found.reason) == ("a.txt", reason)


def test_running_out_of_memory_is_not_the_page_s_affair() -> None:
    def eating(_: Document) -> list[QAPage]:
        raise MemoryError

    with pytest.raises(MemoryError):
        outcome(Document("Why?"), eating)


def test_a_page_without_a_record_says_why() -> None:
    found = outcome(Document("The licence is printed below.\n", "a.txt"), read)
    assert isinstance(found, Failure)
    assert found.reason is Reason.NOT_A_QA_PAGE
