"""Letters to a doctor whose reply stands on their line, and one whose reply speaks to nobody."""

import pytest

from extractor import extract_records

LETTER = "DEAR DR. ROWE: I run two miles a day, and my heel hurts each morning. Is it a spur?"
REPLY = "A spur is a small bone that grows at the heel, and few of them ever need an operation to be well again."


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (f"Ask Dr. Rowe\n\n{LETTER} DEAR READER: {REPLY}", 1),
        (f"Ask Dr. Rowe\n\n{LETTER} My dear reader: {REPLY}", 0),
        (f"Ask Dr. Rowe\n\n{LETTER}", 0),
    ],
    ids=["a reader is greeted", "within a sentence", "no reply"],
)
def test_what_greets_a_reader_behind_a_letter_on_its_line_is_the_reply(text: str, answers: int) -> None:
    told = [answer.body for record in extract_records(text) for answer in record.answers]
    assert len(told) == answers
    assert all((body or "").startswith("DEAR READER: A spur") for body in told)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (f"My heel hurts each morning. Is it a spur? ANSWER: {REPLY}", 1),
        (f"My heel hurts each morning. Is it a spur? - Answer: {REPLY}", 1),
        (f"Question: My heel hurts each morning. Is it a spur? Answer: {REPLY}", 1),
        (f"My heel hurts each morning, he said. The answer: {REPLY}", 0),
        (f"My heel hurts each morning. Is it a spur? Do help me. Limping - Answer: {REPLY}", 1),
        (f"Why do heels hurt? Many wonder. Some say: - Answer: {REPLY}", 0),
        (f"* My heel hurts each morning. Is it a spur? - {REPLY}", 1),
        (f"* My heel hurts each morning. Is it a spur? - I had one. {REPLY}", 0),
        (f"* Why do heels hurt? - {REPLY}", 0),
    ],
)
def test_the_label_of_an_answer_may_stand_behind_a_question_on_its_line(text: str, answers: int) -> None:
    told = [answer.body for record in extract_records(text) for answer in record.answers]
    assert told == [REPLY] * answers


def test_an_arabic_reply_stands_behind_its_label_on_the_line_of_the_letter() -> None:
    asked = "كعبي يؤلمني كل صباح منذ أن بدأت أجري في الحديقة. هل أحتاج إلى صورة أشعة؟ أرشديني. المتعبة"
    told = "اطمئني يا عزيزتي، فهذا الألم شائع ويزول خلال أسابيع. مددي ساقيك كل مساء."
    (record,) = extract_records(f"{asked} - الرد: {told}")
    assert (record.question.body, record.answers[0].body) == (asked, told)


def test_a_letter_that_speaks_to_the_doctor_alone_asks() -> None:
    letter = "Dear Dr. Rowe: You wrote that heels hurt from spurs. Is it safe to run on them every single day?"
    records = extract_records(f"{letter}\n\n{REPLY}\n\nFew doctors would advise more than two miles of it a day.")
    assert len(records) == 1
    assert records[0].warnings
