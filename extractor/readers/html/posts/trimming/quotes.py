"""What the texts of posts quote of other posts: their words are no part of these texts.

The table of engines says what marks them on its pages; where it says nothing, they stay in the text. Elsewhere a block
is a quote if its class says so and the first post has none of it; if it is a `blockquote` that begins with who said it,
or stands below a line that says so; or if its words are those of another post of the page. What else people set apart
comes from elsewhere, and belongs to their text.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from extractor.readers.html.posts import words
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.words import has

_BLOCKS = frozenset("aside blockquote details div fieldset table".split())
_MARKED = _BLOCKS | frozenset("dd dl dt p section span td tr".split())
"""Elements that may be a quote by their words, and by what they are called."""
_ELEMENT = "<blockquote"
"""What the table of engines calls those whose element alone marks them."""
_LONGEST_LINE = 120
"""Characters of a line that says whose words follow."""
_FEWEST_WORDS = 6
"""From so many on a block of another post's words is no chance."""
_REPEATED = 0.7
"""The share of a `blockquote` that another post holds at least; quotes are shortened and mended."""
_WORD = re.compile(r"\w+")


class Quote(NamedTuple):
    """A stretch of the page's text, and the element after those that hold it."""

    start: int
    stop: int
    end: int


class Quotes:
    """Finds the quotes in the posts of one page."""

    def __init__(self, tree: Tree, posts: Candidate) -> None:
        self._tree, self._posts = tree, posts
        self._engine = posts.engine

    @cached_property
    def _marked(self) -> frozenset[int]:
        """What the engine marks as quotes."""
        tokens = self._engine.quote if self._engine else ()
        blocks = self._tree.tagged("blockquote") if _ELEMENT in tokens else frozenset[int]()
        return (self._tree.having(tokens) - self._tree.called(words.CODE)) | blocks

    def of(self, k: int) -> Iterator[Quote]:
        """The quotes in the text of post `k`, in page order, without those inside others."""
        tree, body = self._tree, self._posts.body.bodies[k]
        i, after = body + 1, tree.starts[body]
        if self._engine is not None and self._marked.isdisjoint(range(i, tree.ends[body])):
            return
        head: Quote | None = None
        while i < tree.ends[body]:
            if not tree.mass(i) or not self._is_quote(i, k, after):
                i += 1
                continue
            found = self._whole(i, body, after)
            if head and self._is_head(head, found):
                found = found._replace(start=head.start)
            elif head:
                yield head
            head, i, after = found, found.end, found.stop
        if head:
            yield head

    def are_left(self) -> bool:
        """Whether answers hold quotes, by class or by who is named, of an engine whose mark for them is not known."""
        if self._engine is None or self._engine.quote:
            return False
        tree = self._tree
        called, blocks = tree.called(words.QUOTED), tree.tagged("blockquote") | tree.tagged("table")
        return any(
            body < i < tree.ends[body] and (i in called or self._is_named(i, tree.starts[body]))
            for k, body in self._posts.body.bodies.items()
            for i in (blocks | called if k else ())
        )

    def _is_named(self, i: int, after: int) -> bool:
        first = self._tree.text[self._tree.starts[i] : self._tree.stops[i]].lstrip("\n @").partition("\n")[0]
        return self._says_whose(first) or first.startswith(self._named) or self._line_above(i, after) is not None

    def _is_head(self, head: Quote, quote: Quote) -> bool:
        """Whether a block only says whose words stand in the next."""
        between, line = self._tree.text[head.stop : quote.start], self._tree.text[head.start : head.stop].strip()
        return not between.strip() and "\n" not in line and self._says_whose(line, is_inside=True)

    def _is_quote(self, i: int, k: int, after: int) -> bool:
        tag = self._tree.tags[i]
        if self._engine is not None:
            return i in self._marked
        if tag in _MARKED and not self._called_so.isdisjoint(self._tree.classes[i].split()):
            return True
        if tag == "blockquote":
            return self._is_said(i, after) or self._is_signed(i) or self._is_told(i, k, _REPEATED, 1)
        is_quoted = tag in _BLOCKS and self._is_said(i, after)
        return is_quoted and (self._quotes_poster(i) or self._is_told(i, k, 1, _FEWEST_WORDS))

    def _is_signed(self, i: int) -> bool:
        """Whether a block begins with the name alone of somebody who posts here."""
        first, _, below = self._first_line(i)
        return bool(below) and first.strip(" :@") in self._names

    def _first_line(self, i: int) -> tuple[str, str, str]:
        return self._tree.text[self._tree.starts[i] : self._tree.stops[i]].lstrip().partition("\n")

    def _quotes_poster(self, i: int) -> bool:
        """Whether a block begins with a line that quotes somebody who posts here."""
        first, _, _ = self._first_line(i)
        return words.QUOTING.match(first) is not None and any(name in first for name in self._names)

    def _is_said(self, i: int, after: int) -> bool:
        """Whether a block begins with a line that says whose words it holds, or stands below one."""
        first, _, _ = self._first_line(i)
        return self._says_whose(first, is_inside=True) or self._line_above(i, after) is not None

    def _line_above(self, i: int, after: int) -> int | None:
        """Where the line begins that says whose words the block below holds."""
        begin = max(after, self._tree.starts[i] - _LONGEST_LINE)
        above = self._tree.text[begin : self._tree.starts[i]].rstrip()
        at = above.rfind("\n") + 1
        return begin + at if self._says_whose(above[at:]) else None

    def _says_whose(self, line: str, *, is_inside: bool = False) -> bool:
        """Whether a line names somebody whose words follow: inside a quote anybody, above it one who posts here."""
        said = words.SAID.match(line) is not None
        if words.QUOTING.match(line) or (said and is_inside):
            return True
        return (said or line.endswith(":")) and any(name in line for name in self._names)

    def _is_told(self, i: int, k: int, least: float, fewest: int) -> bool:
        """Whether lines of a block stand in other posts, but for one that says whose they are."""
        tree = self._tree
        lines = tree.text[tree.starts[i] : tree.stops[i]].split("\n")
        own = [" ".join(_WORD.findall(line.casefold())) for line in lines if not self._says_whose(line, is_inside=True)]
        total, others = sum(map(len, own)), self._told_but(k)
        known = sum(len(line) for line in own if any(f" {line} " in text for text in others))
        return total > 0 and known >= least * total and sum(len(line.split()) for line in own) >= fewest

    def _told_but(self, k: int) -> list[str]:
        return [text for number, text in self._texts.items() if number != k]

    @cached_property
    def _texts(self) -> dict[int, str]:
        """The words of each post's text."""
        bodies = self._posts.body.bodies
        return {k: f" {' '.join(_WORD.findall(self._tree.words(i).casefold()))} " for k, i in bodies.items()}

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name.text for name in self._posts.names.values())

    @cached_property
    def _named(self) -> tuple[str, ...]:
        return tuple(self._names)

    @cached_property
    def _called_so(self) -> frozenset[str]:
        """Classes of quotes: those that say so, and that the first post does not have; it answers nobody."""
        tree, bodies = self._tree, self._posts.body.bodies
        called = [
            {name for j in range(i + 1, tree.ends[i]) for name in tree.classes[j].split() if has(words.QUOTED, name)}
            for _, i in sorted(bodies.items())
        ]
        return frozenset().union(*called[1:]) - called[0]

    def _whole(self, i: int, body: int, after: int) -> Quote:
        """A quote with the hull that holds nothing else, and the line above that says whose words it holds."""
        tree = self._tree
        while (above := tree.parents[i]) > body and tree.stops[above] == tree.stops[i]:
            line = tree.text[tree.starts[above] : tree.starts[i]].strip()
            if tree.starts[above] < after or (line and not self._says_whose(line, is_inside=True)):
                break
            i = above
        start = self._line_above(i, after) if self._engine is None else None
        return Quote(tree.starts[i] if start is None else start, tree.stops[i], tree.ends[i])
