"""What a page calls blocks that were found by their shape."""

import pytest
from lxml import html

from extractor.layout.html import MARK
from extractor.readers.html.posts.by_shape.called import are_answers, are_comments


def _root(blocks: str) -> html.HtmlElement:
    inner = "".join(blocks.format(name) for name in ("Ann", "Bob"))
    return html.document_fromstring(f"<div>{inner.replace('<div c', f'<div {MARK}=block c')}</div>")


_PLAIN = "<div class='card'><b>{}</b><p>Wait.</p></div>"


@pytest.mark.parametrize(
    ("name", "is_called"), [("card", False), ("answer-card", True), ("comment", False), ("faq", False)]
)
def test_blocks_are_answers_by_their_class(name: str, is_called: bool) -> None:  # noqa: FBT001 - a table's column
    assert are_answers(_root(_PLAIN.replace("card", name))) == is_called


def test_one_block_that_is_called_a_comment_makes_comments_of_all() -> None:
    assert are_comments(_root("<div class='comment {}'><p>Wait.</p></div>"))
    assert not are_comments(_root(_PLAIN))
    assert not are_answers(html.document_fromstring("<p>Nothing repeats.</p>"))
