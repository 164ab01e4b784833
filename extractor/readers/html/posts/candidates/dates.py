"""Where the posts of a set show their dates: one place for all of them, such as the same class."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractor.readers.html.posts import words
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Key, Tree

_HOUR = 0.8
_DATE_WEIGHTS = {"time": 1.2, "attribute": 1.15, "meta": 1.05, "class": 1.15, "text": 1.0}
"""What a date is told by: an element for times, an attribute, and so on."""


class DateColumn(NamedTuple):
    """A place of dates, how much speaks for it, and the element of the date in each post."""

    weight: float
    key: Key
    dates: Mapping[int, int]


def date_columns(
    tree: Tree, places: Places, own: Sequence[Sequence[int]], bodies: Mapping[int, int]
) -> list[DateColumn]:
    """The places of dates outside of `bodies`, the best first; `own` are the elements of each post."""
    columns: dict[Key, dict[int, int]] = defaultdict(dict)
    for k, some in enumerate(own):
        for i in filter(places.dates.__contains__, some):
            if not (k in bodies and bodies[k] < i < tree.ends[bodies[k]]):
                columns[places.dates[i]].setdefault(k, i)
    found = (DateColumn(_weight(tree, key, dates) / len(own), key, dates) for key, dates in columns.items())
    return sorted(found, key=lambda column: -column.weight)


def _weight(tree: Tree, key: Key, dates: Mapping[int, int]) -> float:
    """How much speaks for each date of a column; what is called a time may be the hour alone, beside a day."""
    is_hour = key[0] == "class" and all(words.HOUR.fullmatch(tree.words(i)) for i in dates.values())
    return (_HOUR if is_hour else _DATE_WEIGHTS[key[0]]) * len(dates)
