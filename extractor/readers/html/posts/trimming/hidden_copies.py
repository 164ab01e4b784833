"""What a text holds a second time without showing it: the source of a quote, what a script shows in its place."""

from collections.abc import Iterator

from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.rendering.elements import hides


def hidden_copies(tree: Tree, found: Candidate) -> frozenset[int]:
    """The parts of texts that are not shown, and whose words stand in the same text again."""
    return frozenset(i for body in found.body.bodies.values() for i in _copies(tree, body))


def _copies(tree: Tree, body: int) -> Iterator[int]:
    for i in tree.children(body):
        told = tree.words(i) if hides(tree.attributes(i)) else ""
        if told:
            rest = tree.text[tree.starts[body] : tree.starts[i]], tree.text[tree.stops[i] : tree.stops[body]]
            if any(told in " ".join(text.split()) for text in rest):
                yield i
