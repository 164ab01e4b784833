"""What a fit is worth: pages that it has not seen, before and after, by family; and how far confidences are true."""

from collections.abc import Iterator, Mapping, Sequence

from extractor.evaluation.scores import ALL, Evaluation, by_family
from extractor.fit.reading import Outcome

Figures = Mapping[str, Evaluation]
GENERIC = "generic"
"""The family of pages of no known site, which is what an unseen page most likely is."""


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """The figures of pages, all and by family."""
    return by_family([one.score for one in outcomes])


def silent(evaluation: Evaluation) -> int:
    """Pages that are wrong without a warning."""
    return len(evaluation.unflagged_wrong)


def refusals(before: Figures, after: Figures) -> Iterator[str]:
    """Why the fitted weights are no better than those before them; nothing if they are.

    No family may lose a page, and nothing that is wrong or no Q&A page may pass more often without a warning.
    """
    for family, old in before.items():
        new = after[family]
        if new.exact < old.exact:
            yield f"{family}: {new.exact} of {new.pages} pages are exact, {old.exact} were"
    old, new = before[ALL], after[ALL]
    if silent(new) > silent(old):
        yield f"{silent(new)} pages are wrong without a warning, {silent(old)} were"
    if new.false_records > old.false_records:
        yield f"{new.false_records} pages that are no Q&A pages give a record, {old.false_records} did"


def table(title: str, before: Figures, after: Figures) -> Iterator[str]:
    """The figures by family, before and after; families in which nothing is different are left out."""
    yield f"{title:28}{'pages':>7}{'exact':>12}{'silent':>12}{'right, flagged':>18}{'false records':>17}"
    for family, old in before.items():
        new = after[family]
        if family == ALL or _row(old) != _row(new):
            changes = [f"{one} -> {other}" for one, other in zip(_row(old), _row(new), strict=True)]
            yield f"{family:28}{old.pages:7}{changes[0]:>12}{changes[1]:>12}{changes[2]:>18}{changes[3]:>17}"


def _row(one: Evaluation) -> tuple[int, int, int, int]:
    return one.exact, silent(one), one.flagged_right, one.false_records


def reliability(evaluation: Evaluation) -> Iterator[str]:
    """How many of the answers of about each confidence are right."""
    yield f"{'confidence':>10}{'answers':>9}{'mean':>8}{'right':>8}"
    for one in evaluation.reliability:
        if one.answers:
            yield f"{one.low:10.2f}{one.answers:9}{one.confidence:8.3f}{one.accuracy:8.3f}"
