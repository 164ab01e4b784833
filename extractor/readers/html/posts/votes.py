"""How many found a post helpful: a number on what is called votes, words that say it, or what a button says.

Buttons are no text of a page, so that they are looked for among its elements.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from lxml import etree

from extractor.layout import Part
from extractor.layout.html import MARK, VOTED
from extractor.readers.html.posts import words
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.outside import region, region_in
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.words import has
from extractor.readers.html.rendering.lxml_names import Element
from extractor.readers.html.rendering.rendered import Region

_ATTRIBUTES = ("data-value", "data-score", "data-votes", "content")
_LONGEST = 24
"""Characters of an element that holds a number of votes."""
_LONGEST_LINE = 80
"""Characters of a line that says how many found an answer helpful."""
_NUMBER = re.compile(r"[-+−]?\d[\d,.]*[kKmM]?")


def votes_in(line: str, start: int, post: int, classes: str = "") -> Iterator[Region]:
    """Votes that a line, which stands at `start`, tells of: "Helpful? 14 people found this helpful".

    A number alone is one of votes if the `classes` of its block say so.
    """
    is_called = has(words.LIKED, classes) and not has(words.NO_VOTES, classes)
    found = words.VOTED.search(line) if len(line) <= _LONGEST_LINE else None
    found = found or (_NUMBER.fullmatch(line) if is_called else None)
    if found:
        yield Region(Part.VOTES, start + found.start(), start + found.end(), None, post)


class Votes:
    """Looks for the votes of the posts of one page."""

    def __init__(self, tree: Tree, posts: Candidate, called: frozenset[int]) -> None:
        self._tree, self._posts = tree, posts
        engine = posts.engine
        named = called if engine and engine.votes else tree.called(words.VOTES) - tree.called(words.NO_VOTES)
        self._called = named | {i for i, name in tree.itemprops.items() if name == "upvoteCount"}

    def of(self, k: int, own: Collection[int], number: int) -> Iterator[Region]:
        """The votes for post `k`; its text holds none."""
        body = self._posts.body.bodies.get(k)
        found = self._on_element(body, own, number)
        if found is None and self._posts.engine is None:
            found = self._in_words(k, body, number) or self._on_button(k, number)
        if found:
            yield found

    def _on_element(self, body: int | None, own: Collection[int], number: int) -> Region | None:
        """Those in the first element that is called so and holds a number."""
        tree = self._tree
        inside = range(body, tree.ends[body]) if body is not None else range(0)
        for i in sorted(self._called.intersection(own)):
            if i not in inside and tree.mass(i) < _LONGEST:
                value = next((tree.get(i, name) for name in _ATTRIBUTES if tree.get(i, name)), None)
                if value and _NUMBER.search(value):
                    return region(tree, Part.VOTES, i, number, value)
                if not value and (found := _NUMBER.search(tree.words(i))):
                    return region_in(tree, Part.VOTES, i, number, found[0])
        return None

    def _in_words(self, k: int, body: int | None, number: int) -> Region | None:
        """Those that a line below the text tells of."""
        tree, post = self._tree, self._posts.posts[k]
        end = min([tree.stops[post], *(tree.starts[after] for after in self._posts.posts[k + 1 : k + 2])])
        found = words.VOTED.search(tree.text, tree.stops[body], end) if body is not None else None
        return Region(Part.VOTES, found.start(), found.end(), None, number) if found else None

    def _on_button(self, k: int, number: int) -> Region | None:
        tree, post = self._tree, self._posts.posts[k]
        value = next((value for one in self._buttons.get(k, ()) if (value := _told(one))), None)
        return Region(Part.VOTES, tree.stops[post], tree.stops[post], value, number) if value else None

    @cached_property
    def _buttons(self) -> dict[int, Sequence[Element]]:
        """The buttons of each post for voting, without those of posts inside it."""
        tree, found = self._tree, dict[int, list[Element]]()
        posts = {tree.elements[post]: k for k, post in enumerate(self._posts.posts)}
        for one in tree.elements[0].iter("button"):
            if has(words.VOTES, one.get("class") or "") and not has(words.NO_VOTES, one.get("class") or ""):
                around = next((outer for outer in one.iterancestors() if outer in posts), None)
                if around is not None:
                    found.setdefault(posts[around], []).append(one)
        return dict(found)


def mark_votes(root: Element) -> None:
    """Note what a button of a marked post, or the post itself, says of votes, on an element for selectors."""
    for post in root.iterfind(f".//*[@{MARK}]"):
        buttons = (one for one in post.iter("button") if has(words.LIKED, one.get("class") or ""))
        given = (post.get(name) or "" for name in words.NOTES["votes"])
        told = (*filter(str.isdecimal, given), *filter(None, map(_told, buttons)))
        if told:
            etree.SubElement(post, "span").set(VOTED, told[0])


def _told(button: Element) -> str | None:
    """The number that a button shows, or says in its label."""
    shown = " ".join("".join(map(str, button.itertext())).split())
    texts = (shown if len(shown) < _LONGEST else "", button.get("aria-label") or "", button.get("title") or "")
    return next((found[0] for text in texts if (found := _NUMBER.search(text))), None)
