"""What a page calls the blocks that were found by their shape: answers, by class or by label, or comments."""

import re
from collections.abc import Iterator, Sequence

from extractor.layout import labels
from extractor.layout.html import MARK
from extractor.readers.html.posts import words
from extractor.readers.html.posts.by_shape.sections import text_on_one_line, texts
from extractor.readers.html.rendering.elements import SUBHEADINGS
from extractor.readers.html.rendering.lxml_names import Element

_LABEL = re.compile(rf"[\W_]*{labels.head_of_answers()}[\W_]*")
_LONGEST = 60
"""Characters of a label."""


def are_comments(root: Element) -> bool:
    """Whether blocks are called comments: below a recipe or an article they are counted, too."""
    return any(words.COMMENT.search(block.get("class") or "") for block in _blocks(root))


def asks_first(root: Element) -> bool:
    """Whether the first block is called a question, and no answer, and none of the others is."""
    first, *others = [_is_asked(block.get("class") or "") for block in _blocks(root)] or [False]
    return first and bool(others) and not any(others)


def are_answers(root: Element) -> bool:
    """Whether all blocks, but for a first that asks, are called answers, and neither comments nor those of a house.

    So are they, or what holds them, or a label says so: above them all, or at the beginning of each.
    """
    blocks = list(_blocks(root))[asks_first(root) :]
    names = [block.get("class") or "" for block in blocks]
    if not blocks or any(words.COMMENT.search(name) or words.NO_POSTS.search(name) for name in names):
        return False
    return all(map(words.REPLY.search, names)) or all(map(_is_among_answers, blocks)) or _are_labelled(root, blocks)


def _blocks(root: Element) -> Iterator[Element]:
    return root.iterfind(f".//*[@{MARK}]")


def _is_among_answers(block: Element) -> bool:
    """Whether what holds a block is called answers alone: not questions with their answers."""
    outer = block.getparent()
    name = (outer.get("class") or "") if outer is not None else ""
    is_called = words.REPLY.search(name) is not None and words.COMMENT.search(name) is None
    return is_called and not _is_asked(words.REPLY.sub("", name))


def _is_asked(name: str) -> bool:
    """Whether a class is one of a question, and not of an answer."""
    return words.ASKED.search(name) is not None and words.REPLY.search(name) is None


def _are_labelled(root: Element, blocks: Sequence[Element]) -> bool:
    """Whether the last heading above the blocks, or the first text of each, is a label of answers."""
    heading = ""
    for element in root.iter():
        if element is blocks[0]:
            break
        heading = text_on_one_line(element) if element.tag in SUBHEADINGS else heading
    return is_label(heading) or all(is_label(next(texts(block), "")) for block in blocks)


def is_label(text: str) -> bool:
    """Whether a line is a label of answers."""
    return len(text) <= _LONGEST and _LABEL.fullmatch(text) is not None
