"""A question below a heading, whose reply begins with a greeting alone on its line and speaks of nobody."""

from collections.abc import Sequence

from extractor.readers.lines import Line, joined_text
from extractor.readers.text.grammar.persons import persons_in
from extractor.readers.text.letters.salutations import is_opening
from extractor.readers.text.letters.signatures import MAX_SIGNATURE, may_sign
from extractor.vocabulary import QUESTION_MARKS, asks_something

_MIN_LINES, _MAX_HEADING, _MIN_REPLY = 5, 150, 15
"""Of a heading the characters, of the reply the words."""


def is_greeted_below_heading(lines: Sequence[Line]) -> bool:
    """Whether below a heading a line asks, below that a greeting stands alone, and at the end who signs."""
    if len(lines) <= _MIN_LINES or asks_something(lines[0].text) or len(lines[0].text) > _MAX_HEADING:
        return False
    greeting, told = lines[2].text, joined_text(lines[3:])
    is_reply = lines[1].text.endswith(QUESTION_MARKS) and is_opening(greeting) and may_sign(greeting.rstrip("!,."))
    signature = lines[-1].text
    is_signed = signature[-1].isalnum() and len(signature) <= MAX_SIGNATURE
    return is_reply and is_signed and persons_in(told) < 0 and len(told.split()) >= _MIN_REPLY
