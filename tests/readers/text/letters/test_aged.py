"""Letters that begin with who writes and how old he is."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.letters.aged import aged_hits

LETTER = "My heel hurts in the morning."


@pytest.mark.parametrize(
    ("page", "firsts"),
    [
        (f"Rosa, 34: {LETTER}\nDear Rosa, rest it.", [0, 1]),
        (f"Rosa Vale (34, Leeds). {LETTER}\nIt is warm.\nDear Rosa:\nRest it.", [0, 2]),
        (f"Rosa (34 years): {LETTER}\nDear Rosa, rest.\nIda (Leeds, 61): {LETTER}\nDear Ida, run.", [0, 1, 2, 3]),
        (f"Heels\nRosa, 34: {LETTER}\nIs it a spur?\nOur advice\nDear Rosa, rest it.", [1, 3, 4]),
        (f"Rosa, 34: {LETTER}\nDear Ida, rest it.", []),
        (f"Rosa, 34: {LETTER}\nRosa rests it.", []),
        (f"Rosa (34): {LETTER}\nIda (61): {LETTER}\nDear Rosa, rest it.", []),
        (f"Rosa (1934): {LETTER}\nDear Rosa, rest it.", []),
        (f"Rosa, 34: {LETTER}\nAda Rowe: You should rest it for a week.", [0, 1]),
        (f"Rosa, 34: {LETTER}\nAda Rowe: My heel hurts too.", []),
        (f"Rosa, 34: {LETTER}\nAda Rowe: You should rest it.\nIda Vale: You should not.", []),
    ],
)
def test_the_reply_greets_who_wrote_or_is_the_only_one_of_somebody_named(page: str, firsts: list[int]) -> None:
    assert [hit.first for hit in aged_hits(split_lines(page))] == firsts


def test_who_asks_is_parted_from_what_he_asks() -> None:
    page = f"Rosa (34, Leeds): {LETTER}\nDear Rosa, rest it."
    asked, told = aged_hits(split_lines(page))
    texts = {name: page[start:end] for hit in (asked, told) for name, (start, end) in hit.groups.items()}
    assert texts == {"asker": "Rosa", "body": LETTER, "first": "Dear Rosa, rest it."}
