"""How pages are written down for reading: the style sheet `page.xsl`, its marks, and what they mean.

Marks are control characters that pages do not hold (`parse` sees to it); in C1 they keep strings narrow.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from lxml import etree

from extractor.readers.html.rendering.elements import ElementKind, ElementKinds
from extractor.readers.html.rendering.selectors import Rules
from extractor.readers.html.rendering.text_lines import BREAK, CUT, ITEM, LINE, PARAGRAPH, WIDE

BLOCK, INLINE, FIELD, BEGUN, END_INLINE = "\x86\x87\x88\x89\x8a"
_BR, _END_ITEM, _END_LINE, _END_PARAGRAPH = "\x8c\x8d\x8e\x8f"
_ENDS = {_BR: BREAK, _END_ITEM: ITEM, _END_LINE: LINE, _END_PARAGRAPH: PARAGRAPH}
_EDGE_AND_LINE = re.compile(
    f"((?:{BLOCK}[^{BLOCK}{BEGUN}]*{BEGUN}|[{_BR}-{_END_PARAGRAPH}\\s])*)([^{BLOCK}{_BR}-{_END_PARAGRAPH}]*)"
)
_EDGE_MARK = re.compile(f"{BLOCK}([^{BLOCK}{BEGUN}]*){BEGUN}|([{_BR}-{_END_PARAGRAPH}])")
_ANY_MARK = re.compile(f"[{BLOCK}{INLINE}]([\\w-]+)|[{END_INLINE}{_END_ITEM}-{_END_PARAGRAPH}]")
_LINE_TAGS = frozenset("caption dd details div dt figcaption legend summary tbody td tfoot th thead tr".split())
_BLOCK_TAGS = _LINE_TAGS.union(
    "address article blockquote body center dir dl fieldset figure form h1 h2 h3 h4 h5 h6 hr li main ol p pre section "
    "table ul".split()
)
_PAGE_LEVEL_TAGS = frozenset({"aside", "footer", "header"})
_FORMATTING_TAGS = frozenset(["b", "big", "code", "data", "em", "font", "i", "mark", "small", "strong", "u"])
"""Written down only for layouts, which may ask for them."""
_MAX_EDGES = 20_000
"""Edges remembered of one layout's pages."""
_PAGE = files(__package__).joinpath("page.xsl").read_bytes()
_XSL = "{http://www.w3.org/1999/XSL/Transform}"

__all__ = ["BEGUN", "BLOCK", "CUT", "END_INLINE", "FIELD", "INLINE", "Edge", "PageStyle", "elements_in", "marked_lines"]


@dataclass(frozen=True, slots=True)
class Edge:
    """What lies between two lines."""

    steps: tuple[ElementKind | int, ...]
    """The blocks that begin (their kinds) and end, and the breaks (their distances)."""
    distance: int
    """How far the lines are apart."""
    ends: int
    """How many of the blocks around the line above end."""
    stays: tuple[ElementKind, ...]
    """The blocks that begin around the line below."""
    begins: int
    """How many blocks begin, also those that end at once."""
    is_plain: bool


class PageStyle:
    """How the pages of one layout are written down, and what has been learnt of the marks on them."""

    def __init__(self, rules: Rules) -> None:
        self._transform = _style_sheet(rules.tags, rules.attributes)
        self.kinds = ElementKinds(rules, FIELD)
        self.edges: dict[str, Edge] = {}
        """The edges met so far, by their marks."""

    def write_down(self, root: etree._Element) -> str:
        """A page's text with marks in it."""
        return str(self._transform(root))

    def edge(self, marks: str) -> Edge:
        """What marks between two lines say that were not met before."""
        if len(self.edges) >= _MAX_EDGES:
            self.edges.clear()
        edge = self.edges[marks] = self._judge(marks)
        return edge

    def _judge(self, marks: str) -> Edge:
        steps: list[ElementKind | int] = []
        stays: list[ElementKind] = []
        distance = ends = breaks = 0
        for head, end in _EDGE_MARK.findall(marks):
            step = _ENDS[end] if end else self.kinds[head]
            steps.append(step)
            if isinstance(step, ElementKind):
                stays.append(step)
                distance = max(distance, ITEM if step.tag == "li" else LINE if step.tag in _LINE_TAGS else PARAGRAPH)
            elif step == BREAK:
                breaks += 1
            else:
                ends += not stays
                del stays[-1:]
                distance = max(distance, step)
        kinds = [step for step in steps if isinstance(step, ElementKind)]
        is_plain = all(kind.is_plain for kind in kinds)
        return Edge(tuple(steps), _widen(distance, breaks), ends, tuple(stays), len(kinds), is_plain)


def _widen(distance: int, breaks: int) -> int:
    """How far lines are apart if there are breaks beside the edges of blocks."""
    blank_lines = max(breaks - 1, 0) + (distance == PARAGRAPH)
    if blank_lines > 1:
        return WIDE
    return PARAGRAPH if blank_lines else max(distance, BREAK if breaks else 0)


def _style_sheet(tags: frozenset[str], attributes: tuple[str, ...]) -> etree.XSLT:
    """`page.xsl`, made to write down also the tags and attributes that a layout asks for."""
    sheet = etree.fromstring(_PAGE)
    for names, template in (
        (tags & _PAGE_LEVEL_TAGS, "paragraph"),
        ((tags - _BLOCK_TAGS - _PAGE_LEVEL_TAGS) | (_FORMATTING_TAGS if attributes or tags else set()), "inline"),
        ({f"@{name}" for name in attributes}, "attribute"),
    ):
        if names:
            match = etree.SubElement(sheet, f"{_XSL}template", match="|".join(sorted(names)), priority="1")
            etree.SubElement(match, f"{_XSL}call-template", name=template)
    return etree.XSLT(sheet)


def marked_lines(marked: str) -> Iterator[tuple[str, str]]:
    """The lines of a page that is written down, each behind the marks of the edge above it."""
    for match in _EDGE_AND_LINE.finditer(marked):
        yield match[1], match[2]


def elements_in(marked: str) -> Iterator[str]:
    """The tags of the elements that begin; an empty string where one ends."""
    for mark in _ANY_MARK.finditer(marked):
        yield mark[1] or ""
