"""Which states the items of a page may have, and what weighs for each, as far as their place on the page tells."""

import pytest

from extractor.layout import Side
from extractor.readers.people.fields import BylineFields, Found
from extractor.readers.text.grammar.emissions import MAX_QUESTION_ITEMS, Weigher
from extractor.readers.text.grammar.items import CutPage, Item
from extractor.readers.text.grammar.states import Flag, Gap, Mode, State
from extractor.readers.text.weights import SHIPPED
from extractor.sites import all_layouts

GENERIC = all_layouts()[-1]
PLAIN, COUNT, CLOSE = Gap(1), Gap(1, Flag.COUNT), Gap(1, Flag.CLOSE)
RATED = BylineFields(name=Found("Ann Rowe", 0, 8), location=Found("Leeds", 9, 14), rating=Found(4.0, 15, 18))
NAMED = BylineFields(name=Found("Ann Rowe", 0, 8), credentials=(Found("MD", 10, 12),))
BODY = "It is a common thing, and it goes away by itself in a week or two."


def item(text: str, gap: Gap = PLAIN, fields: BylineFields | None = None, forced: int | None = None) -> Item:
    return Item(0, len(text), text, 0, 0, gap.blanks, gap, forced, fields)


def weighed(items: list[Item], mode: Mode) -> list[dict[int, float]]:
    page = CutPage([], items, [], None, mode, Gap(1))
    return [
        dict(zip(states, evidence, strict=True)) for _, states, evidence in Weigher(page, GENERIC, SHIPPED).steps(mode)
    ]


def test_a_count_line_parts_the_question_from_the_answers() -> None:
    page = [item("Is it?"), item(BODY), item("Rest", COUNT), item(BODY), item(BODY)]
    above, asked, first, *_ = weighed(page, Mode(has_count=True))
    assert set(above) == {State.TITLE, State.QUESTION, State.UNASSIGNED}
    assert State.QUESTION in asked
    assert {State.HEADLINE, State.FIRST, State.BODY} <= set(first)
    assert State.QUESTION not in first


def test_without_a_count_the_question_ends_within_some_items() -> None:
    states = weighed([item(BODY) for _ in range(MAX_QUESTION_ITEMS + 3)], Mode())
    asking = [State.QUESTION in own for own in states]
    assert asking == [True] * MAX_QUESTION_ITEMS + [False] * 3


def test_a_byline_with_place_and_rating_is_nothing_else_where_answers_are() -> None:
    page = [item("Rest", COUNT), item(BODY), item("Ann Rowe", fields=RATED), item("Ann Rowe, MD", fields=NAMED)]
    *_, rated, named = weighed([item("Is it?"), item(BODY), *page], Mode(has_count=True, has_bylines=True))
    assert set(rated) == {State.BYLINE}
    assert {State.BYLINE, State.FIRST, State.BODY} <= set(named)
    own = SHIPPED.byline
    assert named[State.BYLINE] == own.has_no_rating + own.name_with_credentials
    assert rated[State.BYLINE] == own.has_rating + own.name_alone + own.has_location


def test_no_answer_begins_below_a_salutation_that_stands_alone() -> None:
    page = [item(text, Gap(2)) for text in ("Is it?", "Hi Rosa,", BODY, "Hi Rosa, it goes away.", BODY)]
    *_, below, _, further = weighed(page, Mode())
    assert State.FIRST not in below
    assert State.FIRST in further


def test_a_day_beside_a_section_of_the_paper_is_no_question() -> None:
    _, dated, asked = weighed([item("Is it?"), item("Living Well | March 3, 2016"), item(BODY)], Mode())
    assert dated[State.UNASSIGNED] == SHIPPED.line.is_datum
    assert State.UNASSIGNED not in asked or not asked[State.UNASSIGNED]


@pytest.mark.parametrize("text", ["2 years ago", "x" * 261])
def test_what_cannot_be_a_headline_is_none(text: str) -> None:
    page = [item("Is it?"), item(BODY), item("Rest", COUNT), item(BODY), item(text), item(BODY)]
    states = weighed(page, Mode(has_count=True))
    assert State.HEADLINE in states[2]
    assert State.HEADLINE not in states[4]


@pytest.mark.parametrize(
    ("text", "gap", "below", "mode", "expected"),
    [
        ("15 years experience", Gap(0), "Next", Mode(has_bylines=True), True),
        ("What is it?", Gap(0), "Next", Mode(has_bylines=True), False),
        ("15 years experience", Gap(1), "Next", Mode(has_bylines=True), False),
        ("15 years experience", Gap(0), "It is so.", Mode(has_bylines=True), False),
        ("15 years experience", Gap(0), "Next", Mode(has_bylines=True, side=Side.BEFORE), False),
        ("x" * 61, Gap(0), "Next", Mode(has_bylines=True), False),
    ],
)
def test_a_short_line_directly_below_a_byline_may_be_no_text(
    text: str, gap: Gap, below: str, mode: Mode, *, expected: bool
) -> None:
    signed = [item("Is it?"), item(BODY), item(BODY), item("Ann Rowe, MD", fields=NAMED)]
    page = [*signed, item(text, gap), item(below), item("Ann Rowe, MD", fields=NAMED)]
    assert (State.UNASSIGNED in weighed(page, mode)[len(signed)]) is expected


def test_what_stands_below_the_end_of_the_answers_may_be_no_text() -> None:
    page = [*[item(BODY)] * 4, item("Ann Rowe, MD", fields=NAMED), item(BODY), item(BODY, CLOSE), item(BODY)]
    signed = [*page, item("Ann Rowe, MD", fields=NAMED)]
    states = weighed(signed, Mode(has_bylines=True))
    assert [State.UNASSIGNED in own for own in states] == [True] * 3 + [False] * 3 + [True] * 3


def test_what_stands_above_a_date_is_the_title_and_what_asks_above_a_label_the_question() -> None:
    asked = "My heel hurts in the morning. What is it?"
    page = [item("Heels"), item("March 4, 2019"), item(asked), item(BODY, Gap(1, Flag.ANSWER))]
    title, day, question, _ = weighed(page, Mode(has_labels=True))
    assert set(title) == {State.TITLE, State.QUESTION, State.FIRST, State.BODY} | ({State.HEADLINE} & set(title))
    assert day[State.UNASSIGNED] == SHIPPED.line.is_datum
    assert State.QUESTION in question
    assert not {State.TITLE, State.UNASSIGNED} & set(question)


def test_a_headline_whose_words_begin_the_paragraph_below_is_more_of_one() -> None:
    page = [item("Is it?"), item(BODY), item("It is a common thing", COUNT), item(BODY), item(BODY)]
    other = [item("Is it?"), item(BODY), item("It is a usual matter", COUNT), item(BODY), item(BODY)]
    repeated, plain = (weighed(lines, Mode(has_count=True))[2][State.HEADLINE] for lines in (page, other))
    assert repeated - plain == SHIPPED.headline.opens_body


def test_a_forced_state_is_the_only_one() -> None:
    assert weighed([item("Is it?", forced=State.TITLE), item(BODY)], Mode())[0] == {State.TITLE: 0.0}
