from pathlib import Path

import pytest

from extractor import Answer, QAPage, Question, UsageError
from extractor.evaluation.comparison import score_page
from extractor.evaluation.gate import Floors, Gate, faults, figures, gate_text, load, raised
from extractor.evaluation.scores import evaluate_families

GOLD = QAPage(question=Question(title="Is it normal?"), answers=(Answer(position=1, headline="Wait", body="It goes."),))
HEADLESS = QAPage(question=GOLD.question, answers=(Answer(position=1, body="It goes."),))


def measured(found: QAPage) -> Floors:
    scores = [score_page([GOLD], [found], family="avvo"), score_page([], [], family="negative")]
    return figures(evaluate_families(scores))


BEST, WORSE = measured(GOLD), measured(HEADLESS)
GATE = raised(Gate(), BEST, "digest")


def test_figures_are_taken_per_family_and_field() -> None:
    assert WORSE["avvo"] == {
        "exact": 0.0,
        "exact_or_flagged": 0.0,
        "question_title": 1.0,
        "answer_headline": 0.0,
        "answer_body": 1.0,
    }
    assert WORSE["negative"] == {"negatives_without_record": 1.0}
    assert WORSE["all"]["confident_right"] == 0.0


def test_the_gate_opens_at_its_floors() -> None:
    assert faults(GATE, BEST, "digest") == []


def test_the_gate_stays_shut_when_a_figure_falls() -> None:
    found = faults(GATE, WORSE, "digest")
    assert "avvo.answer_headline is 0.0000, its floor is 1.0000" in found
    assert not any("body" in fault for fault in found)


def test_the_gate_stays_shut_when_a_figure_is_gone() -> None:
    without = {family: floors for family, floors in BEST.items() if family != "negative"}
    assert faults(GATE, without, "digest") == ["negative.negatives_without_record is 0.0000, its floor is 1.0000"]


def test_the_gate_stays_shut_when_the_set_has_changed() -> None:
    (fault,) = faults(GATE, BEST, "another")
    assert "the evaluation set is not the one" in fault


def test_floors_are_raised_and_the_set_is_pinned_again() -> None:
    gate = raised(raised(Gate(), WORSE, "digest"), BEST, "another")
    assert (gate.digest, gate.floors, gate.lowered) == ("another", BEST, ())


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_floors_are_not_lowered_without_a_reason(reason: str | None) -> None:
    with pytest.raises(UsageError, match=r"--allow-lower REASON: .*avvo\.answer_headline: 1\.0 -> 0\.0"):
        raised(GATE, WORSE, "digest", reason)


def test_the_reason_of_a_lowering_is_kept() -> None:
    gate = raised(raised(GATE, WORSE, "digest", "headlines were gold by mistake"), BEST, "digest")
    (lowering,) = gate.lowered
    assert lowering.reason == "headlines were gold by mistake"
    assert "avvo.answer_headline: 1.0 -> 0.0" in lowering.floors


def test_a_gate_file_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "quality.json"
    assert load(path) == Gate()
    path.write_text(gate_text(GATE), encoding="utf-8")
    assert load(path) == GATE
    path.write_text('{"floor": 1}', encoding="utf-8")
    with pytest.raises(UsageError, match=r"quality\.json is no gate file"):
        load(path)
