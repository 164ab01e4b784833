"""Who wrote what stands above, and when."""

import pytest

from extractor import extract
from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.labels.dated import answered_hits, asked_days, days_above, signed_hits
from extractor.readers.text.matcher import Hit

_PAGE = (
    "Frage: Wehe Ferse\n\nMeine Ferse tut morgens weh. Soll ich zum Arzt?\n\nvon wiesenkraut am 04.05.2014\n\n"
    "{label}: Wehe Ferse\n\nSchonen Sie die Ferse zwei Wochen lang und dehnen Sie die Wade.\n\nvon Dr. Ada Vale am 05.05.2014\n"
)


def test_above_the_first_answer_the_line_is_of_who_asks_below_it_of_who_answers() -> None:
    lines = split_lines("Mein Fuß schmerzt.\nvon Rosa am 04.05.2014\nRuhe hilft.\nvon Ada am 05.05.2014")
    found = signed_hits(lines, [Hit(Kind.ANSWER, 2, 2, {})])
    assert [(hit.first, set(hit.groups)) for hit in found] == [
        (1, {"asker", "asked_at"}),
        (3, {"byline", "answered_at"}),
    ]


def test_a_byline_says_as_well_where_an_answer_begins() -> None:
    lines = split_lines("My foot hurts.\nPosted by Rosa on 04.05.2014\nReply by Ada\nRest it.")
    (asked,) = signed_hits(lines, [Hit(Kind.BYLINE, 2, 2, {})])
    assert (asked.first, set(asked.groups)) == (1, {"asker", "asked_at"})


def test_on_a_page_without_the_label_of_an_answer_such_a_line_says_nothing() -> None:
    assert signed_hits(split_lines("Ein Buch\nvon Rosa am 04.05.2014"), []) == []


def test_title_names_and_days_are_read() -> None:
    record = extract(_PAGE.format(label="Antwort auf"))
    assert record.question.title == "Wehe Ferse"
    assert (record.question.asker, record.question.asked_at) == ("wiesenkraut", "04.05.2014")
    assert record.answers[0].doctor is not None
    assert (record.answers[0].doctor.name, record.answers[0].answered_at) == ("Ada Vale", "05.05.2014")


def test_days_alone_above_the_label_of_a_reply() -> None:
    lines = split_lines("Q: Is it a spur?\n\nMarch 4, 2019\n\nA: Yes.\n\nMarch 4, 2019\nA: No.")
    assert [hit.first for hit in days_above(lines, [2, 4])] == [1, 3]
    assert days_above(lines[:3], [1]) == []


def test_a_day_of_an_answer_is_its_label_below_one_of_the_question() -> None:
    lines = split_lines(
        "Is it a spur?\nAsked by Rosa\nMy heel hurts.\nAnswered 4 May 2018\nYes.\nAnswered 3 questions\nNo."
    )
    asked = Hit(Kind.META, 1, 1, {"asker": (23, 27)})
    assert [(hit.first, list(hit.groups)) for hit in answered_hits(lines, [asked])] == [(3, ["answered_at"])]
    assert answered_hits(lines, []) == []
    assert answered_hits(lines, [asked, Hit(Kind.BYLINE, 5, 5, {})]) == []


@pytest.mark.parametrize(
    ("page", "days"),
    [
        ("My foot hurts.\n\nJune 3, 2019\n\n2 Answers\n\nRest it.", ["June 3, 2019"]),
        ("My foot hurts.\n\n3 years ago\n\nShare\n\n2 Answers\n\nRest it.", ["3 years ago"]),
        ("My foot hurts since\nJune 3, 2019\n\n2 Answers\n\nRest it.", []),
        ("My foot hurts.\n\nJune 3, 2019\n\nIt is sore.\n\n2 Answers\n\nRest it.", []),
        ("My foot hurts.\n\nJune 3, 2019\n\nRest it.", []),
    ],
    ids=["above the count", "above a mark", "in a paragraph", "above text", "no count"],
)
def test_a_day_above_the_number_of_answers_is_that_of_the_question(page: str, days: list[str]) -> None:
    lines = split_lines(page)
    kinds = {"2 Answers": Kind.COUNT, "Share": Kind.FURNITURE}
    hits = [Hit(kinds[line.text], at, at, {}) for at, line in enumerate(lines) if line.text in kinds]
    found = asked_days(lines, hits)
    assert [page[slice(*hit.groups["asked_at"])] for hit in found] == days
