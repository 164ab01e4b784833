"""Posts that are told by their numbers alone."""

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.labels.numbered import (
    counted_bylines,
    listed_bylines,
    numbered_hits,
    with_numbered_answers,
    without_counts_of_doctors,
)
from extractor.readers.text.matcher import Hit, matcher_of
from extractor.sites import generic

ASKED = "My heel hurts in the morning since I ran in April. Is it a spur?"
TOLD = "It may be one. Rest it for a week."


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (f"#1\n{ASKED}\n#2\n{TOLD}", 2),
        (f"Heels\n#1 rosa\n{ASKED}\n#2 by ann\n{TOLD}\n#3 bo\n{TOLD}", 3),
        (f"#1\n{ASKED}\n#3\n{TOLD}", 0),
        (f"#1\n{TOLD}\n#2\n{TOLD}", 0),
        (f"#1\n{ASKED}\n#2", 0),
        (f"#1\n{ASKED}", 0),
        (f"#1 Rest your heel for a week or two\n{ASKED}\n#2 Run\n{TOLD}", 0),
        (f"#1\n{ASKED}\n#2\n" + f"{TOLD}\n" * 200, 0),
    ],
    ids=["two", "named", "one is missing", "nobody asks", "nobody answers", "one", "headings", "too long for a letter"],
)
def test_posts_below_their_numbers(text: str, posts: int) -> None:
    hits = numbered_hits(split_lines(text))
    assert [hit.kind for hit in hits] == [Kind.QUESTION, *[Kind.ANSWER] * (posts - 1)][:posts]


def test_who_asks_and_who_answers() -> None:
    text = f"#1 rosa\n{ASKED}\n#2 - ann_b\n{TOLD}"
    groups = [
        (name, text[slice(*span)]) for hit in numbered_hits(split_lines(text)) for name, span in hit.groups.items()
    ]
    assert groups == [("asker", "rosa"), ("name", "ann_b")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1. Ada Rowe, MD\nRest it.\n2. Dr. Bo Vale\nIce it.", ["Ada Rowe, MD", "Dr. Bo Vale"]),
        ("1. Ada Rowe, MD\n2. Bo Vale, MD\nIce it.", []),
        ("1. Ada Rowe, MD\nRest it.\n3. Bo Vale, MD\nIce it.", []),
        ("1. Rest and sleep\nA week.\n2. Ice\nA day.", []),
    ],
)
def test_names_with_titles_or_degrees_behind_numbers_say_who_answers(text: str, names: list[str]) -> None:
    hits = listed_bylines(split_lines(text))
    assert [text[slice(*hit.groups["byline"])] for hit in hits] == names


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (f"Question 1\n{ASKED}\nAnswer 1\n{TOLD}\nQuestion 2\n{ASKED}\nAnswer 2\n{TOLD}", 2),
        (f"Question 1\n{ASKED}\nAnswer 1\n{TOLD}", 0),
        (f"Question 1\n{ASKED}\nAnswers 4\n{TOLD}\nQuestion 2\n{ASKED}\nAnswers 3\n{TOLD}", 0),
    ],
    ids=["in turn", "alone it counts", "counts"],
)
def test_numbers_behind_both_labels_say_which_it_is(text: str, answers: int) -> None:
    hits = with_numbered_answers(text, matcher_of(generic.LAYOUT).find(text, split_lines(text)))
    assert [hit.kind for hit in hits].count(Kind.ANSWER) == answers


@pytest.mark.parametrize(
    ("above", "is_kept"),
    [("Dr. Ada Rowe\nDermatologist", False), ("Ada Rowe, MD", False), ("Dr. Ada Rowe\n", True), (ASKED, True)],
    ids=["below name and work", "below degrees", "a paragraph of its own", "below a question"],
)
def test_how_much_a_doctor_has_answered_counts_no_answers_of_the_page(above: str, is_kept: bool) -> None:  # noqa: FBT001 - a table's column
    lines = split_lines(f"Heels\n\n{above}\n38 answers\n{TOLD}")
    count = Hit(Kind.COUNT, len(lines) - 2, len(lines) - 2, {"count": (0, 2)})
    assert (without_counts_of_doctors(lines, [count]) == [count]) is is_kept


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Heels\n\n2 Answers\n\nDr. Ada Rowe\n\n{TOLD}\n\nBo Lee, MD\n\n{TOLD}", 2),
        (f"Heels\n\n3 Answers\n\nDr. Ada Rowe\n\n{TOLD}\n\nBo Lee, MD\n\n{TOLD}", 0),
        (f"Heels\n\n2 Answers\n\n{TOLD}\n\nDr. Ada Rowe\n\n{TOLD}\n\nBo Lee, MD\n\n{TOLD}", 0),
    ],
    ids=["as many", "fewer", "below the first answer"],
)
def test_names_alone_below_the_number_of_answers_that_are_as_many(text: str, found: int) -> None:
    count = Hit(Kind.COUNT, 1, 1, {"count": (text.index(" A") - 1, text.index(" A"))})
    assert len(counted_bylines(text, split_lines(text), [count])) == found
