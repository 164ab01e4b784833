"""Who changed a post: names beside "edited" and a date, or a link to revisions, which are not who wrote it."""

import re
from itertools import islice, takewhile

from extractor.readers.html.posts import words
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree

_EDITED_BLOCK = 150


def is_editor(tree: Tree, places: Places, i: int) -> bool:
    """Whether the smallest block around a name that holds a date too says "edited", or links to revisions.

    Most names are in no block that does, with a date or without.
    """
    blocks = list(takewhile(lambda block: tree.mass(block) <= _EDITED_BLOCK, islice(tree.up(i), 4)))
    if not (blocks and (_edited(tree, blocks[-1], i) or places.names.has_changes(blocks[-1]))):
        return False
    for block in blocks:
        start, stop = tree.starts[block], tree.stops[block]
        if places.is_dated(start, tree.starts[i]) or places.is_dated(tree.stops[i], stop):
            return places.names.has_changes(block) or _is_first_after_edit(tree, places, block, i)
    return False


def _is_first_after_edit(tree: Tree, places: Places, block: int, i: int) -> bool:
    """Whether "edited" stands in a block above the name, and between the two no other."""
    edited = _edited(tree, block, i)
    return edited is not None and not any(
        tree.starts[j] >= edited.start() and tree.ends[j] <= i and _is_name_by_itself(places, j)
        for j in range(block, i)
    )


def _edited(tree: Tree, block: int, i: int) -> re.Match[str] | None:
    """Where a block says "edited" in front of element `i`."""
    return words.EDITED.search(tree.text, tree.starts[block], tree.starts[i])


def _is_name_by_itself(places: Places, i: int) -> bool:
    return any(kind in ("profile", "itemprop", "class") for kind, _ in places.authors(i))
