"""Letters: a question and a reply without a label between them, told apart by how letters begin and end.

    My heel hurts in the morning. What can I do? Thank you.       asks, and closes
    Rosa V.                                                       signs: a name, initials, or sex, age and place
    Dear Rosa,                                                    greets who asked
    This is most likely ...

A salutation that is not to a doctor begins the reply, if somebody asks above it; so does the line below the signature
of who asked.
"""

import re
from collections.abc import Sequence

from extractor.layout import Kind
from extractor.readers.lines import Line
from extractor.readers.text.grammar.features import persons_in, speaks_of_writer
from extractor.readers.text.grammar.looks import look_at
from extractor.readers.text.matcher import Hit
from extractor.readers.text.salutations import (
    MAX_NAME,
    closes,
    is_name,
    is_opening,
    is_salutation,
    is_signed,
    is_signed_by_stranger,
    wonders,
)
from extractor.vocabulary import word_set

_MAX_ABOVE = 25
"""Lines of a question; a letter that goes on for longer is another kind of text."""
_MIN_WORDS = 8
_MIN_TOLD = 15
"""Words of either part of a page that nothing but its persons part."""
_MAX_ASKING = 4
_MAX_LETTER = 4_000
"""Characters."""
_MAX_HEADING_WORDS = 4
_MAX_TITLE = 150
_ASKING = re.compile(r"(?<![^.!?])[^.!?]*+\?")
"""A sentence that asks."""
_STATEMENT = re.compile(r"(?:[^\s.?!…]+ ){3,}[^\s.?!…]+[.!…]+ ")
"""A sentence that asks nothing, at the beginning of a line; headings are shorter."""
_CASE = re.compile(r"(?:[^\s?]+ ){4,}[^\s?]+, (?:[^\s?,]+ ){1,5}[^\s?,]+ ?\?")
"""What is the matter, and behind a comma a short question: "My heel has hurt since I ran, is it a spur?"."""
_SIGNED_BY_DOCTOR = re.compile(r"(?:[.!,] ?|\A)Dr\.? [^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}\Z")
_TITLED = re.compile(r"(?:Dra?|Prof|Dott)\.?(?:ssa)?(?: [^\W\d_a-z][\w'’.-]*){1,4}")


def letter_hits(lines: Sequence[Line]) -> list[Hit]:
    """What parts question and reply of a letter as marks: who asked (META), and where the reply begins (ANSWER).

    None if the page is no letter, or holds several.
    """
    salutations = [index for index, line in enumerate(lines) if is_salutation(line.text)]
    if salutations[:1] == [0] or len(salutations) > 1:
        return []
    seam = salutations[0] if salutations else _below_name(lines) or _below_signature(lines)
    if not seam or seam > _MAX_ABOVE or not asks(lines[:seam]) or _goes_on(lines[seam:]):
        return []
    heading = seam - 1 if _is_heading(lines, seam) else seam
    label = [Hit(Kind.ANSWER, heading, heading, {})] if heading < seam else asker_above(lines, seam)
    return [*_only_paragraph(lines[:heading]), *label, _reply(lines[seam], seam)]


def _only_paragraph(above: Sequence[Line]) -> list[Hit]:
    """The only line above a reply as the question, if somebody tells of himself in it and asks: a title does not."""
    line = above[0]
    is_question = len(above) == 1 and tells_and_asks(line.text)
    return [Hit(Kind.QUESTION, 0, 0, {"body": (line.start, line.end)})] if is_question else []


def _is_heading(lines: Sequence[Line], seam: int) -> bool:
    """Whether the line above a salutation, below one that asks or ends a sentence, is the heading of the reply."""
    text = lines[seam - 1].text
    if seam < 2 or len(text) > MAX_NAME or len(text.split()) > _MAX_HEADING_WORDS or is_name(text):  # noqa: PLR2004 - a question and a heading
        return False
    return text[-1] not in ".?!,;" and lines[seam - 2].text[-1] in ".?!" and not (closes(text) or is_signed(text))


def reply_below_question(lines: Sequence[Line]) -> int | None:
    """The line below the last that asks, if all that asks is above it and what is below speaks to a reader.

    Nothing but the persons parts such a page into a question and a reply, so that it is never certain.
    """
    if not may_be_letter(" ".join([line.text for line in lines])):
        return None
    asking = [index for index, line in enumerate(lines) if "?" in line.text or closes(line.text)]
    seam = asking[-1] + 1
    if seam == len(lines) or seam > _MAX_ABOVE or len(asking) > _MAX_ASKING:
        return None
    if not asks(lines[:seam]) or _goes_on(lines[seam:]):
        return None
    asked, told = (" ".join([line.text for line in part]) for part in (lines[:seam], lines[seam:]))
    above = lines[seam - 1].text
    parts = _is_sign_off(above) or is_opening(lines[seam].text) or (len(asking) == 1 and _ends_with_question(above))
    most = 0 if parts else -1
    is_reply = min(len(asked.split()), len(told.split())) >= _MIN_TOLD and persons_in(asked) > 0
    is_reply = is_reply and persons_in(told) <= most
    return seam if is_reply else None


