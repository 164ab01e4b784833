"""A state that is a list in which values stand for each other by their numbers, as Nuxt writes it (with devalue).

Each object or list holds the places of what it has: `[{"title": 1, "answers": 2}, "Why?", [3], "So."]`. A list that
begins with a word says what kind of thing its value is: `["Reactive", 1]`.
"""

from extractor.readers.html.schema_org.blocks import Json

_DEEPEST = 60
_MOST = 20
"""How often a value may stand for itself, on the average: what points to it may again be pointed to."""


def unfolded(value: Json) -> Json:
    """The value that the list `value` says, with what it points to in place; another value as it is.

    >>> unfolded([{"title": "1", "answers": "2"}, "Why?", ["3"], {"body": "4"}, "So."])
    {'title': 'Why?', 'answers': [{'body': 'So.'}]}
    """
    return _Unfolding(value).at("0", 0) if isinstance(value, list) else value


class _Unfolding:
    """One list, and how many more of its values may be put in place."""

    def __init__(self, values: list[Json]) -> None:
        self._values = values
        self._left = _MOST * len(values)

    def at(self, place: Json, depth: int) -> Json:
        """The value at a place; None if there is none, or if there are too many."""
        number = int(place) if isinstance(place, str) and place.isdecimal() else -1
        self._left -= 1
        if not 0 <= number < len(self._values) or depth > _DEEPEST or self._left < 0:
            return None
        value = self._values[number]
        if isinstance(value, dict):
            return {name: self.at(held, depth + 1) for name, held in value.items()}
        if not isinstance(value, list):
            return value
        if value and isinstance(value[0], str) and not value[0].lstrip("-").isdecimal():
            return self.at(value[1], depth + 1) if len(value) > 1 else None
        return [self.at(held, depth + 1) for held in value]
