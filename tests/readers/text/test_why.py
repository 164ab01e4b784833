"""What decided: the features that the best reading has and the second has not sum to what it is ahead by."""

from pathlib import Path

import pytest

from extractor.readers.text.grammar.decoder import decode_at
from extractor.readers.text.grammar.viterbi import CERTAIN
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import TextReading, read_text
from extractor.readers.text.why import Reasons
from extractor.sites import all_layouts
from tests.paths import FIXTURES

PAGES = sorted(path for path in FIXTURES.rglob("*.txt") if "negative" not in path.parts)[::25]


def ahead_of(read: TextReading, index: int, state: int) -> float:
    """How far the page's reading is ahead of the best in which item `index` has `state`; several may be as good."""
    gap, states, evidence = read.steps[index]
    place = states.index(state)
    forced = [*read.steps[:index], (gap, (state,), (evidence[place],)), *read.steps[index + 1 :]]
    best, other = (decode_at(steps, read.cut.mode, read.weights, read.reading.price) for steps in (read.steps, forced))
    return best.score - other.score


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_second_reading_is_behind_by_the_margin_and_the_reasons_sum_to_it(path: Path) -> None:
    read = read_text(TextPage(path.read_text(encoding="utf-8", errors="replace")), all_layouts())
    assert read is not None
    reasons = Reasons(read)
    for index, (margin, rival) in enumerate(zip(read.reading.margins, read.reading.rivals, strict=True)):
        told = reasons.of(index)
        if told is None:
            assert rival is None
            continue
        assert min(told.ahead, CERTAIN) == pytest.approx(margin)
        assert rival is None or ahead_of(read, index, rival) == pytest.approx(told.ahead)
        assert told.second[index] != read.reading.states[index]
        if told.ahead < CERTAIN:
            assert sum(reason.brings for reason in told.reasons) == pytest.approx(told.ahead)


def test_a_feature_that_decides_is_named() -> None:
    read = read_text(
        TextPage("Is a bump normal?\n\nI had it done.\n\n2 answers\n\nYes: it is fine.\n\n2.\n\nok\n"), all_layouts()
    )
    assert read is not None
    names = {
        reason.feature for told in map(Reasons(read).of, range(len(read.cut.items))) if told for reason in told.reasons
    }
    assert "title.is_question" in names
