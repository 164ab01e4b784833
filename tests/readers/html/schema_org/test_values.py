"""One value out of two: which is kept, where it stands, what is a conflict."""

import pytest

from extractor.readers.html.schema_org.values import ChosenValues
from extractor.records import QAPage, WarningCode

TEXT = "It aches.\n\nIt is the water tablet that makes the calf cramp at night, and nothing else.\n\n4 May"
LONG = "It is the water tablet that makes the calf cramp at night, and nothing else."


def _values(**spans: tuple[tuple[int, int], ...]) -> ChosenValues:
    return ChosenValues(QAPage(text=TEXT, spans={f"/{name}": places for name, places in spans.items()}))


def _shown(values: ChosenValues, pointer: str) -> list[str]:
    return [values.text[start:end] for start, end in values.spans[pointer]]


def test_what_the_page_lacks_is_added_and_placed() -> None:
    values = _values()
    assert values.own_first("/votes", None, 7) == 7
    assert values.own_first("/rating", None, 4.5) == 4.5
    assert values.own_first("/date", None, "4 May") == "4 May"
    assert values.own_first("/none", None, None) is None
    assert [_shown(values, name) for name in ("/votes", "/rating", "/date")] == [["7"], ["4.5"], ["4 May"]]
    assert values.text.startswith(TEXT)
    assert values.spans["/date"][0][1] <= len(TEXT)
    assert "/none" not in values.spans


def test_the_page_wins_a_conflict_and_the_warning_has_the_place_of_its_value() -> None:
    values = _values(votes=((0, 2),))
    assert values.own_first("/votes", 3, 7, 2) == 3
    (warning,) = values.conflicts
    assert (warning.code, warning.answer, warning.span, warning.line) == (WarningCode.CONFLICT, 2, (0, 2), 1)
    assert "'3'" in warning.message
    assert "'7'" in warning.message


def test_words_in_another_order_are_no_conflict() -> None:
    values = _values()
    assert values.own_first("/name", "Jane Roe", "Roe, Jane") == "Jane Roe"
    assert values.conflicts == []


@pytest.mark.parametrize(
    ("own", "data", "kept"),
    [
        (LONG, LONG[:40] + "…", LONG),
        (LONG[:40] + " ...", LONG, LONG),
        (LONG, LONG.replace(" ", "  "), LONG),
        (None, LONG, LONG),
        (LONG, None, LONG),
    ],
)
def test_the_longer_of_two_beginnings_counts(own: str | None, data: str | None, kept: str) -> None:
    values = _values()
    assert values.longer("/body", own, data) == kept
    assert values.conflicts == []
    if own != kept:
        assert _shown(values, "/body") == [LONG]


def test_two_texts_that_begin_unlike_are_a_conflict() -> None:
    values = _values()
    assert values.longer("/body", LONG, "Stretch it against the wall before bed.") == LONG
    assert [warning.code for warning in values.conflicts] == [WarningCode.CONFLICT]


@pytest.mark.parametrize(
    ("own", "data", "kept", "conflicts"),
    [
        ("4 May", "2021-05-04", "2021-05-04", 0),
        ("2021-05-04", "4 May", "2021-05-04", 0),
        ("4 May", "May 4th", "4 May", 0),
        ("2021-05-04", "2021-05-04T10:00:00Z", "2021-05-04", 0),
        ("2021-05-04T10:00:00Z", "2021-05-04T12:00:00+02:00", "2021-05-04T10:00:00Z", 0),
        ("2021-05-04", "2020-05-04", "2021-05-04", 1),
        (None, "2021-05-04", "2021-05-04", 0),
    ],
)
def test_dates(own: str | None, data: str, kept: str, conflicts: int) -> None:
    values = _values()
    assert (values.date("/date", own, data), len(values.conflicts)) == (kept, conflicts)


def test_places_are_forgotten_below_a_prefix_alone() -> None:
    values = _values(**{"answers/0/body": ((0, 2),), "question/body": ((3, 4),)})
    values.drop("/answers/")
    assert list(values.spans) == ["/question/body"]


def test_a_text_is_found_without_its_ellipsis_and_whatever_its_white_space() -> None:
    values = _values()
    assert values.find(LONG[:30] + "…") == (11, 11 + 30)
    assert values.find(LONG.replace(" ", "\n")) == (11, 11 + len(LONG))
    assert values.find("Nobody said so.") is None


def test_the_page_s_text_is_kept_and_a_sign_that_the_data_lacks_is_told() -> None:
    values = _values()
    own = LONG.replace(",", " :),")
    assert values.longer("/body", own, LONG) == own
    assert [warning.code for warning in values.conflicts] == [WarningCode.CONFLICT]
