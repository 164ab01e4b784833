"""What a page calls comments, where it calls other elements answers: remarks on these, or on the question."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import pairwise

from extractor.readers.html.posts import words
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.words import has


def comments_beside_answers(tree: Tree, places: Places) -> frozenset[int]:
    """The comments of a page that has answers too, none of which is called a comment, or stands in one."""
    called = sorted(tree.called(words.COMMENT))
    answers = sorted(_answers(tree, places)) if called else []
    remarks = [i for i in called if bisect_left(answers, i) == bisect_left(answers, tree.ends[i])]
    return frozenset(remarks) if len(remarks) == len(called) and answers else frozenset()


def _answers(tree: Tree, places: Places) -> Iterator[int]:
    """The elements of which one class is that of one answer, and which are signed and dated: others are buttons."""
    for (_, classes), members in tree.kinds.items():
        if any(has(words.LONE_ANSWER, name) and has(words.ANSWER, name) for name in classes.split()):
            yield from (i for i in members if places.is_signed(i) and places.is_dated(tree.starts[i], tree.stops[i]))


def innermost(tree: Tree, elements: Collection[int]) -> frozenset[int]:
    """Those that hold no other: each is one comment, and no list of some."""
    return frozenset(i for i, below in pairwise([*sorted(elements), len(tree)]) if below >= tree.ends[i])
