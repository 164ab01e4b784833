"""Members of a set of posts that are none: what repeats another, and what a tracker tells between comments."""

from collections.abc import Mapping, Sequence

from extractor.readers.html.posts.candidates.authors import AuthorColumn
from extractor.readers.html.posts.candidates.dates import DateColumn
from extractor.readers.html.posts.tree import Key, Tree

_LEAST_COPIED = 20
"""Characters of a text from which on it is no chance that somebody wrote it twice in one moment."""


def copies(
    tree: Tree,
    posts: Sequence[int],
    bodies: Mapping[int, int],
    authors: Sequence[AuthorColumn],
    dates: Sequence[DateColumn],
) -> set[int]:
    """The members, apart from the first, that a later one elsewhere repeats: text, author and date.

    Pages show the answer that helped in a place of its own above the others, among which it stands again.
    """
    later: dict[tuple[str, ...], int] = {}
    found = set()
    for k, body in sorted(bodies.items(), reverse=True) if authors and dates else ():
        name, date = authors[0].names.get(k), dates[0].dates.get(k)
        if k and name and date is not None and tree.mass(body) >= _LEAST_COPIED:
            told = tree.text[tree.starts[body] : tree.stops[body]], name.text, tree.words(date)
            again = later.setdefault(told, k)
            if bodies[again] != body and _place(tree, posts[again]) != _place(tree, posts[k]):
                found.add(k)
    return found


def _place(tree: Tree, i: int) -> tuple[int, str]:
    return tree.parents[i], tree.classes[i]


def events(bodies: Mapping[int, int], marks: Sequence[set[Key]]) -> set[int]:
    """The members without a text, if all others share a mark that these lack."""
    empty = [k for k in range(len(marks)) if k not in bodies]
    own = set.intersection(*(marks[k] for k in bodies))
    return set(empty) if own.difference(*(marks[k] for k in empty)) else set()
