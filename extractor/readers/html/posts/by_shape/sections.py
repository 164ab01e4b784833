"""Answers on a page where no blocks repeat: headings of one level, each with what is below it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import cast

from lxml import etree

from extractor.readers.html.rendering.elements import SUBHEADINGS
from extractor.readers.html.rendering.lxml_names import Element

_FEWEST, MOST = 2, 400
"""How many answers a page may show; longer rows are lists of links."""
_HEADS = etree.XPath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6 | //dt | //p[b or strong]")
ASIDE = frozenset(["aside", "nav", "footer"])
_NO_PROSE = ("a", "button", "form")
_MAX_PIECES = 400
"""Texts of a block that are looked at; a post has no more."""


def find_sections(root: Element) -> Sequence[Sequence[Element]]:
    """Headings of one level, or names of a definition list, each with the elements below it; none if none repeat."""
    groups: dict[tuple[object, str], list[Sequence[Element]]] = defaultdict(list)
    has_title = len(list(islice(root.iter("h1"), 2))) == 1
    for head in cast("list[Element]", _HEADS(root)):
        if head.tag == "h1" and has_title:
            groups.clear()
        elif head.tag != "p" or is_bold(head):
            groups[(head.getparent(), str(head.tag))].append(list(_section(head)))
    repeated = (group for group in groups.values() if _FEWEST <= len(group) <= MOST)
    sections = [group for group in repeated if not any(outer.tag in ASIDE for outer in group[0][0].iterancestors())]
    return max(sections, key=lambda group: sum(_prose(block) for section in group for block in section), default=())


def text_on_one_line(element: Element) -> str:
    """The element's text on one line."""
    text = etree.tostring(element, method="text", encoding="unicode", with_tail=False)  # twice as fast as its pieces
    return " ".join(text.split())


def texts(element: Element) -> Iterator[str]:
    """The pieces of text in an element that are more than white space, without the space around them."""
    return filter(None, map(str.strip, map(str, element.itertext())))


def wrapped(section: Sequence[Element]) -> Element:
    """The elements of a section in an element of their own."""
    hull = etree.Element("div")
    section[0].addprevious(hull)
    for block in section:
        hull.append(block)
    if is_bold(section[0]):
        section[0].tag = "h6"
    return hull


def is_bold(block: Element) -> bool:
    """Whether all text of a paragraph is in one bold element."""
    if block.tag not in ("p", "div") or len(block) != 1 or block[0].tag not in ("b", "strong"):
        return False
    return not (block.text or "").strip() and not (block[0].tail or "").strip()


def _section(head: Element) -> Iterator[Element]:
    """A heading and what follows it, up to the next of its kind or a higher one."""
    yield head
    for block in head.itersiblings(etree.Element):
        is_heading = block.tag in SUBHEADINGS and (head.tag not in SUBHEADINGS or str(block.tag) <= str(head.tag))
        if block.tag == "hr" or is_heading or (block.tag == head.tag and (block.tag != "p" or is_bold(block))):
            return
        yield block


def _prose(block: Element) -> int:
    """Characters of text outside of links."""
    links = (text for link in islice(block.iter(_NO_PROSE), _MAX_PIECES) for text in link.itertext())
    own, linked = (sum(len(text.strip()) for text in islice(texts, _MAX_PIECES)) for texts in (block.itertext(), links))
    return max(0, own - linked)
