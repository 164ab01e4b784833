"""How many characters elements of posts have, without the posts that stand inside them."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from extractor.readers.html.posts.tree import Tree


class Masses:
    """Characters of elements without the posts that stand inside them."""

    def __init__(self, tree: Tree, posts: Sequence[int]) -> None:
        self._tree, self._posts = tree, posts
        self.count = len(posts)
        self._is_nested = any(below < tree.ends[post] for post, below in pairwise(posts))

    def mass(self, i: int) -> int:
        """All characters."""
        return self._own(i, self._tree.mass)

    def prose(self, i: int) -> int:
        """Those outside of links."""
        return self._own(i, self._tree.prose)

    def _own(self, i: int, count: Callable[[int], int]) -> int:
        total = count(i)
        if self._is_nested:
            at, reach, ends = bisect_right(self._posts, i), i, self._tree.ends
            while at < len(self._posts) and self._posts[at] < ends[i]:
                if self._posts[at] >= reach:
                    total -= count(self._posts[at])
                    reach = ends[self._posts[at]]
                at += 1
        return total
