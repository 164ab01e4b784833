"""Where the posts of a set show their dates: one place for all of them, such as the same class."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractor.readers.html.posts import words
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Key, Tree

_HOUR = 0.8
_DATE_WEIGHTS = {"time": 1.2, "attribute": 1.16, "meta": 1.05, "class": 1.15, "text": 1.0}
"""What a date is told by: an element for times, an attribute, and so on."""
_MOST_PRINTED = max(_DATE_WEIGHTS["class"], _DATE_WEIGHTS["text"])
"""What speaks at most for dates that are told by their text."""


class DateColumn(NamedTuple):
    """A place of dates, how much speaks for it, and the element of the date in each post."""

    weight: float
    key: Key
    dates: Mapping[int, int]


def date_columns(
    tree: Tree, places: Places, own: Sequence[Sequence[int]], bodies: Mapping[int, int]
) -> list[DateColumn]:
    """The places of dates outside of `bodies`, the best first; `own` are the elements of each post.

    A part of a post is a better place than all of it, which may be as short as a line that holds a date.
    Where those that are marked as dates are better than all others can be, these are not looked for.
    """
    marked = _columns(tree, places.marked_dates, own, bodies)
    return marked if marked and marked[0].weight > _MOST_PRINTED else _columns(tree, places.dates, own, bodies)


def _columns(
    tree: Tree, told: Mapping[int, Key], own: Sequence[Sequence[int]], bodies: Mapping[int, int]
) -> list[DateColumn]:
    columns: dict[Key, dict[int, int]] = defaultdict(dict)
    for k, some in enumerate(own):
        for i in filter(told.__contains__, some):
            if not (k in bodies and bodies[k] < i < tree.ends[bodies[k]]):
                columns[told[i]].setdefault(k, i)
    found = (DateColumn(_weight(tree, key, dates) / len(own), key, dates) for key, dates in columns.items())
    return sorted(found, key=lambda column: (-column.weight, any(own[k][0] == i for k, i in column.dates.items())))


def _weight(tree: Tree, key: Key, dates: Mapping[int, int]) -> float:
    """How much speaks for each date of a column; what is called a time may be the hour alone, beside a day."""
    is_hour = key[0] == "class" and are_hours(tree, dates)
    return (_HOUR if is_hour else _DATE_WEIGHTS[key[0]]) * len(dates)


def are_hours(tree: Tree, dates: Mapping[int, int]) -> bool:
    """Whether all dates of posts are the time of day alone."""
    return all(words.HOUR.fullmatch(tree.words(i)) is not None for i in dates.values())
