"""What an editor says of who asks, or answers, above what is asked, is no part of the question."""

import pytest

from extractor.readers.text.acceptance.believed import read_accepted
from extractor.readers.text.grammar.states import State
from extractor.readers.text.page import TextPage
from extractor.sites import all_layouts

ASKED = "I have run two miles a day for years, and now my heel hurts every morning. What can I do about it?"
TOLD = "Dear Rosa, rest it for two weeks. You can cool your heel in the evening, and your shoes may be worn."
INTRODUCED = "Rosa has hurt her heel and does not know whether to run or to rest it."


@pytest.mark.parametrize(
    ("above", "introduced"),
    [
        (INTRODUCED, 1),
        (f"Every week we print one of the letters that reach this house.\n\n{INTRODUCED}", 2),
        ("Some days are harder than others for those who run.", 0),
        ("I told my sister Rosa that the shoes were worn long ago.", 0),
    ],
    ids=["names who asks", "below more", "names nobody", "by who asks"],
)
def test_what_stands_above_a_letter_down_to_who_wrote_it_is_unassigned(above: str, introduced: int) -> None:
    read = read_accepted(TextPage(f"{above}\n\n{ASKED}\n\nRosa\n\n{TOLD}"), all_layouts())
    assert read is not None
    assert read.reading.states[:introduced] == (State.UNASSIGNED,) * introduced
    assert State.UNASSIGNED not in read.reading.states[introduced:]
    assert ASKED in read.text_of(State.QUESTION)


def test_a_line_that_names_who_answers_introduces_the_question() -> None:
    above = "Trouble with heels, shoes or knees? Our columnist Ada Rowe (51) has an answer for all of them."
    read = read_accepted(TextPage(f"{above}\n\nHi there,\n\n{ASKED}\n\nAda: {TOLD}"), all_layouts())
    assert read is not None
    assert read.texts_of(State.UNASSIGNED) == [above]
