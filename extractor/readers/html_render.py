"""A page's tree to text, in one walk: what a reader sees, line by line.

Block elements begin and end lines; those that style sheets give a margin by default (`p`, headings, lists, tables) are
set off by a blank line, and so is a block that holds a long line, which is a paragraph whatever its tag. Inline text is
joined and its white space collapsed. What no reader takes for the page's content is left out: scripts, navigation,
hidden parts, controls, and the words that open and close a shortened text.
"""

import json
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from extractor.readers.html_facts import Part, Rule, Rules
from extractor.readers.rendered import Hint, Region

_NO_CONTENT = "script style template svg iframe object embed audio video canvas map datalist head".split()
_FORMATTING = "b big code em font i ins kbd mark s small strike strong sub sup tt u var wbr".split()
_SKIPPED = frozenset("button dialog menu nav option select textarea".split())
_PAGE_LEVEL = frozenset("aside footer header noscript".split())
"""Furniture of the page, but content inside an article."""
_ARTICLES = frozenset("article blockquote li".split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}

_BREAK, _ITEM, _LINE, _PARAGRAPH = range(1, 5)
"""How far a line is from the line above it."""
_PARAGRAPHS = (
    "address article aside blockquote body center dir dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html "
    "main noscript ol p pre section table ul"
)
_LINES = "caption dd details div dt figcaption legend summary tbody td tfoot th thead tr nav menu dialog"
_DISTANCES = {
    **dict.fromkeys(_PARAGRAPHS.split(), _PARAGRAPH),
    **dict.fromkeys(_LINES.split(), _LINE),
    "li": _ITEM,
}
_LONG_LINE = 100
"""Characters above which a line is a paragraph of its own."""

_ROLES = frozenset("alert banner complementary contentinfo dialog menu menubar navigation search tablist toolbar".split())
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_FURNITURE_CLASS = re.compile(
    r"(?<!\S)(?!has-|with-|no-)(?:[\w-]*[-_])?(?:nav|navbar|menu|breadcrumbs?|cookies?|sidebar|share|sharing|advert|"
    r"advertisement|ads?|promo|sponsored|newsletter|pagination|pager|toolbar|sr-only|visually-hidden)(?!\S)",
    re.I,
)
_EXPANDERS = frozenset(
    "read more,read less,show more,show less,see more,see less,view more,view less,more,less,continue reading,"
    "ver más,ver menos,ver mais,leer más,leer menos,ler mais,ler menos,mostrar más,mostrar menos,mostrar mais".split(",")
)
_EXPANDER = "\0"
"""Stands in a line for an expander that was left out; pages hold no NUL."""
_CUT_HERE = re.compile(rf"\s*(?:\.\.\.|…)?\s*{_EXPANDER}[\s{_EXPANDER}]*(?=\S)")


def render(root: etree._Element, rules: Rules | None = None) -> Rendered:
    """The text of `root` and below, with a hint for each line and a region for each element that `rules` name.

    The tree is changed: formatting is dissolved and elements without content are removed.
    """
    etree.strip_elements(root, *_NO_CONTENT, with_tail=False)
    etree.strip_tags(root, *_FORMATTING)
    page = _Page(rules)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            page.leave(element)
        elif not page.enter(element):
            walk.skip_subtree()
    return page.finish()


class _Page:
    """What the walk has seen: the elements that are open around it, and the lines so far."""

    def __init__(self, rules: Rules | None) -> None:
        self._rules = rules
        self._lines = _Lines()
        self._articles = 0
        self._skipped = False
        self._open: list[tuple[etree._Element, Part, tuple[int, int], str | None]] = []
        self._regions: list[tuple[Part, tuple[int, int], tuple[int, int], str | None]] = []

    def enter(self, element: etree._Element) -> bool:
        """Take in the beginning of `element`; False if it is not to be read."""
        tag = element.tag
        attributes = dict(element.items())
        rules = self._rules.matching(element, tag, attributes) if self._rules else ()
        if self._is_left_out(element, tag, attributes, rules):
            self._skipped = True
            return False
        distance = _DISTANCES.get(tag, 0)
        if distance:
            self._lines.begin_block(tag, distance, attributes)
            self._articles += tag in _ARTICLES
        elif attributes:
            self._lines.begin_inline(attributes)
        for rule in rules:
            self._mark(element, rule, attributes)
        if text := element.text:
            self._lines.add(text)
        return True

    def leave(self, element: etree._Element) -> None:
        """Take in the end of `element` and the text behind it."""
        tag = element.tag
        distance = _DISTANCES.get(tag, 0)
        if self._skipped:
            self._skipped = False
            self._lines.separate(distance)
        else:
            while self._open and self._open[-1][0] is element:
                _, part, start, value = self._open.pop()
                self._regions.append((part, start, self._lines.position(), value))
            if distance:
                self._lines.end_block(distance)
                self._articles -= tag in _ARTICLES
            elif tag == "br":
                self._lines.break_line()
            else:
                self._lines.end_inline()
        if tail := element.tail:
            self._lines.add(tail)

    def finish(self) -> Rendered:
        """All that was read."""
        text, starts = self._lines.finish()
        regions = sorted(
            (_region(text, starts, *found) for found in self._regions), key=lambda region: (region.start, -region.end)
        )
        return Rendered(text, self._lines.hints(starts), tuple(regions))

    def _is_left_out(
        self, element: etree._Element, tag: str, attributes: Mapping[str, str], rules: Sequence[Rule]
    ) -> bool:
        if rules:
            return any(rule.part is Part.FURNITURE for rule in rules)
        if tag in _SKIPPED or (tag in _PAGE_LEVEL and not self._articles and _is_page_furniture(element)):
            return True
        if attributes and self._is_set_aside(element, attributes):
            return True
        text = element.text
        if text and len(text) < _LONGEST_EXPANDER and text.strip(" .…\xa0\n").lower() in _EXPANDERS and not len(element):
            self._lines.add(_EXPANDER)
            return True
        return False

    def _is_set_aside(self, element: etree._Element, attributes: Mapping[str, str]) -> bool:
        """Whether its attributes say that a reader does not see it, or that it is not what the page is about."""
        classes = attributes.get("class")
        if classes and _is_furniture_class(classes) and not _holds_title(element):
            return True
        if attributes.get("role") in _ROLES and not _holds_title(element):
            return True
        if "hidden" in attributes or _HIDING.search(attributes.get("style", "")):
            return not self._lines.is_inside_line()  # else it is the folded half of a sentence
        return attributes.get("aria-hidden") == "true" and not _holds_title(element)

    def _mark(self, element: etree._Element, rule: Rule, attributes: Mapping[str, str]) -> None:
        value = None
        if rule.attribute:
            value = attributes.get(rule.attribute)
            if value is not None and rule.key:
                value = _json_value(value, rule.key)
            if value is None:
                return
        self._open.append((element, rule.part, self._lines.position(), value))


