"""A few fixtures as pages of a fit."""

from functools import cache

from extractor.evaluation.gold import gold_pages
from extractor.fit.gold_paths import Chain, Page, chains_of
from tests.paths import FIXTURES


@cache
def pages(folder: str) -> list[Page]:
    """The first text pages of a folder of fixtures."""
    return all_pages(folder)[:4]


@cache
def all_pages(folder: str) -> list[Page]:
    """All text pages of a folder of fixtures."""
    found = [page for page in gold_pages(FIXTURES / folder) if page.path.suffix == ".txt"]
    return [Page(page.name, folder, page.name, page.path.read_text(encoding="utf-8"), page.records) for page in found]


@cache
def taught(folder: str) -> list[tuple[Page, list[Chain]]]:
    """The pages with their chains."""
    return [(page, chains_of(page)) for page in pages(folder)]
