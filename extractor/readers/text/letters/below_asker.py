"""Where a reply begins that no salutation opens: below the line that says who asked."""

import re
from collections.abc import Sequence

from extractor import vocabulary
from extractor.layout import labels, writers
from extractor.readers.lines import Line
from extractor.readers.text.letters.closings import is_name, is_signed_by_stranger
from extractor.readers.text.letters.salutations import is_opening
from extractor.vocabulary import has_question_mark
from extractor.vocabulary.specialties import specialty_start

MAX_ABOVE = 25
"""Lines of a question; a letter that goes on for longer is another kind of text."""
TITLED = re.compile(labels.titled("{0,3}"))
"""A doctor's name behind a title."""
_NEAR = 3
"""Lines, the last of which may be who asked, above a greeting of nobody."""
_MIN_PARAGRAPH = 8
"""Words."""
FULL_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+(?: [A-Z]\.)? [^\W\d_a-z][\w'’-]+")
_WORD = re.compile(r"\w+")
_PATRONYMICS = tuple(vocabulary.table_of("letters.toml")["patronymics"]["words"])
_PLACED = re.compile(r"[^\s,]+ [^\n,]+, [^\n,]+, [^\n,]+")
_SENT = re.compile(writers.sent())


def line_below_asker(lines: Sequence[Line]) -> int | None:
    """The line below who asked, where a reply begins without the salutation of anybody."""
    return _below_name(lines) or _below_signature(lines) or _below_place(lines)


def is_formal_name(text: str) -> bool:
    """Whether a line is a name with that of the father, as which doctors are named, and those who ask are not.

    >>> is_formal_name("Пётр Аркадьевич"), is_formal_name("Пётр Рябов")
    (True, False)
    """
    return text.count(" ") == 1 and text.endswith(_PATRONYMICS)


def unlisted(text: str) -> str:
    """A line without the sign in front of an item of a list, as which sites print answers."""
    return text[2:].lstrip() if text[:2] == "• " else text


def _below_name(lines: Sequence[Line]) -> int | None:
    """The line that thanks for the question, or greets nobody by name, below who asked."""
    found = [
        index
        for index, line in enumerate(lines)
        if index and is_opening(line.text) and _names_somebody(lines[max(0, index - _NEAR) : index])
    ]
    return found[0] if found else None


def _names_somebody(lines: Sequence[Line]) -> bool:
    """Whether the last of some lines is a name; a doctor signs what stands above him, if nobody asks there."""
    name = lines[-1].text
    is_below_question = any(has_question_mark(line.text) for line in lines[:-1])
    return is_name(unlisted(name)) or (is_below_question and TITLED.fullmatch(name) is not None)


def _below_signature(lines: Sequence[Line]) -> int | None:
    """The line below one that can only be who asked: a name behind "by", sex and age, initials with a place."""
    for index in range(1, min(len(lines) - 1, MAX_ABOVE)):
        if is_signed_by_stranger(lines[index].text) or _SENT.fullmatch(lines[index].text):
            return index + 1
    return None


def _below_place(lines: Sequence[Line]) -> int | None:
    """The line below a full name alone between what asks and a paragraph: with county or land, or named nowhere else.

    The headline of an answer looks like a name, but the page speaks of what it says.
    """
    for index in range(1, min(len(lines) - 1, MAX_ABOVE)):
        line, below = lines[index], lines[index + 1]
        is_alone = line.blanks > 0 and below.blanks > 0 and has_question_mark(lines[index - 1].text[-1])
        is_placed = is_alone and _PLACED.fullmatch(line.text) and is_name(line.text.rstrip("."))
        if is_placed or (is_alone and FULL_NAME.fullmatch(line.text) and _is_unheard(lines, index)):
            return index + 1
    return None


def _is_unheard(lines: Sequence[Line], index: int) -> bool:
    """Whether line `index` is a name no word of which stands elsewhere on the page, above a paragraph."""
    name = lines[index].text
    if not is_name(name) or len(lines[index + 1].text.split()) < _MIN_PARAGRAPH or specialty_start(name) is not None:
        return False
    words = set(name.casefold().split())
    return all(words.isdisjoint(_WORD.findall(line.text.casefold())) for line in (*lines[:index], *lines[index + 1 :]))
