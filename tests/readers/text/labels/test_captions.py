"""Lines that say whose a picture is, and headings of what is not about the question."""

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.labels.captions import caption_hits, section_hits, without_teasers
from extractor.readers.text.matcher import Hit, matcher_of
from extractor.sites.generic import LAYOUT


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


@pytest.mark.parametrize(
    ("page", "end"),
    [
        ("A: Rest it.\nAbout the author\nAda writes.", [1]),
        ("About the author\nAda writes.\nA: Rest it.", []),
        ("A: Rest it.\nAbout the author of it\nAda writes.", []),
        ("A: Rest it.\nRate this answer\nAbout the Author\nAda writes.", [1]),
        ("A: Rest it.\nAbout the author\nAda writes.\nIce it.\nAbout the author\nBo writes.", []),
        ("A: Rest it.\nLeggi anche:\nIl tallone", [1]),
        ("A: Rest it.\nLeggi anche:\nIl tallone\n" + "Ice it as well. " * 30, []),
    ],
    ids=[
        "below the answer",
        "above it",
        "no heading",
        "the first of two",
        "below each",
        "more",
        "more, and a paragraph",
    ],
)
def test_what_stands_below_the_heading_of_who_answers_is_neither_asked_nor_answered(page: str, end: list[int]) -> None:
    lines = split_lines(page)
    told = [Hit(Kind.ANSWER, at, at, {}) for at, line in enumerate(lines) if line.text.startswith("A: ")]
    assert [hit.first for hit in section_hits(lines, told)] == end


@pytest.mark.parametrize(
    ("first", "kinds"),
    [("My heel hurts in...", [Kind.FURNITURE, Kind.QUESTION]), ("My toe hurts in...", [Kind.QUESTION, Kind.QUESTION])],
)
def test_a_question_that_is_asked_in_full_below_says_nothing(first: str, kinds: list[Kind]) -> None:
    page = f"Question: {first}\n\nQuestion: My heel hurts in the morning. What is it?\n\nAnswer: Rest it."
    hits = without_teasers(page, matcher_of(LAYOUT).find(page, split_lines(page)))
    assert [hit.kind for hit in hits[:2]] == kinds
