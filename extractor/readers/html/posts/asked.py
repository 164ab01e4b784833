"""What is asked above the answers, where an engine is known: what else stands there is of the page."""

from collections.abc import Iterator

from extractor.layout import Part
from extractor.readers.html.posts.decide import Thread
from extractor.readers.html.posts.outside import region
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.rendering.rendered import Region


def asked_above(tree: Tree, thread: Thread) -> Iterator[Region]:
    """The text of a question that is no post: the one element above the first that is called as the answers' texts are.

    Followers, views and buttons may stand beside it.
    """
    first, engine = thread.posts.posts[0], thread.posts.engine
    called = tree.having(engine.body) if engine and not thread.asks_first else frozenset[int]()
    above = [i for i in called if tree.ends[i] <= first and tree.mass(i) and not thread.aside[i]]
    outer = [i for i in above if called.isdisjoint(tree.up(i))]
    if len(outer) == 1:
        yield region(tree, Part.BODY, outer[0], 0)
