"""Lines inside a text that are no sentence: who answers, a day, a caption, a link, or all that is left of it."""

from collections.abc import Iterator
from itertools import pairwise
from unicodedata import category

from extractor.readers.people.pieces import visible
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.looks import MAX_CLOSING
from extractor.readers.text.grammar.persons import has_persons
from extractor.readers.text.grammar.states import GOES_ON, State
from extractor.readers.text.letters.closings import closes, is_name
from extractor.readers.text.letters.salutations import is_opening
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import SENTENCE_ENDS, begins_condition

_SHORT = 40
"""Characters of a salutation that stands alone."""
_MAX_LOOSE, _MAX_LOOSE_ASKED = 160, 80
"""Characters of a line of an answer, and of a question, that may be no part of it; askers forget the last full stop."""
_MAX_CUT = 60
"""Characters up to which the last line of the page is no sentence that was cut off, and a line signs a text."""
_DASHES = frozenset("-–—•*·○▪‣")


def loose_lines(read: TextReading) -> Iterator[int]:
    """Lines that go on with a text, and are no sentence: short, without an end, and neither a list nor a signature.

    So is a line that looks like a headline and stands alone above the text of an answer, or of a question with a title.
    """
    items, states = read.cut.items, read.reading.states
    further = [index for index, pair in enumerate(pairwise(states), 1) if pair in GOES_ON]
    loose = [index for index in further if _is_open(items[index].text) and _is_loose(read, index)]
    closed = _below_farewells(read) if loose else set[int]()
    yield from (index for index in loose if index not in closed)
    asked = [index + 1 for index in read.reading.places_of(State.TITLE, State.QUESTION, State.QUESTION)]
    for index in [*asked, *read.reading.places_of(State.FIRST, State.BODY)]:
        item = items[index]
        if item.blanks and items[index + 1].blanks and item.look.is_bare and not item.look.opening:
            yield index


def loose_openings(read: TextReading) -> Iterator[int]:
    """First lines of answers directly above a sentence that are none themselves, and greet nobody: of who answers."""
    items = read.cut.items
    for index in read.reading.places_of(State.FIRST, State.BODY):
        item, below = items[index : index + 2]
        is_short = len(item.text) <= _MAX_CUT and _is_open(item.text) and not item.look.is_closing
        if is_short and not (item.look.opening or is_opening(item.text)) and _is_sentence_below(below):
            yield index


def _is_sentence_below(item: Item) -> bool:
    """Whether an item is a line directly below another one, and begins and ends as a sentence does."""
    return not item.blanks and not item.text[0].islower() and item.text.endswith(SENTENCE_ENDS)


def _is_open(text: str) -> bool:
    """Whether a line ends with a letter or a digit, perhaps in brackets, as no sentence does."""
    last = visible(text[-3:].rstrip(")]"))[-1:]
    return text[-1].isalnum() or last.isalnum() or category(last or " ")[0] == "M"  # vowels of Indian writing are signs


def _is_loose(read: TextReading, index: int) -> bool:
    """Whether a line that goes on with a text, and ends without a sign, is no sentence, no point and no signature."""
    items, states = read.cut.items, read.reading.states
    item, state, below = items[index], states[index], states[index + 1 : index + 2]
    size, look = len(item.text), item.look
    if size > (_MAX_LOOSE if state == State.BODY else _MAX_LOOSE_ASKED) or item.text[0].islower():
        return False
    if look.is_closing or look.opening == "list" or closes(item.text):
        return False
    if not below and (size > _MAX_CUT or _breaks_off(item.text)):
        return False
    is_point = item.text[0] in _DASHES and items[index - 1].text[0] in _DASHES
    is_broken = below == (state,) and not items[index + 1].blanks and items[index + 1].text[0].islower()
    is_signature = below != (state,) and _is_signature(item.text, *[line.text for line in items[index + 1 : index + 2]])
    return not (is_point or is_broken or is_signature)


def _breaks_off(text: str) -> bool:
    """Whether a line without an end begins a condition and tells of a person, as no link to more does: a copy was cut.

    >>> _breaks_off("If you are not a candid"), _breaks_off("When to see a doctor"), _breaks_off("What you should ea")
    (True, False, False)
    """
    return begins_condition(text) and has_persons(text)


def _is_signature(text: str, below: str = "") -> bool:
    """Whether the last line of a text is a name that the line below greets; buttons look like names, too.

    Where there are no capitals they do not.
    """
    may_be = text[0] not in _DASHES and (text == text.swapcase() or text.split(maxsplit=1)[0] in below[:_SHORT])
    return may_be and is_name(text.partition(", ")[0])


def _below_farewells(read: TextReading) -> set[int]:
    """Short lines below one that closes the same text: a name, or where somebody works; no day."""
    found, is_closed, above = set[int](), False, State.START
    for index, item, state in read.told():
        is_closed = is_closed and (above, state) in GOES_ON
        if is_closed and len(item.text) <= _MAX_CUT and not item.look.is_datum:
            found.add(index)
        is_closed = is_closed or (len(item.text) <= MAX_CLOSING and item.look.is_closing)
        above = state
    return found
