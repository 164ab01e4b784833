"""What the fixtures give, read once by each process that tests."""

from functools import cache
from pathlib import Path

from extractor import QAPage, extract_records
from extractor.evaluation.gold import GoldPage, gold_pages
from tests.paths import FIXTURES


@cache
def fixture_pages() -> list[GoldPage]:
    """The pages in `fixtures/` with their gold records."""
    return gold_pages(FIXTURES)


@cache
def page_text(path: Path) -> str:
    """The page in a file as text."""
    return path.read_text(encoding="utf-8", errors="replace")


@cache
def records_of(path: Path) -> tuple[QAPage, ...]:
    """The records of that text, with spans."""
    return tuple(extract_records(page_text(path), spans=True))
