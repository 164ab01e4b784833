"""A page's elements as arrays in the order in which they begin, and its text, from one walk over the tree.

What looks for posts goes over all elements several times; whole numbers in lists are faster for that than elements,
and the text of an element is a slice of the page's.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from lxml import etree

from extractor.readers.html.posts.words import shape, tokens

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it

Key = tuple[str, str]
"""What an element may have in common with others: its tag or the kind of the mark, and the mark."""

_NO_TEXT = frozenset(
    "script style template svg head iframe object embed audio video canvas map datalist dialog option select textarea "
    "nav menu button math".split()
)
_LINE, _PARAGRAPH = 1, 2
_BREAKS = dict.fromkeys(
    "br caption dd details div dt figcaption legend li summary tbody td tfoot th thead tr".split(), 1
)
_BREAKS |= dict.fromkeys(
    "address article aside blockquote body center dir dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main "
    "ol p pre section table ul".split(),
    _PARAGRAPH,
)
"""How far the text of an element is from what is around it: on a line of its own, or a paragraph."""
_SEPARATORS = (" ", "\n", "\n\n")
_CLASSLESS = frozenset("li article tr td table dd dt div section dl blockquote".split())
_NAMED = ("itemprop", "component", "data-role", "data-test-id", "data-testid")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Tree:
    """Element `i` has the tag `tags[i]`, its subtree is `i` to `ends[i] - 1`, its text `starts[i]` to `stops[i]`.

    Scripts, controls and navigation are no elements of it. `hidden` are those that their own style or attribute hides.
    """

    def __init__(self, root: Element) -> None:
        self.elements: list[Element] = []
        self.tags: list[str] = []
        self.classes: list[str] = []
        self.ids: list[str] = []
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.starts: list[int] = []
        self.stops: list[int] = []
        self.hidden: set[int] = set()
        self._pieces: list[str] = []
        self._position = self._gap = 0
        self._is_apart = self._has_ended = False
        self._walk(root)
        self.text = "".join(self._pieces)
        links = (self.mass(i) if tag == "a" else 0 for i, tag in enumerate(self.tags))
        self._linked = [0, *accumulate(links)]

    def __len__(self) -> int:
        return len(self.tags)

    @cached_property
    def keys(self) -> Sequence[Sequence[Key]]:
        """For each element, the marks that it may share with others: (tag, class), (tag, "#" and id) and so on."""
        return [_keys_of(self, i) for i in range(len(self))]

    def mass(self, i: int) -> int:
        """Characters of the text of element `i`."""
        return self.stops[i] - self.starts[i]

    def prose(self, i: int) -> int:
        """Characters of its text outside of links."""
        return self.mass(i) - self._linked[self.ends[i]] + self._linked[i]

    def words(self, i: int) -> str:
        """Its text on one line."""
        return " ".join(self.text[self.starts[i] : self.stops[i]].split())

    def get(self, i: int, name: str) -> str | None:
        """The value of its attribute `name`."""
        return self.elements[i].get(name)

    def up(self, i: int) -> Iterator[int]:
        """The elements around it, from the innermost."""
        while (i := self.parents[i]) >= 0:
            yield i

    def children(self, i: int) -> Iterator[int]:
        """The elements directly inside."""
        child, end = i + 1, self.ends[i]
        while child < end:
            yield child
            child = self.ends[child]

    def at(self, offset: int) -> int:
        """The innermost element whose text holds the character at `offset`."""
        i = bisect_left(self.starts, offset + 1) - 1
        while i > 0 and self.stops[i] <= offset:
            i = self.parents[i]
        return i

    def block_at(self, offset: int) -> int:
        """The innermost block around the character at `offset`."""
        i = self.at(offset)
        while i > 0 and self.tags[i] not in _BREAKS:
            i = self.parents[i]
        return i

    def _walk(self, root: Element) -> None:
        around = [-1]
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                if element.tag in _NO_TEXT:
                    walker.skip_subtree()
                else:
                    around.append(self._begin(element, around[-1]))
                    self._add(element.text)
            elif event == "end":
                if element.tag not in _NO_TEXT:
                    self._end(around.pop())
                self._add(element.tail)
            else:
                self._add(element.tail)

    def _begin(self, element: Element, parent: int) -> int:
        tag, get = str(element.tag), element.get
        self._is_apart |= self._has_ended  # elements with nothing between them are set apart by style sheets
        gap = _BREAKS.get(tag, 0)
        if gap > self._gap:
            self._gap = gap
        elif tag == "br":
            self._gap = _PARAGRAPH
        i = len(self.tags)
        self.elements.append(element)
        self.tags.append(tag)
        self.classes.append(get("class", ""))
        self.ids.append(get("id", ""))
        self.parents.append(parent)
        self.ends.append(0)
        self.starts.append(self._position)
        self.stops.append(0)
        style = get("style")
        if get("hidden") is not None or (style and _HIDING.search(style)):
            self.hidden.add(i)
        return i

    def _end(self, i: int) -> None:
        self._has_ended = True
        self.ends[i] = len(self.tags)
        self.stops[i] = self._position
        gap = _BREAKS.get(self.tags[i], 0)
        if gap > self._gap and self.tags[i] != "br":
            self._gap = gap

    def _add(self, text: str | None) -> None:
        """Text between two tags, with one space for each stretch of white space."""
        if not text:
            return
        bare = " ".join(text.split())
        if not bare:
            self._is_apart = True
            return
        if self._position:
            is_apart = self._gap or self._is_apart or text[0].isspace()
            if is_apart or (bare[0].isdigit() and self._pieces[-1][-1].isdigit()):  # a raised 2 behind a number
                self._pieces.append(_SEPARATORS[self._gap])
                self._position += len(_SEPARATORS[self._gap])
        self._pieces.append(bare)
        self._position += len(bare)
        self._gap, self._is_apart, self._has_ended = 0, text[-1].isspace(), False


def _keys_of(tree: Tree, i: int) -> Sequence[Key]:
    tag, classes, name = tree.tags[i], tree.classes[i], tree.ids[i]
    found = list(_class_keys(tag, classes)) if classes else []
    if name and any(map(str.isdigit, name)):
        found.append((tag, "#" + shape(name)))
    attributes = tree.elements[i].attrib
    if len(attributes) > bool(classes) + bool(name):
        found += [(tag, "@" + shape(attributes[name])) for name in _NAMED if name in attributes]
    if not found and tag in _CLASSLESS and i:
        above = tree.parents[i]
        found.append((tag, "<" + (tree.classes[above] or tree.tags[above])))
    return found


@lru_cache(50_000)
def _class_keys(tag: str, classes: str) -> tuple[Key, ...]:
    return tuple((tag, token) for token in tokens(classes))
