"""Where the names of those who wrote stand."""

from collections.abc import Sequence

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.blocks import blocks_of
from extractor.readers.text.boards.forms import days_of
from extractor.readers.text.boards.names import names_of

DAY = "May {}, 2011"
HEELS = ("Rest your heel for a week or two.", "My heel was better in a month.", "Soles for my shoes helped a lot.")


def names_in(posts: Sequence[str]) -> tuple[list[str | None], bool]:
    """The names in a page of these posts, each with a place for the day; and whether they can be nothing else."""
    text = "\n".join(f"{post.format(DAY.format(number))}\n{HEELS[number - 1]}" for number, post in enumerate(posts, 1))
    lines = split_lines(text)
    heads, are_sure = names_of(lines, blocks_of(lines, next(days_of(lines))))
    return [text[slice(*head.name)] if head.name else None for head in heads], are_sure


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
        (["By hank on {}", "By Bo on {}", "By hank on {}"], ["hank", "Bo", "hank"]),
        (["{} hank of our board", "{} Bo of our board", "{} Ada of our board"], ["hank", "Bo", "Ada"]),
        (["Offline\n{}", "Offline\n{}", "Offline\n{}"], [None, None, None]),
    ],
    ids=[
        *("beside", "in front", "two names", "behind", "above a rank", "above", "below", "only ranks", "none"),
        *("two persons", "before words that all have", "buttons"),
    ],
)
def test_names_stand_in_the_same_place_of_every_block(posts: list[str], names: list[str | None]) -> None:
    assert names_in(posts)[0] == names


@pytest.mark.parametrize(
    ("posts", "are_sure"),
    [
        (["By hank on {}", "By Bo on {}", "By Ada on {}"], True),
        (["hank\nMember\nOffline\n{}", "Bo\nMember\nOffline\n{}", "Ada\nGuru\nOffline\n{}"], True),
        (["hank\n{}", "Bo\n{}", "Ada\n{}"], True),
        (["{}", "{}", "{}"], False),
    ],
    ids=["beside the day", "above a rank", "next to the day", "none"],
)
def test_names_are_sure_beside_the_day_next_to_it_and_above_a_rank(posts: list[str], *, are_sure: bool) -> None:
    assert names_in(posts)[1] is are_sure
