"""What a copy loses it loses of itself, and what stands around it closes up."""

from random import Random

import pytest

from extractor.fit.losses import LOSSES, CopyLine

PAGE = [
    CopyLine(0, "Is it normal?", "title"),
    CopyLine(1, "Doctor Answers 2", "count"),
    CopyLine(2, "Wait", "headline", 0),
    CopyLine(1, "It goes.", "body", 0),
    CopyLine(1, "It takes long.", "body", 0),
    CopyLine(1, "Ada Example, MD", "byline", 0, frozenset(("name", "credentials"))),
    CopyLine(0, "4.9 out of 5 stars", "byline", 0, frozenset(("rating",))),
    CopyLine(3, "+3", "vote", 1),
    CopyLine(1, "Tape it.", "body", 1),
]


def drawn() -> Random:
    return Random(7)  # noqa: S311 - no secret


@pytest.mark.parametrize(
    ("name", "role"), [("any byline", "byline"), ("count", "count"), ("title", "title"), ("votes", "vote")]
)
def test_all_of_a_role_goes_and_nothing_else(name: str, role: str) -> None:
    kept = LOSSES[name](PAGE, drawn())
    assert [(line.text, line.role) for line in kept] == [(line.text, line.role) for line in PAGE if line.role != role]
    assert all(
        now.blanks >= before.blanks
        for now, before in zip(kept[1:], [x for x in PAGE if x.role != role][1:], strict=True)
    )


def test_paragraphs_of_an_answer_become_one() -> None:
    bodies = [line.text for line in LOSSES["paragraphs"](PAGE, drawn()) if line.role == "body"]
    assert bodies == ["It goes. It takes long.", "Tape it."]


def test_blank_lines_in_bodies_go_and_those_between_answers_stay() -> None:
    assert [line.blanks for line in LOSSES["blanks in bodies"](PAGE, drawn())] == [0, 1, 2, 1, 0, 1, 0, 3, 1]


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_invents_no_words_of_an_answer_and_is_the_same_for_the_same_draw(name: str) -> None:
    first, again = (LOSSES[name](PAGE, drawn()) for _ in range(2))
    assert first == again
    said = " ".join(line.text for line in PAGE)
    assert all(line.text in said or line.role in ("other", "vote") or name == "paragraphs" for line in first)
