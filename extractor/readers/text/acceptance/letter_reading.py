"""A page read as a letter: what stands above a line as the question, the rest as the reply, which is never certain."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.layout import Side
from extractor.readers.lines import Line
from extractor.readers.people.asides import is_dateline
from extractor.readers.people.names import introduces, split_name
from extractor.readers.text.grammar.features import is_credit, only_tells
from extractor.readers.text.grammar.items import Item, Unread
from extractor.readers.text.grammar.looks import MAX_TITLE
from extractor.readers.text.grammar.persons import speaks_of_writer
from extractor.readers.text.grammar.states import State
from extractor.readers.text.grammar.viterbi import Reading
from extractor.readers.text.letters.below_asker import TITLED
from extractor.readers.text.letters.closings import is_pseudonym
from extractor.readers.text.letters.letter import tells_and_asks
from extractor.readers.text.letters.signatures import may_sign
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import STOPS, has_question_mark

_ASKS_ONCE = re.compile(r"[^.?!…？؟。]*[?？؟]")
_SENTENCES = re.compile(r"\w\w[.!…]+ [^\W\d_a-zа-я]")
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{40,}[.!?…][\"”“»]")
_MIN_PARAGRAPH = 8
"""Words."""
_HEAD = 5
"""Items among which the day of a paper stands, and who writes."""


def are_answers_parted(lines: Sequence[Line]) -> bool:
    """Whether below a first line that is more than a title each is a paragraph of text: so sites print answers."""
    return not _ASKS_ONCE.fullmatch(lines[0].text) and all(
        line.blanks and len(line.text.split()) >= _MIN_PARAGRAPH for line in lines[1:]
    )


def as_letter(read: TextReading, seam: int, label: int | None = None, *, parted: bool = False) -> TextReading | None:
    """The page read as a question, whose label stands on line `label`, and one reply, which begins on line `seam`.

    If it is `parted`, each line from there begins a reply of its own.
    """
    seam = next((item.first for item in read.cut.items if item.first >= seam), seam)  # who asks may stand there
    above = seam - read.cut.items[0].first
    read, seam = _with_signed_head(read, seam)
    items, lead = read.cut.items, read.weights.margin.suspect
    head = next((index for index, item in enumerate(items) if not introduces(item.text)), 0)
    above -= items[head].first - items[0].first
    told = [_state_in_letter(item, index, seam, label, above) for index, item in enumerate(items[head:])]
    states = [State.UNASSIGNED] * head + told  # who answers may stand above all
    if label is None and states[head] == State.TITLE:
        credit = max((at for at in range(head + 1, min(len(items), _HEAD)) if _credits(items[at], seam)), default=0)
        states = [State.UNASSIGNED if head < at < credit else state for at, state in enumerate(states)]
    if parted:
        states = [State.FIRST if state == State.BODY else state for state in states]
    if State.FIRST not in states:
        return None
    rivals = tuple(State.QUESTION if state == State.FIRST else None for state in states)
    answers = states.count(State.FIRST)
    reading = Reading(tuple(states), (lead,) * len(items), rivals, answers, read.reading.score)
    return replace(read, reading=reading, lead=lead)


def _with_signed_head(read: TextReading, seam: int) -> tuple[TextReading, int]:
    """The reading, and where the reply begins, if line `seam` is a name with degrees and where its bearer works."""
    items = read.cut.items
    at = next((index for index, item in enumerate(items[:-1]) if item.first == seam), 0)
    if not at or not introduces(items[at].text) or items[at + 1].first == seam:
        return read, seam
    item = items[at]
    fields, rest = split_name(item.text, 0)
    unread = tuple(Unread(item.first, item.start + start, item.start + end) for _, start, end in rest)
    signed = replace(item, fields=fields, forced=State.BYLINE, unread=unread)
    mode = read.cut.mode._replace(side=Side.BEFORE, has_bylines=True)
    cut = replace(read.cut, items=[*items[:at], signed, *items[at + 1 :]], mode=mode)
    return replace(read, cut=cut), items[at + 1].first


def _credits(item: Item, seam: int) -> bool:
    """Whether an item says who writes, or when, above more than a line that asks: papers print more below a title."""
    says = is_dateline(item.text) or is_credit(item.text) or TITLED.fullmatch(item.text) is not None
    return says and item.last + 1 < seam


def with_told_question(read: TextReading) -> TextReading:
    """The reading with its title as the question, if that is none: a greeting above a question, or all that asks.

    Of several sentences, in which somebody tells of himself, it is the beginning of the question.

    What stands in quotation marks from end to end, and nothing else is asked, somebody wrote who asks.
    """
    states, titles = read.reading.states, read.reading.states.count(State.TITLE)
    if titles != 1 or not read.layout.is_generic or read.markup is not None:
        return read
    at = states.index(State.TITLE)
    text, is_alone = read.cut.items[at].text, State.QUESTION not in states
    asks = is_alone and (_QUOTED.fullmatch(text) or (tells_and_asks(text) and _SENTENCES.search(text)))
    tells = text[-1] in STOPS and speaks_of_writer(text) and _SENTENCES.search(text)
    greets = not is_alone and read.cut.items[at].look.opening == "greeting" and text[-1] in ",!"
    if not (asks or greets or tells):
        return read
    told = (*states[:at], State.QUESTION, *states[at + 1 :])
    return replace(read, reading=replace(read.reading, states=told))


def with_reply_below_title(read: TextReading) -> TextReading:
    """The reading with its title as the question, if somebody tells and asks there, and in what is below nobody does.

    That is then one reply with all the rest, and in doubt.
    """
    if read.reading.states[:2] != (State.TITLE, State.QUESTION) or read.reading.answers > 1:
        return read
    title, below = read.cut.items[0].text, read.text_of(State.QUESTION)
    is_asked = tells_and_asks(title) and _SENTENCES.search(title) is not None
    if not is_asked or speaks_of_writer(below) or has_question_mark(below):
        return read
    return as_letter(read, read.cut.items[1].first) or read


def _may_be_title(item: Item) -> bool:
    """Whether an item is short, no greeting, and not several sentences that ask nothing."""
    return len(item.text) <= MAX_TITLE and item.look.opening != "greeting" and not only_tells(item.text)


def _state_in_letter(item: Item, index: int, seam: int, label: int | None, above: int) -> int:
    """What an item of a letter is whose reply begins on line `seam`, below so many; above a label is but a title."""
    if item.first < seam:
        if item.forced == State.BYLINE:
            return State.BYLINE
        is_signature = index > 0 and item.first == seam - 1 and (is_pseudonym(item.text) or may_sign(item.text))
        is_day = item.look.is_datum or (index < _HEAD and is_dateline(item.text))
        if is_day or is_signature or (label is not None and index and item.first < label):
            return State.UNASSIGNED
        if label is not None and item.first >= label:
            return State.QUESTION
        is_title = index == 0 and _may_be_title(item) and (above > 1 or _ASKS_ONCE.fullmatch(item.text))
        other = State.QUESTION if label is None else State.UNASSIGNED
        return State.TITLE if is_title else other
    if item.first == seam:
        return State.FIRST
    below = State.UNASSIGNED if item.look.is_datum else State.BODY
    return State.BYLINE if item.fields else below
