"""Every page in `fixtures/` is a test: it gives the record that stands beside it, with spans that are true."""

import json
import tomllib

import pytest

from extractor import Document, Failure, QAPage, extract_all
from extractor.encodings import decode_document
from extractor.evaluation.gold import GoldPage
from tests.paths import FIXTURES, TESTS
from tests.readings import fixture_pages
from tests.spans import check_spans

KNOWN_FAILURES = {
    name: reason
    for reason, names in tomllib.loads((TESTS / "known_failures.toml").read_text(encoding="utf-8")).items()
    for name in names
}
PAGES = fixture_pages()
WALLS = {"negative/bot-check.txt", "negative/html-challenge.html"}
"""Of the pages without a record those that stand before one."""


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES])
def test_a_page_gives_its_record(page: GoldPage, request: pytest.FixtureRequest) -> None:
    if page.name in KNOWN_FAILURES:
        request.applymarker(pytest.mark.xfail(reason=KNOWN_FAILURES[page.name], strict=True))
    found = list(extract_all([page.path], spans=True))
    if not page.records:
        reason = "blocked" if page.name in WALLS else "not-a-qa-page"
        assert [result.reason for result in found if isinstance(result, Failure)] == [reason]
    records = [result for result in found if isinstance(result, QAPage)]
    assert len(records) == len(page.records)
    for record, gold in zip(records, page.records, strict=True):
        assert _content(record, gold) == _content(gold, gold)
        check_spans(record, decode_document(Document(page.path.read_bytes())).text)


def _content(record: QAPage, gold: QAPage) -> str:
    """What gold fixes: question, count and answers; how sure the reader is of them is not part of it."""
    answers = [answer.model_dump(exclude={"confidence"}) for answer in record.answers]
    fixed = record.model_dump(include={"question", "declared_answer_count", *({"site", "url"} & gold.model_fields_set)})
    return json.dumps(fixed | {"answers": answers}, indent=1, ensure_ascii=False)


def test_known_failures_are_fixtures() -> None:
    assert KNOWN_FAILURES.keys() <= {page.name for page in PAGES}


def test_every_site_has_fixtures() -> None:
    families = [page.family.partition("/")[0] for page in PAGES]
    sites = [path.stem for path in (FIXTURES.parent / "extractor" / "sites").glob("*.py") if path.stem != "__init__"]
    assert len(families) >= 60
    assert [site for site in sites if families.count(site) < 3] == []
