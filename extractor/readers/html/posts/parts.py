"""The posts of a thread as regions of the page's text: what is their author, date, text, votes and so on."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from extractor.layout import Part
from extractor.readers.html.posts import words
from extractor.readers.html.posts.addresses import address, links_of_post
from extractor.readers.html.posts.asked import asked_above
from extractor.readers.html.posts.decide import Thread
from extractor.readers.html.posts.engines import Engine
from extractor.readers.html.posts.outside import outside, region, region_in, stretch
from extractor.readers.html.posts.shown_names import Name
from extractor.readers.html.posts.told_in_attributes import is_accepted, noted
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.trimming.changes import edit_notes
from extractor.readers.html.posts.trimming.code_labels import code_labels
from extractor.readers.html.posts.trimming.endings import endings, signatures
from extractor.readers.html.posts.trimming.hidden_copies import hidden_copies
from extractor.readers.html.posts.trimming.quotes import Quotes
from extractor.readers.html.posts.trimming.repeated_titles import repeated_titles
from extractor.readers.html.posts.votes import Votes
from extractor.readers.html.posts.words import has
from extractor.readers.html.rendering.elements import LEVELS
from extractor.readers.html.rendering.head import Head
from extractor.readers.html.rendering.rendered import Hint, Region, Rendered
from extractor.readers.people.places import work_fields

_DATE_ATTRIBUTES = ("datetime", "content", "title")
_LONGEST_ROLE = 60
_LINE = re.compile(r"^_{8,}$", re.MULTILINE)
"""What many boards draw above a signature; dashes are drawn by who writes."""


def rendered(tree: Tree, thread: Thread, head: Head) -> Rendered:
    """The page with its lines, and a region for each part of its posts."""
    parts = _Parts(tree, thread, head)
    regions = [
        *outside(tree, thread, head),
        *asked_above(tree, thread),
        *(region for k in range(len(thread.posts.posts)) for region in parts.of(k)),
    ]
    return Rendered(
        tree.text, dict(_hints(tree, thread)), tuple(regions), title=head.title, url=head.url, meta=head.meta
    )


def _hints(tree: Tree, thread: Thread) -> Iterator[tuple[int, Hint]]:
    """What the innermost block around each line says of it; lines beside the page's subject are left out."""
    for start, holder in tree.lines:
        i = tree.block(holder)
        if not thread.aside[i]:
            yield start, _hint(tree.tags[i], tree.classes[i])


@lru_cache(20_000)
def _hint(tag: str, classes: str) -> Hint:
    return Hint(tag, LEVELS.get(tag, 0), classes)


class _Called(NamedTuple):
    """The elements that the engine calls so."""

    drop: frozenset[int]
    link: frozenset[int]
    role: frozenset[int]
    votes: frozenset[int]
    accepted: frozenset[int]


def _called(tree: Tree, engine: Engine | None) -> _Called:
    return _Called(*(tree.having(getattr(engine, name)) if engine else frozenset() for name in _Called._fields))


