"""Letters: a question and a reply without a label between them, told apart by how letters begin and end.

    My heel hurts in the morning. What can I do? Thank you.       asks, and closes
    Rosa V.                                                       signs: a name, initials, or sex, age and place
    Dear Rosa,                                                    greets who asked
    This is most likely ...

A salutation that is not to a doctor begins the reply, if somebody asks above it; so does the line below the signature
of who asked.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from extractor import vocabulary
from extractor.layout import Kind
from extractor.layout.wordings import one_of_patterns
from extractor.readers.lines import Line
from extractor.readers.text.grammar.features import persons_in, speaks_of_writer
from extractor.readers.text.grammar.looks import look_at
from extractor.readers.text.matcher import Hit

_GROUP = re.compile(r"\(\?P<\w+>")
_MAX_ABOVE = 25
"""Lines of a question; a letter that goes on for longer is another kind of text."""
_MIN_WORDS = 8
_MIN_TOLD = 15
"""Words of either part of a page that nothing but its persons part."""
_MAX_ASKING = 4
_MAX_LETTER = 4_000
"""Characters."""
_MAX_NAME = 40
_INITIALS = r"(?:[^\W\d_a-z]\.? ?){1,3}"
_NAME = r"[^\W\d_a-z][\w'’-]+(?: (?:(?:d[aei]l?|van|von|dos|bin|al|la|le) )?[^\W\d_a-z][\w'’.-]*){0,2}"
_PLACE = r", [^\W\d_a-z][^\n,.?!]{1,30}(?:, [^\W\d_a-z][^\n,?!]{1,20})?"


def letter_hits(lines: Sequence[Line]) -> list[Hit]:
    """What parts question and reply of a letter as marks: who asked (META), and where the reply begins (ANSWER).

    None if the page is no letter, or holds several.
    """
    salutations = [index for index, line in enumerate(lines) if is_salutation(line.text)]
    if salutations[:1] == [0] or len(salutations) > 1:
        return []
    seam = salutations[0] if salutations else _below_name(lines) or _below_signature(lines)
    if not seam or seam > _MAX_ABOVE or not _asks(lines[:seam]) or _goes_on(lines[seam:]):
        return []
    return [*asker_above(lines, seam), _reply(lines[seam], seam)]


def reply_below_question(lines: Sequence[Line]) -> int | None:
    """The line below the last that asks, if all that asks is above it and what is below speaks to a reader.

    Nothing but the persons parts such a page into a question and a reply, so that it is never certain.
    """
    if not may_be_letter(" ".join([line.text for line in lines])):
        return None
    asking = [index for index, line in enumerate(lines) if "?" in line.text or _closes(line.text)]
    seam = asking[-1] + 1
    if seam == len(lines) or seam > _MAX_ABOVE or len(asking) > _MAX_ASKING:
        return None
    if not _asks(lines[:seam]) or _goes_on(lines[seam:]):
        return None
    asked, told = (" ".join([line.text for line in part]) for part in (lines[:seam], lines[seam:]))
    above = lines[seam - 1].text
    parts = _is_sign_off(above) or is_opening(lines[seam].text) or (len(asking) == 1 and _tells_and_asks(above))
    most = 0 if parts else -1
    is_reply = min(len(asked.split()), len(told.split())) >= _MIN_TOLD and persons_in(asked) > 0
    is_reply = is_reply and persons_in(told) <= most
    return seam if is_reply else None


def may_be_letter(text: str) -> bool:
    """Whether a text is short enough for a letter without labels and names, and asks something."""
    return len(text) <= _MAX_LETTER and "?" in text


def is_to_a_patient(text: str) -> bool:
    """Whether a line begins with a salutation of a patient or user without a name, as answers alone do.

    >>> is_to_a_patient("Gentile paziente, riposi."), is_to_a_patient("Dear Rosa, rest.")
    (True, False)
    """
    return _patterns()["patient"].match(text) is not None


def is_salutation(text: str) -> bool:
    """Whether a line begins with a salutation of somebody who is no doctor.

    >>> is_salutation("Dear Rosa, yes."), is_salutation("Gentile utente,"), is_salutation("Dear Doctor,")
    (True, True, False)
    """
    match = _patterns()["salutation"].match(text)
    return match is not None and _patterns()["doctor"].match(match["who"]) is None


def is_opening(text: str) -> bool:
    """Whether a line greets nobody by name, or thanks for the question.

    >>> is_opening("Hello!"), is_opening("Thank you for your question."), is_opening("Thank you.")
    (True, True, False)
    """
    return _patterns()["greeting"].match(text) is not None


def is_signed(text: str) -> bool:
    """Whether a line ends with a dash and the initials, or the name, of who wrote it.

    >>> is_signed("What can I do? — R.V."), is_signed("- Rosa, Leeds"), is_signed("It is new-Born")
    (True, True, False)
    """
    return _patterns()["signs"].search(text) is not None


def is_name(text: str) -> bool:
    """Whether a line may be somebody's name, or initials, with or without a place."""
    return len(text) <= _MAX_NAME and _patterns()["name"].fullmatch(text) is not None


def is_aged(text: str) -> bool:
    """Whether a line is a name, perhaps a place, and an age.

    >>> is_aged("Rosa, Leeds, 34 years"), is_aged("Rosa, Leeds")
    (True, False)
    """
    return _patterns()["aged"].fullmatch(text) is not None


