"""Whether blocks that repeat on a page are answers to a question: comments, reviews and teasers repeat too."""

from collections.abc import Sequence

from extractor.layout.east_asian import has_rank
from extractor.readers.people.names import is_titled_name
from extractor.readers.text.acceptance.evidence import ThreadWords, thread_evidence
from extractor.readers.text.voices import voices_of
from extractor.readers.text.weights import SHIPPED
from extractor.records import Answer, QAPage, Question
from extractor.vocabulary import asks_something, has_question_mark, is_title

_LONGEST_BYLINE = 80
_LEAST_ASKED = 20
"""Characters of a text above what is called answers, from which on it may be what they answer."""


def answer_somebody(record: QAPage) -> bool:
    """Whether posts that were found by their shape alone are answers.

    They are if the page counts them as such, if all are signed by members of a profession and something is asked, if
    one member of a forum asks others, or if their words say so.
    """
    question, answers = record.question, record.answers
    title, asked = question.title or "", question.body or ""
    least, asker = SHIPPED.margin, voices_of(asked).asker
    if record.declared_answer_count is not None and (asked or has_question_mark(title)):
        return True
    if (asker >= least.asker_of_signed or (has_question_mark(title) and has_question_mark(asked))) and all(
        map(_is_signed_by_profession, answers)
    ):
        return True
    if (
        asker >= least.asker_of_signed
        and question.asker
        and all(answer.doctor and answer.doctor.name for answer in answers)
    ):
        return True
    thread = _thread(title, asked, answers)
    return thread_evidence(thread) >= least.thread_of_blocks and voices_of(thread.told).doctor > least.doctors_of_blocks


def are_answers_of_doctors(record: QAPage) -> bool:
    """Whether something is asked in the title and below it, and a title stands before the names of all who answer.

    Or a rank behind them, as in Chinese.

    Of languages whose words are not known nothing else says it, so that it leaves a doubt.
    """
    question = record.question
    is_asked = asks_something(question.title or "") and asks_something(question.body or "")
    return is_asked and all(_is_titled(record, number) for number in range(len(record.answers)))


def _is_titled(record: QAPage, number: int) -> bool:
    """Whether a title stands before the name of who gave an answer, and nothing on a rating or reviews behind it."""
    doctor, name = record.answers[number].doctor, (record.spans or {}).get(f"/answers/{number}/doctor/name")
    if doctor is None or not name or doctor.rating is not None or doctor.reviews is not None:
        return False
    (start, end), text = name[0], record.text or ""
    before = text[:start].rsplit("\n", 1)[-1].split()
    behind = (text[end:].strip().split("\n", 1)[0].split() or [""])[0]
    is_ranked = has_rank(text[start:end], behind)
    return is_ranked or (bool(before) and is_title(before[-1]))


def are_signed_answers(record: QAPage) -> bool:
    """Whether there is a text that is answered, and most of those that the page calls answers are signed.

    A title at their beginning stands before a name, whether it was read or not.
    """
    question, answers = record.question, record.answers
    signed = sum(map(_is_signed, answers))
    is_asked = asks_something(question.title or "") or len(question.body or "") >= _LEAST_ASKED
    return is_asked and 2 * signed > len(answers)


def _is_signed(answer: Answer) -> bool:
    first = (answer.headline or answer.body or "").split("\n", 1)[0]
    is_titled = len(first) <= _LONGEST_BYLINE and " " in first and is_title(first.split(None, 1)[0])
    return is_titled or (answer.doctor is not None and answer.doctor.name is not None)


def may_be_answered(question: Question) -> bool:
    """Whether so much is asked that answers, whatever they say, may be what `answer_somebody` asks for.

    If not, only a number of answers that the page declares speaks for them.
    """
    asked = question.body or ""
    return asks_something(f"{question.title or ''}{asked}") or voices_of(asked).asker >= SHIPPED.thread.least_asking


def are_of_a_profession(record: QAPage) -> bool:
    """Whether most answers are signed with a title or credentials: bylines of doctors hold more than a name."""
    doctors = [answer.doctor for answer in record.answers if answer.doctor]
    return 2 * sum(bool(one.credentials) or is_titled_name(one.name or "") for one in doctors) > len(doctors)


def are_signed_by_profession(records: Sequence[QAPage]) -> bool:
    """Whether all answers say who gave them, and what that person is."""
    answers = [answer for record in records for answer in record.answers]
    return bool(answers) and all(map(_is_signed_by_profession, answers))


def _is_signed_by_profession(answer: Answer) -> bool:
    doctor = answer.doctor
    return doctor is not None and doctor.name is not None and bool(doctor.credentials or doctor.specialty)


def _thread(title: str, asked: str, answers: Sequence[Answer]) -> ThreadWords:
    return ThreadWords(
        title=title,
        asked=asked,
        told=" ".join(answer.body or "" for answer in answers),
        headlines=[answer.headline for answer in answers if answer.headline],
        answers=len(answers),
        signed=sum(answer.doctor is not None for answer in answers),
    )
