"""The text of a post that is not marked as those of the others, as some engines do with the first."""

from collections.abc import Collection, Mapping, Sequence

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


def on_any_tag(
    tree: Tree,
    mark: str,
    bodies: Mapping[int, int],
    own: Sequence[Sequence[int]],
    others: Mapping[int, Collection[int]],
) -> Mapping[int, int]:
    """The texts, with those of posts that have their class or id on another tag, and no name or date in it.

    `own` are the elements of each post, `others` those of its name and date.
    """
    called = tree.having([mark]) if len(bodies) < len(own) and mark[:1] not in "<>@" else ()
    found = dict(bodies)
    for k in set(range(len(own))).difference(bodies) if called else ():
        told = [i for i in own[k] if i in called and tree.mass(i)]
        is_text = len(told) == 1 and not any(told[0] <= i < tree.ends[told[0]] for i in others.get(k, ()))
        found |= {k: told[0]} if is_text else {}
    return dict(sorted(found.items()))
