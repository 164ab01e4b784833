"""A page's elements as arrays in the order in which they begin, and its text, from one walk over the tree.

What looks for posts goes over all elements several times; whole numbers in lists are faster for that than elements,
and the text of an element is a slice of the page's.
"""

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from extractor.readers.html.posts.flow import BEFORE, BEHIND, BREAKS, NO_TEXT, Flow, outside_hidden
from extractor.readers.html.rendering.lxml_names import Element

NAMED = ("itemprop", "component", "data-role", "data-test-id", "data-testid")
"""Attributes that call an element something."""
DATED = frozenset("datetime data-time data-timestamp data-epoch data-unixtime data-utime".split())
AUTHOR_DATA = ("author", "data-author", "data-username", "data-user-name", "data-author-name", "data-mentionname")
"""Attributes that hold a date, and those that hold who wrote something."""
TELLING = DATED.union(AUTHOR_DATA, NAMED, ("itemtype", "title"))
"""Attributes that few elements have, and that say something about them."""
_TOLD = attrgetter("tag", "text", "tail")


class Arrays:
    """Element `i` has the tag `tags[i]`, its subtree is `i` to `ends[i] - 1`, its text `starts[i]` to `stops[i]`.

    Scripts, controls and `navigation` are no elements of it; comments the parser has left out. `kinds` are the elements
    of each tag and class, `telling` what attributes those have of which one says more than these. `lines` are where the
    lines of the text begin, and the element that holds the first character of each.
    """

    def __init__(self, root: Element) -> None:
        self.tags: list[str] = []
        self.elements: list[Element] = []
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.starts: list[int] = []
        self.stops: list[int] = []
        self.navigation: list[Element] = []
        flow = self._walk(list(outside_hidden(root)))
        self.text, self.lines = str(flow), flow.lines
        self.classes: list[str] = []
        self.kinds: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.ids: dict[int, str] = {}
        self.telling: dict[int, Sequence[str | bytes]] = {}
        self._mark()

    def __len__(self) -> int:
        return len(self.tags)

    def _walk(self, shown: Sequence[Element]) -> Flow:
        """Fill the lists, and put the text together, in one loop: a call for each element or blank takes as long again.

        The elements come as they begin, and how many are `left` inside says where each ends. An iterator that tells
        both takes longer, and so does a string of the whole tree that a regular expression takes apart. The parser's
        events in place of its tree take no less, and selectors ask for the tree.
        """
        tags, elements, parents = self.tags, self.elements, self.parents
        ends, starts, stops = self.ends, self.starts, self.stops
        flow, parent, left, above, tails = Flow(), -1, 1, list[int](), list[str | None]()
        for element, inside, (tag, own, tail) in zip(shown, map(len, shown), map(_TOLD, shown), strict=True):
            if tag in NO_TEXT:
                if tag == "nav":
                    self.navigation.append(element)
                left -= 1
                text = tail
            else:
                flow.is_apart |= flow.has_ended
                if tag in BREAKS:
                    flow.gap = BEFORE[flow.gap][tag]
                above.append(left)
                tails.append(tail)
                parents.append(parent)
                parent, left = len(tags), inside
                tags.append(tag)
                elements.append(element)
                starts.append(flow.length)
                ends.append(0)
                stops.append(0)
                text = own
            while True:
                if text:
                    if text.isspace():
                        flow.is_apart = True
                    else:
                        flow.add(text, parent)
                if left or parent < 0:
                    break
                ends[parent], stops[parent] = len(tags), flow.length
                flow.has_ended = True
                if (ended := tags[parent]) in BREAKS:
                    flow.gap = BEHIND[flow.gap][ended]
                text, parent, left = tails[parent], parents[parent], above.pop() - 1
        return flow

    def _mark(self) -> None:
        """Fill what tells of attributes, in one loop: to come to an element once more costs as much as to ask it."""
        classes, kinds, ids, telling = self.classes, self.kinds, self.ids, self.telling
        for i, (tag, element) in enumerate(zip(self.tags, self.elements, strict=True)):
            names = element.keys()
            has_class = "class" in names
            called = element.get("class", "") if has_class else ""
            classes.append(called)
            kinds[tag, called].append(i)
            if len(names) > has_class:
                if "id" in names:
                    ids[i] = element.get("id", "")
                if not TELLING.isdisjoint(names):
                    telling[i] = names
