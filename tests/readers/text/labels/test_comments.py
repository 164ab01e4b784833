"""Comments below lines that say who speaks."""

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.labels.comments import with_comments, with_counted_answers
from extractor.readers.text.matcher import Hit

ASKED = "My heel hurts in the morning. Is it a spur?"
TOLD = "Rest it for a week."


@pytest.mark.parametrize(
    ("page", "named"),
    [
        (f"{ASKED}\nRosa says:\n{TOLD}\nbo_77 Says:\n{TOLD}", ["Rosa", "bo_77"]),
        (f"{ASKED}\n1. Rosa Says:\nMay 3, 2012 at 9:14 am\n{TOLD}\n2. Bo says:\n{TOLD}", ["Rosa", "Bo"]),
        (f"{ASKED}\nRosa on May 3, 2012 at 9:14 am said:\n{TOLD}\nBo on May 4, 2012 said:\n{TOLD}", ["Rosa", "Bo"]),
        (f"{ASKED}\nRosa schrieb am 03.05.2016:\n{TOLD}\nBo a écrit le 4 mai 2016:\n{TOLD}", ["Rosa", "Bo"]),
        (f"{ASKED}\nRosa says:\n{TOLD}", []),
        (f"{TOLD}\nRosa says:\n{TOLD}\nBo says:\n{TOLD}", []),
        (f"{ASKED}\nRosa says:\nBo says:\n{TOLD}", []),
        (f"{ASKED}\nOur vet says:\n{TOLD}\nThe nurse says:\n{TOLD}", []),
    ],
    ids=[
        "two",
        "numbers and a day",
        "days behind the names",
        "days behind what they did",
        "one",
        "nobody asks",
        "no text between",
        "no names",
    ],
)
def test_lines_that_say_who_speaks_above_texts_below_a_question(page: str, named: list[str]) -> None:
    hits = with_comments(split_lines(page), [])
    assert [page[slice(*hit.groups["name"])] for hit in hits] == named


@pytest.mark.parametrize(
    ("mark", "is_told"),
    [
        (Hit(Kind.META, 1, 1, {"count": (0, 1)}), True),
        (Hit(Kind.QUESTION, 0, 0, {}), True),
        (Hit(Kind.QUESTION, 3, 3, {}), False),
        (Hit(Kind.ANSWER, 1, 1, {}), False),
        (Hit(Kind.ANSWER, 4, 4, {}), False),
    ],
    ids=["a count", "the label of a question", "another question", "the label of an answer", "a button"],
)
def test_one_is_enough_below_a_count_or_the_label_of_a_question(mark: Hit, *, is_told: bool) -> None:
    lines = split_lines(f"{ASKED}\n1 Response\nRosa says:\n{TOLD}\nReply")
    assert any(hit.kind is Kind.BYLINE for hit in with_comments(lines, [mark])) == is_told


def test_a_word_alone_below_each_comment_is_a_button() -> None:
    page = f"{ASKED}\nRosa says:\n{TOLD}\nReply\nBo says:\n{TOLD}\nReply"
    hits = with_comments(split_lines(page), [Hit(Kind.ANSWER, 3, 3, {}), Hit(Kind.ANSWER, 6, 6, {})])
    assert [hit.kind for hit in hits] == [Kind.BYLINE, Kind.FURNITURE] * 2


@pytest.mark.parametrize(
    ("groups", "kind"), [({"asked_at": (0, 5)}, Kind.COUNT), ({"tags": (0, 5)}, Kind.META), ({}, Kind.META)]
)
def test_below_who_asked_or_when_comments_are_answers(groups: dict[str, tuple[int, int]], kind: Kind) -> None:
    hits = [Hit(Kind.META, 0, 0, groups), Hit(Kind.META, 2, 2, {"count": (20, 21)})]
    assert [hit.kind for hit in with_counted_answers(hits)] == [Kind.META, kind]
    assert [hit.kind for hit in with_counted_answers(hits[1:])] == [Kind.META]
