"""Lines that say whose a picture is."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.labels.captions import caption_hits


@pytest.mark.parametrize(
    ("line", "is_caption"),
    [
        ("A heel is looked at. Photo: Rosa Vale", True),
        ("Eine Ferse (Foto: Rosa Vale)", True),
        ("Một bé gái được khám gót chân. Ảnh: Suối Trong", True),
        ("Photo: Rosa Vale", True),
        ("I sent you a Photo: what do you see?", False),
        ("Here is my Foto: Rosa says it is a spur", False),
        ("The Photo: " + "a heel " * 20, False),
    ],
    ids=["behind a sentence", "in brackets", "vietnamese", "alone", "asks", "within a sentence", "long"],
)
def test_a_line_that_ends_with_whose_the_picture_is_is_no_text(line: str, *, is_caption: bool) -> None:
    page = f"My heel hurts.\n{line}"
    assert [hit.first for hit in caption_hits(page, split_lines(page))] == ([1] if is_caption else [])


def test_a_line_and_the_same_with_whose_the_picture_is_behind_it_are_no_text() -> None:
    page = "My heel hurts.\nA heel.\nA heel. (ROSA VALE/Leeds Post)\nA heel. (not hers)."
    assert [hit.first for hit in caption_hits(page, split_lines(page))] == [1, 2]
