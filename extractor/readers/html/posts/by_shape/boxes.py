"""What stands beside the name of who answers in one box with it: work, place, a time, and no text of the answer."""

from collections.abc import Sequence

from extractor.readers.html.posts import words
from extractor.readers.html.posts.by_shape.sections import text_on_one_line, texts
from extractor.readers.html.rendering.lxml_names import Element
from extractor.readers.people.names import is_titled_name, name_fields
from extractor.readers.people.places import is_in_state
from extractor.vocabulary import SENTENCE_ENDS

BESIDE = "extractor-beside"
"""The class that these blocks get."""
_BLOCKS = ("p", "div", "dd", "li", "td")
_LONGEST_NAME, _LONGEST, _PROSE = 60, 160, 60
"""Characters of a name, of such a box, and of a line from which on it is text."""


def names_in(posts: Sequence[Element]) -> list[Element | None]:
    """The element of each post that says who wrote it; what it is called in some it is called in the others, too."""
    names = [_name_in(post) for post in posts]
    places = {_place(name) for name in names if name is not None}
    return [
        next((one for one in post.iterdescendants() if _place(one) in places), None) if name is None else name
        for post, name in zip(posts, names, strict=True)
    ]


def _place(element: Element) -> tuple[str, ...] | None:
    """What an element and that around it are called; None if neither is called anything."""
    outer = element.getparent()
    classes = [one.get("class") or "" for one in (element, outer) if one is not None]
    return (*classes, str(element.tag)) if any(classes) else None


def mark_boxes(post: Element, name: Element) -> None:
    """Give the blocks beside the `name` of who wrote a post `BESIDE`, if the box around them is not all of the post."""
    if _is_bare(name):
        name.set("class", f"{name.get('class') or ''} author".strip())
    box = name
    for outer in name.iterancestors():
        if outer is post or len(text_on_one_line(outer)) > _LONGEST or any(map(_is_prose, texts(outer))):
            break
        box = outer
    around = {name, *name.iterancestors()}
    for link in [one for one in box.iterdescendants("a") if one not in around and _leads_to_writer(one)]:
        link.text = None  # "View profile": where the name leads to, and no other name
        link[:] = []
    for block in box.iter(*_BLOCKS):
        if block not in around or (block is box and box.find("br") is not None):  # lines of its own
            block.set("class", f"{block.get('class') or ''} {BESIDE}".strip())


def _is_bare(name: Element) -> bool:
    """Whether an element is a name that a line does not tell: without title and degrees, or behind other words.

    No more stands behind it.
    """
    text, outer, above = text_on_one_line(name), name.getparent(), name.getprevious()
    is_alone = above is None and (outer is None or not (outer.text or "").strip())
    is_told = is_alone and is_titled_name(text)
    return not (is_told or (name.tail or "").strip()) and name_fields(text, 0) is not None


def _name_in(post: Element) -> Element | None:
    """The innermost element that says who wrote the post; a link above its text may be no more than a name.

    Below that a town with the letters of a state, "Salem, MA", looks like a name with a degree.
    """
    outer = next(filter(is_writers_name, post.iterdescendants()), None)
    inner = (one for one in (outer.iter() if outer is not None else ()) if is_writers_name(one))
    name = next((one for one in inner if not any(map(is_writers_name, one.iterdescendants()))), None)
    if name is not None and not is_in_state(text_on_one_line(name)):
        return _above_link(name, outer)
    first = next((one for one in post.iterdescendants() if (one.text or "").strip()), None)
    is_link = first is not None and first.tag == "a" and " " in (text := text_on_one_line(first))
    return first if is_link and name_fields(text, 0) else name


def _above_link(link: Element, outer: Element | None) -> Element:
    """What names who wrote a post if that is not the link that leads to him: the first text of a box of both."""
    if outer is None or outer is link or not _leads_to_writer(link) or name_fields(text_on_one_line(link), 0):
        return link
    return next((one for one in outer.iterdescendants() if (one.text or "").strip()), link)


def _leads_to_writer(element: Element) -> bool:
    return element.tag == "a" and words.PROFILE.search(element.get("href") or "") is not None


def is_writers_name(element: Element) -> bool:
    """Whether an element says who wrote something: by its class, its address, or a title or degrees beside a name."""
    if not isinstance(element.tag, str):
        return False
    text = text_on_one_line(element)
    if not 0 < len(text) <= _LONGEST_NAME:
        return False
    return _leads_to_writer(element) or words.names_author(element.get("class") or "") or is_titled_name(text)


def _is_prose(text: str) -> bool:
    """Whether a piece of text is a sentence, and not a title with its point."""
    return len(text) >= _PROSE or (text.endswith(SENTENCE_ENDS) and text.count(" ") > 1)
