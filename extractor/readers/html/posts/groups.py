"""Which elements of a page may be its posts: those that share a class, a numbered id or another mark.

Each is lifted to its highest ancestor that holds no other of its group, so that a question and its answers, whose
texts have one class, fall into one set however unlike the elements around them are; a post is what it holds without
the posts inside it.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Key, Tree

FEWEST, _MOST = 2, 1500
_NAMING = frozenset(["profile", "line"])
"""Marks of who wrote something, that no class is needed for."""
_LEAST_PROSE = 40
_LONG = 4_000
_LEAST_SHARE = 0.3


class Group(NamedTuple):
    """Elements that may be posts, in page order, how likely they are, and the marks that they share."""

    score: float
    members: tuple[int, ...]
    keys: Sequence[Key]


class Index:
    """The elements of a page by their marks; those that are not about its subject are left out, and `others`."""

    def __init__(self, tree: Tree, places: Places, others: Iterable[int] = ()) -> None:
        self._tree, self._places = tree, places
        self._others = {inner for i in others for inner in range(i, tree.ends[i])}
        self._starts, self._stops, self._aside = tree.starts, tree.stops, places.aside

    @cached_property
    def by_key(self) -> Mapping[Key, Sequence[int]]:
        """The elements of each mark."""
        found = {key: self._among(members) for key, members in self._tree.by_key.items()}
        return {key: members for key, members in found.items() if members}

    def having(self, tokens: Iterable[str]) -> set[int]:
        """The elements of which one of `tokens` is a mark, whatever their tag."""
        return set(self._among(self._tree.having(tokens)))

    def _among(self, members: Iterable[int]) -> list[int]:
        return list(filter(self._is_shown, members))

    def _is_shown(self, i: int) -> bool:
        """Whether an element, which is not the whole page, has a text or a picture in place of one."""
        has_content = self._starts[i] < self._stops[i] or i in self._tree.pictured
        return i > 0 and has_content and not self._aside[i] and i not in self._others

    def groups(self) -> list[Group]:
        """What may be the posts, the likeliest first."""
        sets: dict[tuple[int, ...], list[Key]] = {}
        for key, members in sorted(self.by_key.items(), key=_first):
            if FEWEST <= len(members) <= _MOST:
                sets.setdefault(lifted(self._tree, members), []).append(key)
        for members in self._by_author():
            if FEWEST <= len(members) <= _MOST:
                sets.setdefault(lifted(self._tree, members), [])
        found = (Group(_score(self._tree, self._places, members), members, keys) for members, keys in sets.items())
        return sorted((group for group in found if group.score > 0), key=lambda group: -group.score)

    def _by_author(self) -> Iterable[Sequence[int]]:
        """The elements that name people alike: old boards mark nothing else of a post."""
        index: dict[Key, list[int]] = defaultdict(list)
        for i in self._among(range(len(self._tree))):
            for key in self._places.authors(i):
                if key[0] in _NAMING:
                    index[key].append(i)
        return index.values()


def _first(marked: tuple[Key, Sequence[int]]) -> int:
    return marked[1][0]


def lifted(tree: Tree, members: Sequence[int]) -> tuple[int, ...]:
    """Each of `members`, or its highest ancestor that holds no other."""
    return tuple(_lift(tree, members))


def _lift(tree: Tree, members: Sequence[int]) -> Iterator[int]:
    parents, ends = tree.parents, tree.ends
    above = 0
    for i, below in zip(members, [*members[1:], len(tree)], strict=True):
        top = i
        if ends[i] <= below:
            while parents[top] > above and ends[parents[top]] <= below:
                top = parents[top]
        above = i
        yield top


def _score(tree: Tree, places: Places, members: Sequence[int]) -> float:
    """A rank that costs little: how much prose in how many parts, how many of them signed and dated."""
    reach = prose = 0
    roots = 0.0
    for i in members:
        own = tree.prose(i)
        if i >= reach:
            reach, prose = tree.ends[i], prose + own
        roots += math.sqrt(min(max(own, 0), _LONG))
    signed = sum(map(places.is_signed, members)) / len(members)
    dated = sum(places.is_dated(tree.starts[i], tree.stops[i]) for i in members) / len(members)
    if prose < _LEAST_PROSE or max(signed, dated) < _LEAST_SHARE or signed + dated < 2 * _LEAST_SHARE:
        return 0.0
    return min(roots, math.sqrt(prose * len(members))) * (0.1 + signed) * (0.2 + dated)