class _Lines:
    """The rendered lines so far, and the one that is being put together."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._gaps: list[str] = []
        self._hints: list[Hint] = []
        self._known_hints: dict[tuple[str, str, str, str, str], Hint] = {}
        self._buffer: list[str] = []
        self._gap = 0
        self._previous = 0
        self._blocks: list[tuple[str, str, str]] = [("body", "", "")]
        self._inline = ("", "")
        self._is_glued = False

    def add(self, text: str) -> None:
        """Inline text, as it stands in the page."""
        if self._is_glued:
            self._is_glued = False
            if text[0].isalnum():
                self._buffer.append(" ")
        self._buffer.append(text)

    def begin_block(self, tag: str, distance: int, attributes: Mapping[str, str]) -> None:
        if self._buffer:
            self._flush()
        self._gap = max(self._gap, distance)
        self._blocks.append((tag, attributes.get("class", ""), attributes.get("itemprop", "")))

    def end_block(self, distance: int) -> None:
        if self._buffer:
            self._flush()
        self._gap = max(self._gap, distance)
        self._blocks.pop()

    def begin_inline(self, attributes: Mapping[str, str]) -> None:
        if not self._buffer:
            self._inline = (attributes.get("class", ""), attributes.get("itemprop", ""))

    def end_inline(self) -> None:
        """Two elements side by side with nothing between them are set apart by style sheets, not by a space."""
        self._is_glued = bool(self._buffer) and self._buffer[-1][-1].isalnum()

    def break_line(self) -> None:
        self._flush()
        self._gap = _PARAGRAPH if self._gap == _BREAK else max(self._gap, _BREAK)

    def position(self) -> tuple[int, int]:
        """Where the next text will stand: the number of its line, and how much text stands before it there."""
        return len(self._lines), len(" ".join("".join(self._buffer).split()))

    def is_inside_line(self) -> bool:
        return any(not text.isspace() for text in self._buffer)

    def finish(self) -> tuple[str, list[int]]:
        """The text, and the offset at which each line begins."""
        self._flush()
        pieces, starts, offset = [], [], 0
        for line, gap in zip(self._lines, self._gaps, strict=True):
            pieces += (gap, line)
            starts.append(offset + len(gap))
            offset += len(gap) + len(line)
        return "".join(pieces), starts

    def hints(self, starts: Sequence[int]) -> dict[int, Hint]:
        return dict(zip(starts, self._hints, strict=True))

    def _flush(self) -> None:
        """End the line that is being put together, if there is text in it."""
        line = " ".join("".join(self._buffer).split())
        self._buffer.clear()
        self._is_glued = False
        if _EXPANDER in line:
            line = _CUT_HERE.sub(" ", line).strip(_EXPANDER + " ")
        if not line:
            return
        is_long = len(line) > _LONG_LINE or self._previous > _LONG_LINE
        is_apart = self._gap == _PARAGRAPH or (self._gap == _LINE and is_long)
        self._gaps.append("" if not self._lines else "\n\n" if is_apart else "\n")
        self._lines.append(line)
        self._hints.append(self._hint())
        self._previous, self._gap, self._inline = len(line), 0, ("", "")

    def _hint(self) -> Hint:
        key = (*self._blocks[-1], *self._inline)
        hint = self._known_hints.get(key)
        if hint is None:
            tag, classes, itemprop, inline_classes, inline_itemprop = key
            ...
        return hint
