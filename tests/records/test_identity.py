"""Identities are the same in every run, and differ where records do."""

from hashlib import sha256

from extractor import Document, extract_all
from extractor.records import QAPage, Question
from extractor.records.identity import identified, record_id
from tests.test_api import PAGE

_PAGE = QAPage(source="a.txt", question=Question(title="Is it normal?", body="It hurts."))


def test_the_identity_depends_on_source_and_question_alone() -> None:
    assert record_id(_PAGE) == record_id(_PAGE.model_copy(update={"confidence": 0.5, "site": "realself"}))
    others: list[dict[str, object]] = [
        {"source": "b.txt"},
        {"question": Question(title="Is it normal?")},
        {"question": Question(body="It hurts.")},
    ]
    assert len({record_id(_PAGE), *(record_id(_PAGE.model_copy(update=other)) for other in others)}) == 1 + len(others)


def test_the_identity_is_the_one_of_earlier_releases() -> None:
    assert record_id(_PAGE) == "aceefdfed730467fa18fff7c38fce919"


def test_the_same_question_again_in_a_source_gives_another_identity_each_time() -> None:
    found = [page.id for page in identified([_PAGE, _PAGE, _PAGE])]
    assert found == [record_id(_PAGE), record_id(_PAGE, 1), record_id(_PAGE, 2)]
    assert len(set(found)) == 3


def test_every_record_that_is_read_has_its_identity() -> None:
    (page,) = extract_all([Document(PAGE.encode(), source="a.txt")])
    assert isinstance(page, QAPage)
    assert page.id == record_id(page)


def test_every_record_that_is_read_has_the_digest_of_its_page() -> None:
    (page,) = extract_all([Document(PAGE.encode(), source="a.txt")])
    (same,) = extract_all([Document(PAGE, source="b.txt")])
    assert isinstance(page, QAPage)
    assert isinstance(same, QAPage)
    assert page.digest == same.digest == sha256(PAGE.encode()).hexdigest()
