"""Elements that nothing marks, by where they stand: a cell in its row, a paragraph or a font in what holds it."""

from collections.abc import Iterator

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
        yield tag, f">{tree.classes[parent] or tree.tags[parent]}"


def is_place_alone(key: Key) -> bool:
    """Whether a mark is such a place."""
    return key[1].startswith(">")
