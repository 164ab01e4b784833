"""A page's text gives the same record whether it comes as text or as HTML."""

from collections.abc import Callable
from typing import Any

import pytest

from extractor.document import Document
from extractor.evaluation.gold import GoldPage, gold_pages
from extractor.reading import read
from extractor.records import QAPage
from tests.paths import FIXTURES
from tests.readers.html.renderings import RENDERINGS
from tests.readings import page_text, records_of

INDENTED = "generic/indented-answer-signed.txt"
"""A page of which the margins say what the lines are; a browser shows none."""
PAGES = [page for page in gold_pages(FIXTURES) if page.path.suffix == ".txt" and page.name != INDENTED]


def test_there_are_pages() -> None:
    assert len(PAGES) > 100


@pytest.mark.parametrize("render", RENDERINGS, ids=lambda render: render.__name__)
@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES])
def test_html_gives_the_record_of_its_text(page: GoldPage, render: Callable[[str], str]) -> None:
    expected = [_folded(record) for record in records_of(page.path)]
    assert [_folded(record) for record in read(Document(render(page_text(page.path))))] == expected


def _folded(record: QAPage) -> Any:
    """Without what must differ: white space inside lines, places, and how sure the reader is."""
    return _fold(record.model_dump(exclude={"confidence", "digest", "id", "spans", "text"}))


def _fold(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: _fold(held) for key, held in value.items() if key not in ("confidence", "span", "line", "message")}
    return [_fold(held) for held in value] if isinstance(value, list | tuple) else value
