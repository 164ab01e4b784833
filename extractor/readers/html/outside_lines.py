"""Whether the end of a last answer, read line by line, stands outside of the element that holds all the rest.

A disclaimer, or what somebody says of the answer, may follow it: lines alone do not tell it from the answer's text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from extractor.readers.html.posts.arrays import Element
from extractor.records import QAPage, doubt

_BLOCKS = frozenset(["p", "div", "li", "dd", "td", "blockquote", "section", "article", "h1", "h2", "h3", "h4"])
_FEWEST = 2
"""Lines of an answer: the one before the last stands where the answer does."""
_SPACE = re.compile(r"\s+")


class _PageText(NamedTuple):
    """The text of a page on one line, where its pieces begin in it, and the innermost block that holds each."""

    text: str
    starts: Sequence[int]
    blocks: Sequence[Element | None]


def with_ends(records: Sequence[QAPage], root: Element) -> list[QAPage]:
    """The records, with a doubt about a last answer if its last line stands outside of what holds all the others.

    That must hold a heading, too: a paragraph may hold question and answer, and the next more of the answer. All lines
    are looked for from the last to the first, so that the page is read once for all records.
    """
    told = [_last_lines(record) for record in records]
    if not any(told):
        return list(records)
    page = _text_of(root)
    end = len(page.text)
    checked: list[QAPage] = []
    for record, last in zip(reversed(records), reversed(told), strict=True):
        blocks: list[Element | None] = []
        for line in reversed([*_above(record), *last]):
            at = page.text.rfind(line, 0, end)
            blocks.append(page.blocks[bisect_right(page.starts, at) - 1] if at >= 0 else None)
            end = at if at >= 0 else end
        is_outside = bool(last) and _is_outside(*blocks)
        checked.append(doubt.doubted(record, [doubt.doubtful_boundary(len(record.answers))]) if is_outside else record)
    return checked[::-1]


def _last_lines(record: QAPage) -> list[str]:
    """The lines of the last answer, if it has several."""
    lines = [line for line in (record.answers[-1].body or "").split("\n") if line] if record.answers else []
    return lines if len(lines) >= _FEWEST else []


def _above(record: QAPage) -> Iterator[str]:
    """The lines of the title and the question."""
    for text in (record.question.title, record.question.body):
        yield from filter(None, (text or "").split("\n"))


def _is_outside(end: Element | None, *others: Element | None) -> bool:
    """Whether an element with a heading holds all others of these blocks, and not the one at the end."""
    around = [{*block.iterancestors(), block} for block in others if block is not None]
    if end is None or len(around) < _FEWEST:
        return False
    beside = set.intersection(*around) - {*end.iterancestors(), end}
    return any(next(block.iter("h1", "h2"), None) is not None for block in beside)


def _text_of(root: Element) -> _PageText:
    texts: list[str] = []
    starts: list[int] = []
    blocks: list[Element | None] = []
    size, is_spaced = 0, True
    for piece, block in _pieces(root):
        text = _SPACE.sub(" ", piece).removeprefix(" " if is_spaced else "")
        if text:
            texts.append(text)
            starts.append(size)
            blocks.append(block)
            size, is_spaced = size + len(text), text.endswith(" ")
    return _PageText("".join(texts), starts, blocks)


def _pieces(root: Element) -> Iterator[tuple[str, Element | None]]:
    """The pieces of text of a page, and the innermost block that holds each."""
    held: dict[Element | None, Element | None] = {None: None}
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        outer = held[element.getparent()]
        if event == "start":
            held[element] = element if element.tag in _BLOCKS else outer
            yield element.text or "", held[element]
        else:
            yield element.tail or "", outer
