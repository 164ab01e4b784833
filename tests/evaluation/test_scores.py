from extractor import Answer, Warning, WarningCode  # noqa: A004 - the record's word
from extractor.evaluation.comparison import Confusion, score_page
from extractor.evaluation.scores import evaluate_families, summarise
from tests.evaluation.examples import FIRST, GOLD, SECOND, with_answers

FLAGGED = (Warning(code=WarningCode.COUNT_MISMATCH, message="the page declares 2 answers"),)
FIELDS_OF_FIRST, FIELDS_OF_SECOND = 8, 2


def test_a_page_without_record_is_missed_whole_and_not_flagged() -> None:
    figures = summarise([score_page([GOLD], [], "page.txt")])
    assert (figures.pages, figures.without_record, figures.exact, figures.unflagged_wrong) == (1, 1, 0, ("page.txt",))
    assert figures.micro == Confusion(missed=FIELDS_OF_FIRST + FIELDS_OF_SECOND)
    assert figures.fields["question_title"] == Confusion(missed=1)


def test_flags_are_counted_on_wrong_and_on_right_pages() -> None:
    flagged = GOLD.model_copy(update={"warnings": FLAGGED})
    wrong = flagged.model_copy(update={"answers": (FIRST,)})
    pairs = [([GOLD], [flagged]), ([GOLD], [wrong]), ([GOLD], [GOLD]), ([GOLD], [with_answers(SECOND)])]
    figures = summarise(score_page(gold, found, str(number)) for number, (gold, found) in enumerate(pairs))
    assert (figures.exact, figures.flagged_right, figures.flagged_wrong, figures.unflagged_wrong) == (2, 1, 1, ("3",))


def test_a_record_of_a_negative_is_false_and_counts_in_the_calibration_only() -> None:
    figures = summarise([score_page([], [GOLD]), score_page([], [])])
    assert (figures.pages, figures.negatives, figures.false_records) == (0, 2, 1)
    assert figures.micro == Confusion()
    assert figures.confident.answers == 1
    assert figures.confident.accuracy == 0.0


def test_reliability_sets_confidence_against_accuracy() -> None:
    confidences = [1.0, 0.98, 0.95, 0.92, 0.92, 0.3]
    answers = [Answer(position=n, body=f"body {n}", confidence=c) for n, c in enumerate(confidences, 1)]
    gold = [*answers[:4], answers[4].model_copy(update={"headline": "missed"})]
    figures = summarise([score_page([with_answers(*gold)], [with_answers(*answers)])])
    bins = {one.low: (one.answers, one.confidence, one.accuracy) for one in figures.reliability if one.answers}
    assert bins == {0.98: (2, 0.99, 1.0), 0.95: (1, 0.95, 1.0), 0.9: (2, 0.92, 0.5), 0.0: (1, 0.3, 0.0)}
    assert (figures.confident.answers, figures.confident.accuracy) == (5, 0.8)


def test_families_are_summed_apart_and_together() -> None:
    figures = evaluate_families([score_page([GOLD], [GOLD], family="b"), score_page([GOLD], [], family="a")])
    assert {family: (one.pages, one.exact) for family, one in figures.items()} == {
        "all": (2, 1),
        "a": (1, 0),
        "b": (1, 1),
    }
