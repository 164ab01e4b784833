"""Labels of questions and answers: of persons who ask, or of a FAQ."""

import pytest

from extractor.readers.text.acceptance.exchanges import (
    has_unanswered,
    is_labelled,
    is_left_open,
    is_one_exchange,
    share_of_telling,
)
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import TextReading, read_text
from extractor.sites import all_layouts

TELLS = "Q: I fell on my hand, and my wrist hurts. May I type?\n\nA: You may, with a splint.\n\n"
TELLS_ONLY = "Q: I fell on my hand in March. My wrist has hurt since then.\n\nA: Have it looked at within a week.\n\n"
OURS = "Q: Can cats limp? Our cat limps on a hind leg.\n\nA: They can, after a fall.\n\n"
ASKS = "Q: Do wrists heal?\n\nA: Most of them heal within six weeks.\n\n"


def reading_of(text: str) -> TextReading:
    read = read_text(TextPage(text), all_layouts())
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("page", "share", "is_of_persons"),
    [
        (TELLS + TELLS, 1.0, True),
        (TELLS + TELLS_ONLY, 1.0, True),
        (TELLS + OURS, 1.0, True),
        (TELLS + ASKS, 0.5, True),
        (TELLS + ASKS + ASKS, 1 / 3, False),
        (TELLS + "It takes a while. " * 400 + "\n\n" + ASKS, 0.5, False),
        (ASKS, 0.0, True),
    ],
    ids=[
        "all tell",
        "one asks nothing",
        "of a cat",
        "half of a short page",
        "a third",
        "half of a long page",
        "one question",
    ],
)
def test_several_questions_are_a_faq_unless_askers_tell_of_themselves(
    page: str,
    share: float,
    is_of_persons: bool,  # noqa: FBT001 - a table's column
) -> None:
    read = reading_of(page)
    assert share_of_telling(read) == pytest.approx(share)
    assert is_labelled(read, [hit.kind for hit in read.cut.hits]) is is_of_persons


def test_one_exchange_is_a_question_and_its_answer() -> None:
    kinds = [hit.kind for hit in reading_of(TELLS + ASKS).cut.hits]
    assert is_one_exchange(kinds[:2])
    assert not is_one_exchange(kinds)
    assert not is_one_exchange(kinds[1:2])


def test_a_question_below_another_has_no_answer_between_them() -> None:
    kinds = [hit.kind for hit in reading_of(TELLS + ASKS).cut.hits]
    assert has_unanswered([kinds[0], *kinds])
    assert not has_unanswered(kinds)


def test_labels_below_the_end_of_a_page_are_those_of_others() -> None:
    answers = "Does a spur heal?\n\nAnswer: It may. Rest it.\n\nDoes a toe heal?\n\nAnswer: It does.\n\n"
    read = reading_of(f"Our heels\n\n{answers}Related Questions\n\nIs it a spur?\n\nAnswer: It is.\n")
    assert not is_labelled(read, [hit.kind for hit in read.cut.hits])


@pytest.mark.parametrize(
    ("asked", "is_open"),
    [
        ("Heels hurt for many reasons. How are they told apart? All depends on the hour.", True),
        ("Heels hurt for many reasons. How are they told apart?", False),
        ("The heel hurts in the morning. Thank you.", False),
        ("Question: Why do heels hurt? It may be the shoes.", False),
    ],
    ids=["goes on", "a question", "thanks", "a label"],
)
def test_what_stands_above_the_label_of_an_answer_may_ask_nothing_at_its_end(asked: str, *, is_open: bool) -> None:
    read = reading_of(f"{asked}\n\nOur answer\n\nRest your heel for two weeks, and change your shoes.")
    assert is_left_open(read, [hit.kind for hit in read.cut.hits]) == is_open
