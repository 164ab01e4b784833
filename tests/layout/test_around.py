"""What sites print around questions and answers."""

import re

import pytest

from extractor.layout import around


def test_what_is_no_advice() -> None:
    assert re.fullmatch(around.disclaimers(), "Информация предоставляется в справочных целях.")
    assert re.fullmatch(around.disclaimers(), "Please note, this column is not intended to replace a visit.")
    assert not re.fullmatch(around.disclaimers(), "This information is new to me.")
    assert not re.fullmatch(around.disclaimers(), "Информация о лекарстве есть в инструкции.")


@pytest.mark.parametrize(
    ("line", "is_furniture"),
    [
        ("This post was originally published on this site", True),
        ("This column first appeared in the Ghent Courier, May 2019", True),
        ("This post hurts when I first walked on it", False),
    ],
)
def test_where_a_text_is_from_is_furniture(line: str, *, is_furniture: bool) -> None:
    assert bool(re.fullmatch(around.furniture(), line)) is is_furniture


@pytest.mark.parametrize(
    ("line", "is_end"), [("推荐医生", True), ("Ähnliche Fragen", True), ("Ähnliches kenne ich", False)]
)
def test_what_else_there_is_to_read(line: str, *, is_end: bool) -> None:
    assert bool(re.match(around.related(), line)) is is_end


@pytest.mark.parametrize(
    ("lines", "is_foot"),
    [
        ("Contact\nInfection\nDrugs\n", False),
        ("Help\n", False),
        ("Contact us\n", True),
        ("Contact\nExample Health\nHelp\n", True),
        ("Contact\n© 2020 Example\n", True),
    ],
)
def test_one_word_is_the_foot_of_a_page_above_another_link_or_its_owner(lines: str, *, is_foot: bool) -> None:
    assert bool(re.match(around.foot(), lines)) is is_foot


@pytest.mark.parametrize(
    ("line", "is_asked"),
    [
        ("¿Te sirvió esta respuesta?", True),
        ("Questa risposta è stata utile?", True),
        ("Did you find this helpful? Yes No", True),
        ("Is this treatment helpful?", False),
        ("¿Te sirvió el jarabe para la tos?", False),
    ],
)
def test_whether_an_answer_was_of_use(line: str, *, is_asked: bool) -> None:
    assert bool(re.fullmatch(around.feedback(), line)) is is_asked


@pytest.mark.parametrize(
    ("line", "is_below"),
    [
        ("Posted in Noses, Revision | Tagged scar | Leave a comment", True),
        ("This entry was posted on May 4, 2014", True),
        ("Posted in the corner of the room, a nurse waited.", False),
        ("Add a comment to what was said: it heals.", False),
    ],
)
def test_what_blogs_print_below_an_entry(line: str, *, is_below: bool) -> None:
    assert bool(re.match(around.below_entry(), line + "\n")) is is_below


def test_what_a_question_is_about() -> None:
    assert re.fullmatch(around.tagged(), "TAG: Angiologia | Vene")
    assert not re.fullmatch(around.tagged(), "Tags: it heals. Rest it.")


def test_workplaces_are_words_of_their_own() -> None:
    assert re.search(around.workplaces(), "Phòng khám Suối Trong")
    assert not re.search(around.workplaces(), "Praxisnahe Tipps")


def test_the_last_line_says_that_a_page_is_no_advice() -> None:
    line = "The informação above is no substitute for a visit."
    assert re.match(around.last_disclaimer(), line)
    assert not re.match(around.last_disclaimer(), f"{line}\nMore")
    assert not re.match(around.last_disclaimer(), "The information above is a substitute for a visit.")
