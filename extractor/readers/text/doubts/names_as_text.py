"""Names above replies, which are taken for those of who asked, and may be of who answers."""

from collections.abc import Iterator

from extractor.readers.text.grammar.states import State
from extractor.readers.text.letters.salutations import thanks
from extractor.readers.text.letters.signatures import greets
from extractor.readers.text.letters.signed import FULL_NAME
from extractor.readers.text.reader import TextReading


def replies_below_names(read: TextReading) -> Iterator[int]:
    """First lines of replies below a full name alone, which is taken for who asked, and which they do not greet."""
    lines = read.cut.lines
    named = {hit.last + 1: hit.groups["asker"] for hit in read.cut.hits if hit.groups.keys() == {"asker"}}
    for index in read.reading.places_of(State.FIRST):
        first = read.cut.items[index].first
        if first in named and named[first] == lines[first - 1].span:
            name, text = lines[first - 1].text, lines[first].text
            if FULL_NAME.fullmatch(name) and not (greets(text, name) or thanks(text)):
                yield index
