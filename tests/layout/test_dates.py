"""Dates in the forms of many languages, and how long ago something was."""

import re

import pytest

from extractor.layout.dates import ago, ago_in, date_in, is_date, when

DATES = """
2 years ago
about a year ago
over 3 months ago
25 minutes later
3 مايو 2021
Posted on March 4, 2019 at 5:10 PM
Last Updated - Tue, May 8 2018
Published: Sunday 3rd March 2013
Sept. 2014
2019-03-04
04.03.2019 um 12:30 Uhr
2026년 1월 5일
2026年1月5日 12:30
lunedì 25 maggio 2020
12 de março de 2019
vor 2 Jahren
hace 2 años
há 3 meses
il y a 2 ans
2 anni fa
a year ago
an hour ago
Edited: yesterday
hier
2 года назад
4 марта 2019 г.
yesterday
""".split("\n")[1:-1]
NO_DATES = [
    "May",
    "Two options",
    "3 weeks post op",
    "In two years",
    "March on",
    "A year has gone",
    "128",
    "Suite 200",
    "9.4/10",
]


@pytest.mark.parametrize("line", DATES)
def test_a_date(line: str) -> None:
    assert is_date(line)


@pytest.mark.parametrize("line", NO_DATES)
def test_no_date(line: str) -> None:
    assert not is_date(line)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted by Nora on Sun Mar 04, 2019 8:05 pm", "Sun Mar 04, 2019 8:05 pm"),
        ("Nora, 4. März 2019, 8:05 Uhr", "4. März 2019, 8:05 Uhr"),
        ("2019-03-04 | Nora", "2019-03-04"),
        ("4 March, and 3 more", None),
        ("in March 2019", None),
    ],
)
def test_a_day_of_a_year_in_a_line(line: str, day: str | None) -> None:
    found = date_in(line)
    assert (found and found[0]) == day


@pytest.mark.parametrize("line", ["a year ago", "3 days ago, 8:05", "hace 2 años", "yesterday"])
def test_how_long_ago_something_was(line: str) -> None:
    found = ago_in(f"Nora, {line} • 2 replies")
    assert found
    assert found[0] == line
    assert ago_in(f"{line} it was better.") is None
    assert re.match(ago(), line)


@pytest.mark.parametrize("day", ["May 4, 2014", "4th May 2014", "May 2014", "5/4/14", "3 years ago", "Yesterday"])
def test_a_day_in_a_pattern(day: str) -> None:
    assert re.fullmatch(f"Asked {when()}", f"Asked {day}")
