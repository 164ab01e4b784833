"""The names that elements show: what of an element's text is one, without what stands beside it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from extractor.readers.html.posts import byline, words
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.words import has

_LETTER = re.compile(r"[^\W\d]")


class Name(NamedTuple):
    """A name and the element that holds it; `value` is None where it is the element's text."""

    text: str
    element: int
    value: str | None = None


class ShownNames(dict[int, Name]):
    """The name in each element, looked for when it is first asked for: many sets of posts have the same elements."""

    def __init__(self, tree: Tree) -> None:
        super().__init__()
        self._tree = tree

    def __missing__(self, i: int) -> Name:
        name = self[i] = self._find(i)
        return name

    @cached_property
    def _changes(self) -> Sequence[int]:
        """The links that lead to what was changed in posts."""
        return sorted(i for i in self._tree.tagged("a") if leads_to_changes(self._tree, i))

    def has_changes(self, i: int) -> bool:
        """Whether a link in an element leads to what was changed in a post."""
        at = bisect_left(self._changes, i)
        return at < len(self._changes) and self._changes[at] < self._tree.ends[i]

    def _find(self, i: int) -> Name:
        """The innermost profile link or name within it, else the first line of its text, without its date."""
        tree = self._tree
        for j in range(i + 1, tree.ends[i]):
            if tree.mass(j) and (_is_link_with_words(tree, j) or _is_called_name(tree, j)):
                return self[j]
        lines = tree.text[_behind_initial(tree, i) : _before_badge(tree, i)].split("\n")
        text = next((" ".join(line.split()) for line in lines if line.strip()), "")
        text = tree.words(i) if text.endswith(":") else text
        if named := byline.name_on(text):
            return Name(named, i)
        by = words.BY.match(text)
        return Name(text[by.end() :], i) if by else Name(text, i)


def _before_badge(tree: Tree, i: int) -> int:
    """Where a name in an element ends: behind it pages say in others, or in small letters, who somebody is."""
    inside = (j for j in range(i + 1, tree.ends[i]) if tree.starts[j] > tree.starts[i])
    badges = (
        j for j in inside if tree.tags[j] == "small" or has(words.LABEL, tree.classes[j]) or tree.words(j)[:1] == "@"
    )
    return min((tree.starts[j] for j in badges), default=tree.stops[i])


def _behind_initial(tree: Tree, i: int) -> int:
    """Where it begins: pages draw its first letter in another in place of a picture."""
    first = next((j for j in range(i + 1, tree.ends[i]) if tree.mass(j)), i)
    initial, behind = tree.words(first), tree.text[tree.stops[first] : tree.stops[i]].lstrip()
    is_drawn = len(initial) == 1 and behind[:1].casefold() == initial.casefold()
    return tree.stops[first] if is_drawn else tree.starts[i]


def _is_called_name(tree: Tree, i: int) -> bool:
    parts = (token.rpartition("__")[2] for token in tree.classes[i].split())
    return tree.itemprops.get(i) == "name" or any(has(words.NAME, part) for part in parts)


def _is_link_with_words(tree: Tree, i: int) -> bool:
    """Whether a link may be a name: it leads to another page, which is not the list of what was changed."""
    return (
        tree.tags[i] == "a"
        and not (tree.get(i, "href") or "#").startswith("#")
        and not leads_to_changes(tree, i)
        and _LETTER.search(tree.text, tree.starts[i], tree.stops[i]) is not None
    )


def leads_to_changes(tree: Tree, i: int) -> bool:
    """Whether a link leads to what was changed in a post, and does not say when that was written."""
    return "revision" in (tree.get(i, "href") or "") and words.FIRST.search(tree.words(i)) is None
