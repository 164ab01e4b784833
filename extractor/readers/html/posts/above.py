"""What stands between the title of a page and its first post: paragraphs of an article, steps that are listed."""

from extractor.readers.html.posts.listing import HEADINGS
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree

PARAGRAPH, SENTENCE = 80, 40
"""Characters of a paragraph, and of one sentence."""
BLOCKS = frozenset(["p", "div", "td", "section", "blockquote", "li"])
NO_PARAGRAPHS = BLOCKS | {"ul", "ol", "table"}
_AROUND = BLOCKS | {"article", "main"}
_APART = (
    _AROUND | NO_PARAGRAPHS | HEADINGS | {"header", "footer", "tr", "tbody", "thead", "form", "figure", "dl", "details"}
)
"""Elements whose text is a paragraph, or holds some, and those whose text is none of the element around them."""


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

    def has_lists(self, first: int) -> bool:
        """Whether steps are listed between the title and the first post, by numbers: not as links."""
        tree = self._tree
        title = max((i for i in range(first) if tree.tags[i] == "h1"), default=first)
        lists = (i for i in range(title, first) if tree.tags[i] == "ol" and tree.ends[i] <= first)
        return any(tree.prose(i) > SENTENCE and not self._places.aside[i] for i in lists)

    def _loose(self, i: int) -> int:
        """Characters of running text that an element holds outside of blocks and headings."""
        tree = self._tree
        return tree.prose(i) - sum(tree.prose(child) for child in tree.children(i) if tree.tags[child] in _APART)
