"""Threads as marks of a page."""

from collections.abc import Callable

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.boards.marks import board_of
from extractor.readers.text.grammar.states import State
from extractor.readers.text.matcher import Hit
from tests.readers.text.boards.threads import FORMS, Said, page


@pytest.mark.parametrize("form", FORMS)
def test_every_line_is_a_mark_or_has_a_state(form: Callable[[int, Said], str]) -> None:
    text = page(form)
    lines = split_lines(text)
    board = board_of(text, lines, [])
    assert board is not None
    marked = {at for hit in board.hits for at in range(hit.first, hit.last + 1)}
    assert marked | set(board.states) == set(range(len(lines)))
    assert list(board.states.values()).count(State.FIRST) == 2


def test_labels_of_questions_and_answers_say_more() -> None:
    text = page(FORMS[0])
    lines = split_lines(text)
    labels = [Hit(Kind.QUESTION, 1, 1, {}), Hit(Kind.ANSWER, 4, 4, {})]
    assert board_of(text, lines, labels) is None
    assert board_of(text, lines, labels[:1]) is not None
