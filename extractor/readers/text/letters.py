"""Letters: a question and a reply without a label between them, told apart by how letters begin and end.

    My heel hurts in the morning. What can I do? Thank you.       asks, and closes
    Rosa V.                                                       signs: a name, initials, or sex, age and place
    Dear Rosa,                                                    greets who asked
    This is most likely ...

A salutation that is not to a doctor begins the reply, if somebody asks above it; so does the line below the signature
of who asked.
"""

import re
from collections.abc import Iterable, Sequence

from extractor.layout import Kind, labels
from extractor.layout.dates import date_in, is_date
from extractor.readers.lines import Line
from extractor.readers.people.places import is_place
from extractor.readers.text.grammar.features import speaks_of_writer
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
)
from extractor.vocabulary import PUNCTUATION, SENTENCE_ENDS, has_question_mark
from extractor.vocabulary.specialties import is_specialty

MAX_ABOVE = 25
"""Lines of a question; a letter that goes on for longer is another kind of text."""
_MIN_WORDS = 8
_MAX_LETTER = 4_000
"""Characters."""
_MAX_HEADING_WORDS = 4
_DASHES = "–—- "
_ASKING = re.compile(r"(?<![^.!?？؟。])[^.!?？؟。]*+[?？؟]")
"""A sentence that asks."""
INITIALS = re.compile(r"(?:[^\W\d_a-z]\. ?){2,3}")
"""What askers sign with: "P.W."."""
_PLACED = re.compile(r"[^\s,]+ [^\n,]+, [^\n,]+, [^\n,]+")
_TITLED = re.compile(labels.titled("{0,3}"))


def letter_hits(lines: Sequence[Line]) -> list[Hit]:
    """What parts question and reply of a letter as marks: who asked (META), and where the reply begins (ANSWER).

    None if the page is no letter, or holds several.
    """
    salutations = [index for index, line in enumerate(lines) if is_salutation(line.text)]
    if salutations[:1] == [0] or len(salutations) > 1:
        return []
    seam = salutations[0] if salutations else _below_name(lines) or _below_signature(lines) or _below_place(lines)
    if not seam or seam > MAX_ABOVE or not asks(lines[:seam]) or goes_on(lines[seam:]):
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
    if seam < 2 or len(text) > MAX_NAME or len(text.split()) > _MAX_HEADING_WORDS or is_name(_unlisted(text)):  # noqa: PLR2004 - a question and a heading
        return False
    is_title = not text.removesuffix(":").endswith(PUNCTUATION) and lines[seam - 2].text.endswith(SENTENCE_ENDS)
    return is_title and not (closes(text) or is_signed(text))


def may_be_question(lines: Sequence[Line]) -> bool:
    """Whether lines are as few as those of a question."""
    return len(lines) <= MAX_ABOVE and sum(len(line.text) for line in lines) <= _MAX_LETTER


def may_be_letter(text: str) -> bool:
    """Whether a text is short enough for a letter without labels and names, and asks something."""
    return len(text) <= _MAX_LETTER and has_question_mark(text)


def _below_name(lines: Sequence[Line]) -> int | None:
    """The line that thanks for the question, or greets nobody by name, below who asked."""
    found = [
        index
        for index, line in enumerate(lines)
        if index and is_opening(line.text) and is_name(_unlisted(lines[index - 1].text))
    ]
    return found[0] if found else None


def _below_signature(lines: Sequence[Line]) -> int | None:
    """The line below one that can only be who asked: a name behind "by", sex and age, initials with a place."""
    for index in range(1, min(len(lines) - 1, MAX_ABOVE)):
        if is_signed_by_stranger(lines[index].text):
            return index + 1
    return None


def _below_place(lines: Sequence[Line]) -> int | None:
    """The line below a full name and a place with its county or land, alone between what asks and a paragraph."""
    for index in range(1, min(len(lines) - 1, MAX_ABOVE)):
        line, below = lines[index], lines[index + 1]
        is_alone = line.blanks > 0 and below.blanks > 0 and has_question_mark(lines[index - 1].text[-1])
        if is_alone and _PLACED.fullmatch(line.text) and is_name(line.text.rstrip(".")):
            return index + 1
    return None


