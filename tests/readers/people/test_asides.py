"""What is no text by its form: numbers, addresses, badges, and dates, of which the forms are in the tests of the layout."""

import pytest

from extractor.readers.people.asides import is_aside, is_dated_credit, is_dateline, is_datum

DATA = """
128
98%
·
+1 (555) 010-0100
Tel: 555 0100
www.rowe-clinic.example
ada@rowe.example
1234 Main Street, Suite 5, Portland, OR 97201
Suite 200
Hallstraße 5, 80331 München
Photos: 12
Answers given: 1,204
""".split("\n")[1:-1]
BADGES = [
    "Verified Doctor",
    "✓ Verified",
    "12 photos",
    "1,204 helpful votes",
    "98% recommend",
    "Not yet rated",
    "New",
    "[Photo of doctor]",
    "14 Jahre Berufserfahrung",
    "Geprüfter Arzt",
    "Опыт 14 лет",
    "从业20年",
    "12 lat doświadczenia",
    "15 yıllık deneyim",
]
TEXT = """
May
Two options
3 weeks post op
5 days after surgery is the way
2 ways to a flat belly
Is it normal?
Why?!
$4,500
In two years
March on
Years ago I had one
A year has gone
Yes, it was yesterday
Verified facts about fillers
My advice for you is this: 2
Hello Rosa: 1. Rest it
""".split("\n")[1:-1]


@pytest.mark.parametrize("line", DATA)
def test_numbers_and_addresses(line: str) -> None:
    assert is_datum(line)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("March 4, 2019 | By Nora Vale, Daily Courier", True),
        ("March 4, 2019|By Dr. Nora Vale, (copyright) The Feature Service of the Daily Courier, Inc.", True),
        ("By Nora Vale - March 4, 2019", True),
        ("March 4, 2019 by bus", False),
        ("By Nora Vale and it was well on March 4, 2019", False),
        ("By March 4, 2019 it had healed", False),
    ],
)
def test_a_date_beside_who_wrote_it(line: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_dated_credit(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("May 4, 2019|NORA VALE", True),
        ("4 May 2019 | 11:13 am", True),
        ("By Nora Vale - March 4, 2019", True),
        ("March 4, 2019 was a bad day | I fell", False),
        ("Operated on March 4, 2019", False),
        ("Is it healed? | March 4, 2019", False),
    ],
)
def test_a_date_beside_what_a_bar_sets_off(line: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_dateline(line) is is_one


@pytest.mark.parametrize("line", BADGES)
def test_a_badge_may_be_words_elsewhere(line: str) -> None:
    assert is_aside(line)
    assert not is_datum(line)


@pytest.mark.parametrize("line", TEXT)
def test_what_is_text(line: str) -> None:
    assert not is_aside(line)
