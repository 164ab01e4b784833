"""Threads as marks of a page."""

from collections.abc import Callable

import pytest

from extractor.layout import Kind, Side
from extractor.readers.lines import split_lines
from extractor.readers.text.boards.marks import Board, board_of
from extractor.readers.text.grammar.states import State
from extractor.readers.text.matcher import Hit
from extractor.readers.text.page import TextPage
from tests.readers.text.boards.threads import FORMS, THREAD, Said, page, signed_below


@pytest.mark.parametrize("form", FORMS)
def test_every_line_is_a_mark_or_has_a_state(form: Callable[[int, Said], str]) -> None:
    text = page(form)
    lines = split_lines(text)
    board = board_of(TextPage(text), [])
    assert board is not None
    marked = {at for hit in board.hits for at in range(hit.first, hit.last + 1)}
    assert marked | set(board.states) == set(range(len(lines)))
    assert len(begun(text, board)) == 2


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


def begun(text: str, board: Board) -> list[str]:
    """The lines with which answers begin, as the marks say it."""
    return [text[slice(*hit.groups["first"])] for hit in board.hits if "first" in hit.groups]


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
        (
            TWO.replace("Nora Vale", "Ana Maria de Souza"),
            [("rosa_v", "6 years ago"), ("Ana Maria de Souza", "5 years ago")],
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
        *("four names", "an initial"),
    ],
)
def test_two_posts_are_a_thread_where_one_tells_of_himself_at_the_top(text: str, heads: list[tuple[str, str]]) -> None:
    board = board_of(TextPage(text), [])
    assert board is not None
    assert board.is_clear
    assert told(text, board) == heads
    assert (words(text, board, State.QUESTION), begun(text, board)) == ([ASKED], [TOLD])


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
        TWO.replace("Nora Vale", "What helps if heels hurt"),
    ],
    ids=[
        *("nobody tells of himself", "one date", "an article", "questions alone", "far down the page", "a sentence"),
        *("one author", "a headline"),
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
    assert words(text, board, State.BODY) == [TOLD, *end.split("\n")]


def test_a_byline_of_another_kind_needs_more_than_two_posts() -> None:
    assert board_of(TextPage(TWO), [Hit(Kind.BYLINE, 4, 4, {})]) is None
    assert board_of(TextPage(TWO), [Hit(Kind.COUNT, 4, 4, {})]) is not None


def titled(text: str, board: Board) -> list[str]:
    """What the page is about, as the marks say it."""
    return [text[slice(*hit.groups["title"])] for hit in board.hits if "title" in hit.groups]


def posts_of(*words: str) -> str:
    """Posts below who wrote them, when, and how many others."""
    told = zip(("tessa_k", "hank", "Old Mill"), words, strict=True)
    return "\n".join(f"{who}\nMay {n}, 2015\nPosts: {n}\n{said}" for n, (who, said) in enumerate(told, 1))


SUBJECT = "How a heel that hurts is rested in spring and in autumn"
OTHER = "Mine hurt for a month, and soles helped me."
REST = ("Rest it for two weeks, and then walk.", "The same here. Ask your doctor about soles.")


@pytest.mark.parametrize(
    ("text", "title", "question"),
    [
        (posts_of(f"{SUBJECT}\n{ASKED}", f"Re: {SUBJECT}\n{REST[0]}", REST[1]), [SUBJECT], [ASKED]),
        (posts_of(f"Re: {SUBJECT}\n{ASKED}", *REST), [], [f"Re: {SUBJECT}", ASKED]),
        (f"Our health board\n{SUBJECT}\n" + posts_of(f"icon7 {SUBJECT}\n{ASKED}", *REST), [SUBJECT], [ASKED]),
        (
            f"Our health board\n{SUBJECT}\n" + posts_of(f"{'i' * 20}{SUBJECT}\n{ASKED}", *REST),
            [SUBJECT],
            [ASKED],
        ),
        (
            f"Our health board\n{SUBJECT}\n" + posts_of(f"{'i' * 21}{SUBJECT}\n{ASKED}", *REST),
            [SUBJECT],
            [f"{'i' * 21}{SUBJECT}", ASKED],
        ),
        (
            "Our health board\nMy sore heel\n" + posts_of(f"icon7 My sore heel\n{ASKED}", *REST),
            ["My sore heel"],
            ["icon7 My sore heel", ASKED],
        ),
        (
            "Our health board\nMy sore heels\n" + posts_of(f"icon7 My sore heels\n{ASKED}", *REST),
            ["My sore heels"],
            [ASKED],
        ),
    ],
    ids=[
        *("in the first block", "of replies alone", "behind an icon", "behind twenty signs", "behind more"),
        *("of twelve letters", "of thirteen"),
    ],
)
def test_a_title_is_no_word_of_the_question(text: str, title: list[str], question: list[str]) -> None:
    board = board_of(TextPage(text), [])
    assert board is not None
    assert titled(text, board) == title
    assert words(text, board, State.QUESTION) == question


def test_a_title_on_the_first_line_of_a_block_is_told_with_who_asked() -> None:
    text = page(FORMS[4])
    board = board_of(TextPage(text), [])
    assert board is not None
    assert titled(text, board) == ["Sore heel"]
    assert [hit.first for hit in board.hits if hit.kind is Kind.TITLE] == []


def test_a_title_said_again_is_no_question() -> None:
    text = "Our health board\nDoes my heel need rest?\n" + posts_of("Does my heel need rest?", *REST)
    assert board_of(TextPage(text), []) is None


@pytest.mark.parametrize(
    ("above", "first", "title", "question"),
    [
        (f"Sore heel\n{ASKED}\n3 answers\n", OTHER, ["Sore heel"], [ASKED]),
        (f"{ASKED}\n3 answers\n", OTHER, [], [ASKED]),
        ("Sore heel\n4 answers\n", ASKED, [], [ASKED]),
        ("3 answers\nSore heel\n3 answers\n", ASKED, [], [ASKED]),
    ],
    ids=["below a title", "without a title", "another number", "told twice"],
)
def test_posts_answer_what_stands_above_their_number(
    above: str, first: str, title: list[str], question: list[str]
) -> None:
    text = above + posts_of(first, *REST)
    lines = split_lines(text)
    counts = [
        Hit(Kind.COUNT, at, at, {"count": (line.start, line.start + 1)})
        for at, line in enumerate(lines)
        if line.text.endswith(" answers")
    ]
    board = board_of(TextPage(text), counts)
    assert board is not None
    assert sum(hit.kind is Kind.COUNT for hit in board.hits) == (first == OTHER)
    assert (titled(text, board), words(text, board, State.QUESTION)) == (title, question)
    assert [who for who, _ in told(text, board)] == ["tessa_k", "hank", "Old Mill"]
    assert len(begun(text, board)) == (3 if first == OTHER else 2)


def test_below_posts_signed_at_their_end_the_title_stands_above_the_first() -> None:
    text = signed_below([THREAD[0]._replace(words=f"Is it sore?\n{THREAD[0].words}"), *THREAD[1:]])
    board = board_of(TextPage(text), [])
    assert board is not None
    assert board.side is Side.AFTER
    assert titled(text, board) == ["Sore heel"]


@pytest.mark.parametrize(
    ("above", "is_clear"),
    [("", True), ("Sore heel\n", True), ("Our health board\nA heel that is sore\n", False), ("Boards\nHeels\n", False)],
    ids=["no line", "a title", "one of two lines", "no title"],
)
def test_a_board_is_clear_if_its_title_is(above: str, *, is_clear: bool) -> None:
    board = board_of(TextPage(page(FORMS[1], above=above)), [])
    assert board is not None
    assert board.is_clear is is_clear


def test_what_is_no_title_name_or_word_is_furniture() -> None:
    text = f"Boards\nHeels\nSore heel of mine\n{posts_of(ASKED, *REST)}\nLog in to reply"
    board = board_of(TextPage(text), [])
    assert board is not None
    assert [hit.first for hit in board.hits if hit.kind is Kind.FURNITURE] == [0, 1]
    assert [hit.first for hit in board.hits] == sorted(hit.first for hit in board.hits)
    heads = [(hit.kind, hit.first, hit.last) for hit in board.hits if hit.kind in (Kind.META, Kind.BYLINE)]
    assert heads == [(Kind.META, 3, 5), (Kind.BYLINE, 7, 9), (Kind.BYLINE, 11, 13)]
