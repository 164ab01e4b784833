"""What a thread is about."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.titles import title_of

ABOVE = "Health board\nRules of this board.\n3 replies to this topic\nA heel that hurts\nStarted by hank\n"


@pytest.mark.parametrize(
    ("above", "block", "reply", "title"),
    [
        (ABOVE, "hank\nPosts: 4", "Bo\nPosts: 5", "A heel that hurts"),
        ("Which shoes are best?\n" + ABOVE, "hank", "Bo", "Which shoes are best?"),
        (ABOVE, "hank\nSore heel in spring", "Bo\nRe: Sore heel in spring", "Sore heel in spring"),
        (ABOVE, "Posted: May 5, 2011  Post subject: Sore heel  Reply with quote", "Bo", "Sore heel"),
        (ABOVE, "Posted: May 5, 2011 Post subject: Sore heel Reply with quote", "Bo", "Sore heel"),
        ("Thread: Sore heel\n", "hank", "Bo", "Sore heel"),
        ("", "hank", "Bo", None),
    ],
    ids=["above", "asking", "repeated", "labelled in the block", "with single spaces", "labelled above", "none"],
)
def test_where_the_title_is_found(above: str, block: str, reply: str, title: str | None) -> None:
    text = f"{above}{block}\nMy heel hurts.\n{reply}"
    lines = split_lines(text)
    top, size = len(split_lines(above)), len(split_lines(block))
    found = title_of(lines, range(top, top + size), lines[top + size + 1 :], frozenset({"hank", "Bo"}))
    assert (text[slice(*found.span)] if found else None) == title
