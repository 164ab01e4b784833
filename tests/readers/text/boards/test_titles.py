"""What a thread is about."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.titles import title_of

ABOVE = "Health board\nRules of this board.\n3 replies to this topic\nA heel that hurts\nStarted by hank\n"


def title_in(above: str, block: str, reply: str = "Bo") -> tuple[str, bool] | None:
    """The title of a thread whose first post has this block, and whether no other line may be it."""
    text = f"{above}{block}\nMy heel hurts.\n{reply}"
    lines = split_lines(text)
    top, size = len(split_lines(above)), len(split_lines(block))
    found = title_of(lines, range(top, top + size), lines[top + size + 1 :], frozenset({"hank", "Bo"}))
    return (text[slice(*found.span)], found.is_sure) if found else None


@pytest.mark.parametrize(
    ("above", "block", "reply", "title"),
    [
        (ABOVE, "hank\nPosts: 4", "Bo\nPosts: 5", "A heel that hurts"),
        ("Which shoes are best?\n" + ABOVE, "hank", "Bo", "Which shoes are best?"),
        (ABOVE, "hank\nSore heel in spring", "Bo\nRe: Sore heel in spring", "Sore heel in spring"),
        (ABOVE, "hank\nSore heel", "Bo\nAw: Sore heel", "Sore heel"),
        (ABOVE, "hank\nSore heel", "Bo\nPost no 7 Re: Sore heel", "Sore heel"),
        (ABOVE, "hank\nSore heel in spring", "Bo\nSore heel in spring", "A heel that hurts"),
        (ABOVE, "hank\nSore heel in spring", "Bo\nRe: Stiff knee", "A heel that hurts"),
        (ABOVE, "Posted: May 5, 2011  Post subject: Sore heel  Reply with quote", "Bo", "Sore heel"),
        (ABOVE, "Posted: May 5, 2011 Post subject: Sore heel Reply with quote", "Bo", "Sore heel"),
        ("Thread: Sore heel\n", "hank", "Bo", "Sore heel"),
        ("", "hank", "Bo", None),
        ("Sore heel\n", "hank", "Bo", "Sore heel"),
    ],
    ids=[
        *("above", "asking", "repeated", "repeated in German", "repeated behind a number", "said twice"),
        *("not repeated", "labelled in the block", "with single spaces", "labelled above", "none", "alone above"),
    ],
)
def test_where_the_title_is_found(above: str, block: str, reply: str, title: str | None) -> None:
    found = title_in(above, block, reply)
    assert (found[0] if found else None) == title


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("Health board\nSore heel\n", None),
        ("Health board\nMy sore heel\n", ("My sore heel", True)),
        ("Our health board\nMy sore heel\n", ("My sore heel", False)),
        ("Our health board\nIs it sore?\n", ("Is it sore?", True)),
        ("Is it the heel?\nIs it sore?\n", ("Is it sore?", False)),
        (
            "Board : Feet : Heels\nRules are rules.\nMay 5, 2011 was long ago\nAnswers to hank\nThree things to do:\n",
            None,
        ),
        (f"My sore {'h' * 132}\n", (f"My sore {'h' * 132}", True)),
        (f"My sore {'h' * 133}\n", None),
        (f"Thread: Sore {'h' * 267}\n", (f"Sore {'h' * 267}", True)),
        (f"Thread: Sore {'h' * 268}\n", None),
    ],
    ids=[
        *("two words", "three", "two lines", "one that asks", "two that ask", "what boards print"),
        *("a long line", "a longer one", "a long one with a label", "a longer one with a label"),
    ],
)
def test_a_title_is_sure_if_no_other_line_may_be_it(above: str, found: tuple[str, bool] | None) -> None:
    assert title_in(above, "hank") == found


def test_a_repeated_title_is_sure_whatever_stands_above() -> None:
    above = "Our health board\nA heel that hurts\n"
    assert title_in(above, "hank\nSore heel", "Re: Sore heel") == ("Sore heel", True)
