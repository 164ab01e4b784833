"""Columns whose labels are lost: who asks tells of himself, and is spoken to."""

import pytest

from extractor.readers.text.acceptance.turns import reading_in_turn
from extractor.readers.text.grammar.states import State
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

SPUR = "My heel hurts. Is it a spur?"
RUN = "I ran too far. May I go on?"
REST = "You should rest your heel for at least two weeks."
TURNS = (State.QUESTION, State.FIRST, State.QUESTION, State.FIRST)


@pytest.mark.parametrize(
    ("paragraphs", "states"),
    [
        ([SPUR, REST, RUN, REST], TURNS),
        (["Heels", SPUR, REST, RUN, REST], (State.UNASSIGNED, *TURNS)),
        ([SPUR, REST, REST, RUN], (*TURNS[:2], State.BODY, State.QUESTION)),
        (["What is a spur?", REST, "Why does a heel hurt?", REST], None),
        ([SPUR, "I told myself that my heel would not be worse.", RUN, "I went on as if I had no heel."], None),
        ([SPUR, REST], None),
        ([SPUR, RUN, REST], None),
        ([SPUR, "Yes.", RUN, REST], None),
    ],
    ids=[
        "turns",
        "above",
        "the last",
        "a FAQ",
        "a story",
        "one question",
        "no reply",
        "a short reply",
    ],
)
def test_questions_in_turn(paragraphs: list[str], states: tuple[int, ...] | None) -> None:
    read = read_text(TextPage("\n\n".join(paragraphs)), all_layouts())
    assert read is not None
    found = reading_in_turn(read)
    assert (found and found.reading.states) == states
