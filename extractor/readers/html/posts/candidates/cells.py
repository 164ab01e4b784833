"""Elements that nothing marks, by where they stand: a cell in its row, a paragraph or a font in what holds it."""

from collections.abc import Iterator
from functools import lru_cache

from extractor.readers.html.posts import words
from extractor.readers.html.posts.tree import Key, Tree


def place(tree: Tree, i: int) -> Iterator[Key]:
    """The place of element `i` as a mark.

    It is a text only where posts have one each: others have several that are parts of it.
    """
    tag, parent = tree.tags[i], tree.parents[i]
    if tag == "td":
        yield tag, f">{tree.tags[parent]} {tree.numbers[i]}"
    elif tag == "font":
        yield tag, f">{tree.numbers[parent]} {tree.numbers[i]}"
    elif tag == "p" and not tree.classes[i]:
        yield tag, f">{_called(tree.classes[parent]) or tree.tags[parent]}"


@lru_cache(20_000)
def _called(classes: str) -> str:
    """The first class, in which any word for a post stands for all: what is asked stands as what is answered does."""
    return words.POST.sub("#", next(iter(classes.split()), ""))


def is_place_alone(key: Key) -> bool:
    """Whether a mark is such a place."""
    return key[1].startswith(">")
