"""What stands beside the name of who answers in one box with it: work, place, a time, and no text of the answer."""

from extractor.readers.html.posts import words
from extractor.readers.html.posts.by_shape.sections import text_on_one_line, texts
from extractor.readers.html.rendering.lxml_names import Element
from extractor.readers.people.names import is_titled_name
from extractor.vocabulary import SENTENCE_ENDS

BESIDE = "extractor-beside"
"""The class that these blocks get."""
_BLOCKS = ("p", "div", "dd", "li", "td")
_LONGEST_NAME, _LONGEST, _PROSE = 60, 160, 60
"""Characters of a name, of such a box, and of a line from which on it is text."""


def mark_boxes(post: Element) -> None:
    """Give the blocks beside the first name of a post `BESIDE`, if the box around them is not all of the post."""
    name = next(filter(_is_name, post.iterdescendants()), None)
    if name is None:
        return
    name = list(filter(_is_name, name.iter()))[-1]
    box = name
    for outer in name.iterancestors():
        if outer is post or len(text_on_one_line(outer)) > _LONGEST or any(map(_is_prose, texts(outer))):
            break
        box = outer
    around = {name, *name.iterancestors()}
    for block in box.iter(*_BLOCKS):
        if block not in around:
            block.set("class", f"{block.get('class') or ''} {BESIDE}".strip())


def _is_name(element: Element) -> bool:
    if not isinstance(element.tag, str):
        return False
    text = text_on_one_line(element)
    if not 0 < len(text) <= _LONGEST_NAME:
        return False
    is_link = element.tag == "a" and words.PROFILE.search(element.get("href") or "") is not None
    return is_link or words.names_author(element.get("class") or "") or is_titled_name(text)


def _is_prose(text: str) -> bool:
    """Whether a piece of text is a sentence, and not a title with its point."""
    return len(text) >= _PROSE or (text.endswith(SENTENCE_ENDS) and text.count(" ") > 1)
