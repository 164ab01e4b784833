"""Who signs a letter without a dash is told by the reply that greets him."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.letters.signatures import signature_alone


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
