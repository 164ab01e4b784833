"""Where the names of those who wrote stand."""

from collections.abc import Sequence

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.blocks import blocks_of
from extractor.readers.text.boards.forms import days_of
from extractor.readers.text.boards.names import names_of

DAY = "May {}, 2011"
HEELS = ("Rest your heel for a week or two.", "My heel was better in a month.", "Soles for my shoes helped a lot.")


def names_in(posts: Sequence[str]) -> list[str | None]:
    """The names in a page of these posts, each with a place for the day."""
    text = "\n".join(f"{post.format(DAY.format(number))}\n{HEELS[number - 1]}" for number, post in enumerate(posts, 1))
    lines = split_lines(text)
    heads, _ = names_of(lines, blocks_of(lines, next(days_of(lines))))
    return [text[slice(*head.name)] if head.name else None for head in heads]


@pytest.mark.parametrize(
    ("posts", "names"),
    [
        (["By hank on {}", "By Bo K. on {}", "By Ada on {}"], ["hank", "Bo K.", "Ada"]),
        (["hank - {}", "Bo - {}", "Ada - {}"], ["hank", "Bo", "Ada"]),
        (["hank (Hank Mill) {}", "Bo (Bo K.) {}", "Ada (A.) {}"], ["hank", "Bo", "Ada"]),
        (["{} by hank", "{} by Bo", "{} by Ada"], ["hank", "Bo", "Ada"]),
        (["hank\nMember\n{}", "Bo\nMember\n{}", "Ada\nGuru\n{}"], ["hank", "Bo", "Ada"]),
        (["hank\n{}", "Bo\n{}", "hank\n{}"], ["hank", "Bo", "hank"]),
        (["{} #1\nhank\nPosts: 4", "{} #2\nBo\nPosts: 5", "{} #3\nAda\nPosts: 6"], ["hank", "Bo", "Ada"]),
        (["Junior Member\n{}", "Senior Member\n{}", "Moderator\n{}"], [None, None, None]),
        (["{}", "{}", "{}"], [None, None, None]),
    ],
    ids=["beside", "in front", "two names", "behind", "above a rank", "above", "below", "only ranks", "none"],
)
def test_names_stand_in_the_same_place_of_every_block(posts: list[str], names: list[str | None]) -> None:
    assert names_in(posts) == names
