"""What an editor says of who asks, or answers, above what is asked, which is no part of the question.

    Rosa has hurt her heel, and does not know whether to run.     tells of her by name
    I have run for years. What can I do?
    Dear Rosa, rest it.                                           greets her

Or above the line that says who asks, if somebody tells of himself below it alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractor.layout import Kind
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.persons import speaks_of_writer
from extractor.readers.text.grammar.states import BEGINNINGS, State
from extractor.readers.text.letters.salutations import greeted, greets_somebody
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import STOPS

_MAX_LINES = 4
"""Lines of an introduction."""
_REPLIES = frozenset((*BEGINNINGS, State.BYLINE))
_MIN_WORDS = 6
"""Words of what tells of somebody; fewer greet, or sign."""


def without_introductions(read: TextReading) -> TextReading:
    """The reading without the lines above a question down to one that tells of who asks, or who answers, by name.

    Nobody writes of himself by name and says nowhere in the line that it is he; below somebody does.
    """
    states, items = list(read.reading.states), read.cut.items
    begin = 0
    for index, state in enumerate(read.reading.states):
        if state != State.QUESTION:
            is_sentence = state == State.TITLE and items[index].text.endswith(STOPS)  # as no title is
            begin = index + (not is_sentence)
        elif index > begin and not _REPLIES.isdisjoint(read.reading.states[index + 1 : index + 2]):
            end = begin + _told_of(read, items[begin : index + 1], index + 1)
            states[begin:end] = [State.UNASSIGNED] * (end - begin)
    if states == list(read.reading.states):
        return read
    return replace(read, reading=replace(read.reading, states=tuple(states)))


def _told_of(read: TextReading, asked: Sequence[Item], below: int) -> int:
    """How many of the items of a question introduce it; item `below` is the first of the reply."""
    texts = [item.text for item in asked]
    askers = [hit.first for hit in read.cut.hits if hit.kind is Kind.META and "asker" in hit.groups]
    ends = [sum(item.last < asker for item in asked) for asker in askers if asker > asked[0].first]
    whom, names = _greeted_in(read, below), _bylines(read, below)
    for at, text in enumerate(texts[:_MAX_LINES]):
        is_told = len(text.split()) >= _MIN_WORDS and not greets_somebody(text)
        if is_told and ((whom and whom in text) or any(_tells_of(name, text) for name in names)):
            ends.append(at + 1)
    told = [end for end in ends if not speaks_of_writer(texts[end - 1]) and any(map(speaks_of_writer, texts[end:]))]
    return max(told, default=0)


def _greeted_in(read: TextReading, below: int) -> str:
    """Whom the reply greets by name; nothing if it greets nobody so."""
    texts = [item.text for item in read.cut.items[below : below + 2]]
    whom = next((greeted(text) for text in texts if greets_somebody(text)), "")
    return whom if whom[:1].isupper() else ""


def _bylines(read: TextReading, below: int) -> set[str]:
    """Who gives the reply."""
    items, text = read.cut.items[below : below + 2], read.page.text
    hits = (hit for hit in read.cut.hits if items[0].first - 1 <= hit.first <= items[0].first)
    fields = (item.fields.name.value for item in items if item.fields and item.fields.name)
    return {*fields, *(text[slice(*hit.groups["byline"])] for hit in hits if "byline" in hit.groups)}


def _tells_of(name: str, text: str) -> bool:
    """Whether a line says more of somebody than to him: behind whom it speaks to, a sign stands."""
    _, said, behind = text.partition(name)
    return bool(said) and not behind.startswith((",", ":", "!", "."))
