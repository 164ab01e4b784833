"""What an editor says of who asks, or answers, above what is asked, which is no part of the question.

    Rosa has hurt her heel, and does not know whether to run.     tells of her by name
    I have run for years. What can I do?
    Dear Rosa, rest it.                                           greets her

Or above the line that says who asks, if somebody tells of himself below it alone.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

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


class _Persons(NamedTuple):
    """What the marks of a page say of persons: the lines with who asks, in order, and who answers by the line."""

    askers: Sequence[int]
    answering: Mapping[int, Sequence[str]]


def without_introductions(read: TextReading) -> TextReading:
    """The reading without the lines above a question down to one that tells of who asks, or who answers, by name.

    Nobody writes of himself by name and says nowhere in the line that it is he; below somebody does.
    """
    states, items = list(read.reading.states), read.cut.items
    persons = _persons_of(read)
    begin = 0
    for index, state in enumerate(read.reading.states):
        if state != State.QUESTION:
            is_sentence = state == State.TITLE and items[index].text.endswith(STOPS)  # as no title is
            begin = index + (not is_sentence)
        elif index > begin and not _REPLIES.isdisjoint(read.reading.states[index + 1 : index + 2]):
            end = begin + _told_of(items[begin : index + 1], items[index + 1 : index + 3], persons)
            states[begin:end] = [State.UNASSIGNED] * (end - begin)
    if states == list(read.reading.states):
        return read
    return replace(read, reading=replace(read.reading, states=tuple(states)))


def _persons_of(read: TextReading) -> _Persons:
    askers, answering = [], defaultdict(list)
    for hit in read.cut.hits:
        if hit.kind is Kind.META and "asker" in hit.groups:
            askers.append(hit.first)
        if "byline" in hit.groups:
            answering[hit.first].append(read.page.text[slice(*hit.groups["byline"])])
    return _Persons(sorted(askers), answering)


def _told_of(asked: Sequence[Item], reply: Sequence[Item], persons: _Persons) -> int:
    """How many of the items of a question introduce it, above the first items of its reply."""
    texts, lasts = [item.text for item in asked], [item.last for item in asked]
    inside = slice(bisect_right(persons.askers, asked[0].first), bisect_right(persons.askers, lasts[-1]))
    ends = [bisect_left(lasts, asker) for asker in persons.askers[inside]]
    whom, names = _greeted_in(reply), _answering(reply, persons)
    for at, text in enumerate(texts[:_MAX_LINES]):
        is_told = len(text.split()) >= _MIN_WORDS and not greets_somebody(text)
        if is_told and ((whom and whom in text) or any(_tells_of(name, text) for name in names)):
            ends.append(at + 1)
    own = next((at for at in reversed(range(len(texts))) if speaks_of_writer(texts[at])), 0) if ends else 0
    return max((end for end in ends if end <= own and not speaks_of_writer(texts[end - 1])), default=0)


def _greeted_in(reply: Sequence[Item]) -> str:
    """Whom the reply greets by name; nothing if it greets nobody so."""
    whom = next((greeted(item.text) for item in reply if greets_somebody(item.text)), "")
    return whom if whom[:1].isupper() else ""


def _answering(reply: Sequence[Item], persons: _Persons) -> set[str]:
    """Who gives the reply."""
    first = reply[0].first
    fields = (item.fields.name.value for item in reply if item.fields and item.fields.name)
    return {*fields, *persons.answering.get(first - 1, ()), *persons.answering.get(first, ())}


def _tells_of(name: str, text: str) -> bool:
    """Whether a line says more of somebody than to him: behind whom it speaks to, a sign stands."""
    _, said, behind = text.partition(name)
    return bool(said) and not behind.startswith((",", ":", "!", "."))