def asker_above(lines: Sequence[Line], seam: int) -> list[Hit]:
    """The line above line `seam`, where the reply begins, if it is a paragraph of its own and says who asked.

    A place may stand below the name, or behind initials or a name with a dash. Set apart from the question by more than
    from the reply, or as an item of a list, it says who answers; initials set apart do not.
    """
    if doctor := _doctor_above(lines, seam):
        return doctor
    line = lines[seam - 1]
    name = _unlisted(line.text)
    if seam > 2 and is_place(line.text) and "," in name and is_name(lines[seam - 2].text):  # noqa: PLR2004 - a question, a name and a place
        where = [(above.start, above.end) for above in lines[seam - 2 : seam]]
        return [Hit(Kind.META, seam - 2, seam - 1, dict(zip(("asker", "asker_location"), where, strict=True)))]
    if seam < 2 or not line.blanks or closes(name) or not is_name(name):  # noqa: PLR2004 - a question and a name
        return []
    is_apart = line.blanks > max(1, lines[seam].blanks) and not INITIALS.match(name)
    if is_apart or name != line.text:
        return [Hit(Kind.BYLINE, seam - 1, seam - 1, {"name": (line.end - len(name), line.end)})]
    return [Hit(Kind.META, seam - 1, seam - 1, _signed_with(line))]


def _signed_with(line: Line) -> dict[str, tuple[int, int]]:
    """Who asked, by a line that says no more, and where, if behind a comma; in front stand initials, or a dash."""
    own = line.text.lstrip(_DASHES)
    name, comma, where = own.partition(", ")
    if own == line.text and not (name.isupper() and name.endswith(".")):
        name, comma = own, ""
    begin = line.end - len(own)
    who = {"asker": (begin, begin + len(name))}
    return {**who, "asker_location": (line.end - len(where), line.end)} if comma else who


def _doctor_above(lines: Sequence[Line], seam: int) -> list[Hit]:
    """A doctor's name behind a title, and a specialty on the line below, above line `seam`."""
    first = seam - 2
    if first < 1 or not (is_specialty(lines[first + 1].text) and _TITLED.fullmatch(lines[first].text)):
        return []
    spans = [(line.start, line.end) for line in lines[first:seam]]
    return [Hit(Kind.BYLINE, first, first + 1, {"byline": spans[0], "specialty": spans[1]})]


def _unlisted(text: str) -> str:
    """A line without the sign in front of an item of a list, as which sites print answers."""
    return text[2:].lstrip() if text[:2] == "• " else text


def titled_above(lines: Sequence[Line], seam: int) -> list[Hit]:
    """A doctor's name alone in the paragraph above line `seam`, where the label of the reply stands."""
    line = lines[seam - 1]
    if seam < 2 or not line.blanks or len(line.text) > MAX_NAME or not _TITLED.fullmatch(line.text):  # noqa: PLR2004 - a question and a name
        return []
    return [Hit(Kind.BYLINE, seam - 1, seam - 1, {"byline": (line.start, line.end)})]


def days_above(lines: Sequence[Line], seams: Iterable[int]) -> list[Hit]:
    """Dates in paragraphs of their own above the labels of replies: days of a page, and no words of a question."""
    above = [seam - 1 for seam in seams if seam > 1 and lines[seam - 1].blanks]
    return [Hit(Kind.FURNITURE, index, index, {}) for index in above if is_date(lines[index].text)]


def opens_with_day(text: str) -> bool:
    """Whether a line begins with a day of a year, whatever stands behind it.

    >>> opens_with_day("April 2, 2016 4 min read"), opens_with_day("Seen on April 2, 2016")
    (True, False)
    """
    day = date_in(text)
    return day is not None and day.start() == 0


def _reply(line: Line, index: int) -> Hit:
    return Hit(Kind.ANSWER, index, index, {"first": (line.start, line.end)})


def asks(lines: Sequence[Line]) -> bool:
    """Whether somebody asks for himself in these lines: a question mark, or thanks at their end, and enough words."""
    text = " ".join([line.text for line in lines])
    if len(text.split()) < _MIN_WORDS or not speaks_of_writer(text):
        return False
    return has_question_mark(text) or any(closes(line.text) for line in lines[-2:])


def tells_and_asks(text: str) -> bool:
    """Whether somebody asks, and tells of himself beside.

    >>> tells_and_asks("My heel hurts. What is it?"), tells_and_asks("Why does my heel hurt?")
    (True, False)
    """
    return has_question_mark(text) and speaks_of_writer(_ASKING.sub("", text))


def goes_on(lines: Sequence[Line]) -> bool:
    """Whether more begins below the reply than the reply: another one, or a headline."""
    return greets_again(lines) or _has_headline(lines)


def greets_again(lines: Sequence[Line]) -> bool:
    """Whether somebody is greeted below the second line of a reply, as where another one begins."""
    return any(look_at(line.text).opening == "greeting" for line in lines[2:])


def _has_headline(lines: Sequence[Line]) -> bool:
    """Whether a line like a headline stands between paragraphs, the second of which is none."""
    looks = [look_at(line.text) for line in lines]
    return any(
        look.is_bare and line.blanks and below.blanks and not (bare.is_bare or is_name(line.text))
        for look, line, below, bare in zip(looks[1:], lines[1:], lines[2:], looks[2:], strict=False)
    )
