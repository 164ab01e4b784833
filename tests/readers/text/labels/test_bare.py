"""Letters that label questions and answers without a colon, and letters that are no labels."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.labels.bare import bare_question, labels_in_turn, without_other_letters
from extractor.readers.text.matcher import matcher_of
from extractor.sites.generic import LAYOUT


@pytest.mark.parametrize(
    ("page", "labels"),
    [
        ("Q My heel hurts. Is it a spur?", 1),
        ("Q Heels and spurs.", 0),
        ("Q My heel hurts. Please help.", 1),
        ("My heel. Is it?", 0),
    ],
)
def test_a_letter_alone_labels_the_question_of_who_tells_of_himself(page: str, labels: int) -> None:
    assert len(bare_question(split_lines(f"{page}\n\nIt may be one. You can rest it."))) == labels


def test_an_initial_in_front_of_a_name_with_degrees_is_no_label() -> None:
    lines = split_lines("Q. Is it a spur?\nA. Rest it, and wait.\nA. Anna Rowe, MD\nA. Anna Rowe")
    hits = matcher_of(LAYOUT).find("\n".join([line.text for line in lines]), lines)
    assert [hit.first for hit in hits] == [0, 1, 2, 3]
    assert [hit.first for hit in without_other_letters(lines, hits)] == [0, 1, 3]


@pytest.mark.parametrize(("letter", "labels"), [("B", []), ("It", [2])])
def test_the_first_point_of_a_list_is_no_label(letter: str, labels: list[int]) -> None:
    page = f"How is it passed on?\n\nIn these ways:\n\nA. By blood, if it was not tested.\n\n{letter}. By water.\n"
    lines = split_lines(page)
    assert [hit.first for hit in without_other_letters(lines, matcher_of(LAYOUT).find(page, lines))] == labels


@pytest.mark.parametrize(
    ("page", "labels"),
    [
        ("Q2 My heel hurts. Is it a spur?\nA It may be one.\nQ3 What now?", 3),
        ("Q1 발이 아파요.\nA 쉬세요.", 2),
        ("A 쉬세요.\nQ1 발이 아파요.", 0),
        ("Q1 발이 아파요.", 0),
    ],
)
def test_a_letter_in_front_of_another_script_is_no_word(page: str, labels: int) -> None:
    assert len(labels_in_turn(split_lines(page))) == labels
