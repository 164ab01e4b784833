"""Lists of pages and profiles of doctors that lines alone take for questions with answers."""

import pytest
from lxml import html

from extractor.readers.html.no_questions import asks_nothing, is_about_who_answers
from extractor.records import Answer, Doctor, QAPage, Question

_ROOT = html.document_fromstring(
    "<h1>Swelling</h1><h3><a href='/a'>Is it normal?</a></h3><h3><a href='/b'>What to do?</a></h3>"
    "<h3><a href='#c'>Below</a></h3><h3>See <a href='/d'>here</a></h3><h2>Plain</h2>"
)


def _record(title: str, *answers: tuple[str | None, str], asked: str | None = None) -> QAPage:
    told = [
        Answer(position=number, body=text, doctor=Doctor(name=name) if name else None)
        for number, (name, text) in enumerate(answers, 1)
    ]
    return QAPage(question=Question(title=title, body=asked), answers=tuple(told))


@pytest.mark.parametrize(
    ("asked", "told", "is_list"),
    [
        ("Is it normal?\nIt swells.", "Rest it.\nWhat to do?", True),
        ("Is it normal?\nIt swells.", "Rest it.", False),
        ("Below\nIt swells.", "Rest it.\nSee here\nPlain", False),
    ],
    ids=["two titles", "one title", "of this page"],
)
def test_texts_that_hold_titles_of_other_pages_are_a_list(asked: str, told: str, is_list: bool) -> None:  # noqa: FBT001 - a table's column
    assert asks_nothing(_record("Swelling", (None, told), asked=asked), _ROOT) is is_list


@pytest.mark.parametrize(
    ("record", "is_profile"),
    [
        (_record("Dr. Ulf Brandt", ("Ulf Brandt", "Thanks."), ("Ulf Brandt", "Thank you.")), True),
        (_record("Dr. Ulf Brandt", ("Ulf Brandt", "Thanks."), ("Ida Quist", "Thank you.")), False),
        (_record("Dr. Ulf Brandt", ("Ulf Brandt", "Thanks.")), False),
        (_record("Is it true what Ulf Brandt says?", ("Ulf Brandt", "Yes."), ("Ulf Brandt", "No.")), False),
        (_record("Dr. Ulf Brandt", (None, "Thanks."), (None, "Thank you.")), False),
    ],
    ids=["a profile", "two doctors", "one answer", "a question", "nobody"],
)
def test_a_page_about_the_one_who_answers_all_is_a_profile(record: QAPage, is_profile: bool) -> None:  # noqa: FBT001 - a table's column
    assert asks_nothing(record, _ROOT) is is_profile


@pytest.mark.parametrize(
    ("record", "is_about"),
    [
        (_record("Dr. Ulf Brandt", ("Dr. Ulf Brandt", "Thanks.")), True),
        (_record("Dr. Ulf Brandt, MD", ("Jo", "He took his time."), ("Ulf Brandt", "Thank you.")), True),
        (_record("Вера Носова", ("Вера Носова", "Спасибо за отзыв!")), True),
        (_record("Ask Dr. Ulf Brandt", ("Ulf Brandt", "Rest it.")), False),
        (_record("Ulf", ("Ulf", "Rest it.")), False),
        (_record("Dr. Ulf Brandt", ("Ida Quist", "He is good.")), False),
    ],
)
def test_a_page_by_the_name_of_one_who_answers_is_about_him(record: QAPage, is_about: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_about_who_answers(record) is is_about
