"""What comparisons of many pages amount to: figures per field, pages exactly right, wrong ones flagged, calibration."""

from collections.abc import Iterable, Iterator, Sequence

from extractor.evaluation.comparison import ANSWER_FIELDS, AnswerScore, Confusion, PageScore, Scored, all_fields, share

BIN_EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98)
"""Lower edges of the bins of the reliability table."""
ALL = "all"
"""The family of all pages together."""
CONFIDENT = 0.9
"""The confidence from which on an answer is said to be sure."""


class Bin(Scored):
    """Answers whose confidence is at least `low`, below the next bin's: mean confidence and observed accuracy."""

    low: float
    answers: int
    confidence: float
    accuracy: float


class Evaluation(Scored):
    """The figures of a set of pages.

    Pages of which no record is expected are negatives: they count in the calibration, but not in the fields' figures.
    """

    pages: int
    without_record: int
    exact: int
    segmented: int
    flagged_wrong: int
    flagged_right: int
    unflagged_wrong: tuple[str, ...]
    negatives: int
    false_records: int
    fields: dict[str, Confusion]
    micro: Confusion
    reliability: tuple[Bin, ...]
    confident: Bin


def summarise(scores: Iterable[PageScore]) -> Evaluation:
    """The figures of a set of pages."""
    scores = list(scores)
    positives = [score for score in scores if not score.is_negative]
    wrong = [score for score in positives if not score.is_exact]
    answers = [answer for score in scores for answer in score.answers]
    fields = {field: _total(positives, field) for field in all_fields()}
    return Evaluation(
        pages=len(positives),
        without_record=sum(not score.has_record for score in positives),
        exact=len(positives) - len(wrong),
        segmented=sum(score.is_segmented for score in positives),
        flagged_wrong=sum(score.is_flagged for score in wrong),
        flagged_right=sum(score.is_flagged for score in positives if score.is_exact),
        unflagged_wrong=tuple(score.name for score in wrong if not score.is_flagged),
        negatives=len(scores) - len(positives),
        false_records=sum(score.has_record for score in scores if score.is_negative),
        fields=fields,
        micro=sum((fields[field] for field in ANSWER_FIELDS), Confusion()),
        reliability=tuple(_reliability(answers)),
        confident=_bin(CONFIDENT, [answer for answer in answers if answer.confidence >= CONFIDENT]),
    )


def evaluate_families(scores: Sequence[PageScore]) -> dict[str, Evaluation]:
    """The figures of all pages, as `all`, and of each family."""
    return {family: summarise(members) for family, members in scores_by_family(scores).items()}


def scores_by_family(scores: Sequence[PageScore]) -> dict[str, Sequence[PageScore]]:
    """All pages, as `all`, and those of each family."""
    families = sorted({score.family for score in scores})
    return {ALL: scores} | {family: [score for score in scores if score.family == family] for family in families}


def _total(scores: Iterable[PageScore], field: str) -> Confusion:
    return sum((score.fields.get(field, Confusion()) for score in scores), Confusion())


def _reliability(answers: Sequence[AnswerScore]) -> Iterator[Bin]:
    for low, high in zip(BIN_EDGES, (*BIN_EDGES[1:], 2.0), strict=True):
        yield _bin(low, [answer for answer in answers if low <= answer.confidence < high])


def _bin(low: float, answers: Sequence[AnswerScore]) -> Bin:
    return Bin(
        low=low,
        answers=len(answers),
        confidence=share(sum(answer.confidence for answer in answers), len(answers)),
        accuracy=share(sum(answer.is_right for answer in answers), len(answers)),
    )
