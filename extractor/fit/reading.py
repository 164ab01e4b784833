"""Pages read by weights that are tried: what comes out, by how much, and whether it is right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.evaluation.comparison import PageScore, score_page
from extractor.fit.gold_paths import Page
from extractor.readers.text.acceptance.believed import read_accepted
from extractor.readers.text.drafts import drafts_of
from extractor.readers.text.page import TextPage
from extractor.readers.text.records import with_records
from extractor.readers.text.weights import NUMBERS, Weights
from extractor.sites import all_layouts

Numbers = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ScoredPage:
    """A page as it was read: its score, and of every answer found the margin and whether it is right."""

    page: Page
    score: PageScore
    answers: Sequence[tuple[float, bool]]


def scored(page: Page, numbers: Numbers) -> ScoredPage:
    """What becomes of a page by the shipped weights, with these in the place of theirs."""
    read = read_accepted(TextPage(page.text), all_layouts(), weights=_weights(tuple(numbers.items())))
    records = with_records(read, None, None, spans=False).records if read else []
    score = score_page(page.records, records, page.name, page.family)
    margins = [answer.margin for draft in drafts_of(read).pages for answer in draft.answers] if read else []
    # answers are scored in the order of the records only where there is one record
    answers = [(margins[one.position - 1], one.is_right) for one in score.answers] if len(records) == 1 else []
    return ScoredPage(page, score, answers)


@lru_cache(maxsize=2)
def _weights(numbers: tuple[tuple[str, float], ...]) -> Weights:
    """Remembered, so that what is solved by them once serves the pages that follow."""
    return Weights({**NUMBERS, **dict(numbers)})
