import pytest
from lxml import etree

from extractor.readers.html.posts.flow import BEHIND, Flow, outside_hidden


def _flow(*steps: str) -> Flow:
    """A flow of texts, and of elements that end between them: "/p"."""
    flow = Flow()
    for step in steps:
        if step.startswith("/"):
            flow.gap = BEHIND[flow.gap][step[1:]]
        elif step.isspace():
            flow.is_apart = True
        else:
            flow.add(step, 7)
    return flow


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        (("Ann", "/div", "Lee"), "Ann\nLee"),
        (("Ann", "/p", "Lee"), "Ann\n\nLee"),
        (("Ann", "/div", "/p", "/div", "Lee"), "Ann\n\nLee"),
        (("Ann ", "Lee"), "Ann Lee"),
        (("Ann", " \n ", "Lee"), "Ann Lee"),
        (("An", "n"), "Ann"),
        (("in 2024", "1"), "in 2024 1"),
        ((" \n", "/p", "Ann"), "Ann"),
        (("a\n b\xa0c",), "a b c"),
    ],
)
def test_texts_are_as_far_apart_as_what_ends_between_them(steps: tuple[str, ...], text: str) -> None:
    flow = _flow(*steps)
    assert str(flow) == text
    assert flow.length == len(text)


def test_lines_are_known_by_their_offsets_and_holders() -> None:
    assert _flow("Ann", "/p", "Lee", "/div", "Roe").lines == [(0, 7), (5, 7), (9, 7)]


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p><b/><i/></p>", "p b i"),
        ("<p><nav><b><i/></b><u/></nav><q/></p>", "p nav q"),
        ("<p><nav/><b/><nav><i/></nav><nav><u/></nav></p>", "p nav b nav nav"),
        ("<p><nav><menu><i/></menu></nav><b><i/></b></p>", "p nav b i"),
    ],
    ids=["nothing hidden", "elements inside", "empty and one after another", "one in another"],
)
def test_what_is_inside_of_an_element_without_text_is_passed_over(page: str, shown: str) -> None:
    assert " ".join(element.tag for element in outside_hidden(etree.fromstring(page))) == shown