class _Parts:
    """Names the parts of the posts of one page."""

    def __init__(self, tree: Tree, thread: Thread, head: Head) -> None:
        self._tree, self._thread, self._posts = tree, thread, thread.posts
        self._engine = engine = thread.posts.engine
        self._called = called = _called(tree, engine)
        self._quotes, given = Quotes(tree, thread.posts), tree.itemprops.items()
        no_body = tree.called(words.NO_BODY) - tree.tagged("pre")  # code is a text, whatever buttons it has
        self._no_body = thread.posts.others.union(thread.posts.posts, no_body, called.drop, code_labels(tree))
        self._signatures = signatures(tree, thread.posts) if engine is None else {}
        if engine is None:
            self._no_body |= repeated_titles(tree, thread.posts, head.titles) | endings(tree, thread.posts)
            self._no_body |= edit_notes(tree, thread.notes) | hidden_copies(tree, thread.posts)
        self._votes = Votes(tree, thread.posts, called.votes)
        self._marked = {i for i, name in given if name == "acceptedAnswer"}
        works = {Part.SPECIALTY: words.SPECIALTY, Part.LOCATION: words.LOCATION}
        about = {Part.ROLE: called.role} if engine else {part: tree.called(name) for part, name in works.items()}
        self._about = {part: members for part, members in about.items() if members}
        self._linked = called.link | {i for i, name in given if name == "url" and tree.tags[tree.parents[i]] != "span"}
        self._is_told = bool(engine and engine.accepted)
        self._accepted = list(map(self._is_accepted, thread.posts.posts, thread.posts.own))

    def of(self, k: int) -> Iterator[Region]:
        """The parts of post `k`."""
        tree, number, post = self._tree, k + 1, self._posts.posts[k]
        yield region(tree, Part.ANSWER, post, number)
        name = next((column.names[k] for column in self._posts.authors[:3] if k in column.names), None)
        if name:
            if name.value is None:
                yield region_in(tree, Part.MEMBER, name.element, number, name.text)
            else:
                yield region(tree, Part.MEMBER, name.element, number, name.value)
            if url := self._profile(name, self._posts.own[k]):
                yield Region(Part.AUTHOR_URL, tree.starts[name.element], tree.stops[name.element], url, number)
        date = self._date_of(k)
        if date is not None:
            yield self._date(date, number)
        if url := next(links_of_post(tree, self._own(k, self._linked), date), None):
            yield Region(Part.LINK, tree.starts[post], tree.stops[post], url, number)
        if self._accepted[k] and (self._is_told or not all(self._accepted[1:])):
            yield Region(Part.ACCEPTED, tree.starts[post], tree.starts[post], "", number)
        yield from self._about_author(k, number)
        yield from self._in_small_letters(name, number)
        yield from (region(tree, Part.COMMENT, i, number) for i in self._comments(k))
        body = self._posts.body.bodies.get(k)
        yield from noted(tree, post, self._posts.own[k], number) if self._engine is None else ()
        yield from self._votes.of(k, self._posts.own[k], number)
        texts = list(self._body(body, number)) if body is not None else []
        yield from texts or [Region(Part.BODY, tree.starts[post], tree.starts[post], "", number)]  # not all of the post

    def _date_of(self, k: int) -> int | None:
        """The date where most posts have theirs, else one that is marked as a date, or is alone in a known post."""
        columns = [(column, column.dates[k]) for column in self._posts.dates if k in column.dates]
        for column, i in columns:
            if column is self._posts.dates[0] or column.key[0] != "text":
                return i
        inner = max((i for _, i in columns), default=0)
        is_one = self._posts.engine is not None and all(i <= inner < self._tree.ends[i] for _, i in columns)
        return inner if columns and is_one else None

    def _body(self, body: int, number: int) -> Iterator[Region]:
        """The text between what is no part of it.

        Quotes in answers, which are the words of other posts, stand by themselves. What a question quotes comes from
        elsewhere, and is what is asked about.
        """
        tree, is_question = self._tree, number == 1 and self._thread.asks_first
        quotes = [] if is_question else [(start, stop, Part.QUOTE) for start, stop, _ in self._quotes.of(number - 1)]
        heads = self._posts.body.heads.get(number - 1, ())
        inside = range(body + 1, tree.ends[body])
        none = self._no_body.intersection(inside).union(heads)
        others = [(tree.starts[i], tree.stops[i], Part.REST) for i in sorted(none)]
        at, end = tree.starts[body], self._end_of(body)
        for start, stop, part in sorted([*quotes, *others], key=itemgetter(0)):
            if at <= start < end:
                yield from stretch(tree, Part.BODY, at, start, number)
                if part is Part.QUOTE:
                    yield from stretch(tree, Part.QUOTE, start, stop, number)
                at = stop
        yield from stretch(tree, Part.BODY, at, end, number)

    def _end_of(self, body: int) -> int:
        """Where a text ends: of engines it is known where signatures stand, other boards draw a line above them."""
        start, stop = self._tree.starts[body], self._signatures.get(body, self._tree.stops[body])
        if self._engine is not None and not self._engine.is_underlined:
            return stop
        line = _LINE.search(self._tree.text, start + 1, stop)
        return line.start() if line else stop

    def _profile(self, name: Name, own: Sequence[int]) -> str | None:
        """The address of the author's page: the first link of the post that is the name and nothing else."""
        tree = self._tree
        near = [name.element, tree.parents[name.element], *own]
        links = (address(tree, i) for i in near if tree.tags[i] == "a" and tree.words(i) == name.text)
        return next((link for link in links if link and not link.startswith("#")), None)

    def _date(self, i: int, number: int) -> Region:
        tree = self._tree
        if given := next(filter(None, map(self._date_value, range(i, tree.ends[i]))), None):
            return Region(Part.DATE, tree.starts[i], tree.stops[i], given, number)
        if found := max(words.MOMENT.finditer(tree.text, tree.starts[i], tree.stops[i]), key=_length, default=None):
            return Region(Part.DATE, found.start(), found.end(), None, number)
        return region(tree, Part.DATE, i, number)

    def _date_value(self, i: int) -> str | None:
        values = (self._tree.get(i, name) for name in _DATE_ATTRIBUTES)
        given = next((value for value in values if value and any(map(str.isdigit, value))), None)
        moment = max(words.MOMENT.finditer(given or ""), key=_length, default=None)
        return moment[0] if moment else given

    def _comments(self, k: int) -> Iterator[int]:
        """The comments below post `k`, without lists of them and comments inside comments."""
        post, after = self._posts.posts[k], self._posts.posts[k + 1 : k + 2]
        end = min([self._tree.ends[post], *after])
        reach = 0
        for i in sorted(self._posts.comments):
            if post < i < end and i >= reach:
                reach = self._tree.ends[i]
                yield i

    def _about_author(self, k: int, number: int) -> Iterator[Region]:
        """What the engine calls the author, "Moderator"; if none is known, what the page calls his work and place."""
        tree = self._tree
        for part, called in self._about.items():
            told = (i for i in self._own(k, called) if 0 < tree.mass(i) <= _LONGEST_ROLE)
            yield from (region(tree, part, i, number) for i in islice(told, 1))

    def _in_small_letters(self, name: Name | None, number: int) -> Iterator[Region]:
        """The work of who writes, behind the name in one element with it; of engines it is known what stands there."""
        tree = self._tree
        inside = range(name.element, tree.ends[name.element]) if name and self._engine is None else ()
        told = (i for i in inside if tree.tags[i] == "small" and work_fields(tree.words(i), 0))
        yield from (region(tree, Part.SPECIALTY, i, number) for i in islice(told, 1))

    def _own(self, k: int, called: frozenset[int]) -> list[int]:
        """The elements of post `k` that are `called` so."""
        return sorted(called.intersection(self._posts.own[k]))

    def _is_accepted(self, post: int, own: Sequence[int]) -> bool:
        tree = self._tree
        if self._is_told:
            return not self._called.accepted.isdisjoint(own)
        if self._engine is None and is_accepted(tree, post, own):
            return True
        return not self._marked.isdisjoint(own) or any(
            has(words.ACCEPTED, token) for token in (*tree.classes[post].split(), tree.ids.get(post, ""))
        )


def _length(match: re.Match[str]) -> int:
    return len(match[0])
