"""What speaks against the first lines of answers: where answers have headlines, such a line may be one."""

from collections.abc import Iterator

from extractor.layout import Side
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.states import Gap, State
from extractor.readers.text.reader import TextReading

MAX_HEADLINE = 110
NO_GAP = Gap(0)


def text_openings(read: TextReading) -> list[int]:
    """The lines that open the text of an answer above more of it, below its headline or without one."""
    below = [place + 1 for place in read.reading.places_of(State.HEADLINE, State.BODY, State.BODY)]
    return [*below, *read.reading.places_of(State.FIRST, State.BODY)]


def first_lines_close_to_text(read: TextReading) -> Iterator[int]:
    """Short first lines of answers, directly above further text, where answers have headlines."""
    states, items, mode = read.reading.states, read.cut.items, read.cut.mode
    if read.layout.is_generic and State.HEADLINE not in states and State.BYLINE not in states:
        return
    if not mode.has_headlines or mode.side is not Side.AFTER or mode.is_dense or mode.is_lines or mode.is_tight:
        return
    for index in read.reading.places_of(State.FIRST, State.BODY):
        if _is_close(items[index], items[index + 1]):
            yield index


def first_lines_apart(read: TextReading) -> Iterator[int]:
    """First lines of answers that stand alone like headlines, on a site whose answers have some.

    Below several blank lines a headline is likely to be missing: or the count of answers that stood there is. Where it
    stands, and there is one answer, nothing tells whether the page has such blank lines above all headlines.
    """
    items, mode = read.cut.items, read.cut.mode
    is_told = mode.has_count and read.reading.answers > 1
    if read.layout.is_generic or is_told or not mode.has_headlines or mode.side is not Side.AFTER:
        return
    for index in read.reading.places_of(State.FIRST, State.BODY):
        item, below = items[index : index + 2]
        is_alone = item.blanks > 1 and below.blanks > 0
        if is_alone and item.look.is_bare and not (item.look.opening or item.look.is_closing):
            yield index


def _is_close(item: Item, below: Item) -> bool:
    """Whether an item is short, no greeting and no point of a list, and a line of text stands directly below it."""
    is_line = below.gap == NO_GAP and below.first > item.last
    return is_line and len(item.text) <= MAX_HEADLINE and not (item.look.opening or item.look.is_closing)
