"""From drafts to records: places and confidences of what is doubtful."""

import pytest

from extractor import extract_records
from extractor.document import Document
from extractor.readers.text.records import confidence_of
from extractor.readers.text.weights import SHIPPED
from extractor.reading import examine
from extractor.records import QAPage, Warning, WarningCode, doubt  # noqa: A004 - the word of the record

BYLINE = "Ann Lee, MD\nBoston Plastic Surgeon\n4.3 out of 5 stars 28 reviews\n"
PAGE = (
    "\n\nIs swelling normal after two weeks?\n\n\nMy eyelid is still swollen. I had surgery on May 2.\n\n\n"
    f"Doctor Answers 3\n\nSwelling after surgery\n\nIt takes a month, and you can cool it.\n\n{BYLINE}\n"
    "Swelling is normal\n\nYou are healing well, and I would wait.\n\n"
    "Out of 5 stars 12 reviews\n"
)


def record_of(text: str) -> QAPage:
    (record,) = examine(Document(text)).records
    return record


def warnings_of(record: QAPage, code: WarningCode) -> list[Warning]:
    return [warning for warning in record.warnings if warning.code is code]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_warning_names_the_line_of_the_file(end: str) -> None:
    text = PAGE.replace("\n", end)
    record = record_of(text)
    numbered = dict(enumerate(text.split(end), 1))
    (count,) = warnings_of(record, WarningCode.COUNT_MISMATCH)
    (boundary,) = warnings_of(record, WarningCode.DOUBTFUL_BOUNDARY)
    assert numbered[count.line or 0] == "Doctor Answers 3"
    assert numbered[boundary.line or 0] == "Out of 5 stars 12 reviews"
    assert boundary.span is not None
    assert text[slice(*boundary.span)] == "Out of 5 stars 12 reviews"


def test_warnings_bound_the_confidence_of_the_page_and_doubt_that_of_its_answer() -> None:
    record = record_of(PAGE)
    assert record.confidence <= doubt.CAP
    assert record.answers[0].confidence > doubt.DOUBTFUL > record.answers[1].confidence


def test_paragraphs_are_parted_by_a_blank_line_and_lines_kept() -> None:
    record = record_of(PAGE.replace("It takes a month, and", "It takes a month.\nMaybe two.\n\nAnd"))
    assert record.answers[0].body == "It takes a month.\nMaybe two.\n\nAnd you can cool it."


def test_confidence_grows_with_the_margin_and_is_never_sure() -> None:
    shares = [confidence_of(margin, SHIPPED) for margin in (-3.0, 0.0, 1.0, 5.0, 20.0)]
    assert shares[0] == shares[1]
    assert shares[1:] == sorted(set(shares))
    assert shares[-1] < 1


def test_doubt_of_where_a_reply_begins_names_both_readings() -> None:
    asked = "My heel hurts when I get up in the morning, and it has been so since May. What can I do about it, please?"
    record = record_of(f"{asked}\n\nYou should rest it for two weeks, and see your doctor if you still limp then.\n")
    (warning,) = warnings_of(record, WarningCode.DOUBTFUL_BOUNDARY)
    assert warning.message.endswith("this line was read as first body line, and may be question")
    assert warning.line == 3


def test_doubt_of_a_line_says_what_speaks_against_it() -> None:
    record = record_of(
        "Q: My heel hurts. What can I do?\n\nA: Rest it for two weeks.\n\nHOT OR COLD: Both are of use here.\n"
    )
    (warning,) = warnings_of(record, WarningCode.DOUBTFUL_BOUNDARY)
    assert "this line was read as body, and a rule or a heading opens it" in warning.message
    assert warning.line == 5


def test_a_number_of_answers_below_the_end_has_no_place() -> None:
    page = (
        "Legal Question in Family Law in Georgia\n\nMay I move away with my son?\n\n\nRelated Questions & Answers\n\n"
    )
    (record,) = extract_records(f"{page}2 Answers from Attorneys\n", spans=True)
    assert record.declared_answer_count is None
    assert record.spans is not None
    assert "/declared_answer_count" not in record.spans


def test_a_doubt_that_is_of_no_line_is_said_of_the_page_alone() -> None:
    lone = (
        "Patients often wonder how long a crown lasts. With good care most stand for ten to fifteen years, and the gum "
        "around it matters more than the crown itself.\n\nI recommend that patients brush along the edge with a soft brush "
        "and have the bite checked once a year.\n"
    )
    (warning,) = record_of(lone).warnings
    assert (warning.message, warning.line, warning.answer) == (doubt.doubtful_kind().message, None, None)
