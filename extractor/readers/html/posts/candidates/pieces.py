"""Texts in several pieces: old boards close the element of a text before each quote and open another behind it.

The text then is the element around all of its pieces.
"""

from collections.abc import Collection, Mapping, Sequence

from extractor.readers.html.posts.tree import Tree

_FEWEST = 2
_QUOTES = frozenset(["table", "blockquote"])
_BETWEEN = _QUOTES | {"br"}
"""What stands between pieces: quotes, and lines of code."""


def undivided(
    tree: Tree, bodies: Mapping[int, int], own: Sequence[Sequence[int]], others: Mapping[int, Collection[int]]
) -> dict[int, int]:
    """The texts of posts, with what is around all pieces where one is in pieces, if that holds no name or date.

    `own` are the elements of each post, `others` those of its name and date.
    """
    whole = {k: tree.parents[body] for k, body in bodies.items() if _is_piece(tree, body, own[k])}
    mixed = {k for k, i in whole.items() if any(i <= other < tree.ends[i] for other in others.get(k, ()))}
    return {k: whole[k] if k in whole and k not in mixed and whole[k] > own[k][0] else i for k, i in bodies.items()}


def _is_piece(tree: Tree, body: int, own: Sequence[int]) -> bool:
    """Whether a quote stands between an element of a post and another that is called alike."""
    kind, above = (tree.tags[body], tree.classes[body]), tree.parents[body]
    alike = [i for i in own if tree.parents[i] == above and (tree.tags[i], tree.classes[i]) == kind]
    if not kind[1] or len(alike) < _FEWEST:
        return False
    inside = set(range(alike[0], alike[-1])).difference(alike)
    between = {tree.tags[i] for i in inside if tree.parents[i] == above}
    return not between.isdisjoint(_QUOTES) and between <= _BETWEEN
