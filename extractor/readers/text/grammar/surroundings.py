"""What stands around an item of a page, whatever the page's mode: whether it is alone, and what is below it."""

from extractor.readers.text.grammar.features import has_sentences, speaks_of_writer
from extractor.readers.text.grammar.items import CutPage
from extractor.readers.text.grammar.states import Flag

LONG_LINE = 80
"""Characters; a line that is longer is text."""


class Surroundings:
    """The items of a page, each with the gap above and the gap below it."""

    def __init__(self, page: CutPage) -> None:
        self._items = page.items
        self.gaps = [*[item.gap for item in page.items[1:]], page.closing]
        """The gap below each item."""
        self.is_apart = [bool(gap.blanks or gap.flags) for gap in self.gaps]
        """Whether blank lines or a mark are below each item."""

    def is_heading(self, index: int) -> bool:
        """Whether the item stands alone like a headline."""
        item = self._items[index]
        return item.gap.blanks > 0 and self.gaps[index].blanks > 0 and item.look.is_bare

    def asks_above_label(self, index: int) -> bool:
        """Whether the line asks, and the next begins an answer with a label: it is the question, or its end."""
        return bool(self.gaps[index].flags & Flag.ANSWER) and "?" in self._items[index].text

    def tells_above_label(self, index: int) -> bool:
        """Whether somebody asks so in several sentences, and of himself: below a title this is the question."""
        text = self._items[index].text
        return self.asks_above_label(index) and has_sentences(text) and speaks_of_writer(text)

    def is_asking(self, index: int, *, is_title: bool) -> bool:
        """Whether a line is part of title or question: what may be a title above a date, or asks above a label."""
        return (is_title and self.is_above_datum(index)) or self.asks_above_label(index)

    def is_above_datum(self, index: int) -> bool:
        """Whether the next line is a date or a number, as below a title."""
        return index + 1 < len(self._items) and self._items[index + 1].look.is_datum

    def is_above_paragraph(self, index: int) -> bool:
        """Whether a sentence follows, so that the line is the headline that it would otherwise lack."""
        below = self._items[index + 1].text if index + 1 < len(self._items) else ""
        return len(below) > LONG_LINE or below.endswith((".", "!"))
