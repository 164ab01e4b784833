"""Where the posts of a set show their dates: one place for all of them, such as the same class."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Key, Tree

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
    found = (DateColumn(_DATE_WEIGHTS[key[0]] * len(dates) / len(own), key, dates) for key, dates in columns.items())
    return sorted(found, key=lambda column: -column.weight)