def _below_name(lines: Sequence[Line]) -> int | None:
    """The line that thanks for the question, or greets nobody by name, below who asked."""
    found = [
        index for index, line in enumerate(lines) if index and is_opening(line.text) and is_name(lines[index - 1].text)
    ]
    return found[0] if found else None


def _below_signature(lines: Sequence[Line]) -> int | None:
    """The line below one that can only be who asked: a name behind "by", sex and age, initials with a place."""
    for index in range(1, min(len(lines) - 1, _MAX_ABOVE)):
        if _patterns()["signed"].fullmatch(lines[index].text):
            return index + 1
    return None


def asker_above(lines: Sequence[Line], seam: int) -> list[Hit]:
    """The line above line `seam`, where the reply begins, if it is a paragraph of its own and says who asked.

    Set apart from the question by more than from the reply, it says who answers.
    """
    line = lines[seam - 1]
    if seam < 2 or not line.blanks or _closes(line.text) or not is_name(line.text):  # noqa: PLR2004 - a question and a name
        return []
    answers = line.blanks > max(1, lines[seam].blanks)
    kind, group = (Kind.BYLINE, "name") if answers else (Kind.META, "asker")
    return [Hit(kind, seam - 1, seam - 1, {group: (line.start, line.end)})]


def _reply(line: Line, index: int) -> Hit:
    return Hit(Kind.ANSWER, index, index, {"first": (line.start, line.end)})


def _asks(lines: Sequence[Line]) -> bool:
    """Whether somebody asks for himself in these lines: a question mark, or thanks at their end, and enough words."""
    text = " ".join([line.text for line in lines])
    if len(text.split()) < _MIN_WORDS or not speaks_of_writer(text):
        return False
    return "?" in text or any(_closes(line.text) for line in lines[-2:])


def _tells_and_asks(text: str) -> bool:
    """Whether somebody tells of himself in a paragraph, and ends with a question."""
    told, _, asked = text.rpartition(". ")
    return asked.endswith("?") and speaks_of_writer(told)


def _is_sign_off(text: str) -> bool:
    return len(text) <= _MAX_NAME and _closes(text)


def _closes(text: str) -> bool:
    return _patterns()["closing"].search(text) is not None


def _goes_on(lines: Sequence[Line]) -> bool:
    """Whether more begins below the reply than the reply: another one, or a headline."""
    looks = [look_at(line.text) for line in lines]
    if any(look.opening == "greeting" for look in looks[2:]):
        return True
    return any(
        look.is_bare and line.blanks and below.blanks and not _patterns()["name"].fullmatch(line.text)
        for look, line, below in zip(looks[1:], lines[1:], lines[2:], strict=False)
    )


def opening_pattern() -> str:
    """A pattern for lines without which no page is a letter: a salutation, or the signature of who asked."""
    salutation, greeting, signed = (
        _GROUP.sub("(?:", _patterns()[name].pattern) for name in ("salutation", "greeting", "signed")
    )
    return rf"(?:{salutation}|{greeting})[^\n]*|{signed}"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files(vocabulary).joinpath("letters.toml").read_text(encoding="utf-8"))
    greetings = _cased(word for words in table["salutations"].values() for word in words)
    thanks = _cased(table["thanks_for_asking"]["words"])
    readers, doctors, closings, leads = (
        "|".join(table[name]["words"]) for name in ("readers", "doctors", "closings", "from")
    )
    who = rf"(?:(?i:{readers})\b\.?(?: {_NAME})?|{_NAME}|{_INITIALS})"
    return {
        "salutation": re.compile(rf"(?:{greetings}),? (?P<who>{who})\s?(?:[,.!:;–—-]|(?=\n)|\Z)"),
        "patient": re.compile(rf"(?:{greetings}),? (?:{'|'.join(table['patients']['words'])})\b[,.!:]?"),
        "doctor": re.compile(rf"(?:{doctors})\b", re.IGNORECASE),
        "greeting": re.compile(
            rf"(?:(?:{greetings})(?:\b[\s,.!–—-]*(?i:{thanks})|\s?(?:[,.!:;–—-]|(?=\n)|\Z))|{thanks})"
        ),
        "closing": re.compile(rf"(?:^|[.!?,]\s*)(?i:{closings})[\s.!,]*+(?:{_NAME})?[\s.!]*$"),
        "name": re.compile(rf"(?:(?:{leads}) ?)?(?:(?:{_INITIALS} ?)?{_NAME}|{_INITIALS})(?:{_PLACE})?"),
        "signs": re.compile(rf"(?:^|[.!?…\"”)] ?)[-–—]{{1,2}} ?(?:{_INITIALS}|{_NAME})(?:{_PLACE})?$"),
        "aged": re.compile(rf"{_NAME}(?:{_PLACE})?, \d\d?(?: (?:{'|'.join(table['ages']['words'])}))?"),
        "signed": re.compile(
            rf"(?:[FM]|[Ff]emale|[Mm]ale),? \d\d?(?:{_PLACE})?|{_INITIALS}{_PLACE}|"
            rf"(?:{leads}) ?(?:{_NAME}|{_INITIALS})(?: \w+)?(?:{_PLACE})?"
        ),
    }


def _cased(wordings: Iterable[str]) -> str:
    """One of these with a capital, or in capitals."""
    return one_of_patterns(
        cased for wording in wordings for cased in (wording[0].upper() + wording[1:], wording.upper())
    )
