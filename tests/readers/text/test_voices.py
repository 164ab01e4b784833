"""Who speaks in a text, and what follows from it for pages without marks."""

import pytest

from extractor import QAPage, extract_records
from extractor.readers.text.voices import is_medical, voices_of

DOCTORS = [
    "Thank you for your question. Swelling after rhinoplasty is normal at six weeks, so I'd wait until the year is over.",
    "In my practice I see this once a month. It's a stitch that works its way out; your surgeon can snip it in a minute.",
    "From your photos the left implant sits higher. I tell my patients to massage it and to wait for three months.",
    "Gracias por su consulta. La inflamación es normal a las 3 semanas; en mi práctica recomiendo masajes en la cicatriz.",
]
ASKERS = [
    "I had a tummy tuck 3 weeks ago and my scar is red and itchy. My surgeon says wait. Is this normal? Should I worry?",
    "im 24 and my teeth moved since i lost my retainer, do i need braces again or can my dentist fix it another way?",
]
OTHERS = [
    "Our clinic offers laser treatments at special prices. Call us today to book your free consultation with our team!",
    "The minister said on Tuesday that the hospital in Larkfield had been closed after three patients were found ill.",
    "I saw Dr. Ferrow for my breast lift last year. She was kind, my scars were thin and I loved the nurses. Five stars!",
    "Abdominoplasty is a surgical procedure in which surplus skin of the abdomen is removed. Patients should not smoke.",
    "Thank you for writing in. The printer lost its settings; install the driver again and the menu will come back.",
]


@pytest.mark.parametrize("text", DOCTORS)
def test_a_doctor_who_answers_is_heard(text: str) -> None:
    voices = voices_of(text)
    assert voices.doctor > 0 > voices.asker
    assert is_medical(text)


@pytest.mark.parametrize("text", ASKERS)
def test_a_patient_who_asks_is_heard(text: str) -> None:
    voices = voices_of(text)
    assert voices.asker > 0 > voices.doctor


@pytest.mark.parametrize("text", DOCTORS)
def test_an_answer_alone_is_a_record(text: str) -> None:
    (record,) = extract_records(text)
    assert [answer.body for answer in record.answers] == [text]
    assert record.question.title is record.question.body is None


@pytest.mark.parametrize("text", [*ASKERS, *OTHERS])
def test_other_texts_are_no_answers(text: str) -> None:
    assert extract_records(text) == []


def test_the_less_an_answer_sounds_like_one_the_less_sure_is_the_record() -> None:
    sure, unsure = (
        _alone(text)
        for text in (
            DOCTORS[0],
            "A firm ridge below the scar is common at that stage. Massage it with plain lotion until the tissue softens.",
        )
    )
    assert sure.confidence > 0.9 > unsure.confidence
    assert not sure.warnings


def _alone(text: str) -> QAPage:
    (record,) = extract_records(text)
    return record
