"""Confidence is fitted to how often answers of a margin are right; acceptance to what pages are."""

from math import exp

from extractor.evaluation.comparison import score_page
from extractor.fit.certainty import Case, acceptance, cases, confidence, mistakes
from extractor.fit.gold_paths import Page
from extractor.fit.reading import ScoredPage
from tests.fit.pages import pages

PAGE = Page("one", "one", "one", "", ())


def test_answers_of_little_margin_are_less_sure() -> None:
    answers = [(margin, (number * 7) % 10 < 5 + margin) for margin in (0.0, 1.0, 2.0, 4.0) for number in range(50)]
    fitted = confidence([ScoredPage(PAGE, score_page((), ()), answers)])
    sure = [
        fitted["confidence.most"] / (1 + exp(-fitted["confidence.bias"] - fitted["confidence.margin"] * m))
        for m in (0, 4)
    ]
    assert 0.2 < sure[0] < 0.5
    assert 0.7 < sure[1] < 1


def test_acceptance_learns_what_pages_are() -> None:
    found = [
        Case(({"thread.bias": 1.0, "doctor.case": float(kind == 0)}, {"": -100.0}, {}), kind, str(number // 2 % 2))
        for number, kind in enumerate([0, 2] * 20)
    ]
    names = {"thread.bias": 3.0, "doctor.case": 3.0}
    fitted = acceptance(found, dict.fromkeys(names, 0.0), names)
    assert fitted["thread.bias"] < 0 < fitted["thread.bias"] + fitted["doctor.case"]
    before, after = mistakes(found, {"thread.bias": 1.0, "doctor.case": 0.0}, names)
    assert (before.false, before.refused) == (20, 0)
    assert (after.false, after.refused) == (0, 0)


def test_cases_are_pages_without_marks_with_their_features() -> None:
    found = list(cases([*pages("hard/lone"), *pages("realself/a"), *pages("hard/negative")]))
    assert {case.kind for case in found} == {1, 2}
    assert all(case.told[2] == {} for case in found)
    assert any("doctor.bias" in case.told[1] for case in found)
