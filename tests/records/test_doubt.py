"""The room of trust: what a warning does to a record, and the page of the documentation that lists them."""

import inspect

import pytest

from extractor.records import QAPage, WarningCode, doubt
from scripts import warnings_page


def test_the_page_on_warnings_says_what_the_code_says() -> None:
    assert warnings_page.PAGE.read_text(encoding="utf-8") == warnings_page.page(), "python scripts/warnings_page.py"


@pytest.mark.parametrize("code", WarningCode)
def test_every_code_is_raised_and_every_function_says_when(code: WarningCode) -> None:
    made = list(warnings_page.warnings_of(code))
    assert made
    assert all(inspect.getdoc(make) for make, _ in made)


def test_a_warning_bounds_the_confidence_and_none_leaves_it() -> None:
    page = QAPage(confidence=0.9)
    doubted = doubt.doubted(page, [doubt.repaired_encoding()])
    assert (doubted.confidence, [warning.code for warning in doubted.warnings]) == (
        doubt.CAP, [WarningCode.REPAIRED_ENCODING],
    )  # fmt: skip
    assert doubt.doubted(page, []) is page
    assert doubt.doubted(page.model_copy(update={"confidence": 0.2}), [doubt.found_by_shape()]).confidence == 0.2


@pytest.mark.parametrize(("declared", "found", "warned"), [(None, 3, 0), (3, 3, 0), (0, 1, 1), (4, 3, 1)])
def test_a_declared_number_that_is_not_found_is_told(declared: int | None, found: int, warned: int) -> None:
    assert len(doubt.count_mismatches(declared, found)) == warned


def test_a_long_text_is_shown_in_part() -> None:
    shown = [doubt.mojibake("x" * length, None, None).message.partition(" is UTF-8")[0] for length in (60, 61, 62)]
    assert [text.endswith(f"{'x' * 60}'") for text in shown] == [True, False, False]
    assert shown[1] == shown[2]
