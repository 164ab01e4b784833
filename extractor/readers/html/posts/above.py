"""What stands between the title of a page and its first post: paragraphs of an article, steps, a film."""

from collections.abc import Iterator
from itertools import dropwhile, takewhile

from extractor.readers.html.posts import words
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.rendering.elements import HEADINGS
from extractor.readers.html.rendering.lxml_names import Element

PARAGRAPH, SENTENCE = 80, 40
"""Characters of a paragraph, and of one sentence."""
BLOCKS = frozenset(["p", "div", "td", "section", "blockquote", "li"])
NO_PARAGRAPHS = BLOCKS | {"ul", "ol", "table"}
_AROUND = BLOCKS | {"article", "main"}
_APART = (
    _AROUND | NO_PARAGRAPHS | HEADINGS | {"header", "footer", "tr", "tbody", "thead", "form", "figure", "dl", "details"}
)
"""Elements whose text is a paragraph, or holds some, and those whose text is none of the element around them."""

_HEADS = HEADINGS | {"p", "div", "strong", "b", "span", "dt", "legend"}
_MOST_WORDS = 2


class Above:
    """Looks at what stands above the posts of one page."""

    def __init__(self, tree: Tree, places: Places) -> None:
        self._tree, self._places = tree, places

    def prose(self, first: int) -> int:
        """Characters of running text between the title and the first post."""
        return sum(self.paragraphs(first, PARAGRAPH))

    def paragraphs(self, first: int, least: int) -> list[int]:
        """The lengths of the paragraphs between the title and the first post."""
        tree = self._tree
        title = max((i for i in range(first) if tree.tags[i] == "h1"), default=0)
        around = (i for i in tree.up(title) if i)
        paragraphs = (
            i
            for i in (*around, *range(title, first))
            if tree.tags[i] in _AROUND and tree.ends[i] <= first and not self._places.aside[i]
        )
        return [length for length in map(self._loose, paragraphs) if length > least]

    def has_subject(self, first: int) -> bool:
        """Whether there are steps, by numbers and not as links, or a film between the title and the first post."""
        tree = self._tree
        title = max((i for i in range(first) if tree.tags[i] == "h1"), default=first)
        lists = (i for i in range(title, first) if tree.tags[i] == "ol" and tree.ends[i] <= first)
        has_steps = any(tree.prose(i) > SENTENCE and not self._places.aside[i] for i in lists)
        return has_steps or any(map(is_film, self._between(title, first)))

    def tells_dish(self, first: int) -> bool:
        """Whether a short line above the first post heads a list of what goes into a dish."""
        tree = self._tree
        lines = (tree.words(i) for i in range(first) if tree.tags[i] in _HEADS and tree.mass(i) <= SENTENCE)
        return any(len(line.split()) <= _MOST_WORDS and words.RECIPE.search(line) for line in lines)

    def _between(self, title: int, first: int) -> Iterator[Element]:
        """The page's own elements there: those without text are none of the tree."""
        elements = self._tree.elements
        below = dropwhile(lambda one: one is not elements[title], elements[0].iter())
        return takewhile(lambda one: one is not elements[first], below)

    def _loose(self, i: int) -> int:
        """Characters of running text that an element holds outside of blocks and headings."""
        tree = self._tree
        return tree.prose(i) - sum(tree.prose(child) for child in tree.children(i) if tree.tags[child] in _APART)


def is_film(element: Element) -> bool:
    """Whether an element shows a film."""
    is_frame = element.tag == "iframe" and words.PLAYER.search(element.get("src") or "") is not None
    return is_frame or element.tag == "video"
