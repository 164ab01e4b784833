"""One line that is set right settles others; a value is put where it stands."""

import pytest

from extractor.display.reread import reread
from extractor.document import Document
from extractor.errors import UsageError
from extractor.review.corrections import Deed, Step
from extractor.review.mending import mended
from tests.test_api import PAGE

READ = reread(Document(PAGE))
(RECORD,) = READ.records
OWN = RECORD.id or ""


def test_without_steps_the_record_is_as_it_was_read() -> None:
    assert mended(READ, OWN, ()) == (READ, RECORD)


def test_a_headline_that_is_a_body_becomes_part_of_it() -> None:
    item = next(piece.item for piece in READ.pieces.values() if piece.role == "headline")
    page, record = mended(READ, OWN, [Step(deed=Deed.ROLE, id=OWN, item=item, state="first body line")])
    assert record.answers[0].headline is None
    assert (record.answers[0].body or "").startswith(RECORD.answers[0].headline or "?")
    assert (record.id, record.source, record.digest) == (RECORD.id, RECORD.source, RECORD.digest)
    assert next(piece.role for piece in page.pieces.values() if piece.item == item) == "body"


def test_values_are_put_in_their_places() -> None:
    steps = [
        Step(deed=Deed.VALUE, id=OWN, pointer="/answers/1/doctor/name", value="Ada Example"),
        Step(deed=Deed.VALUE, id=OWN, pointer="/declared_answer_count", value=None),
    ]
    _, record = mended(READ, OWN, steps)
    doctor = record.answers[1].doctor
    assert doctor
    assert (doctor.name, record.declared_answer_count) == ("Ada Example", None)


@pytest.mark.parametrize(
    "step",
    [
        Step(deed=Deed.VALUE, id=OWN, pointer="/answers/9/body", value="x"),
        Step(deed=Deed.VALUE, id=OWN, pointer="/question/colour", value="x"),
        Step(deed=Deed.ROLE, id=OWN, item=999, state="body"),
        Step(deed=Deed.ROLE, id=OWN, item=1, state="nonsense"),
    ],
)
def test_a_step_that_does_not_fit_is_refused(step: Step) -> None:
    with pytest.raises(UsageError):
        mended(READ, OWN, [step])


def test_a_page_that_does_not_give_the_record_any_more_is_refused() -> None:
    with pytest.raises(UsageError):
        mended(READ, "another", ())
