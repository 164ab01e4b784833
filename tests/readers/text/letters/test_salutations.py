"""How letters begin."""

import pytest

from extractor.readers.text.letters.salutations import (
    greeted,
    greets_somebody,
    is_opening,
    is_salutation,
    salutation_end,
)


@pytest.mark.parametrize("line", ["Dear Rosa,", "Hi Rosa! Yes.", "Cara Leonor", "Уважаемая Ольга,", "Estimada señora:"])
def test_a_salutation_names_who_asked(line: str) -> None:
    assert is_salutation(line)


@pytest.mark.parametrize(
    "line", ["Spoštovana Helena!", "Poštovani Ivane,", "Шановна Оксано!", "Mahal kong Rosa,", "Stimată doamnă,"]
)
def test_salutations_of_further_languages(line: str) -> None:
    assert is_salutation(line)


@pytest.mark.parametrize(
    "line", ["Dear Doctor,", "Hi everyone,", "Hello there,", "Dear me, no", "dear Rosa,", "Hi", "Liebe Grüße"]
)
def test_no_salutation_of_who_asked(line: str) -> None:
    assert not is_salutation(line)


@pytest.mark.parametrize(
    "line", ["Hello!", "Hi – thanks for your email.", "Merci de nous avoir écrit!", "Great question."]
)
def test_an_opening_without_a_name(line: str) -> None:
    assert is_opening(line)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Dear Nora: My heel hurts.", "My heel hurts."),
        ("Dear Dr. Rowe: My heel hurts.", "My heel hurts."),
        ("Estimada Nora,", ""),
        ("Nora: My heel hurts.", None),
        ("Liebe Grüße", None),
        ("Dear to me is my heel: it hurts.", None),
    ],
)
def test_a_letter_begins_behind_its_salutation(line: str, rest: str | None) -> None:
    end = salutation_end(line)
    assert (line[end:] if end else None) == rest


@pytest.mark.parametrize(
    ("line", "whom"),
    [("Dear Limping: Rest it.", "Limping"), ("Limping – rest it.", "Limping"), ("Dear Dr. Rowe: It hurts.", "")],
)
def test_whom_a_line_greets(line: str, whom: str) -> None:
    assert greeted(line) == whom


def test_a_name_may_stand_in_front_of_what_greets() -> None:
    assert is_salutation("Инга, здравствуйте! Да.")
    assert not is_salutation("Доктор, здравствуйте!")


@pytest.mark.parametrize(("line", "greets"), [("Dear tired of it,", True), ("Dearest of all it was.", False)])
def test_who_is_greeted_needs_no_name(line: str, greets: bool) -> None:  # noqa: FBT001 - a table's column
    assert greets_somebody(line) is greets
