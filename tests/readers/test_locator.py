"""Where values stand: on the page, whatever their white space, or noted below it."""

from extractor.readers.locator import Evidence


def test_a_value_is_found_whatever_its_white_space() -> None:
    evidence = Evidence("Is it\n  normal? Yes.")
    assert evidence.find("normal") == (8, 14)
    assert evidence.find("Is it normal?") == (0, 15)
    assert evidence.find("Never") is None
    assert evidence.find("") == (0, 0)


def test_a_value_is_looked_for_between_two_places_only() -> None:
    assert Evidence("ab ab").find("ab", 1, 5) == (3, 5)
    assert Evidence("ab cd").find("ab", 1, 5) is None


def test_what_stands_in_the_markup_alone_is_noted_below_the_text_and_stands_there() -> None:
    evidence = Evidence("Text.")
    places = [evidence.place(value) for value in ("2019-04-01", "Text", "https://a.example/")]
    assert evidence.text == "Text.\n2019-04-01\nhttps://a.example/"
    assert [evidence.text[start:end] for start, end in places] == ["2019-04-01", "Text", "https://a.example/"]
