"""Numbers as pages print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.readers.people.numbers import count_in, decimal_in, rating_in
from extractor.records import MAX_COUNT

NO_BREAK, NARROW, THIN = "\u00a0", "\u202f", "\u2009"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("128", 128),
        ("1 234", 1234),
        (f"1{NO_BREAK}234", 1234),
        (f"1{NARROW}234{THIN}567", 1234567),
        ("1'234", 1234),
        ("1’234", 1234),
        ("1,234", 1234),
        ("1.234", 1234),
        ("1,234,567", 1234567),
        ("12,34,567", 1234567),
        ("1.2k", 1200),
        ("1.2K reviews", 1200),
        ("1,2 mil", 1200),
        ("2 thousand", 2000),
        ("1,2 тыс.", 1200),
        ("3万", 30000),
        ("1.2万条评论", 12000),
        ("١٢٨", 128),
        ("١٬٢٣٤", 1234),
        ("१२", 12),
        ("１２８", 128),
        ("128.0", 128),
        ("-3", -3),
        ("−3", -3),
        ("+12", 12),
        ("(128)", 128),
        ("128 avaliações", 128),
        ("98条评论", 98),
        ("Votes: 12", 12),
        ("100+", 100),
        (str(MAX_COUNT), MAX_COUNT),
    ],
)
def test_counts(text: str, count: int) -> None:
    assert count_in(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "",
        "none",
        "12.5",
        "1,234k",
        "1,23",
        "3rd",
        "12th",
        "5 h",
        "# 3 of 4",
        "4 of 5",
        "98%",
        "10^9",
        "1e3",
        "12/3",
        "COVID-19",
        "COVID-19: 12",
        "1,234,56",
        "1.2.3",
        "<%=12%>",
        "3 billion",
        str(MAX_COUNT + 1),
        "9" * 79,
        "1 x " * 40,
        "12-15",
        "~120",
        "v12",
        "½",
    ],
)
def test_what_is_no_count_or_more_than_one_is_none(text: str) -> None:
    assert count_in(text) is None


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("4.9", 4.9),
        ("4,9", 4.9),
        ("4.", 4.0),
        ("4.857", 4.86),
        ("4½", 4.5),
        ("٤٫٩", 4.9),
        ("４．９", 4.9),
        ("4,9/5", 4.9),
        ("9/10", 4.5),
        ("98%", 4.9),
        ("98 %", 4.9),
        ("5 Stars", 5.0),
        ("4.9★", 4.9),
        ("★ 4.9", 4.9),
        ("Rated 4.9 out of 5", 4.9),
        ("4.9 stars out of 5", 4.9),
        ("4,5 von 5 Sternen", 4.5),
        ("Note de 4,8 sur 5", 4.8),
        ("Rating: 4.9", 4.9),
        ("0", 0.0),
    ],
)
def test_ratings(text: str, rating: float) -> None:
    assert rating_in(text) == rating


@pytest.mark.parametrize(
    "text",
    ["", "87", "5.1", "6/5", "-1", "4.9 (128)", "4.9 - 5", "4.9 out of 0", "4.9k", "101%", "top 5 of 9 in 3", "4.9.1"],
)
def test_what_is_no_rating_or_leaves_its_scale_is_none(text: str) -> None:
    assert rating_in(text) is None


@pytest.mark.parametrize(("text", "number"), [("4.", 4.0), ("10,0", 10.0), ("1.2.3", None), ("ten", None), ("", None)])
def test_a_number_alone_may_have_decimals(text: str, number: float | None) -> None:
    assert decimal_in(text) == number


def test_a_scale_that_stands_elsewhere() -> None:
    assert (rating_in("8", 10), rating_in("87", 100), rating_in("8/10", 100), rating_in("3", 0)) == (
        4.0,
        4.35,
        4.0,
        None,
    )


@given(st.integers(0, MAX_COUNT), st.sampled_from(["", ",", ".", " ", NO_BREAK, NARROW, "'", "’"]))
def test_every_count_is_read_whatever_groups_its_digits(count: int, mark: str) -> None:
    text = f"{count:,}".replace(",", mark)
    assert count_in(text) == count
    assert count_in(text.translate({48 + digit: 0x660 + digit for digit in range(10)})) == count


@given(st.text(max_size=90))
def test_any_text_is_a_number_in_bounds_or_none(text: str) -> None:
    count, rating = count_in(text), rating_in(text)
    assert count is None or abs(count) <= MAX_COUNT
    assert rating is None or 0 <= rating <= 5