def reply_below_title(lines: Sequence[Line]) -> int | None:
    """The second line, if the first asks and is no heading of a FAQ: it says what is the matter, or a doctor signs.

    Nothing else parts such a page into a question and a reply, so that it is never certain.
    """
    first, *below = (line.text for line in lines)
    if "?" not in first or not may_be_letter(" ".join([first, *below])) or any(map(_is_heading_that_asks, below)):
        return None
    is_answered = sum(len(text.split()) for text in below) >= _MIN_TOLD
    return 1 if is_answered and (_says_what_is_the_matter(first) or _is_answer_of_doctor(first, below)) else None


def _is_heading_that_asks(text: str) -> bool:
    return text.endswith("?") and len(text) <= _MAX_TITLE


def _says_what_is_the_matter(text: str) -> bool:
    """Whether a line that asks tells something as well, as headings do not, which only ask."""
    tells = (tells_and_asks(text) and len(text.split()) >= _MIN_WORDS) or wonders(text)
    return tells or _STATEMENT.match(text) is not None or (_CASE.fullmatch(text) is not None and not _is_if(text))


def _is_if(text: str) -> bool:
    return text.split(" ", 1)[0].lstrip("¿").lower() in word_set("conditions")


def _is_answer_of_doctor(title: str, told: Sequence[str]) -> bool:
    """Whether below a title that asks somebody thanks for the question at once, or signs with a doctor's title."""
    if not title.endswith("?") or len(title) > _MAX_TITLE:
        return False
    return is_opening(told[0]) or _SIGNED_BY_DOCTOR.search(told[-1]) is not None


def may_be_question(lines: Sequence[Line]) -> bool:
    """Whether lines are as few as those of a question."""
    return len(lines) <= _MAX_ABOVE and sum(len(line.text) for line in lines) <= _MAX_LETTER


def may_be_letter(text: str) -> bool:
    """Whether a text is short enough for a letter without labels and names, and asks something."""
    return len(text) <= _MAX_LETTER and "?" in text


def _below_name(lines: Sequence[Line]) -> int | None:
    """The line that thanks for the question, or greets nobody by name, below who asked."""
    found = [
        index for index, line in enumerate(lines) if index and is_opening(line.text) and is_name(lines[index - 1].text)
    ]
    return found[0] if found else None


def _below_signature(lines: Sequence[Line]) -> int | None:
    """The line below one that can only be who asked: a name behind "by", sex and age, initials with a place."""
    for index in range(1, min(len(lines) - 1, _MAX_ABOVE)):
        if is_signed_by_stranger(lines[index].text):
            return index + 1
    return None


def asker_above(lines: Sequence[Line], seam: int) -> list[Hit]:
    """The line above line `seam`, where the reply begins, if it is a paragraph of its own and says who asked.

    Set apart from the question by more than from the reply, it says who answers.
    """
    line = lines[seam - 1]
    if seam < 2 or not line.blanks or closes(line.text) or not is_name(line.text):  # noqa: PLR2004 - a question and a name
        return []
    answers = line.blanks > max(1, lines[seam].blanks)
    kind, group = (Kind.BYLINE, "name") if answers else (Kind.META, "asker")
    return [Hit(kind, seam - 1, seam - 1, {group: (line.start, line.end)})]


def titled_above(lines: Sequence[Line], seam: int) -> list[Hit]:
    """A doctor's name alone in the paragraph above line `seam`, where the label of the reply stands."""
    line = lines[seam - 1]
    if seam < 2 or not line.blanks or len(line.text) > MAX_NAME or not _TITLED.fullmatch(line.text):  # noqa: PLR2004 - a question and a name
        return []
    return [Hit(Kind.BYLINE, seam - 1, seam - 1, {"byline": (line.start, line.end)})]


def _reply(line: Line, index: int) -> Hit:
    return Hit(Kind.ANSWER, index, index, {"first": (line.start, line.end)})


def asks(lines: Sequence[Line]) -> bool:
    """Whether somebody asks for himself in these lines: a question mark, or thanks at their end, and enough words."""
    text = " ".join([line.text for line in lines])
    if len(text.split()) < _MIN_WORDS or not speaks_of_writer(text):
        return False
    return "?" in text or any(closes(line.text) for line in lines[-2:])


def tells_and_asks(text: str) -> bool:
    """Whether somebody asks, and tells of himself beside.

    >>> tells_and_asks("My heel hurts. What is it?"), tells_and_asks("Why does my heel hurt?")
    (True, False)
    """
    return "?" in text and speaks_of_writer(_ASKING.sub("", text))


def _ends_with_question(text: str) -> bool:
    """Whether somebody tells of himself in a paragraph, and ends with a question."""
    told, _, asked = text.rpartition(". ")
    return asked.endswith("?") and speaks_of_writer(told)


def _is_sign_off(text: str) -> bool:
    return len(text) <= MAX_NAME and closes(text)


def _goes_on(lines: Sequence[Line]) -> bool:
    """Whether more begins below the reply than the reply: another one, or a headline."""
    looks = [look_at(line.text) for line in lines]
    if any(look.opening == "greeting" for look in looks[2:]):
        return True
    return any(
        look.is_bare and line.blanks and below.blanks and not is_name(line.text)
        for look, line, below in zip(looks[1:], lines[1:], lines[2:], strict=False)
    )
