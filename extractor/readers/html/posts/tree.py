"""A page's elements as arrays in the order in which they begin, and its text, from one walk over the tree.

What looks for posts goes over all elements several times; whole numbers in lists are faster for that than elements,
and the text of an element is a slice of the page's.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from lxml import etree

from extractor.readers.html.posts import words
from extractor.readers.html.posts.flow import BEFORE, BREAKS, NO_TEXT, Flow, outside_hidden
from extractor.readers.html.posts.words import has, shape, tokens

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it

Key = tuple[str, str]
"""What an element may have in common with others: its tag or the kind of the mark, and the mark."""

_DIGIT = re.compile(r"\d")
_CLASSLESS = frozenset("li article tr td table dd dt div section dl blockquote".split())
_NAMED = ("itemprop", "component", "data-role", "data-test-id", "data-testid")
DATED = frozenset("datetime data-time data-timestamp data-epoch data-unixtime data-utime".split())
AUTHOR_DATA = ("data-author", "data-username", "data-user-name", "data-author-name")
"""Attributes that hold a date, and those that hold who wrote something."""
_TELLING = DATED.union(AUTHOR_DATA, _NAMED, ("itemtype", "title"))
"""Attributes that few elements have, and that say something about them."""


class Tree:
    """Element `i` has the tag `tags[i]`, its subtree is `i` to `ends[i] - 1`, its text `starts[i]` to `stops[i]`.

    Scripts, controls and navigation are no elements of it; comments the parser has left out. `kinds` are the elements
    of each tag and class, `telling` those with an attribute that says more than these, with the names of all that they
    have. `lines` are where the lines of the text begin, and the element that holds the first character of each.
    """

    def __init__(self, root: Element) -> None:
        self.tags: list[str] = []
        self.elements: list[Element] = []
        self.ids: dict[int, str] = {}
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.starts: list[int] = []
        self.stops: list[int] = []
        self.kinds: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.telling: dict[int, Sequence[str | bytes]] = {}
        flow = self._walk(root)
        self._take_attributes()
        self.text, self.lines = str(flow), flow.lines
        self.classes = [""] * len(self.tags)
        for (_, classes), members in self.kinds.items():
            for i in members if classes else ():
                self.classes[i] = classes

    def __len__(self) -> int:
        return len(self.tags)

    @cached_property
    def by_key(self) -> Mapping[Key, Sequence[int]]:
        """The elements of each mark, in page order."""
        index: dict[Key, list[int]] = defaultdict(list)
        for (tag, classes), members in self.kinds.items():
            for key in _class_keys(tag, classes):
                index[key] += members
        for i, key in self._marks:
            index[key].append(i)
        return {key: sorted(members) for key, members in index.items()}

    def keys(self, i: int) -> Sequence[Key]:
        """The marks that element `i` may share with others: (tag, class), (tag, "#" and id) and so on."""
        return (*_class_keys(self.tags[i], self.classes[i]), *self._others.get(i, ()))

    @cached_property
    def _others(self) -> Mapping[int, Sequence[Key]]:
        """The marks of elements beside their classes."""
        others: dict[int, list[Key]] = defaultdict(list)
        for i, key in self._marks:
            others[i].append(key)
        return others

    def having(self, tokens: Collection[str]) -> frozenset[int]:
        """The elements of which one of `tokens` is a mark."""
        return frozenset(i for token in tokens for i in self._by_token.get(token, ()))

    @cached_property
    def _by_token(self) -> Mapping[str, Sequence[int]]:
        """The elements of each mark, whatever their tag."""
        index: dict[str, list[int]] = defaultdict(list)
        for (_, token), members in self.by_key.items():
            index[token] += members
        return index

    @cached_property
    def _marks(self) -> Sequence[tuple[int, Key]]:
        """The marks of elements beside their classes, as tags that a page made up; without any, what they stand in."""
        marks = [(i, (self.tags[i], "#" + shape(name))) for i, name in self.ids.items() if _DIGIT.search(name)]
        for i, names in self.telling.items():
            told = [self.get(i, name) for name in _NAMED if name in names]
            marks += [(i, (self.tags[i], "@" + shape(value or ""))) for value in told]
        marks += [(i, (tag, tag)) for (tag, _), members in self.kinds.items() if "-" in tag for i in members]
        return [*marks, *self._places({i for i, _ in marks})]

    @cached_property
    def itemprops(self) -> Mapping[int, str]:
        """What microdata calls elements."""
        return {i: self.get(i, "itemprop") or "" for i, names in self.telling.items() if "itemprop" in names}

    def called(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """The elements with a class in which `pattern` is found."""
        found = (members for (_, classes), members in self.kinds.items() if classes and has(pattern, classes))
        return frozenset(i for members in found for i in members)

    def _places(self, marked: Collection[int]) -> Iterator[tuple[int, Key]]:
        """What elements without any mark stand in; `marked` are those with one that is no class."""
        for (tag, classes), members in self.kinds.items():
            for i in members if tag in _CLASSLESS and not classes.strip() else ():
                if i and i not in marked:
                    above = self.parents[i]
                    yield i, (tag, "<" + (self.classes[above] or self.tags[above]))

    @cached_property
    def _linked(self) -> Sequence[int]:
        """Characters of links before each element."""
        links = [0] * len(self)
        for (tag, _), members in self.kinds.items():
            for i in members if tag == "a" else ():
                links[i] = self.mass(i)
        return [0, *accumulate(links)]

    @cached_property
    def pictured(self) -> frozenset[int]:
        """What is called a text, and holds a picture in place of one."""
        pictures = sorted(i for (tag, _), members in self.kinds.items() if tag == "img" for i in members)
        called = self.called(words.BODY) if pictures else ()
        empty = (i for i in called if self.starts[i] == self.stops[i])
        return frozenset(i for i in empty if bisect_left(pictures, i) < bisect_left(pictures, self.ends[i]))

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

    def block(self, i: int) -> int:
        """The element itself if it is a block, else the innermost around it."""
        while i > 0 and self.tags[i] not in BREAKS:
            i = self.parents[i]
        return i

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


@lru_cache(50_000)
def _class_keys(tag: str, classes: str) -> tuple[Key, ...]:
    return tuple((tag, token) for token in tokens(classes))
