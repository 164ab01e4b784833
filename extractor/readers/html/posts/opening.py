"""The first post of a thread where it is marked up unlike the replies: it stands above them, with a name as theirs.

Newer boards show what is asked as an article of its own, and below it the replies as a list.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from extractor.readers.html.posts import words
from extractor.readers.html.posts.byline import LONGEST, name_on
from extractor.readers.html.posts.candidates.authors import AuthorColumn
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.shown_names import Name
from extractor.readers.html.posts.talk import called
from extractor.readers.html.posts.tree import Key, Tree
from extractor.readers.html.rendering.elements import HEADINGS

_Told = TypeVar("_Told")
_MARKS = frozenset(["profile", "class", "itemprop", "data"])
"""What names of replies are told by, that may tell the name above them as well."""
_COLUMNS = 4
_BLOCKS = frozenset(["div", "section", "article", "p", "td", "blockquote"])
_LEAST, _MOST = 40, 2_000
"""Characters of the text of a first post; a longer one may be an article."""
_TITLE = 200
"""Characters of a title."""
_MOST_BESIDE = 400
"""Characters that stand beside its text: title, name, date, tags, counts."""


def with_opening(tree: Tree, places: Places, found: Candidate) -> Candidate | None:
    """The posts with one in front: a text above them with a name and a date beside it; None if there is none.

    The three stand in one element, which says nothing more; or the name is marked as those of the replies, and so is
    the text, or the replies are called that.
    """
    first = found.posts[0]
    above = [i for i in range(1, first) if tree.ends[i] <= first and tree.mass(i) and not places.aside[i]]
    keys = {_alike(column.key) for column in _of_authors(found) if column.key[0] in _MARKS}
    alike = [i for i in above if not keys.isdisjoint(map(_alike, places.authors(i)))]
    names = alike or [i for i in above if any(kind in _MARKS for kind, _ in places.authors(i))]
    holding = {i for name in names for i in tree.up(name) if tree.mass(i) > LONGEST or name_on(tree.words(i)) is None}
    dates = [i for i in above if i in places.dates and i not in holding]
    body = _text(tree, above, (*names, *dates))
    if body is None or tree.is_within(words.REVIEW, body):  # remarks on a review answer nothing
        return None
    for hull in _around(tree, body, first):
        name, date = (next((i for i in some if hull <= i < tree.ends[hull]), None) for some in (names, dates))
        if name is not None and date is not None:
            is_apart = tree.mass(hull) - tree.mass(body) <= _MOST_BESIDE and not _is_listed(tree, places, hull, first)
            return _in_front(tree, found, hull, body, (places.names[name], date)) if is_apart else None
    name, date = (_beside(some, body) for some in (alike if found.engine is None else names, dates))
    if name is None or date is None or places.names[name].text == _first_author(found):
        return None  # a head may say who opened the thread, whose post is the first below
    if not (_are_replies(found) or _is_called_alike(tree, found, body)):
        return None
    return _in_front(tree, found, body, body, (places.names[name], date))


def _of_authors(found: Candidate) -> Iterator[AuthorColumn]:
    """The columns of names that hold those of the first: others may be of who likes a post."""
    for column in found.authors[:_COLUMNS]:
        if any(column.names[k].text == name.text for k, name in found.names.items() if k in column.names):
            yield column


def _text(tree: Tree, above: Sequence[int], signs: Iterable[int]) -> int | None:
    """The longest text above the posts that holds no title, and none of `signs`; None if it can be no first post."""
    titles = tree.called(words.TITLE)
    titled = (i for i in above if tree.tags[i] in HEADINGS or (i in titles and tree.mass(i) <= _TITLE))
    heads = sorted({*signs, *titled})
    texts = (i for i in above if tree.tags[i] in _BLOCKS and bisect_left(heads, i) == bisect_left(heads, tree.ends[i]))
    body = max(texts, key=lambda i: tree.prose(i) + tree.syllables(i), default=None)
    if body is None or tree.prose(body) + tree.syllables(body) < _LEAST or tree.prose(body) > _MOST:
        return None
    return body


def _first_author(found: Candidate) -> str | None:
    return found.names[0].text if 0 in found.names else None


def _is_listed(tree: Tree, places: Places, hull: int, first: int) -> bool:
    """Whether another element like `hull`, or like one around it, stands beside it with a name and a date of its own.

    Sites show their latest posts above a thread.
    """
    for i in (hull, *_around(tree, hull, first)):
        alike = (j for j in tree.children(tree.parents[i]) if tree.ends[j] <= first and j != i and _is_like(tree, i, j))
        if any(places.is_signed(j) and places.is_dated(tree.starts[j], tree.stops[j]) for j in alike):
            return True
    return False


def _is_like(tree: Tree, one: int, other: int) -> bool:
    return (tree.tags[one], tree.classes[one]) == (tree.tags[other], tree.classes[other])


def _are_replies(found: Candidate) -> bool:
    """Whether the posts are called comments or replies, so that what they reply to is none; or an engine says it."""
    return found.engine is not None or any(
        words.COMMENT.search(name) or words.REPLY.search(name) for name in called(found)
    )


def _is_called_alike(tree: Tree, found: Candidate, body: int) -> bool:
    return _alike(found.body.key) in map(_alike, tree.keys(body))


def _beside(some: Sequence[int], body: int) -> int | None:
    """The last of some elements in front of a text, or the first behind it."""
    before, behind = [i for i in some if i < body], [i for i in some if i > body]
    return before[-1] if before else next(iter(behind), None)


def _alike(key: Key) -> Key:
    """A mark in which any word for a post stands for all: `question__author`, `answer__author`."""
    return key[0], words.POST.sub("#", key[1])


def _around(tree: Tree, body: int, first: int) -> Iterator[int]:
    """The elements around a text that end before the first reply, from the innermost."""
    return (i for i in tree.up(body) if i and tree.ends[i] <= first)


def _in_front(tree: Tree, found: Candidate, hull: int, body: int, signed: tuple[Name, int]) -> Candidate:
    name, date = signed
    authors = [column._replace(names={**_moved(column.names), 0: name}) for column in found.authors[:1]]
    others = [column._replace(names=_moved(column.names)) for column in found.authors[1:]]
    dates = [column._replace(dates={**_moved(column.dates), 0: date}) for column in found.dates[:1]]
    return replace(
        found,
        posts=(hull, *found.posts),
        own=[range(hull, tree.ends[hull]), *found.own],
        authors=[*authors, *others],
        dates=[*dates, *(column._replace(dates=_moved(column.dates)) for column in found.dates[1:])],
        body=found.body._replace(bodies={**_moved(found.body.bodies), 0: body}, heads=_moved(found.body.heads)),
        is_opened=True,
    )


def _moved(by_post: Mapping[int, _Told]) -> dict[int, _Told]:
    """What is told of each post, with another in front."""
    return {k + 1: value for k, value in by_post.items()}
