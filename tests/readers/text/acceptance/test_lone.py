"""A page that is one answer alone: how certain that is."""

import pytest

from extractor.readers.text.acceptance.lone import NONE, is_to_somebody, lone_evidence, lone_lead
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.readers.text.weights import NUMBERS, Weights
from extractor.sites import all_layouts

_SPARSE = "Ask for the new form before nine and send it back by post, or bring it with you when you see your doctor next week."
_DENSE = (
    "The swelling after your facelift is edema; the scar and the skin heal in weeks, as your surgeon will tell you."
)
_ANYTHING = Weights({**NUMBERS, "margin.sparse_medicine": 0.0})


@pytest.mark.parametrize(("text", "costs"), [(_SPARSE, True), (_DENSE, False)], ids=["sparse", "dense"])
def test_few_words_of_medicine_make_an_answer_alone_less_certain(text: str, costs: bool) -> None:  # noqa: FBT001 - a table's column
    read, as_any = (
        read_text(TextPage(text), all_layouts(), weights=weights) for weights in (Weights(NUMBERS), _ANYTHING)
    )
    assert read is not None
    assert as_any is not None
    evidence = lone_evidence(read)
    assert evidence == lone_evidence(as_any)
    assert (lone_lead(read, evidence) < lone_lead(as_any, evidence)) is costs


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [("Patient: ", "Doctor: ", False), ("", "Doctor: ", True), ("", "", True)],
    ids=["two who speak", "a label in the middle", "one text"],
)
def test_what_two_persons_say_in_turn_is_no_answer_alone(first: str, second: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    read = read_text(TextPage(f"{first}{_DENSE}\n\n{second}{_DENSE}"), all_layouts())
    assert read is not None
    assert (lone_evidence(read) > NONE) is is_one


def test_the_heading_of_a_section_makes_an_answer_alone_doubtful() -> None:
    of_a_case = f"{_DENSE} In your case I would wait."
    read = read_text(TextPage(f"{of_a_case}\nWhat the first week brings\n{of_a_case}"), all_layouts())
    whole = read_text(TextPage(f"{of_a_case}\n{of_a_case}\n{of_a_case}"), all_layouts())
    assert read is not None
    assert whole is not None
    assert lone_lead(read, 9.0) == read.weights.margin.suspect < lone_lead(whole, 9.0)


def test_a_text_about_no_case_that_tells_how_a_procedure_is_done_is_in_doubt() -> None:
    told = "The procedure is done under local anesthetic, and many patients need no pills. Stitches come out in a week."
    for text, is_doubtful in ((told, True), (f"{told} In your case I would wait.", False)):
        read = read_text(TextPage(text), all_layouts())
        assert read is not None
        assert (lone_lead(read, 5.0) <= read.weights.margin.suspect) is is_doubtful


def test_more_words_of_treatises_than_of_a_case_leave_a_doubt_although_the_writer_says_i() -> None:
    told = "Most patients rest for a week, and many patients walk on day 2. I like to see them after surgery. {}"
    for last, is_doubtful in (("Wear the garment.", True), ("In your case your surgeon decides: good luck.", False)):
        read = read_text(TextPage(told.format(last)), all_layouts())
        assert read is not None
        assert (lone_lead(read, 5.0) <= read.weights.margin.suspect) is is_doubtful


@pytest.mark.parametrize(
    ("text", "is_reply"),
    [
        (f"Hello. Thank you for your question. {_DENSE}", True),
        (f"Thank you for your visit. {_DENSE}", False),
        (
            "Thank you for your question. The shop opens at nine on every day but Sunday, and you may park behind it.",
            False,
        ),
    ],
)
def test_thanks_for_a_question_of_medicine_tell_a_reply(text: str, is_reply: bool) -> None:  # noqa: FBT001 - a table's column
    read = read_text(TextPage(text), all_layouts())
    assert read is not None
    assert is_to_somebody(read) is is_reply


@pytest.mark.parametrize(
    ("last", "is_doubtful"),
    [
        ("The scar is then covered by tape and by a bra.", True),
        ("The scar is then covered by tape for 3 weeks.", False),
        ("It's then covered by tape, and that's all.", False),
        ("In your case I would wait, and good luck.", False),
    ],
    ids=["plain", "how long", "spoken", "of a case"],
)
def test_a_text_that_tells_nothing_exact_and_of_no_case_is_in_doubt(last: str, is_doubtful: bool) -> None:  # noqa: FBT001 - a table's column
    told = (
        "The skin of the breast is drawn together under the nipple, and what is left of it below is taken away with a "
        "part of the gland. It is the shape of the gland that decides how it will look, and not the skin over it."
    )
    read = read_text(TextPage(f"{told} {last}"), all_layouts())
    assert read is not None
    assert (lone_lead(read, 5.0) <= read.weights.margin.suspect) is is_doubtful
