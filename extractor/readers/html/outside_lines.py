"""Whether the end of a page's last answer, read line by line, stands outside of the element that holds all the rest.

A disclaimer, or what somebody says of the answer, may follow it: lines alone do not tell it from the answer's text.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from extractor.readers.html.posts.by_shape.sections import text_on_one_line
from extractor.records import QAPage, doubt

_BLOCKS = ("p", "div", "li", "dd", "td", "blockquote", "section", "article", "h1", "h2", "h3", "h4")
_FEWEST = 2
"""Lines of an answer: the one before the last stands where the answer does."""


def with_end(record: QAPage, root: etree._Element) -> QAPage:
    """The record, with a doubt about the last answer if its last line stands outside of what holds all the others.

    That must hold a heading, too: a paragraph may hold question and answer, and the next more of the answer.
    """
    last = (record.answers[-1].body or "").split("\n") if record.answers else []
    told = [line for line in last if line]
    if len(told) < _FEWEST:
        return record
    blocks = [(text_on_one_line(block), block) for block in root.iter(*_BLOCKS)]
    *others, end = (_holding(line, blocks) for line in (*_above(record), *told))
    around = [{*block.iterancestors(), block} for block in others if block is not None]
    beside = (
        set.intersection(*around) - {*end.iterancestors(), end} if end is not None and len(around) >= _FEWEST else ()
    )
    is_outside = any(next(block.iter("h1", "h2"), None) is not None for block in beside)
    return doubt.doubted(record, [doubt.doubtful_boundary(len(record.answers))]) if is_outside else record


def _above(record: QAPage) -> Iterator[str]:
    """The lines of the title and the question."""
    for text in (record.question.title, record.question.body):
        yield from filter(None, (text or "").split("\n"))


def _holding(line: str, blocks: Sequence[tuple[str, etree._Element]]) -> etree._Element | None:
    """The innermost block that holds a line."""
    return next((block for text, block in reversed(blocks) if line in text), None)
