"""Where values stand: on the page, whatever their white space, or noted below it."""

from extractor.readers.locator import Locator


def test_a_value_is_found_whatever_its_white_space() -> None:
    locator = Locator("Is it\n  normal? Yes.")
    assert locator.find("normal") == (8, 14)
    assert locator.find("Is it normal?") == (0, 15)
    assert locator.find("Never") is None
    assert locator.find("") == (0, 0)


def test_a_value_is_looked_for_between_two_places_only() -> None:
    assert Locator("ab ab").find("ab", 1, 5) == (3, 5)
    assert Locator("ab cd").find("ab", 1, 5) is None


def test_what_stands_in_the_markup_alone_is_noted_below_the_text_and_stands_there() -> None:
    locator = Locator("Text.")
    places = [locator.place(value) for value in ("2019-04-01", "Text", "https://a.example/")]
    assert locator.text == "Text.\n2019-04-01\nhttps://a.example/"
    assert [locator.text[start:end] for start, end in places] == ["2019-04-01", "Text", "https://a.example/"]
