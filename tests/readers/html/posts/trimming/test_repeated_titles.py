"""The title of a thread above its posts is no part of their texts; who repeats it says it."""

import pytest

from extractor.readers.html.posts.trimming.repeated_titles import repeated_titles
from tests.readers.html.posts.boards import POSTS, board, post, thread_of

TITLES = ["Night cramps in both calves - The calf board"]


def _above(*lines: str) -> list[str]:
    """The texts of the elements that are titles, if each post of the board begins with one of `lines`."""
    shown = [post(n, d, f"{t}").replace("<p>", f"{line}<p>") for (n, d, t), line in zip(POSTS, lines, strict=True)]
    tree = board(*shown)
    return [tree.words(i) for i in sorted(repeated_titles(tree, thread_of(tree).posts, TITLES))]


@pytest.mark.parametrize("reply", ["Re:", "AW:", "Antw:", "Re: Re:", ""])
def test_the_title_above_each_text_is_none_of_it(reply: str) -> None:
    title = "Night cramps in both calves"
    said = f"{reply} {title}".strip()
    lines = [f"<h3><a href='#1'>{one}</a></h3>" for one in (title, said, said)]
    assert _above(*lines) == [title, said, said]


def test_a_title_that_one_repeats_is_what_he_says() -> None:
    assert _above("<h3>Night cramps in both calves</h3>", "", "") == []


def test_in_bold_above_the_first_alone_it_is_none_of_its_text() -> None:
    assert _above("<td><b>Night cramps in both calves</b></td>", "", "") == ["Night cramps in both calves"]
    assert _above("", "<b>Night cramps in both calves</b>", "") == []


def test_what_stands_above_texts_and_is_no_title_is_part_of_them() -> None:
    assert _above(*["<h3>Good morning everybody</h3>"] * 3) == []
    assert _above(*["<h3>Cramps</h3>"] * 3) == []
