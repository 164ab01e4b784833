"""What is asked above the answers, where an engine is known."""

from dataclasses import replace

import pytest

from extractor.readers.html.posts.asked import asked_above
from extractor.readers.html.posts.engines import engines
from tests.readers.html.posts.boards import board, thread_of

_ENGINE = next(one for one in engines() if one.asks_apart)
_BODY = _ENGINE.body[0]


@pytest.mark.parametrize(
    ("texts", "is_told"),
    [
        (f"<div class='{_BODY}'>It began in May.</div><div>Followers 12</div>", True),
        ("<div>It began in May.</div><div>Followers 12</div>", False),
        (f"<div class='{_BODY}'>It began in May.</div><div class='{_BODY}'>It ended.</div>", False),
    ],
    ids=["called a text", "called nothing", "two texts"],
)
def test_what_is_asked_is_the_one_text_above_the_answers(texts: str, is_told: bool) -> None:  # noqa: FBT001 - a column of the table
    tree = board(above=texts)
    found = thread_of(tree)
    thread = replace(found, posts=replace(found.posts, engine=_ENGINE), asks_first=False)
    assert [tree.text[one.start : one.end] for one in asked_above(tree, thread)] == ["It began in May."] * is_told
    assert list(asked_above(tree, replace(thread, asks_first=True))) == []
