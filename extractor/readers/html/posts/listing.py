"""What speaks against blocks being posts: titles that lead to other pages, as in lists of threads, and ratings."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from extractor.readers.html.posts import words
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.words import has
from extractor.readers.html.rendering.elements import HEADINGS, SUBHEADINGS
from extractor.vocabulary import has_question_mark

_DIGITS = re.compile(r"\d+")
_ASKING = frozenset([*SUBHEADINGS, "dt", "summary"])
_LEAST_HEADING, _LEAST_TITLE = 20, 12
"""Characters of a link in a heading, and of one above a text, that may be the title of another page."""
_SHORT = 200
"""Characters of an element that may be a rating."""
_VOTES, _OF_VOTES = re.compile(r"[-+−\d\s]+"), "-+−0"
"""Whole numbers, and how one begins that says how many more are for a post than against it."""
_RATINGS = frozenset(["reviewRating", "ratingValue", "reviewBody"])


def leading_elsewhere(
    tree: Tree, own: Sequence[Sequence[int]], bodies: Mapping[int, int], names: Collection[int]
) -> int:
    """How many blocks have the title of another page, each its own, or a heading that is a link to one, not all alike.

    `own` are the elements of each, `bodies` their texts, `names` those that say who wrote them. The first block alone
    may have the title of its own page as a link.
    """
    headed = [dict.fromkeys(_title(tree, j) for i in some for j in _linked_heading(tree, i)) for some in own]
    titles = dict(_titles(tree, own, bodies, names))
    is_of_others = any(headed[1:]) and len({title for some in headed for title in some}) > 1
    return max(sum(map(bool, headed)) if is_of_others else 0, len(set(titles.values())) if any(titles) else 0)


def are_asked_one_by_one(tree: Tree, posts: Sequence[int], bodies: Mapping[int, int]) -> bool:
    """Whether something of its own is asked above the text of each, as a shop or a house answers questions.

    It stands in a heading, or in an element that is called a question and no answer, and that says nothing of a day: a
    title above who wrote a post, and when, is that of the thread.
    """
    called = tree.called(words.ASKED) - tree.called(words.REPLY)
    may_ask = (i for i, tag in enumerate(tree.tags) if tag in _ASKING or i in called)
    told = ((i, tree.words(i)) for i in may_ask)
    heads = [i for i, text in told if has_question_mark(text) and words.MOMENT.search(text) is None]
    edges = [0, *(tree.stops[post] for post in posts)]
    asked = set()
    for k, post in enumerate(posts):
        stop = tree.starts[bodies.get(k, post)]
        above = (i for i in reversed(heads) if edges[k] <= tree.starts[i] and tree.stops[i] <= stop)
        asked.add(words.REPLYING.sub("", next(map(tree.words, above), "")))
    return len(asked) == len(posts) and "" not in asked


def rating(tree: Tree, own: Sequence[Sequence[int]]) -> int:
    """How many blocks rate something; none if a number is none of a rating, as that of votes for a post may be."""
    ratings = [[tree.words(i) for i in some if _is_rating(tree, i)] for some in own]
    told = [text for some in ratings for text in some if text]
    are_votes = all(map(_VOTES.fullmatch, told)) and any(text[0] in _OF_VOTES for text in told)
    return 0 if are_votes else sum(map(bool, ratings))


def _is_here(tree: Tree, address: str) -> bool:
    """Whether an address leads to an element of this page, as the one of a post does."""
    _, mark, name = address.rpartition("#")
    return bool(mark) and name in tree.names


def _linked_heading(tree: Tree, i: int) -> Iterator[int]:
    """The links of a heading to a page that is neither this one nor somebody's, and not from a date."""
    if tree.tags[i] in HEADINGS:
        links = (j for j in (tree.parents[i], *range(i, tree.ends[i])) if tree.tags[j] == "a")
        for j in links:
            if tree.mass(j) > _LEAST_HEADING and _is_elsewhere(tree, j) and words.DATE.search(tree.words(j)) is None:
                yield j


def _titles(
    tree: Tree, own: Sequence[Sequence[int]], bodies: Mapping[int, int], names: Collection[int]
) -> Iterator[tuple[int, str]]:
    """The first link above each text, or at its beginning, that may be the title of another page; the text's number.

    It is no name, date or address of a post.
    """
    for k, body in bodies.items():
        top = tree.starts[body] + 1
        links = (i for i in own[k] if tree.tags[i] == "a" and tree.starts[i] < top and i not in names)
        yield from islice(((k, _title(tree, i)) for i in links if _is_title(tree, i)), 1)


def _title(tree: Tree, i: int) -> str:
    """What a link says, without what boards print above replies; to a post, without the number of that."""
    title = words.REPLYING.sub("", tree.words(i))
    return _DIGITS.sub("", title) if "#" in (tree.get(i, "href") or "") else title


def _is_title(tree: Tree, i: int) -> bool:
    """Whether a link may be the title of another page, or of a post there; one of this page has the title of all."""
    address = tree.get(i, "href") or ""
    is_away = not address.startswith("#") and not words.PROFILE.search(address)
    return (
        tree.mass(i) >= _LEAST_TITLE
        and is_away
        and not _is_here(tree, address)
        and words.DATE.search(tree.words(i)) is None
    )


def _is_elsewhere(tree: Tree, i: int) -> bool:
    address = tree.get(i, "href") or ""
    return "#" not in address and not words.PROFILE.search(address)


def _is_rating(tree: Tree, i: int) -> bool:
    return tree.mass(i) < _SHORT and (has(words.REVIEW, tree.classes[i]) or tree.itemprops.get(i) in _RATINGS)
