"""Which of two readings of a page is believed: by the site whose clue it carries, or by its labels."""

import pytest

from extractor.readers.text.acceptance.believed import read_accepted
from extractor.readers.text.grammar.states import State
from extractor.readers.text.page import TextPage
from extractor.sites import all_layouts

PAGE = "Is it normal?\n\nMy heel hurts. What can I do?\n\nDoctor Answers 1\n\nRest\n\nRest your heel.\n\nAnn Rowe, MD\nLeeds Dermatologist"
EXCHANGE = "Q: My heel hurts when I run. Is it a spur?\n\nA: It may be one. You can rest it for two weeks."


@pytest.mark.parametrize(
    ("text", "site"),
    [
        (f"Ask a doctor: heels\n\n{EXCHANGE}", None),
        (f"Ask a doctor\n\n{PAGE}", "realself"),
        ("Ask a doctor\n\nMy heel hurts.", "none"),
    ],
    ids=["labels", "proof", "neither"],
)
def test_a_clue_is_no_proof_where_labels_say_more(text: str, site: str | None) -> None:
    read = read_accepted(TextPage(text), all_layouts())
    assert (read.layout.name if read else "none") == site


def test_a_page_that_is_not_believed_to_be_of_its_site_is_read_as_one_of_none() -> None:
    asked = "I work at night and my children are small. I cannot sleep at noon, and I am tired all day. What can I do?"
    told = (
        "You should sleep at the same hour every day, in a room that is dark. Your children can stay with others then."
    )
    read = read_accepted(TextPage(f"{asked}\n\n{told}"), all_layouts())
    assert read is not None
    assert read.layout.is_generic
    assert read.texts_of(State.QUESTION, State.FIRST) == [asked, told]
