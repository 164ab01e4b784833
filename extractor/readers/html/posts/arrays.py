"""A page's elements as arrays in the order in which they begin, and its text, from one walk over the tree.

What looks for posts goes over all elements several times; whole numbers in lists are faster for that than elements,
and the text of an element is a slice of the page's.
"""

from collections import defaultdict
from collections.abc import Sequence

from lxml import etree

from extractor.readers.html.posts.flow import BEFORE, BREAKS, NO_TEXT, Flow, outside_hidden

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it

NAMED = ("itemprop", "component", "data-role", "data-test-id", "data-testid")
"""Attributes that call an element something."""
DATED = frozenset("datetime data-time data-timestamp data-epoch data-unixtime data-utime".split())
AUTHOR_DATA = ("data-author", "data-username", "data-user-name", "data-author-name")
"""Attributes that hold a date, and those that hold who wrote something."""
_TELLING = DATED.union(AUTHOR_DATA, NAMED, ("itemtype", "title"))
"""Attributes that few elements have, and that say something about them."""


class Arrays:
    """Element `i` has the tag `tags[i]`, its subtree is `i` to `ends[i] - 1`, its text `starts[i]` to `stops[i]`.

    Scripts, controls and navigation are no elements of it; comments the parser has left out. `kinds` are the elements
    of each tag and class, `telling` those with an attribute that says more than these, with the names of all that they
    have. `lines` are where the lines of the text begin, and the element that holds the first character of each.
    """

    telling: dict[int, Sequence[str | bytes]]

    def __init__(self, root: Element) -> None:
        self.tags: list[str] = []
        self.elements: list[Element] = []
        self.ids: dict[int, str] = {}
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.starts: list[int] = []
        self.stops: list[int] = []
        self.kinds: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.telling = {}
        flow = self._walk(root)
        self._take_attributes()
        self.text, self.lines = str(flow), flow.lines
        self.classes = [""] * len(self.tags)
        for (_, classes), members in self.kinds.items():
            for i in members if classes else ():
                self.classes[i] = classes

    def __len__(self) -> int:
        return len(self.tags)

    def _walk(self, root: Element) -> Flow:
        """Fill the lists, and put the text together, in one loop: a call for each element takes as long again.

        The elements come as they begin, and how many are inside each says where it ends. An iterator that tells both
        takes longer, and so does a string of the whole tree that a regular expression takes apart.
        """
        tags, elements, starts, stops = self.tags, self.elements, self.starts, self.stops
        flow, above, parent, left = Flow(), [(-1, -1)], -1, 1
        for element in outside_hidden(root):
            tag = element.tag
            if tag not in NO_TEXT:
                flow.is_apart |= flow.has_ended
                if tag in BREAKS:
                    flow.gap = BEFORE[flow.gap][tag]
                i = len(tags)
                tags.append(tag)
                elements.append(element)
                self.parents.append(parent)
                starts.append(flow.length)
                if text := element.text:
                    flow.add(text, i)
                self.ends.append(i + 1)
                stops.append(flow.length)
                if inner := len(element):
                    above.append((parent, left))
                    parent, left = i, inner
                    continue
                flow.end(tag)
            if text := element.tail:
                flow.add(text, parent)
            left -= 1
            if not left:
                parent, left = self._end(parent, above, flow)
        return flow

    def _take_attributes(self) -> None:
        """Note of each element its class, its id, and whether it has an attribute that tells more."""
        for i, (tag, element) in enumerate(zip(self.tags, self.elements, strict=True)):
            self.kinds[tag, element.get("class", "")].append(i)
            if names := element.keys():
                if "id" in names:
                    self.ids[i] = element.get("id", "")
                if not _TELLING.isdisjoint(names):
                    self.telling[i] = names

    def _end(self, parent: int, above: list[tuple[int, int]], flow: Flow) -> tuple[int, int]:
        """End an element, and those around it that end with it: the one that goes on, and how many are still in it.

        `above` are the elements around it, with the same for each.
        """
        left = 0
        while not left and parent >= 0:
            self.ends[parent], self.stops[parent] = len(self.tags), flow.length
            flow.end(self.tags[parent])
            text = self.elements[parent].tail
            parent, left = above.pop()
            if text:
                flow.add(text, parent)
            left -= 1
        return parent, left
