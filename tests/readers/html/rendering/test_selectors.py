"""Selectors: what they match, and what they refuse."""

import pytest

from extractor.layout import Part, Selector
from extractor.readers.html.rendering.selectors import Compound, Rules
from extractor.sites import all_layouts

ELEMENT = {
    "class": "question-overview_question__JY52_ big",
    "id": "q1",
    "data-test-id": "qna body",
    "itemtype": "http://schema.org/Question",
}


@pytest.mark.parametrize(
    ("css", "is_match"),
    [
        ("div", True),
        ("p", False),
        (".big", True),
        (".bi", False),
        (".question-overview_question__*", True),
        (".overview*", False),
        ("div.big#q1", True),
        ("[data-test-id]", True),
        ("[data-test-id=qna]", True),
        ("[data-test-id='body']", True),
        ("[itemtype$=Question]", True),
        ("[itemtype^=https]", False),
        ("[itemtype*=schema.org]", True),
        ("[hidden]", False),
    ],
)
def test_compounds(css: str, is_match: bool) -> None:  # noqa: FBT001 - a table's column
    assert Compound.read(css).matches("div", ELEMENT) is is_match


@pytest.mark.parametrize("css", ["a > b", "a:first-child", "[a=b", "a..b", "*"])
def test_other_css_is_refused(css: str) -> None:
    with pytest.raises(ValueError, match="selector"):
        Rules((Selector(Part.BODY, css),))


def test_a_value_may_be_a_key_of_the_json_in_an_attribute() -> None:
    rules = Rules((Selector(Part.VOTES, "[rs-data]@rs-data:likeCount"),))
    attributes = {"rs-data": '{"likeCount":"12","x":[1]}'}
    (rule,) = rules.matching("div", attributes)
    assert rule.value(attributes) == "12"
    assert rule.value({"rs-data": "{broken"}) is None


def test_the_selectors_of_all_layouts_can_be_read() -> None:
    facts = [layout.html for layout in all_layouts() if layout.html and not layout.is_generic]
    assert len(facts) >= 5
    assert all(Rules(fact.selectors).attributes is not None and fact.signatures for fact in facts)
