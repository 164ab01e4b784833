"""How letters end."""

import pytest

from extractor.readers.text.letters.closings import closes, is_name, is_pseudonym, is_signed


@pytest.mark.parametrize("line", ["Елена, г. Самара", "એક યુવતી (અમદાવાદ)", "Rosa Vale, Leeds"])
def test_names_with_towns(line: str) -> None:
    assert is_name(line)


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
