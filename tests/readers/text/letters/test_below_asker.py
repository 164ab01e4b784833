"""Where a reply begins below the line that says who asked."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.letters.below_asker import line_below_asker

ASKED = "My heel hurts when I run. Is that bad?"
TOLD = "No, it will pass in a month or two."


@pytest.mark.parametrize(
    ("text", "seam"),
    [
        (f"{ASKED}\n\nRosa Vane\n\n{TOLD}", 2),
        (f"{ASKED}\n\nHeel Spurs\n\n{TOLD} Heel spurs are common.", None),
        (f"{ASKED}\n\nRosa Vane\n\nNo.", None),
        (f"{ASKED}\nRosa Vane\n\n{TOLD}", None),
        (f"{ASKED}\n\nPlastic Surgeon\n\n{TOLD}", None),
        (f"{ASKED}\n\nRosa Vane, Ealing, West London.\n\n{TOLD}", 2),
    ],
    ids=["a name", "a headline", "no paragraph", "not alone", "a specialty", "with a place"],
)
def test_a_full_name_that_is_named_nowhere_else(text: str, seam: int | None) -> None:
    assert line_below_asker(split_lines(text)) == seam


def test_a_name_behind_a_dash_with_a_place_in_brackets_asks() -> None:
    assert line_below_asker(split_lines(f"{ASKED}\n-Rosa (Leeds)\n{TOLD}")) == 2
