"""Who signs a letter without a dash is told by the reply that greets him."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.letters.signatures import signature_alone, signed_with


@pytest.mark.parametrize(
    ("page", "who"),
    [
        ("My heel hurts.\nLimping in Leeds\nDear Limping: Rest it.", "Limping in Leeds"),
        ("My heel hurts\nLimping in Leeds\nDear Limping: Rest it.", ""),
        ("Dear Rosa: My heel hurts,\nthank you\nLimping in Leeds\nDear Limping: Rest it.", "Limping in Leeds"),
        ("My heel hurts.\nLimping in Leeds\nDear Ann: Rest it.", ""),
        ("My heel hurts.\n\nLimping in Leeds\nDear Ann: Rest it.", "Limping in Leeds"),
        ("My heel hurts.\n\nLimping in Leeds.\nDear Ann: Rest it.", ""),
    ],
)
def test_a_signature_on_a_line_of_its_own(page: str, who: str) -> None:
    lines = split_lines(page)
    assert signature_alone(lines, len(lines) - 2, len(lines) - 1) == who


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Rosa, Leeds, 34 years", {"asker": "Rosa", "asker_location": "Leeds"}),
        ("Girl (16)", {"asker": "Girl"}),
        ("-Rosa (Leeds)", {"asker": "Rosa", "asker_location": "Leeds"}),
        ("<R.V. – Leeds>", {"asker": "R.V.", "asker_location": "Leeds"}),
        ("Rosa (Leeds)", {"asker": "Rosa (Leeds)"}),
    ],
)
def test_who_signs_and_where(line: str, told: dict[str, str]) -> None:
    groups = signed_with(split_lines(line)[0])
    assert {name: line[slice(*span)] for name, span in groups.items()} == told
