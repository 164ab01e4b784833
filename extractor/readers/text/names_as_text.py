"""What speaks against lines of answers that may say who answers: handles and titled names as headlines, names as text.

On pages of no known site; lines of text only where nothing was read as a byline.
"""

from collections.abc import Iterator

from extractor.layout import Kind
from extractor.readers.people.asides import ago_in
from extractor.readers.people.fields import NO_FIELDS
from extractor.readers.people.names import has_degrees, split_name
from extractor.readers.text.grammar.states import State
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import is_title
from extractor.vocabulary.specialties import is_specialty

_MAX_NAME_LINE = 60
_SEVERAL = 2
_TEXT = (State.QUESTION, State.HEADLINE, State.FIRST, State.BODY)
_SIGNS = frozenset("•·|")


def names_as_headlines(read: TextReading) -> Iterator[int]:
    """Headlines of several answers that are handles or doctors' names, or one word each, as first names are."""
    items = read.cut.items
    headlines = read.reading.places_of(State.HEADLINE)
    are_words = all(" " not in items[index].text for index in headlines)
    named = headlines if are_words else [index for index in headlines if _is_named(items[index].text)]
    if len(named) >= _SEVERAL:
        yield from named


def names_around_text(read: TextReading) -> Iterator[int]:
    """Lines of nothing but a name with degrees that open an answer, or end several."""
    states, items = read.reading.states, read.cut.items
    if State.BYLINE in states:
        return
    below = (*states[1:], State.END)
    named = [
        index
        for index, state in enumerate(states)
        if state in (State.FIRST, State.BODY) and len(items[index].text) <= _MAX_NAME_LINE
        if (states[index - 1] == State.HEADLINE or state == State.FIRST or below[index] != State.BODY)
        if has_degrees(items[index].text)
    ]
    is_opening = [index for index in named if below[index] == State.BODY]
    if is_opening or len(named) >= _SEVERAL:
        yield from named


def names_in_text(read: TextReading) -> Iterator[int]:
    """Doctors' names with degrees that stand alone in a text behind a label, where nothing is read as a byline.

    Elsewhere, and with a title alone, a name below an answer is mostly part of it.
    """
    states = read.reading.states
    if State.BYLINE in states or all(hit.kind is not Kind.ANSWER for hit in read.cut.hits):
        return
    for index, item in enumerate(read.cut.items):
        is_alone = item.blanks > 0 or index == len(states) - 1
        if is_alone and states[index] == State.BODY and len(item.text) <= _MAX_NAME_LINE and has_degrees(item.text):
            yield index


def names_with_days(read: TextReading) -> Iterator[int]:
    """Lines of texts that say by a sign who wrote and how long ago, several of them: posts begin there."""
    items, states = read.cut.items, read.reading.states
    dated = [
        index
        for index, state in enumerate(states)
        if state in _TEXT and len(items[index].text) <= _MAX_NAME_LINE
        if not _SIGNS.isdisjoint(items[index].text) and ago_in(items[index].text)
    ]
    if len(dated) >= _SEVERAL:
        yield from dated


def _is_named(text: str) -> bool:
    """Whether a headline is one word as handles are, in small letters or with a digit, or a doctor's name.

    Such a name has a title before it, or a specialty behind it.
    """
    first, *others = text.split()
    if not others:
        return first.islower() or any(map(str.isdigit, first))
    if is_title(first) and text[-1].isalnum() and len(text) <= _MAX_NAME_LINE:
        return True
    fields, rest = split_name(text, 0) if "," in text else (NO_FIELDS, [])
    return fields.name is not None and bool(rest) and is_specialty(rest[0][0])


NAMED = (
    (names_with_days, "it says who wrote, and when"),
    (names_as_headlines, "it looks like the name of who answers"),
    (names_around_text, "it is a name with degrees, and may be that of who answers"),
    (names_in_text, "it is a doctor's name, and what it signs is not known"),
)
"""What finds lines that something speaks against, and what that is."""
