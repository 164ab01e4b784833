"""Sample pages whose gold was written by others, where they are at hand."""

import re

import pytest

from extractor import QAPage, extract, extract_all
from extractor.evaluation.comparison import score_page
from extractor.evaluation.gold import GoldPage
from extractor.evaluation.scores import Evaluation, summarise
from tests.samples import SAMPLES, SEED, sample_pages

pytestmark = pytest.mark.skipif(not SAMPLES.exists(), reason="the sample pages are not beside the project")


def evaluate(pages: list[GoldPage]) -> Evaluation:
    return summarise(
        score_page(page.records, [one for one in extract_all([page.path]) if isinstance(one, QAPage)], page.name)
        for page in pages
    )


def is_full_page(page: GoldPage) -> bool:
    """Whether it is a RealSelf page with its count line, in one of today's two shapes."""
    text = page.path.read_text(encoding="utf-8")
    return bool(re.search(r"^Doctor Answers \d+\s*$", text, re.MULTILINE)) and "Ask a doctor" not in text


def test_the_seed_is_read_exactly_and_surely() -> None:
    (page,) = sample_pages(SEED)
    record = extract(page.path.read_bytes())
    assert score_page(page.records, [record]).differences == ()
    assert record.warnings == ()
    assert min(answer.confidence for answer in record.answers) >= 0.9


def test_full_pages_are_right_or_flagged() -> None:
    figures = evaluate([page for page in sample_pages(SAMPLES / "realself") if is_full_page(page)])
    assert figures.exact >= 0.9 * figures.pages
    assert figures.unflagged_wrong == ()


def test_all_families_are_right_or_flagged() -> None:
    figures = evaluate(sample_pages(SAMPLES / "realself"))
    assert figures.micro.f1 >= 0.985
    assert figures.exact >= 0.85 * figures.pages
    assert figures.unflagged_wrong == ()
    assert figures.flagged_right <= 0.1 * figures.exact


def test_other_sites_are_read() -> None:
    folders = [folder for folder in sorted(SAMPLES.iterdir()) if folder.is_dir() and folder.name != "realself"]
    figures = evaluate([page for folder in folders for page in sample_pages(folder)])
    assert figures.micro.f1 >= 0.95
