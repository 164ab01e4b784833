"""What stands in posts and is none: comments, where a page calls other elements answers, and quotes with a name."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise

from extractor.readers.html.posts import words
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.words import has

_MOST_QUOTED = 0.5
"""The share of a page's text that its quotes have at most."""


def comments_beside_answers(tree: Tree, places: Places) -> frozenset[int]:
    """The comments of a page that has answers too, none of which is called a comment, or stands in one.

    What is called so once in each answer, without a name or a date, is its text.
    """
    called = sorted(tree.called(words.COMMENT))
    answers = sorted(_answers(tree, places)) if called else []
    remarks = [i for i in called if bisect_left(answers, i) == bisect_left(answers, tree.ends[i])]
    if len(remarks) < len(called) or not answers or _are_texts(tree, places, remarks, answers):
        return frozenset()
    return frozenset(remarks)


def _are_texts(tree: Tree, places: Places, remarks: Sequence[int], answers: Sequence[int]) -> bool:
    """Whether each answer holds one remark, and none of them says who wrote it, or when."""
    held = (bisect_left(remarks, tree.ends[i]) - bisect_left(remarks, i) for i in answers)
    told = (places.is_signed(i) or places.is_dated(tree.starts[i], tree.stops[i]) for i in remarks)
    return all(count == 1 for count in held) and not any(told)


def quotes_of_posts(tree: Tree) -> frozenset[int]:
    """What a page calls quotes, if most of its text stands elsewhere: with name and date they look like posts."""
    quotes = sorted(tree.called(words.QUOTED))
    reach = [0, *accumulate((tree.ends[i] for i in quotes), max)]
    outer = [i for i, end in zip(quotes, reach, strict=False) if i >= end]
    return frozenset(quotes) if sum(map(tree.mass, outer)) < _MOST_QUOTED * tree.mass(0) else frozenset()


def _answers(tree: Tree, places: Places) -> Iterator[int]:
    """The elements of which one class is that of one answer, and which are signed and dated: others are buttons."""
    for (_, classes), members in tree.kinds.items():
        if any(has(words.LONE_ANSWER, name) and has(words.ANSWER, name) for name in classes.split()):
            yield from (i for i in members if places.is_signed(i) and places.is_dated(tree.starts[i], tree.stops[i]))


def innermost(tree: Tree, elements: Collection[int]) -> frozenset[int]:
    """Those that hold no other: each is one comment, and no list of some."""
    return frozenset(i for i, below in pairwise([*sorted(elements), len(tree)]) if below >= tree.ends[i])
