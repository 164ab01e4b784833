"""One value out of two that a page gives: one in its text, one in its structured data."""

from collections.abc import Iterable
from typing import TypeVar

from extractor.readers.html.schema_org.likeness import (
    ISO_DATE,
    agree,
    have_one_beginning,
    is_one_moment,
    lacks_signs,
    plain,
    uncut,
)
from extractor.readers.locator import Locator
from extractor.records import QAPage, Span, doubt, placing
from extractor.records import Warning as PageWarning

_Value = TypeVar("_Value", str, int, float)


class ChosenValues:
    """Chooses the values of one record; keeps note of where each stands and of what is in conflict.

    A field is named by its JSON pointer; `answer` is the position of the one that it belongs to. `spans` are the places
    of the fields in `text`, which the values that stand in the data alone are added to.
    """

    def __init__(self, page: QAPage) -> None:
        self.spans: dict[str, tuple[Span, ...]] = dict(page.spans or {})
        self.conflicts: list[PageWarning] = []
        self._shown = page.text or ""
        self._locator = Locator(self._shown)

    @property
    def text(self) -> str:
        """The page's text, with the values below it that do not stand in it."""
        return self._locator.text

    def find(self, text: str | None) -> Span | None:
        """Where the page shows `text`, less an ellipsis at its end."""
        return self._locator.find(uncut(text or ""))

    def keep(self, pointer: str, values: Iterable[object]) -> None:
        """Note where the values of a field stand."""
        self.spans[pointer] = tuple(self._locator.place(_printed(value)) for value in values)

    def drop(self, prefix: str) -> None:
        """Forget where the fields stand whose pointers begin with `prefix`."""
        self.spans = {pointer: spans for pointer, spans in self.spans.items() if not pointer.startswith(prefix)}

    def longer(self, pointer: str, own: str | None, data: str | None, answer: int | None = None) -> str | None:
        """The longer of two texts of which one begins with the other, without regard to an ellipsis.

        Of two with the same words the page's is kept; that the data lacks a sign of it is told.
        """
        if own is None or data is None:
            return self.own_first(pointer, own, data)
        if not have_one_beginning(own, data) or lacks_signs(data, own):
            self._warn(pointer, own, data, answer)
            return own
        if len(plain(data)) <= len(plain(own)):
            return own
        self.keep(pointer, (data,))
        return data

    def date(self, pointer: str, own: str | None, data: str | None, answer: int | None = None) -> str | None:
        """A date in ISO 8601 is worth more than one that is printed for people."""
        if own and data and not (ISO_DATE.match(own) and ISO_DATE.match(data)):
            if not ISO_DATE.match(data):
                return own
            self.keep(pointer, (data,))
            return data
        if own and data and is_one_moment(own, data):
            return own
        return self.own_first(pointer, own, data, answer)

    def own_first(
        self, pointer: str, own: _Value | None, data: _Value | None, answer: int | None = None
    ) -> _Value | None:
        """The text's value, or what the data adds."""
        if data is None:
            return own
        if own is None:
            self.keep(pointer, (data,))
            return data
        if not agree(own, data):
            self._warn(pointer, own, data, answer)
        return own

    def _warn(self, pointer: str, own: object, data: object, answer: int | None) -> None:
        name = pointer.rpartition("/")[2]
        warning = doubt.conflict(name, _printed(own), _printed(data), answer)
        spans = self.spans.get(pointer)
        if spans:
            warning = placing.placed(warning, spans[0], placing.line_at(self._shown, spans[0][0]))
        self.conflicts.append(warning)


def _printed(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
