"""What stands at the end of each text alike, where no engine is known: "quote", "Report this post". Nobody wrote it."""

from collections import Counter

from extractor.readers.html.posts.columns import Candidate
from extractor.readers.html.posts.tree import Tree

_LONGEST = 60
"""Characters of what sites print below a text."""
_FEWEST, _SHARE = 3, 0.8
"""Texts that end with it, and their share: two people may end alike, and one may sign everything."""


def endings(tree: Tree, found: Candidate) -> frozenset[int]:
    """The elements at the end of texts that hold the same words in most of them."""
    last = {body: _last(tree, body) for body in found.body.bodies.values()}
    told = Counter(tree.words(i) for i in last.values() if i is not None)
    common = {text for text, times in told.items() if times >= max(_FEWEST, _SHARE * len(last))}
    return frozenset(i for i in last.values() if i is not None and tree.words(i) in common)


def _last(tree: Tree, body: int) -> int | None:
    """The largest short element inside a text that ends with it."""
    inside = (i for i in range(body + 1, tree.ends[body]) if tree.stops[i] == tree.stops[body])
    return next((i for i in inside if 0 < tree.mass(i) <= _LONGEST), None)
