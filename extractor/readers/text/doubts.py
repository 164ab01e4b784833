"""What speaks against a reading although it is the best: lines that look like parts of something that was not found.

A byline or a vote line that is damaged is read as a headline or as body, often without a rival. These checks lower the
margin of such lines, so that their answer is flagged.
"""

import re
from collections.abc import Iterator

from extractor.layout import Side
from extractor.readers.people.names import name_fields
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.states import State
from extractor.readers.text.reader import TextReading

_MAX_FRAGMENT = 90
_RATING_FRAGMENT = re.compile(
    r"\d out of \d|\bstars?\b.*\breviews?$|^[\d,.]+ (?:reviews?|ratings?)$|^(?:\d\.\d )?out of\b|^reviews?$"
)


def suspects(read: TextReading) -> Iterator[int]:
    """The numbers of the items that something speaks against being what they are read as."""
    states, mode = read.reading.states, read.cut.mode
    has_labelled_bylines = mode.side is Side.BEFORE and mode.has_labels and mode.has_bylines
    has_paragraphs = read.layout.has_paragraphs
    above = State.START
    for index, (item, state) in enumerate(zip(read.cut.items, states, strict=True)):
        if state == State.BYLINE:
            is_suspect = item.forced is None and _is_odd(item)
        elif item.blanks and state == State.BODY and not has_paragraphs:
            is_suspect = True
        elif has_labelled_bylines and state == State.FIRST and above != State.BYLINE:
            is_suspect = True  # an answer that a label opens, where every other is opened by a byline and a label
        else:
            is_suspect = len(item.text) <= _MAX_FRAGMENT and state != State.UNASSIGNED and _is_suspect(read, index)
        if is_suspect:
            yield index
        above = state
    if _is_bare_thread(read):
        yield from _further_paragraphs(read)


def _is_bare_thread(read: TextReading) -> bool:
    """A question with paragraphs below it, and nothing that says where one answer ends and the next begins."""
    states, hits = read.reading.states, read.cut.hits
    return State.QUESTION in states and not hits and State.HEADLINE not in states and State.BYLINE not in states


def _further_paragraphs(read: TextReading) -> Iterator[int]:
    """Paragraphs that go on with an answer, unless answers are set apart from each other by more than a blank line."""
    items = list(zip(read.cut.items, read.reading.states, strict=True))
    if not any(state == State.FIRST and item.blanks > 1 for item, state in items):
        yield from (index for index, (item, state) in enumerate(items) if state == State.BODY and item.blanks)


def _is_suspect(read: TextReading, index: int) -> bool:
    """Whether anything speaks against a short line of text being one."""
    item, state = read.cut.items[index], read.reading.states[index]
    return (
        _looks_damaged(item, state)
        or _touches_byline(read, index)
        or (item.fields is not None and _is_lost_byline(read, index))
        or (state == State.BODY and item.look.is_bare and _is_second_headline(read, index))
    )


def _is_odd(item: Item) -> bool:
    """A byline with a part missing in its middle, as when the part was not recognised and stayed above."""
    fields = item.fields
    if not fields or (fields.location and fields.specialty):
        return False
    if fields.rating and not fields.specialty:
        return item.blanks == 0
    is_bare_name = fields.name is not None and not (fields.credentials or fields.location or fields.rating)
    return is_bare_name and item.first != item.last


def _touches_byline(read: TextReading, index: int) -> bool:
    """Text on the line directly above a byline: it is likely to be part of it, unless that begins with a sign."""
    states, items, mode = read.reading.states, read.cut.items, read.cut.mode
    if index + 1 >= len(states) or states[index + 1] != State.BYLINE or mode.side is Side.BEFORE or mode.is_dense:
        return False
    below = items[index + 1]
    return below.blanks == 0 and below.first > items[index].last and below.text[0].isalnum()


def _is_lost_byline(read: TextReading, index: int) -> bool:
    """What looks like a byline and is read as text, unless it is a signature with the byline soon below."""
    return read.cut.mode.side is Side.AFTER and State.BYLINE not in read.reading.states[index + 1 : index + 4]


def _is_second_headline(read: TextReading, index: int) -> bool:
    """A line alone at the end of a body, directly above a headline, that looks like a headline itself."""
    states = read.reading.states
    return read.cut.items[index].gap.blanks > 0 and index + 1 < len(states) and states[index + 1] == State.HEADLINE


def _looks_damaged(item: Item, state: int) -> bool:
    """Whether there are left-overs of a template, a rating or a name line in it."""
    text = item.text
    if "{{" in text or "}}" in text or "voteCount" in text:
        return True
    if ("star" in text or "review" in text or "out of" in text) and _RATING_FRAGMENT.search(text):
        return True
    if state != State.HEADLINE or "," not in text:
        return False
    fields = name_fields(text, item.start)
    return fields is not None and bool(fields.credentials)
