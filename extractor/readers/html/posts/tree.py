"""What is asked of a page's elements: their marks, what they are called, their text, where they stand."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from itertools import accumulate, chain, count, takewhile

from extractor.readers.html.posts import words
from extractor.readers.html.posts.arrays import NAMED, TELLING, Arrays
from extractor.readers.html.posts.flow import BREAKS
from extractor.readers.html.posts.shapes import shape, tokens
from extractor.readers.html.posts.words import found_by

Key = tuple[str, str]
"""What an element may have in common with others: its tag or the kind of the mark, and the mark."""

_DIGIT = re.compile(r"\d")
_SYLLABLE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Characters of kana, hanzi and hangul."""
_CLASSLESS = frozenset("li article tr td table dd dt div section dl blockquote".split())


class Tree(Arrays):
    """What is asked of the elements of a page and of their text."""

    @cached_property
    def by_key(self) -> Mapping[Key, Sequence[int]]:
        """The elements of each mark, in page order."""
        index: dict[Key, list[int]] = defaultdict(list)
        for (tag, classes), members in self.kinds.items():
            for key in (*_class_keys(tag, classes), *([(tag, tag)] if "-" in tag else ())):
                index[key] += members
        for token, some in chain(self._by_id.items(), self._by_name.items(), self._by_place.items()):
            for i in some:
                index[self.tags[i], token].append(i)
        return {key: sorted(members) for key, members in index.items()}

    def keys(self, i: int) -> Sequence[Key]:
        """The marks that element `i` may share with others: (tag, class), (tag, "#" and id) and so on."""
        tag = self.tags[i]
        marks = [*_numbered(self.ids.get(i, "")), *self._names(i), *([tag] if "-" in tag else ())]
        if not marks and i and tag in _CLASSLESS and not self.classes[i].strip():
            marks = [self._place(i)]
        return (*_class_keys(tag, self.classes[i]), *((tag, mark) for mark in marks))

    def having(self, tokens: Iterable[str]) -> frozenset[int]:
        """The elements of which one of `tokens` is a mark, whatever their tag."""
        return frozenset(chain.from_iterable(self._table(token).get(token, ()) for token in tokens))

    def has(self, token: str) -> bool:
        """Whether `token` is a mark of any element."""
        return token in self._table(token)

    def _table(self, token: str) -> Mapping[str, Sequence[int]]:
        """Where the elements of a mark are found; each table is made when it is first asked for."""
        match token[:1]:
            case "#":
                return self._by_id
            case "@":
                return self._by_name
            case "<":
                return self._by_place
        return self._by_class

    @cached_property
    def _by_class(self) -> Mapping[str, Sequence[int]]:
        """The elements of each class, and of each tag that the page made up."""
        index: dict[str, list[int]] = defaultdict(list)
        for (tag, classes), members in self.kinds.items():
            for token in tokens(classes):
                index[token] += members
            if "-" in tag:
                index[tag] += members
        return dict(index)

    @cached_property
    def _by_id(self) -> Mapping[str, Sequence[int]]:
        """The elements of each numbered id."""
        return _indexed((i, mark) for i, name in self.ids.items() for mark in _numbered(name))

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[int]]:
        """The elements of what microdata, components and tests call them."""
        return _indexed((i, "@" + shape(text)) for name in NAMED for i, text in self.given(name).items())

    @cached_property
    def _by_place(self) -> Mapping[str, Sequence[int]]:
        """What elements without any mark stand in."""
        marked = {i for table in (self._by_id, self._by_name) for members in table.values() for i in members}
        kinds = (some for (tag, classes), some in self.kinds.items() if tag in _CLASSLESS and not classes.strip())
        return _indexed((i, self._place(i)) for some in kinds for i in some if i and i not in marked)

    def _names(self, i: int) -> Sequence[str]:
        names = self.telling.get(i, ())
        return ["@" + shape(self.elements[i].get(name, "")) for name in NAMED if name in names] if names else ()

    def _place(self, i: int) -> str:
        above = self.parents[i]
        return "<" + (self.classes[above] or self.tags[above])

    @cached_property
    def itemprops(self) -> Mapping[int, str]:
        """What microdata calls elements."""
        return self.given("itemprop")

    def given(self, name: str) -> Mapping[int, str]:
        """The elements with attribute `name`, which is one of those that tell more, and its value."""
        return self._given.get(name, {})

    @cached_property
    def _given(self) -> Mapping[str, Mapping[int, str]]:
        """The values of all attributes that tell more."""
        found: dict[str, dict[int, str]] = defaultdict(dict)
        for i, names in self.telling.items():
            for name in filter(TELLING.__contains__, map(str, names)):
                found[name][i] = self.elements[i].get(name, "")
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """What an address on this page may lead to."""
        return frozenset(self.ids.values())

    @cached_property
    def numbers(self) -> Sequence[int]:
        """How many elements of its tag stand before each in the one around it."""
        counts: dict[tuple[int, str], Iterator[int]] = defaultdict(count)
        return [next(counts[kind]) for kind in zip(self.parents, self.tags, strict=True)]

    def tagged(self, name: str) -> frozenset[int]:
        """The elements with tag `name`."""
        return frozenset(self._by_tag.get(name, ()))

    @cached_property
    def _by_tag(self) -> Mapping[str, Sequence[int]]:
        """The elements of each tag."""
        index: dict[str, list[int]] = defaultdict(list)
        for (tag, _), members in self.kinds.items():
            index[tag] += members
        return index

    def called(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """The elements with a class in which `pattern` is found."""
        found = found_by(pattern)
        return frozenset(chain.from_iterable(some for (_, classes), some in self.kinds.items() if found[classes]))

    def is_within(self, pattern: re.Pattern[str], i: int) -> bool:
        """Whether element `i`, or one around it, has a class in which `pattern` is found."""
        found = found_by(pattern)
        return any(found[self.classes[outer]] for outer in (i, *self.up(i)))

    @cached_property
    def _linked(self) -> Sequence[int]:
        """Characters of links before each element."""
        links = [0] * len(self)
        for i in self.tagged("a"):
            links[i] = self.mass(i)
        return [0, *accumulate(links)]

    @cached_property
    def pictured(self) -> frozenset[int]:
        """What is called a text, and holds a picture in place of one."""
        is_text, empty = found_by(words.BODY), set[int]()
        for picture in self.tagged("img"):
            around = chain([picture], self.up(picture))
            empty.update(takewhile(lambda i: not (i in empty or self.mass(i)), around))
        return frozenset(i for i in empty if is_text[self.classes[i]])

    def mass(self, i: int) -> int:
        """Characters of the text of element `i`."""
        return self.stops[i] - self.starts[i]

    def prose(self, i: int) -> int:
        """Characters of its text outside of links."""
        return self.mass(i) - self._linked[self.ends[i]] + self._linked[i]

    def syllables(self, i: int) -> int:
        """Characters of its text that are a syllable or a word each, and say as much as two letters or more."""
        return len(_SYLLABLE.findall(self.text, self.starts[i], self.stops[i]))

    def words(self, i: int) -> str:
        """Its text on one line."""
        return " ".join(self.text[self.starts[i] : self.stops[i]].split())

    def get(self, i: int, name: str) -> str | None:
        """The value of its attribute `name`."""
        return self.elements[i].get(name)

    def attributes(self, i: int) -> Mapping[str, str]:
        """All its attributes."""
        return {str(name): str(value) for name, value in self.elements[i].items()}

    def up(self, i: int) -> Iterator[int]:
        """The elements around it, from the innermost."""
        while (i := self.parents[i]) >= 0:
            yield i

    def holder(self, some: AbstractSet[int], i: int) -> int | None:
        """The innermost of `some` elements, which may stand in each other, that is element `i` or holds it."""
        return i if i in some else next(filter(some.__contains__, self.up(i)), None)

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


@lru_cache(50_000)
def _class_keys(tag: str, classes: str) -> tuple[Key, ...]:
    return tuple((tag, token) for token in tokens(classes))


def _numbered(name: str) -> Sequence[str]:
    """The mark that an id is, if it has a number."""
    return ["#" + shape(name)] if _DIGIT.search(name) else ()


def _indexed(marks: Iterable[tuple[int, str]]) -> Mapping[str, Sequence[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for i, mark in marks:
        index[mark].append(i)
    return dict(index)
