"""How sure the reading of every item is, all told: by the grammar, by what the page declares, and by what looks odd."""

from typing import NamedTuple

from extractor.readers.text.doubts.suspects import suspects
from extractor.readers.text.grammar.states import BEGINNINGS
from extractor.readers.text.reader import TextReading


class Margin(NamedTuple):
    """How far the reading of an item is ahead of its best rival, in log-odds.

    `why` says what lowered it, if that is not the rival of the grammar.
    """

    ahead: float
    why: str | None = None


def margins_of(read: TextReading) -> list[Margin]:
    """The margins of all items.

    A declared number of answers that came true adds to the margin of a choice that would change the number.
    """
    reading, weights = read.reading, read.weights.margin
    distinct = {margin: Margin(margin) for margin in set(reading.margins)}
    margins = [distinct[margin] for margin in reading.margins]
    if read.cut.declared == reading.answers:
        for index, (state, rival) in enumerate(zip(reading.states, reading.rivals, strict=True)):
            if rival is not None and (state in BEGINNINGS) != (rival in BEGINNINGS):
                margins[index] = Margin(margins[index].ahead + weights.count_came_true)
    for index, why in suspects(read):
        if margins[index].ahead > weights.suspect:
            margins[index] = Margin(weights.suspect, why)
    return margins
