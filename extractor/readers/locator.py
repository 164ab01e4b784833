"""Where values stand in a page's text; what stands only in its markup is written below the text and stands there."""

from functools import cached_property

from extractor.records import Span


class Locator:
    """A page's text, and the values that have been looked up in it."""

    def __init__(self, text: str) -> None:
        self._page = text
        self._notes: list[str] = []
        self._length = len(text)

    @property
    def text(self) -> str:
        """The page's text with the values below it that stood only in the markup."""
        return "\n".join([self._page, *self._notes])

    def find(self, value: str, start: int = 0, end: int | None = None) -> Span | None:
        """Where `value` stands between `start` and `end`, whatever its white space; None if it does not."""
        at = self._page.find(value, start, end)
        if at >= 0:
            return at, at + len(value)
        return self._find_loosely(value) if end is None else None

    def place(self, value: str, start: int = 0, end: int | None = None) -> Span:
        """Where `value` stands, on the page or else below it."""
        found = self.find(value, start, end)
        if found is None:
            self._notes.append(value)
            found = (self._length + 1, self._length + 1 + len(value))
            self._length = found[1]
        return found

    def _find_loosely(self, value: str) -> Span | None:
        squeezed = "".join(value.split())
        at = self._squeezed.find(squeezed)
        if at < 0 or not squeezed:
            return None
        return self._offsets[at], self._offsets[at + len(squeezed) - 1] + 1

    @cached_property
    def _squeezed(self) -> str:
        return "".join(self._page.split())

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each character of the squeezed text stands."""
        return [offset for offset, char in enumerate(self._page) if not char.isspace()]
