"""Letters that label questions and answers without a colon, "Q My heel hurts.", or alone; and letters that do not."""

import re
from collections.abc import Sequence

from extractor.layout import Kind, labels
from extractor.readers.lines import Line, joined_text
from extractor.readers.people.names import has_degrees
from extractor.readers.text.grammar.persons import speaks_of_writer
from extractor.readers.text.letters.closings import DOTTED, is_name
from extractor.readers.text.letters.letter import tells_and_asks
from extractor.readers.text.matcher import Hit

_LAST_CASED = "\u052f"
"""The last letter of the scripts that have capitals, as far as pages are written in them."""
_INITIAL = re.compile(r"[^\W\d_a-z]\. ")
_FIRST_POINTS = frozenset(["A.", "A)"])
LETTERED = (Kind.QUESTION, Kind.ANSWER)
"""Kinds of marks that a letter may be the label of."""
_BEHIND = r"(?: ?[–—-] ?| )(?=¿?[^\W\d_a-z])[^\n]+"
_ASKS, _TELLS = (
    rf"{letter}\d{{0,2}}|{labels.in_capitals(kind)}" for letter, kind in (("Q", "question"), ("A", "answer"))
)
BARE_QUESTION = rf"(?:(?:{_ASKS}|\(Q\)){_BEHIND}|Q)"
_BARE = re.compile(
    rf"(?:(?P<asks>{_ASKS})|{_TELLS}|\((?:(?P<bracketed>Q)|A)\))(?={_BEHIND})[ –—-]+|(?P<letter>Q)\Z|A\Z"
)


def labels_in_turn(lines: Sequence[Line]) -> list[Hit]:
    """Questions and answers behind such labels, or below a letter alone; the page may break off behind a question.

    An article may begin a sentence so: the letters must take turns, and behind each Q somebody tells of himself, or
    asks for himself behind brackets. In front of words of another script a letter is no article.
    """
    found = [_bare_hit(line, index, match) for index, line in enumerate(lines) if (match := _BARE.match(line.text))]
    questions, answers = found[::2], found[1::2]
    unanswered = [Kind.QUESTION] * (len(questions) - len(answers))
    if not answers or [hit.kind for hit in found] != [Kind.QUESTION, Kind.ANSWER] * len(answers) + unanswered:
        return []
    if all(_is_of_other_script(lines[hit.first], hit) for hit in found):
        return found
    asked = (lines[above.first : below.first] for above, below in zip(questions, answers, strict=False))
    told = (joined_text(letter) for letter in asked)
    is_told = all(tells_and_asks(text) or (text[0] == "(" and speaks_of_writer(text)) for text in told)
    return found if is_told else []


def _is_of_other_script(line: Line, label: Hit) -> bool:
    """Whether the words behind a label begin with a letter of no Latin, Greek or Cyrillic script."""
    begin = label.groups["body"][0] - line.start if "body" in label.groups else 0
    return line.text[begin] > _LAST_CASED


def bare_question(above: Sequence[Line]) -> list[Hit]:
    """The only line, of a page or above its first answer, that begins with the label of a question without a colon."""
    found = [(index, match) for index, line in enumerate(above) if (match := _BARE.match(line.text))]
    if len(found) != 1 or not found[0][1]["asks"]:
        return []
    index, match = found[0]
    asked = joined_text(above[index:])
    is_asked = tells_and_asks(asked) or tells_and_asks(above[index].text)
    return [_bare_hit(above[index], index, match)] if is_asked else []


def _bare_hit(line: Line, index: int, found: re.Match[str]) -> Hit:
    kind = Kind.QUESTION if found["asks"] or found["bracketed"] or found["letter"] else Kind.ANSWER
    body = (line.start + found.end(), line.end)
    return Hit(kind, index, index, {"body": body} if body[0] < body[1] else {})


def without_other_letters(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The marks without letters that are no label: the first initial of a name, the first point of a list.

    "A. Rowe, MD"; "R.S., York"; "A. Blood." above "B. Water."
    """
    return [
        hit
        for hit in hits
        if hit.kind not in LETTERED
        or not (_is_initial(lines[hit.first].text) or _is_point(*lines[hit.first : hit.first + 2]))
    ]


def _is_point(line: Line, below: Line | None = None) -> bool:
    """Whether a line has the first letter of a list in front of it, and the line below the second."""
    first = line.text[:2]
    return first in _FIRST_POINTS and below is not None and below.text[:2] == f"B{first[1]}"


def _is_initial(text: str) -> bool:
    if _INITIAL.match(text) and has_degrees(text):
        return True
    return DOTTED.match(text) is not None and is_name(text)
