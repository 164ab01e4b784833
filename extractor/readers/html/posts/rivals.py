"""Of several sets of posts that one page may have, which are its thread, and what in them are comments."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from typing import TypeAlias

from extractor.layout.dates import is_date
from extractor.readers.html.posts import words
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.comments import innermost
from extractor.readers.html.posts.groups import Index
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.talk import DATED, SIGNED
from extractor.readers.html.posts.tree import Tree

Judged: TypeAlias = Callable[[Sequence[int], Collection[int]], Candidate]
"""Makes a set of posts with its columns of elements, and of others that are part of none."""
_INSIDE = 0.8
"""The share of one set's posts that stand inside those of another that wraps it."""
_MOST_TEXT = 0.6
"""The share of all text inside that posts have by themselves, if what else stands in them are comments."""


def choose(tree: Tree, candidates: Sequence[Candidate]) -> Candidate:
    """The likeliest: not what wraps several posts of another, nor what stands inside the posts of one."""
    good = [one for one in candidates if one.signed >= SIGNED and one.dated >= DATED] or list(candidates)
    best, *others = _apart(tree, good)
    for one in others:
        is_same = one.body.key == best.body.key and one.body.mass >= best.body.mass
        if is_same and len(one.body.bodies) > len(best.body.bodies) and one.signed > SIGNED:
            best = one
    return best


def _apart(tree: Tree, good: Sequence[Candidate]) -> list[Candidate]:
    """Those of which no other has the posts inside its own, or around them, or more where a place alone marks them.

    Rows that take turns in colour are two sets, each of every second post.
    """
    left = {id(one): one for one in good if not any(_is_part(one, other) for other in good)}
    for outer, inner in permutations(good, 2):
        if not {id(inner), id(outer)} <= left.keys():
            continue
        if _is_inside(tree, inner, outer) and _most_inside(tree, inner, outer) > 1:
            del left[id(inner if _is_whole(outer, inner) else outer)]
    return list(left.values())


def without_comments(tree: Tree, places: Places, index: Index, found: Candidate, judge: Judged) -> Candidate:
    """The posts without elements inside that are called comments, and hold a name or a date beside their text."""
    comments = set(_comments_in(tree, places, index, found))
    if not comments:
        return found
    own = judge(found.posts, comments)
    if len(own.body.bodies) != len(found.body.bodies) or own.signed < SIGNED:
        return found
    dates = {i for i in comments if i in places.dates and is_date(tree.words(i))}
    remarks = innermost(tree, comments) - dates
    return replace(own, keys=found.keys, trimmed=found.trimmed, comments=remarks)


def _comments_in(tree: Tree, places: Places, index: Index, found: Candidate) -> Iterator[int]:
    """Those elements; what alone says who wrote a post, or when, is none."""
    posts, bodies, signs = frozenset(found.posts), frozenset(found.body.bodies.values()), _signs(found)
    called = {i for key, some in index.by_key.items() if words.COMMENT.search(key[1]) for i in some}
    for i in called - posts:
        is_signed, is_dated = places.is_signed(i), places.is_dated(tree.starts[i], tree.stops[i])
        if not (is_signed and is_dated) and any(i <= sign < tree.ends[i] for sign in signs):
            continue
        is_apart = tree.holder(bodies, i) is None and not any(i <= body < tree.ends[i] for body in bodies)
        if (is_signed or is_dated) and is_apart and tree.holder(posts, i) is not None:
            yield i


def _is_inside(tree: Tree, inner: Candidate, outer: Candidate) -> bool:
    """Whether most posts of `inner` stand inside posts of `outer`, and are not those."""
    others = frozenset(outer.posts).difference(inner.posts)
    return sum(tree.holder(others, i) is not None for i in inner.posts) > _INSIDE * len(inner.posts)


def _is_whole(outer: Candidate, inner: Candidate) -> bool:
    """Whether each post that holds several of `inner` is one all the same: they are its text and comments on it."""
    if outer.body.heads and not inner.body.heads:
        return False
    is_whole = len(outer.body.bodies) == len(outer.posts) and outer.signed >= SIGNED and outer.dated >= DATED
    is_most = outer.body.mass > _MOST_TEXT * inner.body.mass
    return is_whole and is_most and not set(inner.posts).issuperset(outer.posts)


def _most_inside(tree: Tree, inner: Candidate, outer: Candidate) -> int:
    """How many texts of `inner` one post of `outer` holds at most."""
    posts = frozenset(outer.posts)
    holders = Counter(tree.holder(posts, i) for i in inner.body.bodies.values())
    return max((times for post, times in holders.items() if post is not None), default=0)


def _is_part(one: Candidate, other: Candidate) -> bool:
    """Whether posts are some of another set's, and share no mark of their own."""
    return not one.has_marks and set(one.posts) < set(other.posts)


def _signs(found: Candidate) -> list[int]:
    """The elements that hold the authors and the dates of posts, where most have one."""
    names = [name.element for name in found.names.values()]
    dates = [i for column in found.dates[:1] for i in column.dates.values()]
    return [*(names if found.signed >= SIGNED else ()), *(dates if found.dated >= SIGNED else ())]
