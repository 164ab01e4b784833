"""What a page calls the blocks that were found by their shape: answers or comments."""

from collections.abc import Iterator

from extractor.layout.html import MARK
from extractor.readers.html.posts import words
from extractor.readers.html.posts.arrays import Element


def are_comments(root: Element) -> bool:
    """Whether blocks are called comments: below a recipe or an article they are counted, too."""
    return any(words.COMMENT.search(block.get("class") or "") for block in _blocks(root))


def are_answers(root: Element) -> bool:
    """Whether all blocks are called answers, and neither comments nor those of a house."""
    names = [block.get("class") or "" for block in _blocks(root)]
    if not names or any(words.COMMENT.search(name) or words.NO_POSTS.search(name) for name in names):
        return False
    return all(map(words.REPLY.search, names))


def _blocks(root: Element) -> Iterator[Element]:
    return root.iterfind(f".//*[@{MARK}]")
