"""What a page says of its thread beside it: how many posts it has, how the question begins, what it is about.

Structured data is a witness, not the source: on forums it mostly holds the question alone. The page's address, and the
links that lead to it from the main page, say whether it is one of a board.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from extractor.readers.html.posts import words
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.words import has
from extractor.readers.html.rendering.lxml_names import Element

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]+>")
_THREADS = frozenset(["Question", "DiscussionForumPosting"])
_ANSWERS = ("acceptedAnswer", "suggestedAnswer", "comment")
_LEAST_WORDS = 8
_DEEPEST = 60
_CRUMBS = ("nav", "ul", "ol", "div", "p", "td", "table")


class Told(NamedTuple):
    """One thread of the data: the words of its question, and how many answers it holds."""

    question: Counter[str]
    answers: int

    def likeness(self, text: str) -> float | None:
        """The share of the question's words that `text` has; None if it has too few to tell."""
        total = self.question.total()
        return (self.question & word_counts(text)).total() / total if total >= _LEAST_WORDS else None


class Witness:
    """The types and the threads that a page's JSON-LD and microdata name; a class of ingredients names a recipe."""

    def __init__(self, tree: Tree, blocks: Sequence[object], address: str = "") -> None:
        self._tree, self._address = tree, address
        self._types, self.threads = _told(blocks)

    @cached_property
    def types(self) -> set[str]:
        """All types that are named."""
        given = self._tree.given("itemtype").values()
        types = self._types.union(kind.rsplit("/", 1)[-1] for kinds in given for kind in kinds.split())
        return types | {"Recipe"} if any(has(words.RECIPE, classes) for _, classes in self._tree.kinds) else types

    @cached_property
    def declared(self) -> int | None:
        """How many answers microdata says there are."""
        counts = [i for i, name in self._tree.itemprops.items() if name == "answerCount"]
        count = (self._tree.get(counts[-1], "content") or self._tree.words(counts[-1])).strip() if counts else ""
        return int(count) if count.isdecimal() else None

    @property
    def says_talk(self) -> bool:
        """Whether the types are those of a thread; questions and answers are also what a firm asks itself."""
        return not self.types.isdisjoint(words.TALK) or (
            "FAQPage" not in self.types and not self.types.isdisjoint(words.ASKING)
        )

    @cached_property
    def says_board(self) -> bool:
        """Whether the page is one of a board, by its address or the links to it: what it calls comments are posts."""
        links = (link.get("href") for one in _crumbs(self._tree.elements[0]) for link in one.iter("a"))
        return any(words.BOARD.search(address or "") for address in chain([self._address], links))


def _crumbs(root: Element) -> Iterator[Element]:
    """The elements that hold the links from the main page to this one; navigation is none of the tree."""
    for one in root.iter(*_CRUMBS):
        if any(has(words.CRUMBS, one.get(name) or "") for name in ("class", "id", "aria-label")):
            yield one


def is_article(blocks: Sequence[object], names: Collection[str] = ()) -> bool:
    """Whether JSON-LD says that the page is an article, a recipe or the like, and nothing of questions or threads.

    `names` are those of all its types in small letters. Questions beside a recipe or a product are those of who cooks
    or buys it, and no subject of the page.
    """
    if words.ANSWERED not in names and not words.NEVER.isdisjoint(names):
        return True
    types, _ = _told(blocks)
    return not types.isdisjoint(words.VETO) and types.isdisjoint(words.TALK | words.ASKING)


def _told(blocks: Sequence[object]) -> tuple[set[str], list[Told]]:
    """All types of the data, and its threads."""
    types: set[str] = set()
    threads: list[Told] = []
    for node in _nodes(list(blocks), 0):
        own = _types(node)
        types.update(own)
        if not _THREADS.isdisjoint(own):
            threads.append(Told(word_counts(_text(node)), sum(1 for _ in _answers(node, 0))))
    return types, threads


def _nodes(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        if isinstance(one, dict | list):
            yield from _nodes(one, depth + 1)


def word_counts(text: str) -> Counter[str]:
    """The words of a text without regard to case, and how often it has each."""
    return Counter(_WORD.findall(text.casefold()))


def _types(node: Mapping[str, object]) -> list[str]:
    types = node.get("@type")
    return [
        kind.rsplit("/", 1)[-1] for kind in (types if isinstance(types, list) else [types]) if isinstance(kind, str)
    ]


def _text(node: Mapping[str, object]) -> str:
    return _TAG.sub(" ", str(node.get("text") or node.get("articleBody") or ""))


def _answers(node: Mapping[str, object], depth: int) -> Iterator[Mapping[str, object]]:
    for name in _ANSWERS:
        found = node.get(name)
        for one in found if isinstance(found, list) else [found]:
            if isinstance(one, dict) and depth < _DEEPEST:
                yield one
                if name == "comment":
                    yield from _answers(one, depth + 1)
