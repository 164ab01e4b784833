"""The values of regions, and note of where each of them stands."""

import pytest

from extractor.layout import Part
from extractor.readers.html.posts.regions.values import Values
from extractor.readers.html.rendering.rendered import Region
from extractor.readers.people.fields import Found
from tests.readers.html.posts.pages import at, marked, shown

PAGE = shown(
    ("h1", "Night cramps"),
    ("p", "Take it in the\nmorning."),
    ("p", "And drink more in May."),
    ("p", "Posted in spring, 12 votes, on 3 May 2021"),
    url="https://board.example/t/1",
)
TEXT = PAGE.text


def _value(part: Part, value: str, near: str = "Posted") -> Region:
    """A region for an attribute of the element that begins with the text `near`."""
    start = TEXT.index(near)
    return Region(part, start, start + 6, value)


def test_a_text_has_a_paragraph_and_a_span_for_each_region_that_holds_any() -> None:
    values = Values(PAGE)
    first, second = at(PAGE, Part.BODY, "Take it", "morning."), at(PAGE, Part.BODY, "And drink more in May.")
    post = marked(first, Region(Part.BODY, first.end, first.end), second)
    assert values.body(post, "/body") == "Take it in the\nmorning.\n\nAnd drink more in May."
    assert values.spans == {"/body": ((first.start, first.end), (second.start, second.end))}
    assert (values.body(marked(), "/none"), list(values.spans)) == (None, ["/body"])


def test_a_string_is_the_first_value_that_is_not_empty_on_one_line() -> None:
    values = Values(PAGE)
    first = at(PAGE, Part.TITLE, "Take it", "morning.")
    post = marked(Region(Part.TITLE, 0, 0), first, at(PAGE, Part.TITLE, "Night cramps"))
    assert values.string(post, Part.TITLE, "/title") == "Take it in the morning."
    assert values.spans == {"/title": ((first.start, first.end),)}
    assert values.string(post, Part.HEADLINE, "/headline") is None


def test_a_date_is_the_first_value_with_a_digit() -> None:
    values = Values(PAGE)
    post = marked(at(PAGE, Part.DATE, "in spring"), at(PAGE, Part.DATE, "3 May 2021"), at(PAGE, Part.DATE, "12"))
    assert values.date(post, "/date") == "3 May 2021"
    assert [TEXT[start:end] for start, end in values.spans["/date"]] == ["3 May 2021"]
    assert values.date(marked(at(PAGE, Part.DATE, "in spring")), "/none") is None


def test_a_number_is_the_first_value_that_is_one_though_it_is_nothing() -> None:
    values = Values(PAGE)
    post = marked(at(PAGE, Part.VOTES, "Posted"), at(PAGE, Part.VOTES, "12 votes"), _value(Part.VOTES, "7"))
    assert (values.integer(post, Part.VOTES, "/votes"), list(values.spans)) == (12, ["/votes"])
    assert [TEXT[start:end] for start, end in values.spans["/votes"]] == ["12 votes"]
    assert values.integer(marked(_value(Part.VOTES, "0"), _value(Part.VOTES, "7")), Part.VOTES, "/zero") == 0
    assert values.integer(marked(at(PAGE, Part.VOTES, "Posted")), Part.VOTES, "/none") is None


@pytest.mark.parametrize(
    ("printed", "url"),
    [
        ("/a/2", "https://board.example/a/2"),
        ("https://other.example/b", "https://other.example/b"),
        ("//[", None),
    ],
)
def test_an_address_is_absolute(printed: str, url: str | None) -> None:
    values = Values(PAGE)
    assert values.address(marked(_value(Part.LINK, printed)), Part.LINK, "/url") == url
    assert [values.text[start:end] for start, end in values.spans.get("/url", ())] == ([url] if url else [])
    assert values.text.startswith(TEXT)


def test_what_an_attribute_holds_stands_below_the_text_unless_the_element_shows_it() -> None:
    values = Values(PAGE)
    hidden, seen = values.all(marked(_value(Part.TAG, " calves "), _value(Part.TAG, "Posted")), Part.TAG)
    assert hidden == Found("calves", len(TEXT) + 1, len(TEXT) + 7)
    assert seen == Found("Posted", TEXT.index("Posted"), TEXT.index("Posted") + 6)
    assert values.text == f"{TEXT}\ncalves"
    assert values.all(marked(_value(Part.TAG, "May", "3 May")), Part.TAG)[0].start == TEXT.rindex("May")


def test_empty_values_are_none_and_nothing_is_noted_of_them() -> None:
    values = Values(PAGE)
    post = marked(_value(Part.TAG, "  "), Region(Part.TAG, 3, 3))
    assert (values.all(post, Part.TAG), values.all(post, Part.ROLE)) == ([], [])
    assert values.string(post, Part.TAG, "/tag") is None
    assert (values.spans, values.text) == ({}, TEXT)
