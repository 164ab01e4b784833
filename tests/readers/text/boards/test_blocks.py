"""The lines about the author of each post."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.blocks import blocks_of, is_handle
from extractor.readers.text.boards.forms import days_of
from tests.readers.text.boards.threads import FORMS, THREAD, page


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("vera_9", True),
        ("(moderator)", True),
        ("( )", True),
        ("Rest it.", False),
        ("Why?", False),
        ("=item heel", False),
        ("_tess", True),
        ("a" * 40, True),
        ("a" * 41, False),
        (f"({'a' * 38})", True),
        (f"({'a' * 39})", False),
        ("12", False),
    ],
)
def test_what_somebody_may_go_by(text: str, is_one: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert is_handle(text) is is_one


def test_a_block_ends_where_the_words_begin_and_words_where_the_foot_does() -> None:
    lines = split_lines(page(FORMS[4]))
    blocks = blocks_of(lines, next(days_of(lines)))
    assert [lines[block.top].text for block in blocks] == ["Post subject: Sore heel"] * 3
    assert [lines[block.bottom].text for block in blocks] == ["Posts: 1", "Posts: 2", "Posts: 3"]
    assert [lines[block.end].text for block in blocks] == ["Top"] * 3
    assert [[lines[at].text for at in block.free] for block in blocks] == [["tessa_k"], ["hank"], ["Old Mill"]]


@pytest.mark.parametrize(
    ("between", "free", "bottom"),
    [
        ("{who}\n{place}\n", 2, "Likes"),
        ("{who}\n{place}\n{again}\n", 0, "Posts"),
        ("{who}, who is well.\n", 0, "Posts"),
    ],
    ids=["a name and a place", "three short lines", "a sentence"],
)
def test_two_short_lines_may_stand_between_those_that_repeat(between: str, free: int, bottom: str) -> None:
    people = [("tessa_k", "Leeds", "Quiet"), ("hank", "York", "Busy"), ("Old Mill", "Bath", "Away")]
    posts = [
        f"May {number}, 2015\nPosts: {number}\n{between.format(who=who, place=place, again=again)}Likes: {number}\n{said.words}"
        for number, ((who, place, again), said) in enumerate(zip(people, THREAD, strict=True), 1)
    ]
    lines = split_lines("Sore heel\n\n" + "\n\n".join(posts))
    blocks = blocks_of(lines, next(days_of(lines)))
    assert [len(block.free) for block in blocks] == [free] * 3
    assert [lines[block.bottom].text for block in blocks] == [f"{bottom}: {number}" for number in (1, 2, 3)]
