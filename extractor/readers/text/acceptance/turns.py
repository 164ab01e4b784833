"""Columns whose labels are lost: paragraphs that ask, each above its reply.

    I am about to have my heel looked at. Should I rest it before?
    There is no need to ...
    Why does my heel hurt in the morning?
    Overnight it ...

FAQ and interviews look the same, but nobody tells of himself there; and stories, but nobody is spoken to there. Nothing
else parts such a page, so that it is never certain.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.readers.lines import Line
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.persons import persons_in
from extractor.readers.text.grammar.states import State
from extractor.readers.text.grammar.viterbi import Reading
from extractor.readers.text.letters.letter import may_be_letter, tells_and_asks
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import QUESTION_MARKS

_QUOTES = "’”»\"'"
_MIN_REPLY = 8
"""Words of what stands below a question."""


def reading_in_turn(read: TextReading) -> TextReading | None:
    """The page read as several questions of one paragraph each, and a reply to each; None if it is none."""
    lines = read.cut.told
    asking = _questions(lines)
    if len(asking) <= 1 or not may_be_letter(read.page.text) or read.markup is not None:
        return None
    if not _are_of_persons(lines, asking):
        return None
    lead, asked = read.weights.margin.suspect, frozenset(asking)
    states = tuple(_state(item, asking[0], asked) for item in read.cut.items)
    rivals = tuple(State.BODY if state == State.QUESTION else None for state in states)
    reading = Reading(states, (lead,) * len(states), rivals, states.count(State.FIRST), read.reading.score)
    return replace(read, reading=reading, lead=lead)


def _questions(lines: Sequence[Line]) -> list[int]:
    """The paragraphs that end with a question, above one that is more than a line of a list; none if two follow."""
    asking = [index for index, line in enumerate(lines) if line.text.rstrip(_QUOTES).endswith(QUESTION_MARKS)]
    replied = [index for index in asking if index + 1 < len(lines)]
    are_parted = all(lines[index + 1].blanks and len(lines[index + 1].text.split()) >= _MIN_REPLY for index in replied)
    return asking if are_parted and all(below - above > 1 for above, below in pairwise(asking)) else []


def _are_of_persons(lines: Sequence[Line], asking: Sequence[int]) -> bool:
    """Whether in half of the questions somebody tells of himself, and speaks so less in what stands below."""
    told = sum(tells_and_asks(lines[index].text) for index in asking)
    below = " ".join([line.text for first, end in pairwise([*asking, len(lines)]) for line in lines[first + 1 : end]])
    return told > 1 and len(asking) <= 2 * told and persons_in(below) < 0


def _state(item: Item, first: int, asked: frozenset[int]) -> int:
    if item.first < first:
        return State.UNASSIGNED
    if item.first in asked:
        return State.QUESTION
    return State.FIRST if item.first - 1 in asked else State.BODY
