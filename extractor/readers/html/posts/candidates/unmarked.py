"""The text of a post that an engine has not marked as those of the others, as old ones do with the first."""

from collections.abc import Mapping

from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree

_LEAST = 40
"""Characters of such a text outside of links."""
_MOST = 0.8
"""The share of those of its post that it has: the smallest element with as much is the text."""


def with_first(tree: Tree, places: Places, post: int, bodies: Mapping[int, int]) -> Mapping[int, int]:
    """The texts by the numbers of their posts, with one for the first, which is element `post`, if it shows one."""
    if 0 in bodies:
        return bodies
    least, text = max(_LEAST, _MOST * tree.prose(post)), post
    while inner := next((i for i in tree.children(text) if tree.prose(i) >= least), 0):
        text = inner
    inside = range(text, tree.ends[text])  # one element is asked: all of the page are counted where many are
    is_mixed = any(map(places.is_author, inside)) or places.is_dated(tree.starts[text], tree.stops[text])
    return bodies if text == post or is_mixed else {0: text, **bodies}
