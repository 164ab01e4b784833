"""What sites print of who wrote something, and when."""

import re

import pytest

from extractor.layout import writers


def test_the_day_of_a_question_and_of_an_answer() -> None:
    asked = re.fullmatch(writers.asked_on(), "Domanda del 14 maggio 2011")
    answered = re.fullmatch(writers.answered_on(), "Ответ опубликован 2 мая 2018")
    assert asked is not None
    assert answered is not None
    assert (asked["asked_at"], answered["answered_at"]) == ("14 maggio 2011", "2 мая 2018")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("von Rosa V. am 04.05.2014, 10:12", "Rosa V."),
        ("par Rosa le 04/05/2014", "Rosa"),
        ("von Rosa am Abend", None),
        ("by the way, I ran on 3 hills.", None),
    ],
)
def test_who_wrote_and_when(line: str, name: str | None) -> None:
    match = re.fullmatch(writers.signed_on(), line)
    assert (match and match["name"]) == name


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("Ada answered 5 years ago", "Ada", "5 years ago"),
        ("Rowe & Vale Staff answered 1 day ago", "Rowe & Vale", "1 day ago"),
        ("Ada respondeu há 3 anos", "Ada", "há 3 anos"),
        ("Ada answered that it was 5 years ago", None, None),
    ],
)
def test_who_answered_how_long_ago(line: str, name: str | None, day: str | None) -> None:
    match = re.fullmatch(writers.said_ago("answered", "byline", "answered_at"), line)
    assert (match and match["byline"], match and match["answered_at"]) == (name, day)


def test_by_whom_a_text_is() -> None:
    assert re.fullmatch(writers.by_whom(), "answered by:")
    assert not re.fullmatch(writers.by_whom(), "answered")
    assert re.fullmatch(writers.verified(), "verified doctor")
    assert [bool(re.fullmatch(writers.credited(), word)) for word in ("By", "von", "BY", "bY")] == [
        True,
        True,
        True,
        False,
    ]
    assert [bool(re.fullmatch(writers.credited_name(), word)) for word in ("Rowe", "of", "rowe")] == [
        True,
        True,
        False,
    ]
