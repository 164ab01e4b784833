"""Which elements of a page belong to each post: those inside it, or beside it where it is no more than its head."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.readers.html.posts.tree import Tree

_REACH = 12
"""Elements beside a post that may say whose it is, where nothing says how far it goes."""


def elements(tree: Tree, posts: Sequence[int], others: frozenset[int], side: int) -> list[list[int]]:
    """The elements of each post without those of other posts and of `others`.

    On a side, -1 or 1, with its siblings before or after it; inside it alone if that is 0.
    """
    return [list(some) for some in _elements(tree, posts, others, side)]


def _elements(tree: Tree, posts: Sequence[int], others: frozenset[int], side: int) -> Iterator[Iterator[int]]:
    outside = others.union(posts)
    for k, post in enumerate(posts):
        parent, end = tree.parents[post], tree.ends[post]
        begin = post
        if side < 0:
            is_next = k and tree.parents[posts[k - 1]] == parent
            begin = tree.ends[posts[k - 1]] if is_next else max(parent + 1, post - _REACH)
        elif side > 0:
            is_next = k + 1 < len(posts) and tree.parents[posts[k + 1]] == parent
            end = posts[k + 1] if is_next else min(tree.ends[parent], end + _REACH)
        yield _without(tree, begin, end, post, outside)


def are_heads(tree: Tree, posts: Sequence[int]) -> bool:
    """Whether posts stand in one element, and most of its text between them: rows of a table that say who wrote it."""
    parent = tree.parents[posts[0]]
    if any(tree.parents[post] != parent for post in posts):
        return False
    between = sum(tree.starts[below] - tree.stops[post] for post, below in pairwise(posts))
    return between > sum(map(tree.mass, posts))


def with_rows_behind(tree: Tree, heads: Sequence[int], others: frozenset[int]) -> list[list[int]]:
    """The elements of each of `heads` and of what stands behind it, up to the next.

    Behind the last are as many rows as behind the one before it; if none is there, they stand in front of each.
    """
    outside = others.union(heads)
    parent = tree.parents[heads[-1]]
    beside = list(tree.children(parent))
    step = beside.index(heads[-1]) - beside.index(heads[-2])
    stop, top = beside.index(heads[-1]) + step, beside.index(heads[0]) - step + 1
    if top >= 0 and not any(map(tree.mass, beside[stop - step + 1 :])):
        edges = pairwise([beside[top], *(tree.ends[head] for head in heads)])
        return [list(_without(tree, *edge, head, outside)) for edge, head in zip(edges, heads, strict=True)]
    end = beside[stop] if stop < len(beside) else tree.ends[parent]
    return [list(_without(tree, begin, end, begin, outside)) for begin, end in pairwise([*heads, end])]


def _without(tree: Tree, begin: int, end: int, post: int, outside: frozenset[int]) -> Iterator[int]:
    i = begin
    while i < end:
        if i in outside and i != post:
            i = tree.ends[i]
        else:
            yield i
            i += 1
