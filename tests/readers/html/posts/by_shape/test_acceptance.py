"""Whether blocks that repeat are answers to a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Document
from extractor.readers.html.posts.by_shape.acceptance import (
    answer_somebody,
    are_answers_of_doctors,
    are_signed_answers,
    may_be_answered,
)
from extractor.reading import read
from extractor.records import Answer, Doctor, QAPage, Question
from tests.readers.html.posts.doctors import TEXTS


def test_comments_below_an_article_are_no_answers() -> None:
    shown = (
        "<html><h1>Why scars turn white</h1><p>A scar is red for as long as vessels feed it.</p><h2>2 comments</h2>"
        + "".join(f"<div class='comment'><b class='name'>Ann</b><p>{text}</p></div>" for text in TEXTS)
    )
    assert read(Document(shown)) == []


def test_comments_below_an_article_whose_title_asks_carry_a_warning() -> None:
    comments = "".join(
        f"<li class='comment'><b class='fn'>Ann</b> <time>3 May 2021</time><p>{text}</p></li>" for text in TEXTS
    )
    article = "<p>" + "This soup is what we eat when the days get short, and it takes one pot. " * 40 + "</p>"
    shown = f"<h1>How do you make carrot soup?</h1>{article}<h2>2 answers</h2><ol>{comments}</ol>"
    assert all(record.warnings for record in read(Document(shown)))


_ASKED = (
    "I had my surgery three weeks ago and my scar still hurts",
    "Should I worry?",
    "This guide tells you what scars are made of.",
    "Our clinic offers the best prices.",
)
_TITLES = (None, "My scar", "Is this normal?")
_DOCTORS = (None, Doctor(name="Ann Lee"), Doctor(name="Ann Lee", credentials=("MD",)))


@given(st.sampled_from(_TITLES), st.lists(st.sampled_from(_ASKED)), st.sampled_from((None, "ann")), st.data())
def test_answers_to_what_may_not_be_answered_are_none(
    title: str | None, asked: list[str], asker: str | None, data: st.DataObject
) -> None:
    told = data.draw(st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(_DOCTORS)), min_size=1, max_size=4))
    answers = [Answer(position=number, body=text, doctor=doctor) for number, (text, doctor) in enumerate(told, 1)]
    question = Question(title=title, body=" ".join(asked) or None, asker=asker)
    page = QAPage(question=question, answers=tuple(answers))
    assert may_be_answered(question) or not answer_somebody(page)


def test_what_nobody_asks_may_not_be_answered() -> None:
    assert not may_be_answered(Question(title="Our clinic", body=" ".join(_ASKED[2:])))
    assert may_be_answered(Question(title="Our clinic", body=_ASKED[0]))


def test_any_question_mark_asks() -> None:
    signed = Answer(position=1, body=TEXTS[0], doctor=Doctor(name="Ann Lee", credentials=("MD",)))
    page = QAPage(
        question=Question(title="手指发白，是手套的问题吗？", body="换了手套也没有用，为什么？"), answers=(signed,)
    )
    assert answer_somebody(page)
    assert may_be_answered(Question(title="手套的问题吗？"))


_CZECH = "Je možné cvičit po operaci?"


def _titled(
    before: str = "MUDr. ", title: str = _CZECH, asked: str = "Mohu už začít?", rating: float | None = None
) -> QAPage:
    doctor = Doctor(name="Vojtěch Skřivan", rating=rating)
    at = len(before)
    return QAPage(
        question=Question(title=title, body=asked),
        answers=(Answer(position=1, body="Ano, deset minut denně.", doctor=doctor),),
        text=f"{before}Vojtěch Skřivan",
        spans={"/answers/0/doctor/name": ((at, at + 15),)},
    )


def test_doctors_by_their_titles_answer_what_is_asked_in_title_and_text() -> None:
    assert are_answers_of_doctors(_titled())
    assert not are_answers_of_doctors(_titled("MUDr.\n"))
    assert not are_answers_of_doctors(_titled("pan "))
    assert not are_answers_of_doctors(_titled(title="Operace"))
    assert not are_answers_of_doctors(_titled(asked="Bolí to"))
    assert not are_answers_of_doctors(_titled(rating=4.5))
    assert not are_answers_of_doctors(_titled().model_copy(update={"spans": None}))


@pytest.mark.parametrize(
    ("line", "name", "is_told"),
    [
        ("周启明 主治医师", "周启明", True),
        ("周启明\n副主任医师", "周启明", True),
        ("周启明医生", "周启明医生", True),
        ("นพ.ธนวัฒน์ แก้วมณี", "นพ.ธนวัฒน์ แก้วมณี", True),
        ("周启明\n会员", "周启明", False),
    ],
)
def test_ranks_behind_names_tell_doctors_where_questions_have_no_mark(line: str, name: str, is_told: bool) -> None:  # noqa: FBT001 - a column
    page = _titled("", "孩子咳嗽两周了怎么办", "需要做什么检查")
    answer = page.answers[0].model_copy(update={"doctor": Doctor(name=name)})
    told = {
        "answers": (answer,),
        "text": f"{line}\n可以先观察。",
        "spans": {"/answers/0/doctor/name": ((0, len(name)),)},
    }
    assert are_answers_of_doctors(page.model_copy(update=told)) == is_told


def test_signed_answers_need_a_text_that_they_answer() -> None:
    assert are_signed_answers(_titled())
    assert are_signed_answers(_titled(title="Operace", asked="Bolí to už tři týdny po operaci kolena"))
    assert not are_signed_answers(_titled(title="Operace", asked="Bolí to"))
    unsigned = Answer(position=1, body="Ano.")
    assert not are_signed_answers(_titled().model_copy(update={"answers": (unsigned,)}))
    titled = unsigned.model_copy(update={"body": "Op. Dr. Nilüfer, Kalp\nEvet."})
    assert are_signed_answers(_titled().model_copy(update={"answers": (titled,)}))
