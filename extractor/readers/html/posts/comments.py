"""What a page calls comments, where it calls other elements answers: remarks on these, or on the question."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import pairwise

from extractor.readers.html.posts import words
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.words import has


def comments_beside_answers(tree: Tree) -> frozenset[int]:
    """The comments of a page that has answers too, none of which is called a comment, or stands in one."""
    called = sorted(tree.called(words.COMMENT))
    answers = sorted(_answers(tree)) if called else []
    remarks = [i for i in called if bisect_left(answers, i) == bisect_left(answers, tree.ends[i])]
    return frozenset(remarks) if len(remarks) == len(called) and answers else frozenset()


def _answers(tree: Tree) -> Iterator[int]:
    """The elements of which one class is that of one answer."""
    for (_, classes), members in tree.kinds.items():
        if any(has(words.LONE_ANSWER, name) for name in classes.split()):
            yield from members


def innermost(tree: Tree, elements: Collection[int]) -> frozenset[int]:
    """Those that hold no other: each is one comment, and no list of some."""
    return frozenset(i for i, below in pairwise([*sorted(elements), len(tree)]) if below >= tree.ends[i])
