"""What a line looks like: how it begins, whether it closes a text, whether it stands like a headline."""

import pytest

from extractor.readers.text.grammar.looks import LineLook, is_rest, look_at, opening_of


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("Swelling after surgery", LineLook(is_bare=True)),
        ("It takes a month, and you can cool it.", LineLook()),
        ("Hello Rosa, it takes a month.", LineLook("greeting")),
        ("1. Cool it.", LineLook("list")),
        ("SWELLING: it is normal.", LineLook("list")),
        ("Best wishes,", LineLook(is_closing=True)),
        ("Kind regards from sunny Arizona", LineLook(is_closing=True)),
        ("I would really appreciate hearing your opinion on this.", LineLook(is_closing=True)),
        ("Any advice on this would be appreciated!", LineLook(is_closing=True)),
        ("I appreciate what you did.", LineLook("greeting")),
        ("Ann Lee, MD", LineLook(is_closing=True)),
        ("March 4, 2019", LineLook(is_datum=True)),
        ("and so on", LineLook()),
        ("I had the same and would wait " * 4, LineLook()),
    ],
)
def test_the_look_of_a_line(text: str, look: LineLook) -> None:
    assert look_at(text.strip()) == look


@pytest.mark.parametrize("text", ["hi there", "Great question.", "I am so sorry to hear that", "Olá, bom dia"])
def test_greetings_of_any_case_are_known(text: str) -> None:
    assert opening_of(text) == "greeting"


def test_the_rest_of_something_begins_small_and_ends() -> None:
    assert [is_rest(text) for text in ("of the nose.", "Of the nose.", "of the nose")] == [True, False, False]
