"""Lines that say who asked, where and when are told from sentences, and each part of them is read."""

import re

import pytest

from extractor.layout import asked

LINES = [re.compile(mark.pattern) for mark in (*asked.marks("Asked|Posted"), asked.by_handle(), asked.beside_place())]


def read(line: str) -> dict[str, str] | None:
    """What the first of the marks that fits a line says."""
    found = next((match for pattern in LINES if (match := pattern.fullmatch(line))), None)
    return {name: value for name, value in found.groupdict().items() if value} if found else None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Asked in Lincoln, NE", {"asker_location": "Lincoln, NE"}),
        (
            "Asked by wren · Lincoln, NE · May 2014",
            {"asker": "wren", "asker_location": "Lincoln, NE", "asked_at": "May 2014"},
        ),
        ("wren•Lincoln, NE", {"asker": "wren", "asker_location": "Lincoln, NE"}),
        ("Asked by wren44, 31", {"asker": "wren44"}),
        ("Posted by Ada Rowe on 3 May 2014", {"asker": "Ada Rowe", "asked_at": "3 May 2014"}),
        ("Asked yesterday", {"asked_at": "yesterday"}),
        ("Asked about a year ago", {"asked_at": "about a year ago"}),
        ("Asked 05/03/2014 by wren from Leeds", {"asker": "wren", "asked_at": "05/03/2014", "asker_location": "Leeds"}),
        ("Asked by wren on May 05, 2011 in Heels", {"asker": "wren", "asked_at": "May 05, 2011", "tags": "Heels"}),
        ("by wren · 6 years ago", {"asker": "wren", "asked_at": "6 years ago"}),
        (
            "wren_44 in Lincoln, NE • May 2014",
            {"asker": "wren_44", "asker_location": "Lincoln, NE", "asked_at": "May 2014"},
        ),
    ],
)
def test_what_a_line_says_of_the_question_is_read(line: str, said: dict[str, str] | None) -> None:
    assert read(line) == said


@pytest.mark.parametrize(
    "line",
    [
        "Asked by everybody who smokes",
        "Posted by Dr. Rowe",
        "Posted in Rhinoplasty",
        "Swelling in Lincoln, NE",
        "By noon · later",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Rosa asked\n", ("Rosa", None)),
        ("Rosa Vale, 34, from Leeds asks:\n", ("Rosa Vale", "Leeds")),
        ("Rosa, age 34, writes:\n", ("Rosa", None)),
        ("Rosa writes:\n", None),
        ("Rosa asked me to come.\n", None),
    ],
)
def test_a_line_that_says_who_asks(line: str, who: tuple[str, str | None] | None) -> None:
    match = re.match(asked.asker_asks(), line)
    assert (match and (match["asker"], match["asker_location"])) == who


@pytest.mark.parametrize(
    ("line", "asker"),
    [
        ("„Ich laufe seit Jahren. Darf ich das noch?“, fragt Rosa P.", "Rosa P"),
        ("“I have run for years. May I go on?” asks Rosa from Leeds.", "Rosa from Leeds"),
        ("„Jelenthet-e ez valamilyen gerincproblémát?” – kérdezi egy irodai alkalmazott.", "egy irodai alkalmazott"),
        ("“I have run for years,” says Rosa.", None),
        ("“May I?” asks Rosa.", None),
    ],
)
def test_a_question_in_quotation_marks(line: str, asker: str | None) -> None:
    match = re.fullmatch(asked.quoted_above_asker(), line)
    assert (match and match["asker"]) == asker
