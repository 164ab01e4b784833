"""What a person sets right: values, each alone, and lines, of which one settles others."""

import json

import pytest

from extractor.display.reread import reread
from extractor.document import Document
from extractor.errors import UsageError
from extractor.records import Answer, QAPage, Question
from extractor.records.fields import FIELDS, Field, Holds, Owner
from extractor.review.corrections import Deed, Step
from extractor.review.mending import mended, with_value
from tests.paths import FIXTURES
from tests.test_api import PAGE

RECORD = QAPage(
    id="a",
    question=Question(title="Is it normal?"),
    answers=(Answer(position=1, body="Yes."), Answer(position=2, body="No.")),
    spans={"/question/title": ((0, 13),), "/answers/1/body": ((20, 23),)},
)
WHERE = {Owner.PAGE: "", Owner.QUESTION: "/question", Owner.ANSWER: "/answers/1", Owner.DOCTOR: "/answers/1/doctor"}
TYPED = {
    Holds.TEXT: ("By hand", "By hand"),
    Holds.TEXTS: ("MD, FACS", ("MD", "FACS")),
    Holds.PASSAGES: ("One.\n\nTwo.", ("One.", "Two.")),
    Holds.COUNT: ("12", 12),
    Holds.MEASURE: ("4.5", 4.5),
    Holds.FLAG: ("true", True),
}
SAID = [field for field in FIELDS if field.owner is not Owner.PAGE or field.name in ("url", "declared_answer_count")]


def value_at(record: QAPage, field: Field) -> object:
    parts = {Owner.PAGE: record, Owner.QUESTION: record.question, Owner.ANSWER: record.answers[1]}
    part = record.answers[1].doctor if field.owner is Owner.DOCTOR else parts[field.owner]
    return getattr(part, field.name) if part else None


@pytest.mark.parametrize("field", [one for one in SAID if one.name not in ("position", "confidence")], ids=str)
def test_every_field_can_be_set_and_taken_away(field: Field) -> None:
    pointer, (typed, meant) = f"{WHERE[field.owner]}/{field.name}", TYPED[field.holds]
    record = with_value(RECORD, pointer, typed)
    assert value_at(record, field) == meant
    assert record.answers[0] == RECORD.answers[0]
    assert pointer not in (record.spans or {})
    assert value_at(with_value(record, pointer, None), field) in (None, ())


@pytest.mark.parametrize("pointer", ["/answers/2/body", "/answers/x/body", "/no", "/question/none", "", "/answers"])
def test_what_is_nowhere_is_refused(pointer: str) -> None:
    with pytest.raises(UsageError, match="cannot be"):
        with_value(RECORD, pointer, "text")


def test_a_number_in_words_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot be 'many'"):
        with_value(RECORD, "/answers/1/doctor/reviews", "many")


READ = reread(Document(PAGE))
(AS_READ,) = READ.records
OWN = AS_READ.id or ""


def test_without_steps_the_record_is_as_it_was_read() -> None:
    assert mended(READ, OWN, ()) == (READ, AS_READ)


def test_a_headline_that_is_a_body_becomes_part_of_it() -> None:
    item = next(piece.item for piece in READ.pieces.values() if piece.role == "headline")
    page, record = mended(READ, OWN, [Step(deed=Deed.ROLE, id=OWN, item=item, state="first body line")])
    assert record.answers[0].headline is None
    assert (record.answers[0].body or "").startswith(AS_READ.answers[0].headline or "?")
    assert (record.id, record.source, record.digest) == (AS_READ.id, AS_READ.source, AS_READ.digest)
    assert next(piece.role for piece in page.pieces.values() if piece.item == item) == "body"


@pytest.mark.parametrize(("item", "state"), [(999, "body"), (1, "nonsense"), (None, "body")])
def test_a_line_that_is_none_is_refused(item: int | None, state: str) -> None:
    with pytest.raises(UsageError):
        mended(READ, OWN, [Step(deed=Deed.ROLE, id=OWN, item=item, state=state)])


def test_a_page_that_does_not_give_the_record_any_more_is_refused() -> None:
    with pytest.raises(UsageError):
        mended(READ, "another", ())


def test_a_role_holds_for_all_lines_below_on_wish() -> None:
    """A page that is nothing but paragraphs, each of them an answer: one step makes them so."""
    path = FIXTURES / "hard/bare/implant-too-high.txt"
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    page = reread(Document(path.read_bytes(), source=path.name))
    assert page.reading is not None
    first = gold["answers"][0]["body"].split("\n")[0]
    place = next(n for n, item in enumerate(page.reading.cut.items) if item.text == first)
    steps = [Step(deed=Deed.ROLE, item=place, state="first body line", onward=True)]
    _, record = mended(page, page.records[0].id or "", steps)
    assert [answer.body for answer in record.answers] == [answer["body"] for answer in gold["answers"]]
