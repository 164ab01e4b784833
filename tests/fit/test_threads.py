"""Shares of right threads by doubt: what is counted, what is too little, and how a copy loses its engine."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.evaluation.gold import gold_pages
from extractor.fit.threads import FEWEST, Tried, brier, fitted, main, other_skin, shares, tried
from extractor.readers.html.posts.doubts import KNOWN, UNKNOWN, rights
from tests.paths import FIXTURES

SURE = frozenset({KNOWN})


def _cases(right: int, wrong: int) -> list[Tried]:
    return [Tried(str(number), SURE, number < right) for number in range(right + wrong)]


def test_a_share_is_that_of_right_pages_and_of_few_pages_none() -> None:
    cases = [*_cases(FEWEST, 2), Tried("x", frozenset({"rival"}), is_right=False)]
    assert shares(cases) == {KNOWN: (FEWEST + 2, FEWEST), "rival": (1, 0)}
    assert fitted(cases) == {KNOWN: round((FEWEST + 1) / (FEWEST + 4), 2)}


def test_two_readings_of_one_page_are_one_page() -> None:
    assert fitted([case._replace(page="x") for case in _cases(FEWEST, 0)]) == {}


def test_the_score_of_shares_is_that_of_pages_that_they_were_not_counted_on() -> None:
    cases = _cases(15, 15)
    assert brier(cases, left_out=False) == pytest.approx((rights()[KNOWN] ** 2 + (1 - rights()[KNOWN]) ** 2) / 2)
    assert 0.25 < brier(cases, left_out=True) < 0.28


def test_a_copy_in_another_skin_holds_the_same_text_and_no_sign() -> None:
    page = '<div class="postbody thing"><p id="post_message_7" itemprop="x">thing postbody</p></div>'
    assert (
        other_skin(page)
        == '<div class="xpostbody xthing"><p id="xpost_message_7" itemprop="x">thing postbody</p></div>'
    )


def test_pages_are_read_with_and_without_their_engine(tmp_path: Path) -> None:
    for name in ("html-lemmy", "html-smf2"):
        for end in (".html", ".json"):
            (tmp_path / f"{name}{end}").write_bytes((FIXTURES / "engines" / f"{name}{end}").read_bytes())
    found = list(tried(gold_pages(tmp_path)))
    assert {KNOWN, UNKNOWN} <= {name for case in found for name in case.doubts}
    assert [case.is_right for case in found if case.doubts == SURE] == [True] * sum(
        case.doubts == SURE for case in found
    )
    told = CliRunner().invoke(main, ["--gold", str(tmp_path)])
    assert told.exit_code == 0
    assert "Brier score" in told.output
