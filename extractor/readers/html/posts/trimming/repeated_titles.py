"""The title of a thread that stands above its posts, where no engine is known: it is no part of their texts."""

from collections.abc import Sequence

from extractor.readers.html.posts import words
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.tree import Tree

_SHORTEST, _LONGEST = 8, 200
"""Characters of a title."""
_BOLD = frozenset(["b", "strong"])
_FEWEST, _SHARE = 2, 0.5
"""Texts that begin with it, and their share: who repeats the title does so once."""


def repeated_titles(tree: Tree, found: Candidate, titles: Sequence[str]) -> frozenset[int]:
    """The elements that texts of posts begin with, and that hold one of `titles`, which the page has, if most do.

    Above the first alone it is in bold.
    """
    called = [" ".join(title.split()).casefold() for title in titles if title]
    bodies = found.body.bodies
    above = {k: i for k, body in bodies.items() if (i := _title_above(tree, body, called)) is not None}
    if len(above) < max(_FEWEST, _SHARE * len(bodies)):
        above = {k: i for k, i in above.items() if k == 0 and _is_bold(tree, i)}
    return frozenset(above.values())


def _is_bold(tree: Tree, i: int) -> bool:
    """Whether all of an element's text is in bold."""
    return any(tree.tags[j] in _BOLD and tree.mass(j) == tree.mass(i) for j in range(i, tree.ends[i]))


def _title_above(tree: Tree, body: int, titles: Sequence[str]) -> int | None:
    """The element that a text begins with, if it holds the title of the page and nothing else."""
    for i in range(body + 1, tree.ends[body]):
        if tree.starts[i] > tree.starts[body]:
            return None
        if _SHORTEST <= tree.mass(i) <= _LONGEST:
            line = words.REPLYING.sub("", tree.words(i)).casefold()
            if len(line) >= _SHORTEST and any(line in title for title in titles):
                return i
    return None
