"""A page's tree to text: what a reader sees, line by line, with what the markup says of each line.

The tree is walked once, in C: the style sheet `page.xsl` writes its text down with a mark where an element begins or
ends, and leaves out what is no content (scripts, controls, the furniture of a page). What follows reads that stream
line by line. A page has few kinds of element (a tag with its class) and few kinds of edge between lines (the same
blocks end and begin), so each kind is judged once.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from lxml import etree

from extractor.layout import POSTS, Part
from extractor.readers.html.rendering.elements import ElementKind
from extractor.readers.html.rendering.rendered import Hint, Region, Rendered
from extractor.readers.html.rendering.selectors import Rule, Rules
from extractor.readers.html.rendering.stylesheet import (
    BEGUN,
    BLOCK,
    CUT,
    END_INLINE,
    FIELD,
    INLINE,
    Edge,
    PageStyle,
    elements_in,
    marked_lines,
)
from extractor.readers.html.rendering.text_lines import BREAK, FinishedLines, Lines, Place
from extractor.vocabulary import words_of

_HEAD = f"{INLINE}([^{INLINE}{BEGUN}]*){BEGUN}"
_MARK_OR_TEXT = re.compile(f"{_HEAD}|({END_INLINE})|([^{INLINE}{END_INLINE}]+)")
_LEAF = re.compile(f"{_HEAD}([^\x86-\x8f]*){END_INLINE}")
"""An inline element with nothing but text in it."""
_SIDE_BY_SIDE = re.compile(f"(?<!{END_INLINE}){END_INLINE}++(?=(?:{INLINE}[^{INLINE}{BEGUN}]*{BEGUN})+\\w)")
"""Elements with nothing between them are set apart by style sheets, not by a space."""
_FOLDS = "|".join(re.escape(words).replace("\\ ", r"\s+") for words in words_of("folds.txt"))
_FOLDED = ("a", "span", "label")
_FOLD = re.compile(
    rf"{INLINE}(?:{'|'.join(_FOLDED)})(?:{FIELD}[^{INLINE}{BEGUN}]*)?{BEGUN}[\s(\[]*+"
    rf"(?i:(\.\.\.|…)|(?:\.\.\.|…)?\s*(?:{_FOLDS})[\s.…:>»›→▾▼+)\]-]*+)\s*{END_INLINE}"
)
"""What opens or closes a shortened text: an ellipsis, or words to click on, that fill an element of their own."""
_NO_HINT = Hint("")
_NO_RULES = Rules(())


def render(root: etree._Element, rules: Rules = _NO_RULES) -> Rendered:
    """The text of `root` and below, with a hint for each line and a region for each element that `rules` name."""
    sheet = _sheet_of(rules)
    return _Page(sheet, _simplified(sheet.write_down(root), sheet)).read()


def _simplified(marked: str, sheet: PageStyle) -> str:
    """The page without inline elements that mean nothing: folds become cuts, plain elements the text that they hold."""
    marked = _FOLD.sub(_fold, marked)
    marked = _SIDE_BY_SIDE.sub(_part, marked)

    def dissolve(leaf: re.Match[str]) -> str:
        head, text = leaf.groups()
        return text if sheet.kinds[head].is_plain else leaf[0]

    return _LEAF.sub(dissolve, marked)


@cache
def _sheet_of(rules: Rules) -> PageStyle:
    return PageStyle(rules)


class _Marked(NamedTuple):
    """An element that a rule names, still open: how many are open around it, its number, and what is known of it."""

    depth: int
    begun: int
    part: Part
    place: Place
    value: str | None
    post: int


class _Page:
    """Goes through the lines of a page and the edges between them, with the elements that are open."""

    def __init__(self, sheet: PageStyle, marked: str) -> None:
        self._sheet = sheet
        self._page = marked
        self._lines = Lines()
        self._open: list[ElementKind] = []
        self._begun = 0
        self._left_out: int | None = None
        """How many elements are open around the one that is being left out, if one is."""
        self._with_title: frozenset[int] | None = None
        self._posts: list[tuple[int, Part]] = [(0, Part.BODY)]
        self._marked: list[_Marked] = []
        self._regions: list[tuple[_Marked, Place]] = []

    def read(self) -> Rendered:
        """Read the page to its end."""
        lines, edges = self._lines, self._sheet.edges
        for marks, line in marked_lines(self._page):
            edge = edges.get(marks) or self._sheet.edge(marks)
            if edge.steps:
                self._cross(edge)
                if lines.is_full:
                    break
            if INLINE in line or END_INLINE in line:
                self._read_marked(line)
            elif line and self._left_out is None:
                lines.add(line)
        while self._open:
            self._end()
        done = self._lines.finish()
        self._regions.sort(key=lambda found: (found[0].begun, found[0].part not in POSTS))
        regions = tuple(_region(done, *found) for found in self._regions)
        return Rendered(done.text, done.hints, regions, is_cut=self._lines.is_full, cuts=done.cuts)

    def _cross(self, edge: Edge) -> None:
        """Go over the edge between two lines."""
        around = len(self._open) - edge.ends
        if edge.is_plain and self._left_out is None and (not self._marked or self._marked[-1].depth < around):
            del self._open[max(0, around) :]
            self._open += edge.stays
            self._begun += edge.begins
            self._lines.part(edge.distance, self._open[-1].hint if self._open else _NO_HINT)
            return
        self._lines.part(edge.distance, _NO_HINT)
        for step in edge.steps:
            if isinstance(step, ElementKind):
                self._begin(step)
            elif step != BREAK:
                self._end()
        if self._open:
            self._lines.describe(self._open[-1].hint)

    def _read_marked(self, line: str) -> None:
        """Read a line with inline elements in it."""
        for head, end, text in _MARK_OR_TEXT.findall(line):
            if head:
                self._begin(self._sheet.kinds[head])
            elif end:
                self._end()
            elif self._left_out is None:
                self._lines.add(text)

    def _begin(self, kind: ElementKind) -> None:
        self._begun += 1
        if self._left_out is None:
            rules = self._fitting(kind.rules) if kind.rules else ()
            if not kind.is_plain and self._is_left_out(kind, rules):
                self._left_out = len(self._open)
            else:
                self._lines.describe(kind.hint)
                if rules:
                    self._mark(kind, rules)
        self._open.append(kind)

    def _fitting(self, rules: Sequence[Rule]) -> list[Rule]:
        around = None
        fitting = []
        for rule in rules:
            if rule.outer and around is None:
                around = [kind.surroundings for kind in self._open]
            if around is None or rule.fits(around):
                fitting.append(rule)
        return fitting

    def _mark(self, kind: ElementKind, rules: Sequence[Rule]) -> None:
        """Note what the first rule for the text says, and the first for each attribute; a post before its parts.

        What has its value in `content` means this, whatever its text says (https://www.w3.org/TR/rdfa-core/).
        """
        told: dict[str | None, tuple[Rule, str | None]] = {}
        for rule in rules:
            value = rule.value(kind.attributes)
            is_told = rule.attribute in told or (rule.attribute is None and "content" in told)
            if is_told or (rule.attribute and value is None):
                continue
            if not any(rule.part is other.part for other, _ in told.values()):
                told[rule.attribute] = (rule, value)
        found = list(told.values())
        if len(found) > 1:
            found.sort(key=lambda each: each[0].part not in POSTS)
        for rule, value in found:
            if rule.part in POSTS and not (rule.part is self._posts[-1][1] is Part.QUESTION):
                self._posts.append((self._begun, rule.part))  # a question inside a question is the same one
            post = self._posts[-1][0]
            self._marked.append(_Marked(len(self._open), self._begun, rule.part, self._lines.place(), value, post))

    def _end(self) -> None:
        if self._open:
            self._open.pop()
        depth = len(self._open)
        if self._left_out == depth:
            self._left_out = None
        while self._marked and self._marked[-1].depth == depth:
            marked = self._marked.pop()
            self._regions.append((marked, self._lines.place()))
            if self._posts[-1] == (marked.begun, marked.part):
                self._posts.pop()

    def _is_left_out(self, kind: ElementKind, rules: Sequence[Rule]) -> bool:
        if rules:
            return rules[0].part is Part.FURNITURE
        if kind.is_hidden and not (kind.tag in _FOLDED and self._lines.is_inside_line()):
            return True  # text hidden in the middle of a line is the folded half of a sentence
        return kind.is_aside and not self._holds_title()

    def _holds_title(self) -> bool:
        """Whether the element that begins now holds an `h1`."""
        if self._with_title is None:
            self._with_title = frozenset(self._elements_with_title())
        return self._begun in self._with_title

    def _elements_with_title(self) -> Iterator[int]:
        """The elements around each `h1`, by their number in the order in which elements begin: none behind the last."""
        last = self._page.rfind(f"{BLOCK}h1")
        begun, around = 0, []
        for tag in elements_in(self._page[: self._page.find(BEGUN, last)] if last >= 0 else ""):
            if tag:
                begun += 1
                around.append(begun)
                if tag == "h1":
                    yield from around
            elif around:
                around.pop()


def _fold(match: re.Match[str]) -> str:
    return (match[1] or "") + CUT


def _part(match: re.Match[str]) -> str:
    """A space behind an element that ends with a word, if the next begins with one."""
    start = match.start()
    before = match.string[max(0, start - 2) : start]
    is_word = before[-1:].isalnum() or (before[-1:] == "." and before[:1].isalpha())  # of an initial, or a sentence
    return match[0] + " " if is_word else match[0]


def _region(done: FinishedLines, marked: _Marked, place: Place) -> Region:
    """A region without the white space at its margins."""
    start, end = done.offset(marked.place), done.offset(place)
    stretch = done.text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return Region(marked.part, start, start + len(stretch.strip()), marked.value, marked.post)
