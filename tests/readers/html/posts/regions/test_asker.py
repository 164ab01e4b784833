"""What the line of who asks says: name, age, place, day."""

import pytest

from extractor.layout import Part
from extractor.readers.html.posts.regions.asker import asker_in


def _told(text: str) -> dict[Part, str]:
    return {one.part: text[one.start : one.end] for one in asker_in(text, 0, 1)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Oriel", {Part.AUTHOR: "Oriel"}),
        ("Oriel, 42 years old, Leeds", {Part.AUTHOR: "Oriel", Part.LOCATION: "Leeds"}),
        ("Вера, 42 года, Казань", {Part.AUTHOR: "Вера", Part.LOCATION: "Казань"}),
        (
            "Ofelia, Sevilla. 12 de marzo de 2021",
            {Part.AUTHOR: "Ofelia", Part.LOCATION: "Sevilla", Part.DATE: "12 de marzo de 2021"},
        ),
        ("Pergunta enviada por Odete (Recife)", {Part.AUTHOR: "Odete", Part.LOCATION: "Recife"}),
        ("J. Oddie on 3 May 2020", {Part.AUTHOR: "J. Oddie", Part.DATE: "3 May 2020"}),
    ],
)
def test_the_line_of_who_asks_is_told_apart(text: str, told: dict[Part, str]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    "text", ["interested Hoboken, NJ", "3 years ago", "Who asks is asked, too, and more than once. Yes", "42, f"]
)
def test_a_line_that_says_more_is_left_alone(text: str) -> None:
    assert not _told(text)
