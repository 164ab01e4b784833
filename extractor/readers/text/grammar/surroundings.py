"""What stands around an item of a page, whatever the page's mode: whether it is alone, and what is below it."""

from extractor.readers.text.grammar.features import has_sentences, strip_photo
from extractor.readers.text.grammar.items import CutPage
from extractor.readers.text.grammar.persons import speaks_of_writer
from extractor.readers.text.grammar.states import Flag
from extractor.readers.text.weights import WeightGroup
from extractor.vocabulary import SENTENCE_ENDS, STOPS

_MAX_CLOSE_TITLE = 180
_MAX_ABOVE_BYLINE, _MAX_BELOW_BYLINE = 30, 60
LONG_LINE = 80
"""Characters; a line that is longer is text."""


class Surroundings:
    """The items of a page, each with the gap above and the gap below it."""

    def __init__(self, page: CutPage) -> None:
        self._items = page.items
        self._mode = page.mode
        self.gaps = [*[item.gap for item in page.items[1:]], page.closing]
        """The gap below each item."""
        self.is_apart = [bool(gap.blanks or gap.flags) for gap in self.gaps]
        """Whether blank lines or a mark are below each item."""

    def is_heading(self, index: int) -> bool:
        """Whether the item stands alone like a headline."""
        item = self._items[index]
        return item.gap.blanks > 0 and self.gaps[index].blanks > 0 and item.look.is_bare

    def may_stand_above_text(self, index: int) -> bool:
        """Whether a line is parted from the text below it, or a title that asks and has lost its blank line."""
        return self.is_apart[index] or self.is_above_datum(index) or self._is_close_title(index)

    def _is_close_title(self, index: int) -> bool:
        """Whether the page begins with a line that asks, and a sentence begins directly below it."""
        item = self._items[index]
        if index or self._mode.has_labels or len(item.text) > _MAX_CLOSE_TITLE or item.gap.flags:
            return False
        return strip_photo(item.text).endswith("?") and not self._items[index + 1].text[0].islower()

    def is_close_heading(self, index: int) -> bool:
        """Whether the item is short, blank lines are above it, and a sentence begins directly below it.

        That is a headline whose blank line is lost, if other blank lines are not.
        """
        if self._mode.is_lines:
            return False
        item, below = self._items[index], self._items[index + 1]
        is_short = item.look.is_bare or (item.text[-1] == "?" and len(item.text) <= LONG_LINE)
        if not is_short or item.look.opening or not (item.gap.blanks or item.gap.flags):
            return False
        return below.text[0].isupper() and below.look.opening != "list" and self.is_above_paragraph(index)

    def evidence_above(self, index: int, weights: WeightGroup) -> float:
        """For an item being a headline: what the one above it ends with, a colon, a sentence or a signature.

        A mark below a signature says by itself what begins.
        """
        above = self._items[index - 1]
        if above.text[-1] == ":":
            return weights.is_below_colon
        item = self._items[index]
        if item.look.is_bare and above.text.endswith(SENTENCE_ENDS):
            return weights.is_bare_below_sentence
        is_signature = above.fields is None and above.look.is_closing and not item.gap.flags
        return weights.is_below_signature if is_signature else 0.0

    def is_below_byline(self, index: int) -> bool:
        """Whether a line without blank ones above it is a short one below a byline: one more thing of the site.

        What asks is a headline, not something about a doctor.
        """
        item = self._items[index]
        return (
            self._items[index - 1].fields is not None
            and not item.gap.flags
            and len(item.text) <= _MAX_BELOW_BYLINE
            and not item.text.endswith("?")
            and not self.is_above_paragraph(index)
        )

    def is_above_byline(self, index: int) -> bool:
        """Whether a line with nothing between it and a byline with name and stars is short and begins a paragraph."""
        item, below = self._items[index], self._items[index + 1 : index + 2]
        fields = below[0].fields if below else None
        return (
            fields is not None
            and fields.name is not None
            and fields.rating is not None
            and item.gap.blanks > 0
            and len(item.text) <= _MAX_ABOVE_BYLINE
        )

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
        return len(below) > LONG_LINE or below.endswith(STOPS)
