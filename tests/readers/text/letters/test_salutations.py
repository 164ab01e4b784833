"""How letters begin and end: line shapes."""

import pytest

from extractor.readers.text.letters.salutations import (
    closes,
    greeted,
    greets_somebody,
    is_name,
    is_opening,
    is_pseudonym,
    is_salutation,
    is_signed,
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


@pytest.mark.parametrize("line", ["Елена, г. Самара", "એક યુવતી (અમદાવાદ)", "Rosa Vale, Leeds"])
def test_names_with_towns(line: str) -> None:
    assert is_name(line)


@pytest.mark.parametrize("line", ["Dear Doctor,", "Hi everyone,", "Hello there,", "Dear me, no", "dear Rosa,", "Hi"])
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


@pytest.mark.parametrize(
    ("line", "signs"),
    [("Why? — R.V.", True), ("Why? -- Rosa, 48", True), ("Why? - Rosa, Leeds", True), ("It is new-Born", False)],
)
def test_signatures_behind_a_dash(line: str, signs: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_signed(line) is signs


@pytest.mark.parametrize(
    ("line", "is_one"),
    [("— Tired of It", True), ("-- Tired of It", True), ("- Tired of It", False), ("— Is it?", False)],
)
def test_what_somebody_calls_himself(line: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_pseudonym(line) is is_one


def test_thanks_and_goodbyes_close() -> None:
    assert closes("Why? Thank you, Rosa")
    assert closes("Why? I would appreciate hearing your opinion on this.")
    assert closes("Any help with this would be greatly appreciated.")
    assert not closes("Your help was never appreciated by my doctor")
    assert not closes("I thank my doctor for it")


def test_a_name_may_stand_in_front_of_what_greets() -> None:
    assert is_salutation("Инга, здравствуйте! Да.")
    assert not is_salutation("Доктор, здравствуйте!")


@pytest.mark.parametrize(("line", "greets"), [("Dear tired of it,", True), ("Dearest of all it was.", False)])
def test_who_is_greeted_needs_no_name(line: str, greets: bool) -> None:  # noqa: FBT001 - a table's column
    assert greets_somebody(line) is greets
