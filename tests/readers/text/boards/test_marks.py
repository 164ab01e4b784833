"""Threads as marks of a page."""

from collections.abc import Callable

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.boards.marks import Board, board_of
from extractor.readers.text.grammar.states import State
from extractor.readers.text.matcher import Hit
from extractor.readers.text.page import TextPage
from tests.readers.text.boards.threads import FORMS, Said, page


@pytest.mark.parametrize("form", FORMS)
def test_every_line_is_a_mark_or_has_a_state(form: Callable[[int, Said], str]) -> None:
    text = page(form)
    lines = split_lines(text)
    board = board_of(TextPage(text), [])
    assert board is not None
    marked = {at for hit in board.hits for at in range(hit.first, hit.last + 1)}
    assert marked | set(board.states) == set(range(len(lines)))
    assert list(board.states.values()).count(State.FIRST) == 2


def test_labels_of_questions_and_answers_say_more() -> None:
    text = TextPage(page(FORMS[0]))
    labels = [Hit(Kind.QUESTION, 1, 1, {}), Hit(Kind.ANSWER, 4, 4, {})]
    assert board_of(text, labels) is None
    assert board_of(text, labels[:1]) is not None
    assert board_of(text, [Hit(Kind.LINES, 0, 0, {})]) is None


ASKED = "My heel hurts in the morning. What can I do?"
TOLD = "Rest it for two weeks, and then walk."
TWO = f"Heel pain\n\nrosa_v\n6 years ago\n\n{ASKED}\n\nNora Vale\n5 years ago\n\n{TOLD}"


def told(text: str, board: Board) -> list[tuple[str, ...]]:
    """Who wrote each post, and when, as the marks say it."""
    facts = [{group: text[slice(*span)] for group, span in hit.groups.items()} for hit in board.hits]
    names = [(fact.get("asker") or fact.get("name"), fact.get("asked_at") or fact.get("answered_at")) for fact in facts]
    return [(who, when) for who, when in names if who and when]


def words(text: str, board: Board, state: int) -> list[str]:
    """The lines of this state."""
    lines = split_lines(text)
    return [lines[at].text for at, told in board.states.items() if told == state]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (TWO, [("rosa_v", "6 years ago"), ("Nora Vale", "5 years ago")]),
        (
            f"rosa_v, March 4, 2019\n\n{ASKED}\n\nNora, March 5, 2019\n\n{TOLD}",
            [("rosa_v", "March 4, 2019"), ("Nora", "March 5, 2019")],
        ),
        (
            f"Heel pain\nby rosa_v » 4 May 2019\n\n{ASKED}\n\nRe: Heel pain\nby Nora » 5 May 2019\n\n{TOLD}",
            [("rosa_v", "4 May 2019"), ("Nora", "5 May 2019")],
        ),
        (
            f"04-05-2019, 09:12 AM #1\nrosa_v\nMember\nPosts: 3\n\n{ASKED}\n\n04-06-2019, 09:12 AM #2\nNora\nMember\n\n{TOLD}",
            [("rosa_v", "04-05-2019, 09:12 AM"), ("Nora", "04-06-2019, 09:12 AM")],
        ),
        (
            f"Heel pain\nrosa_v, 6 years ago\n{ASKED}\nNora, yesterday\n{TOLD}",
            [("rosa_v", "6 years ago"), ("Nora", "yesterday")],
        ),
        (
            f"rosa_v\n6 years ago • 6 replies\n\n{ASKED}\n\nNora in reply to rosa_v\n5 years ago\n\n{TOLD}",
            [("rosa_v", "6 years ago"), ("Nora", "5 years ago")],
        ),
        (
            TWO.replace("5 years ago", "5 years ago\nNew Member\n12 likes"),
            [("rosa_v", "6 years ago"), ("Nora Vale", "5 years ago")],
        ),
        (TWO.replace("rosa_v", "Rosa V."), [("Rosa V.", "6 years ago"), ("Nora Vale", "5 years ago")]),
    ],
    ids=[
        *(
            "name and date",
            "on a line",
            "title of a reply",
            "panels",
            "dense",
            "whom a post answers",
            "badge and count",
        ),
        "an initial",
    ],
)
def test_two_posts_are_a_thread_where_one_tells_of_himself_at_the_top(text: str, heads: list[tuple[str, str]]) -> None:
    board = board_of(TextPage(text), [])
    assert board is not None
    assert board.is_clear
    assert told(text, board) == heads
    assert (words(text, board, State.QUESTION), words(text, board, State.FIRST)) == ([ASKED], [TOLD])


@pytest.mark.parametrize(
    "text",
    [
        TWO.replace(ASKED, "The market opens at nine. Does it rain?"),
        TWO.replace("5 years ago", "five stars"),
        TWO.replace(ASKED, "My heel hurts. " * 400),
        TWO.replace(TOLD, "Does it hurt when you walk?"),
        "A\n\nB\n\nC\n\nD\n\n" + TWO,
        TWO.replace("Nora Vale\n", "She wrote to all of us on the day after.\n"),
        TWO.replace("Nora Vale", "rosa_v"),
    ],
    ids=[
        *("nobody tells of himself", "one date", "an article", "questions alone", "far down the page", "a sentence"),
        "one author",
    ],
)
def test_other_pages_with_two_names_and_dates_are_no_threads(text: str) -> None:
    assert board_of(TextPage(text), []) is None


@pytest.mark.parametrize("end", ["It began in May 2019.", "It began in May 2019.\nThanks\nAll is well with it now."])
def test_a_sentence_with_a_date_begins_no_post(end: str) -> None:
    text = f"{TWO}\n{end}"
    board = board_of(TextPage(text), [])
    assert board is not None
    assert told(text, board) == [("rosa_v", "6 years ago"), ("Nora Vale", "5 years ago")]
    assert words(text, board, State.BODY) == end.split("\n")


def test_a_byline_of_another_kind_needs_more_than_two_posts() -> None:
    assert board_of(TextPage(TWO), [Hit(Kind.BYLINE, 4, 4, {})]) is None
    assert board_of(TextPage(TWO), [Hit(Kind.COUNT, 4, 4, {})]) is not None
