"""Lines of answers that may say who answers: handles and names with titles as headlines, names with degrees as text."""

from collections.abc import Iterator
from itertools import pairwise

from extractor.layout import Kind, Side
from extractor.layout.dates import ago_in
from extractor.readers.people.fields import NO_FIELDS
from extractor.readers.people.names import has_degrees, introduces, is_titled_name, split_name
from extractor.readers.people.pieces import MAX_BYLINE_LINE
from extractor.readers.text.doubts.first_lines import text_openings
from extractor.readers.text.grammar.states import State
from extractor.readers.text.letters.below_asker import FULL_NAME
from extractor.readers.text.letters.salutations import thanks
from extractor.readers.text.letters.signatures import greets
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import STOPS, is_title
from extractor.vocabulary.specialties import is_specialty

_MAX_NAME_LINE = 60
_MAX_SIGNATURE = 90
"""Characters of a line with a name and degrees that ends an answer."""
_SIGNS = frozenset("•·|")


def names_as_headlines(read: TextReading) -> Iterator[int]:
    """Headlines of several answers that are handles or doctors' names, or one word each, as first names are."""
    items = read.cut.items
    headlines = read.reading.places_of(State.HEADLINE)
    are_words = all(" " not in items[index].text for index in headlines)
    named = headlines if are_words else [index for index in headlines if _is_named(items[index].text)]
    if len(named) > 1:
        yield from named


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


def names_above_text(read: TextReading) -> Iterator[int]:
    """Lines of nothing but a name with degrees that open the text of an answer: of who answers, above it for once."""
    items = read.cut.items
    for index in text_openings(read):
        if len(items[index].text) <= _MAX_NAME_LINE and has_degrees(items[index].text):
            yield index


def names_below_texts(read: TextReading) -> Iterator[int]:
    """Lines that open with a doctor's name and end several answers, or are all of them, where no bylines are known.

    Without degrees such a name signs what is written, and says who answers where a label opens the answer.
    """
    states, items = read.reading.states, read.cut.items
    if State.BYLINE in states:
        return
    is_name = is_titled_name if any(hit.kind is Kind.ANSWER for hit in read.cut.hits) else introduces
    named = [
        index
        for index, (state, below) in enumerate(pairwise((*states, State.END)))
        if state in (State.FIRST, State.BODY) and below != State.BODY and len(items[index].text) <= MAX_BYLINE_LINE
        if is_name(items[index].text)
    ]
    if len(named) > 1:
        yield from named


def _is_named(text: str) -> bool:
    """Whether a headline is one word as handles are, in small letters or with a digit, or a doctor's name.

    Such a name has a title before it, or a specialty behind it; behind any name a sign and a time may stand.
    """
    if not _SIGNS.isdisjoint(text) and ago_in(text):
        return True
    first, *others = text.split()
    if not others:
        return first.islower() or any(map(str.isdigit, first))
    if is_title(first) and text[-1].isalnum() and len(text) <= _MAX_NAME_LINE:
        return True
    fields, rest = split_name(text, 0) if "," in text else (NO_FIELDS, [])
    return fields.name is not None and bool(rest) and is_specialty(rest[0][0])


def names_apart(read: TextReading) -> Iterator[int]:
    """Names with degrees that end an answer without a name below, on a page on which bylines end the answers."""
    states, items = read.reading.states, read.cut.items
    for index, item in enumerate(items if read.cut.mode.side is Side.AFTER else ()):
        is_short = states[index] == State.BODY and item.blanks and len(item.text) <= _MAX_SIGNATURE
        if is_short and has_degrees(item.text) and _is_unsigned_below(read, index):
            yield index


def _is_unsigned_below(read: TextReading, index: int) -> bool:
    """Whether no byline with a name is soon below an item, and none is directly below it."""
    items, states = read.cut.items[index + 1 : index + 3], read.reading.states[index + 1 : index + 3]
    if len(items) <= 1:
        return True
    fields = items[0].fields
    if states[0] == State.BYLINE:
        return items[0].blanks > 0 and fields is not None and not (fields.name or fields.rating)
    is_like_headline = (
        items[0].look.is_bare and items[0].blanks > 0 and items[1].blanks > 0 and items[1].text.endswith(STOPS)
    )
    return states[0] != State.BODY or is_like_headline
