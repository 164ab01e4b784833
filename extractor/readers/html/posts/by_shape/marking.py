"""Answers that were found by their shape, marked in the page's tree as an attribute of their elements."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile
from typing import cast

from lxml import etree

from extractor.layout import labels
from extractor.layout.east_asian import has_rank
from extractor.layout.html import MARK
from extractor.readers.html.posts import words
from extractor.readers.html.posts.by_shape.blocks import find_posts
from extractor.readers.html.posts.by_shape.boxes import BESIDE, mark_boxes, names_in
from extractor.readers.html.posts.by_shape.names_outside import take_in_names
from extractor.readers.html.posts.by_shape.quoted import mark_quotes
from extractor.readers.html.posts.by_shape.sections import find_sections, is_bold, text_on_one_line, wrapped
from extractor.readers.html.rendering.lxml_names import Element
from extractor.readers.people.names import is_titled_name

BLOCK, SECTION = "block", "section"
"""Values of the mark: a block of the page, or a heading with what is below it."""

_CUSTOM = etree.XPath("//*[contains(name(), '-') and (* or contains(name(..), '-'))]")
_COMMANDS = etree.XPath("//a[starts-with(@href, 'javascript:window.')]")
_FOLDED = ("div", "article", "section", "li", "blockquote", "table", "tr", "p", "span")
_HEADS = ("div", "p", "header", "li", "td", "h3", "h4")
_PICTURES = frozenset(["img", "svg", "meter", "picture"])
_INLINE = frozenset(["a", "span", "b", "strong", "i", "em", "small", "cite", "time"])
_LONGEST_HEAD = 160
"""Characters of a block that says who wrote a post; the name stands apart by a style sheet."""
_NUMBER = re.compile(r"\s*\[?#\d{1,4}[\].:)]?\s*")
_LEAST_FOLDED = 40
"""Characters of text from which on an element that is hidden holds a part of an answer."""
_ANSWERED_BY = re.compile(rf"{labels.answered_by()} ?:?")
_NOT_CLASS = re.compile(r"[^\w-]+")
"""White space as well: of it are control characters, which no tree takes."""


def mark_posts(root: Element) -> str | None:
    """Set `MARK` on the answers of a page; which kind they are, if any were found.

    Sections become elements of their own, and a paragraph wholly in bold at the beginning of a post a heading.
    """
    _simplify(root)
    kind, posts = BLOCK, find_posts(root)
    if posts:
        take_in_names(posts)
    else:
        kind, posts = SECTION, [wrapped(section) for section in find_sections(root)]
    _unfold(posts)
    for post, name in zip(posts, names_in(posts), strict=True):
        post.set(MARK, kind)
        _open_edges(post, name)
        _set_apart(post, name)
        if name is not None:
            mark_boxes(post, name)
        if len(post) and is_bold(post[0]):
            post[0].tag = "h6"
    mark_quotes(root, posts)
    return kind if posts else None


def _open_edges(post: Element, name: Element | None) -> None:
    """Make heads of a post, and feet that say who wrote it, blocks of it: those of a page are beside its subject."""
    signed = set() if name is None else set(name.iterancestors("header", "footer"))
    feet = [one for one in post.iterdescendants("footer") if one in signed or _is_doctor(one)]
    if name is not None and signed and words.names_author(name.get("class") or ""):
        name.set("class", f"{name.get('class')} author")
    for edge in [*post.iterdescendants("header"), *feet]:
        edge.tag = "div"


def _unfold(posts: Iterable[Element]) -> None:
    """Show text of answers that is hidden until somebody clicks; what several hide alike is a message of the page."""
    texts = {
        block: text_on_one_line(block)
        for post in posts
        for block in post.iterdescendants(*_FOLDED)
        if _is_hidden(block)
    }
    times = Counter(texts.values())
    for block, text in texts.items():
        if len(text) > _LEAST_FOLDED and times[text] == 1:
            for name in {"style", "hidden", "aria-hidden"} & set(block.keys()):
                del block.attrib[name]


def _is_hidden(block: Element) -> bool:
    return "none" in (block.get("style") or "") or block.get("hidden") is not None


def _set_apart(post: Element, name: Element | None) -> None:
    """Give lines of their own to a doctor's name that is the first of several elements on a line, and to the others.

    What else there is of the doctor (work, place, stars) stands apart from the name by a style sheet alone. In front of
    the name may be said that he answers.
    """
    for block in [post, *list(post.iterdescendants(*_HEADS))]:
        children = (child for child in block if child.tag not in _PICTURES and not _is_number(child))
        row = list(takewhile(lambda child: child.tag in _INLINE, children))
        is_head = len(row) > 1 and sum(len(text_on_one_line(child)) for child in row) <= _LONGEST_HEAD
        if is_head and name in row and _says_who(block, name):
            row = row[row.index(name) :]
        if is_head and _names(row[0], name):
            for child in takewhile(_stands_alone, row):
                hull = etree.Element("div")
                if child is not row[0]:
                    hull.set("class", BESIDE)
                child.addprevious(hull)
                hull.append(child)


def _says_who(block: Element, name: Element) -> bool:
    """Whether what stands in a block before a name in it says that he answers."""
    before = " ".join(
        [
            block.text or "",
            *(f"{text_on_one_line(one)} {one.tail or ''}" for one in takewhile(lambda one: one is not name, block)),
        ]
    )
    return _ANSWERED_BY.fullmatch(" ".join(before.split())) is not None


def _names(element: Element, name: Element | None) -> bool:
    """Whether an element is the `name` of who answers, or a doctor's, and no text goes on behind it."""
    return _is_doctor(element) or (element is name and not (element.tail or "").strip())


def _is_number(element: Element) -> bool:
    """Whether an element is the number of its post, in front of who wrote it: "#2", "[#2]"."""
    return _NUMBER.fullmatch(element.text or "") is not None and not len(element)


def _stands_alone(element: Element) -> bool:
    """Whether an element holds no words that go on from what is before it, and none go on behind it."""
    text = text_on_one_line(element)
    return not (element.tail or "").strip() and (not text[:1].islower() or is_titled_name(text))


def _is_doctor(element: Element) -> bool:
    """Whether it holds a name with a title, degrees or a rank, which may stand in the next; and no text behind."""
    if (element.tail or "").strip():
        return False
    name, below = text_on_one_line(element), element.getnext()
    title = text_on_one_line(below) if below is not None else ""
    if is_titled_name(name) or is_titled_name(f"{name}, {title}"):
        return True
    return not name.isascii() and has_rank(name, f" {title}")


def _simplify(root: Element) -> None:
    """Drop scripts and links that only command the browser; custom elements that hold others are ordinary blocks."""
    etree.strip_elements(root, "script", "style", with_tail=False)
    for block in _found(_CUSTOM, root):
        block.set("class", _NOT_CLASS.sub(" ", f"{block.get('class') or ''} {block.tag}").strip())
        block.tag = "div"
    for link in _found(_COMMANDS, root):
        link.text = None


def _found(path: etree.XPath, root: Element) -> list[Element]:
    return cast("list[Element]", path(root))
