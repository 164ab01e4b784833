"""What a page calls blocks that were found by their shape."""

import pytest
from lxml import html

from extractor.layout.html import MARK
from extractor.readers.html.posts.by_shape.called import are_answers, are_comments, asks_first


def _root(blocks: str, above: str = "", around: str = "") -> html.HtmlElement:
    inner = "".join(blocks.format(name) for name in ("Ann", "Bob")).replace("<div", f"<div {MARK}=block", 1)
    return html.document_fromstring(
        f"{above}<div class='{around}'>{inner.replace('<div c', f'<div {MARK}=block c')}</div>"
    )


_PLAIN = "<div class='card'><b>{}</b><p>Wait.</p></div>"


@pytest.mark.parametrize(
    ("blocks", "above", "around", "is_called"),
    [
        (_PLAIN, "", "", False),
        (_PLAIN.replace("card", "answer-card"), "", "", True),
        (_PLAIN, "", "answers-list", True),
        (_PLAIN, "", "questions-and-answers", False),
        (_PLAIN.replace("card", "comment"), "", "answers-list", False),
        (_PLAIN.replace("card", "faq"), "<h2>Answers</h2>", "", False),
        (_PLAIN, "<h4>Réponses <i>2</i></h4>", "", True),
        (_PLAIN, "<h2>💬 의사 답변</h2>", "", True),
        (_PLAIN, "<h2>2 answers</h2><h2>What others say</h2>", "", False),
        (_PLAIN.replace("<b>", "<h4>Answer</h4><b>"), "", "", True),
        (_PLAIN.replace("<b>", "<h4>Answer me</h4><b>"), "", "", False),
    ],
)
def test_blocks_are_answers_by_their_class_by_what_holds_them_or_by_a_label(
    blocks: str,
    above: str,
    around: str,
    is_called: bool,  # noqa: FBT001 - a table's column
) -> None:
    assert are_answers(_root(blocks, above, around)) == is_called


def test_one_block_that_is_called_a_comment_makes_comments_of_all() -> None:
    assert are_comments(_root("<div class='comment {}'><p>Wait.</p></div>"))
    assert not are_comments(_root(_PLAIN))
    assert not are_answers(html.document_fromstring("<p>Nothing repeats.</p>"))


@pytest.mark.parametrize(
    ("names", "asks"),
    [
        (("box question", "box answer"), True),
        (("question", "answer", "answer"), True),
        (("answer", "answer"), False),
        (("question", "question"), False),
        (("question-and-answer", "answer"), False),
        (("question",), False),
    ],
)
def test_the_first_of_the_blocks_may_ask(names: tuple[str, ...], asks: bool) -> None:  # noqa: FBT001 - a column
    root = html.document_fromstring("".join(f"<div {MARK}=block class='{name}'>Wait.</div>" for name in names))
    assert asks_first(root) == asks
    assert are_answers(root) == (asks or all("answer" in name for name in names))
