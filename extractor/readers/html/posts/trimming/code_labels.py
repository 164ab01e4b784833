"""What boards print above code, "Code: Select all": the board writes it, so it is no part of a text, as the code is."""

from bisect import bisect_left
from itertools import chain

from extractor.readers.html.posts import words
from extractor.readers.html.posts.tree import Tree

_LONGEST = 60
"""Characters of a label."""
_FARTHEST = 2
"""Characters between a label and its code: of a page's text, white space is no longer."""
_CODE = ("pre", "code")
"""Tags of code; boards without them call it so in a class, as some do with the word "Code" itself: a `span`."""


def code_labels(tree: Tree) -> frozenset[int]:
    """The elements that are called labels of code, or stand first in what is called its box, directly in front of it.

    Who writes "Code:" himself does so in an element without such a class.
    """
    called = tree.called(words.CODE_LABEL)
    holders = tree.called(words.CODE) - tree.tagged("span") if called else ()
    code = sorted(chain(holders, *map(tree.tagged, _CODE))) if called else []
    labels = (_label(tree, i, code[at]) for i in called if (at := bisect_left(code, i + 1)) < len(code))
    return frozenset(label for label in labels if label is not None)


def _label(tree: Tree, i: int, code: int) -> int | None:
    """The element `i`, or the first inside that ends before the `code`, if nothing stands between."""
    label = next((j for j in range(i, code) if tree.ends[j] <= code), None)
    if label is None or not 0 < tree.mass(label) <= _LONGEST or tree.starts[code] - tree.stops[label] > _FARTHEST:
        return None
    return None if tree.text[tree.stops[label] : tree.starts[code]].strip() else label
