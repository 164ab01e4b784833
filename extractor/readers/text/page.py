"""A page of text, with what is asked of it more than once: made once, and handed on from look to reader."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from extractor.layout.layout import heads_of, outline_of
from extractor.readers.lines import Line, split_lines, with_plain_margins, with_single_blanks, without_repeats
from extractor.readers.text.title_element import from_heading
from extractor.readers.text.voices import is_medical

_LINE_END = re.compile("\n")
MAX_UNMARKED = 60_000
"""Characters above which a page without marks is no Q&A page: threads that lost their marks are short."""


class TextPage:
    """The text of a page, in which every line begins directly behind a newline, and the page's host if it is known.

    `printed` is the same text, character for character, with its margins ("> ", "## ") where they stand.
    """

    def __init__(self, text: str, host: str | None = None) -> None:
        self.printed = text
        self.text = with_plain_margins(text)
        self.host = host

    @cached_property
    def lines(self) -> Sequence[Line]:
        """The lines that are not blank, from the heading of the page on."""
        return from_heading(with_single_blanks(split_lines(self.text)))

    @cached_property
    def _line_ends(self) -> Sequence[int]:
        return [end.start() for end in _LINE_END.finditer(self.text)]

    def line_at(self, place: int) -> int:
        """The number, from 1, of the line on which `place` stands; it is asked for each doubt of a page."""
        return bisect_left(self._line_ends, place) + 1

    @cached_property
    def told_once(self) -> str:
        """The text as marks are looked for in it: without lines that repeat the one above."""
        return without_repeats(self.text, self.lines)

    @property
    def lines_above_heading(self) -> Sequence[Line]:
        """The other lines: the title element of the page, and menus below it."""
        return split_lines(self.text[: self.lines[0].start]) if self.lines else []

    @cached_property
    def outline(self) -> str:
        """The outline of the text without a margin above it (`outline_of`)."""
        return outline_of(self.text.lstrip())

    @cached_property
    def heads(self) -> str:
        """The beginnings of its lines (`heads_of`)."""
        return heads_of([line.text for line in self.lines])

    @property
    def may_be_unmarked(self) -> bool:
        """Whether it may be a Q&A page although no mark says so, by its size and subject."""
        return len(self.text) <= MAX_UNMARKED and self.is_medical

    @cached_property
    def is_medical(self) -> bool:
        """Whether it is about medicine at all."""
        return is_medical(self.text)
