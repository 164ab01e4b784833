"""The lines about the author of each post."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.blocks import blocks_of, is_handle
from extractor.readers.text.boards.forms import days_of
from tests.readers.text.boards.threads import FORMS, page


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("vera_9", True),
        ("(moderator)", True),
        ("( )", True),
        ("Rest it.", False),
        ("Why?", False),
        ("=item heel", False),
        ("a" * 41, False),
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
