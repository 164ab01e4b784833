"""A page's text gives the same record whether it comes as text or as HTML."""

from pathlib import Path
from typing import Any

import pytest

from extractor.document import Document
from extractor.evaluation.gold import GoldPage
from extractor.reading import read
from extractor.records import QAPage, WarningCode
from tests.long import some_of
from tests.readers.html.renderings import RENDERINGS
from tests.readings import fixture_pages, page_text, records_of

INDENTED = {"generic/asker-i-run-about-25-miles.txt", "generic/indented-answer-signed.txt"}
"""Pages of which the margins say what the lines are; a browser shows none, so that they are read as without."""
PAGES = [page for page in fixture_pages() if page.path.suffix == ".txt"]


def test_there_are_pages() -> None:
    assert len(PAGES) > 100


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES])
def test_html_gives_the_record_of_its_text(page: GoldPage) -> None:
    records = read(Document(_without_margins(page.path))) if page.name in INDENTED else records_of(page.path)
    expected = [_folded(record) for record in records]
    for render in some_of(RENDERINGS, page.name):
        found = [_folded(record) for record in read(Document(render(page_text(page.path))))]
        assert found == expected, render.__name__


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES if page.name in INDENTED])
def test_a_page_that_lost_the_margins_that_tell_its_lines_is_flagged(page: GoldPage) -> None:
    (record,) = read(Document(_without_margins(page.path)))
    assert WarningCode.DOUBTFUL_BOUNDARY in {warning.code for warning in record.warnings}


def _without_margins(path: Path) -> str:
    return "\n".join(line.strip() for line in page_text(path).splitlines())


def _folded(record: QAPage) -> Any:
    """Without what must differ: white space inside lines, places, and how sure the reader is."""
    return _fold(record.model_dump(exclude={"confidence", "digest", "id", "spans", "text"}))


def _fold(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: _fold(held) for key, held in value.items() if key not in ("confidence", "span", "line", "message")}
    return [_fold(held) for held in value] if isinstance(value, list | tuple) else value
