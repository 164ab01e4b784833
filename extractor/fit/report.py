"""What a fit is worth: pages that it has not seen, before and after, by family; and how far confidences are true."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from extractor.evaluation.comparison import PageScore
from extractor.evaluation.scores import ALL, scores_by_family, summarise
from extractor.fit.reading import ScoredPage


class FamilyFigures(NamedTuple):
    """What became of the pages of a family."""

    pages: int
    exact: int
    silent: int
    """Wrong, or a record of a page that is no Q&A page, and no warning."""
    flagged: int
    """Right, and yet a warning."""
    false: int
    """Records of pages that are no Q&A pages."""


def figures_by_family(outcomes: Sequence[ScoredPage]) -> Mapping[str, FamilyFigures]:
    """The figures of all pages, and by family."""
    return {family: _figures(scores) for family, scores in scores_by_family([one.score for one in outcomes]).items()}


def _figures(scores: Sequence[PageScore]) -> FamilyFigures:
    positives = [score for score in scores if not score.is_negative]
    return FamilyFigures(
        pages=len(scores),
        exact=sum(score.is_exact for score in positives),
        silent=sum(not score.is_exact and not score.is_flagged for score in scores),
        flagged=sum(score.is_exact and score.is_flagged for score in positives),
        false=sum(score.is_negative and score.has_record for score in scores),
    )


def changes(before: Sequence[ScoredPage], after: Sequence[ScoredPage]) -> Mapping[str, bool]:
    """The pages that are exact before or after and not both, by name: whether they are now."""
    pairs = [(old.score, new.score) for old, new in zip(before, after, strict=True)]
    return {new.name: new.is_exact for old, new in pairs if old.is_exact != new.is_exact}


def refusals(before: Sequence[ScoredPage], after: Sequence[ScoredPage]) -> Iterator[str]:
    """Why the fitted weights are no better than those before them; nothing if they are.

    No page may fall that was exact, and nothing may be wrong without a warning more often.
    """
    for name, is_exact in changes(before, after).items():
        if not is_exact:
            yield f"{name} is not exact any more"
    old, new = figures_by_family(before)[ALL].silent, figures_by_family(after)[ALL].silent
    if new > old:
        yield f"{new} pages are wrong without a warning, {old} were"


def table(title: str, before: Mapping[str, FamilyFigures], after: Mapping[str, FamilyFigures]) -> Iterator[str]:
    """The figures by family, before and after; families in which nothing is different are left out."""
    heads = ("exact", "silent", "right, flagged", "false records")
    yield f"{title:28}{'pages':>7}{''.join(f'{head:>16}' for head in heads)}"
    for family, old in before.items():
        new = after[family]
        if family == ALL or old != new:
            cells = [f"{one} -> {other}" for one, other in zip(old[1:], new[1:], strict=True)]
            yield f"{family:28}{old.pages:7}{''.join(f'{cell:>16}' for cell in cells)}"


def reliability(outcomes: Sequence[ScoredPage]) -> Iterator[str]:
    """How many of the answers of about each confidence are right."""
    evaluation = summarise(one.score for one in outcomes)
    yield f"{'confidence':>10}{'answers':>9}{'mean':>8}{'right':>8}"
    for one in evaluation.reliability:
        if one.answers:
            yield f"{one.low:10.2f}{one.answers:9}{one.confidence:8.3f}{one.accuracy:8.3f}"
