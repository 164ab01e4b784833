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

from extractor import vocabulary
from extractor.layout import Kind
from extractor.readers.lines import Line, joined_text
from extractor.readers.people.places import is_place
from extractor.readers.text.grammar.looks import look_at
from extractor.readers.text.grammar.persons import speaks_of_writer, speaks_to_reader, tells_of_ours
from extractor.readers.text.letters.below_asker import MAX_ABOVE, TITLED, is_formal_name, line_below_asker, unlisted
from extractor.readers.text.letters.closings import DOTTED, MAX_NAME, closes, is_name, is_signed
from extractor.readers.text.letters.salutations import greeted, is_opening, is_salutation, salutation_end, wonders_in
from extractor.readers.text.letters.signatures import greets, signed_with
from extractor.readers.text.matcher import Hit
from extractor.vocabulary import PUNCTUATION, SENTENCE_ENDS, has_question_mark
from extractor.vocabulary.specialties import is_specialty

_BELOW_TWO = 2
"""The first line above which a question stands, and who asks it, or a heading; a place stands below his name."""
_HEAD = 3
"""Lines among which a letter begins with its salutation."""
_MIN_WORDS, _MAX_HEADING_WORDS = 8, 4
_MAX_LETTER = 4_000  # characters
_REQUESTS = tuple(vocabulary.table_of("letters.toml")["requests"]["words"])
_ASKING = re.compile(r"(?<![^.!?？؟。])[^.!?？؟。]*+[?？؟]")
"""A sentence that asks."""


def letter_hits(lines: Sequence[Line], *, is_named: bool = False) -> list[Hit]:
    """What parts question and reply of a letter as marks: who asked (META), and where the reply begins (ANSWER).

    None if the page is no letter, or holds several. Who asks and `is_named` by a mark need not tell of himself.
    """
    opening = _opening(lines)
    seam = _seam_below(lines, opening)
    is_addressed = opening < (seam or 0)
    if not seam or seam > MAX_ABOVE or (not is_addressed and greets_again(lines[seam:])):
        return []
    asked, is_to_doctor = lines[:seam], is_addressed and not is_salutation(lines[opening].text)
    tells = is_to_doctor and any(speaks_of_writer(line.text) or has_question_mark(line.text) for line in asked)
    is_to_writer = is_addressed and greets(lines[seam].text, joined_text(asked))  # by the name that he gives
    if not (tells or is_to_writer or asks(asked) or (is_named and any(has_question_mark(line.text) for line in asked))):
        return []
    above = seam - 1 if TITLED.fullmatch(lines[seam - 1].text) or is_heading(lines, seam) else seam
    label = asker_above(lines, seam) if above == seam else [_told_above(lines[above], above, signs=is_addressed)]
    begin = opening if is_addressed else _bare_greeting(lines[:seam])
    letter = [_whole(Kind.QUESTION, lines[begin], begin)] if begin else []
    return [*(letter or only_paragraph(lines[:above])), *label, _whole(Kind.ANSWER, lines[seam], seam)]


def _seam_below(lines: Sequence[Line], opening: int) -> int | None:
    """The line with which the reply begins; what greets somebody on line `opening`, below nobody who asks, is none."""
    salutations = [index for index, line in enumerate(lines) if is_salutation(line.text)]
    if len(salutations) > 1 and salutations[0] == opening and not asks(lines[:opening]):
        whom = greeted(lines[opening].text)  # a title may greet him as well
        salutations = [index for index in salutations[1:] if greeted(lines[index].text) != whom]
    if salutations[:1] == [0] or len(salutations) > 1:
        return None
    return salutations[0] if salutations else line_below_asker(lines)


def _opening(lines: Sequence[Line]) -> int:
    """The line that begins a letter: it greets somebody; below the head of a page a doctor, or alone on the line.

    The end if none does.
    """
    ends = ((index, salutation_end(line.text), line.text) for index, line in enumerate(lines[:MAX_ABOVE]))
    greeting = (one for one in ends if one[1])
    may_begin = (at for at, end, text in greeting if at < _HEAD or end == len(text) or not is_salutation(text))
    return next(may_begin, len(lines))


def _bare_greeting(lines: Sequence[Line]) -> int:
    """The line that greets nobody by name and says no more, below the head of a page; 0 if there is none."""
    below = enumerate(lines[_HEAD:], _HEAD)
    return next((at for at, line in below if len(line.text) <= MAX_NAME and is_opening(line.text)), 0)


def _told_above(line: Line, index: int, *, signs: bool) -> Hit:
    """Who answers, behind a title; or the heading of a reply, which in a letter that greets somebody signs this."""
    if TITLED.fullmatch(line.text):
        return Hit(Kind.BYLINE, index, index, {"byline": line.span})
    return Hit(Kind.META, index, index, signed_with(line)) if signs else Hit(Kind.ANSWER, index, index, {})


def only_paragraph(above: Sequence[Line]) -> list[Hit]:
    """The only line above a reply as the question, if somebody tells of himself in it and asks: a title does not."""
    is_question = len(above) == 1 and tells_and_asks(above[0].text)
    return [Hit(Kind.QUESTION, 0, 0, {"body": above[0].span})] if is_question else []


def letter_above(above: Sequence[Line]) -> list[Hit]:
    """The letter above the label of a reply as the question: it begins with a salutation below other lines."""
    begin = next((index for index, line in enumerate(above) if index and salutation_end(line.text)), 0)
    return [_whole(Kind.QUESTION, above[begin], begin)] if begin and asks(above[begin:]) else []


def is_heading(lines: Sequence[Line], seam: int) -> bool:
    """Whether the line above a salutation, below one that asks or ends a sentence, is the heading of the reply."""
    text = lines[seam - 1].text
    is_named = is_name(unlisted(text)) and not _is_shouted(lines, seam)
    if seam < _BELOW_TWO or len(text) > MAX_NAME or len(text.split()) > _MAX_HEADING_WORDS or is_named:
        return False
    is_title = not text.removesuffix(":").endswith(PUNCTUATION) and lines[seam - 2].text.endswith(SENTENCE_ENDS)
    return is_title and not (closes(text) or is_signed(text))


def _is_shouted(lines: Sequence[Line], seam: int) -> bool:
    """Whether the line above line `seam` is words in capitals that the reply does not greet: no name, but a heading."""
    text = lines[seam - 1].text
    return text.isupper() and " " in text and not (DOTTED.match(text) or greets(lines[seam].text, text))


def may_be_question(lines: Sequence[Line]) -> bool:
    """Whether lines are as few as those of a question."""
    return len(lines) <= MAX_ABOVE and sum(len(line.text) for line in lines) <= _MAX_LETTER


def may_be_letter(text: str) -> bool:
    """Whether a text is short enough for a letter without labels and names, and asks something, or for something."""
    return len(text) <= _MAX_LETTER and (has_question_mark(text) or any(word in text for word in _REQUESTS))


def asker_above(lines: Sequence[Line], seam: int) -> list[Hit]:
    """The line above line `seam`, where the reply begins, if it is a paragraph of its own and says who asked.

    A place may stand below the name, or behind initials or a name with a dash. Set apart from the question by more than
    from the reply, or as an item of a list, it says who answers; initials set apart do not.
    """
    if known := _doctor_above(lines, seam) or _greeted_from(lines, seam):
        return known
    line = lines[seam - 1]
    name = unlisted(line.text)
    if seam > _BELOW_TWO and is_place(line.text) and "," in name and is_name(lines[seam - 2].text):
        where = [above.span for above in lines[seam - 2 : seam]]
        return [Hit(Kind.META, seam - 2, seam - 1, dict(zip(("asker", "asker_location"), where, strict=True)))]
    if seam < _BELOW_TWO or _is_shouted(lines, seam) or closes(name) or not is_name(name):
        return []
    is_below = line.blanks > 0 or (lines[seam - 2].text.endswith(SENTENCE_ENDS) and not name[0].islower())
    if not is_below or (not line.blanks and ", " in name):
        return []
    is_apart = line.blanks > max(1, lines[seam].blanks) and not DOTTED.match(name)
    if is_apart or name != line.text or is_formal_name(name):
        return [Hit(Kind.BYLINE, seam - 1, seam - 1, {"name": (line.end - len(name), line.end)})]
    return [Hit(Kind.META, seam - 1, seam - 1, signed_with(line))]


def _greeted_from(lines: Sequence[Line], seam: int) -> list[Hit]:
    """A paragraph above line `seam` that is a name and a place, perhaps with a stop, if the reply greets that name."""
    line, told = lines[seam - 1], lines[seam - 1].text.removesuffix(".")
    name, comma, place = told.partition(", ")
    if not (comma and line.blanks and is_name(told) and greets(lines[seam].text, name)):
        return []
    end = line.start + len(told)
    spans = (line.start, line.start + len(name)), (end - len(place), end)
    return [Hit(Kind.META, seam - 1, seam - 1, dict(zip(("asker", "asker_location"), spans, strict=True)))]


def _doctor_above(lines: Sequence[Line], seam: int) -> list[Hit]:
    """A doctor's name behind a title, and a specialty on the line below, above line `seam`."""
    first = seam - 2
    if first < 1 or not (is_specialty(lines[first + 1].text) and TITLED.fullmatch(lines[first].text)):
        return []
    spans = [line.span for line in lines[first:seam]]
    return [Hit(Kind.BYLINE, first, first + 1, {"byline": spans[0], "specialty": spans[1]})]


def titled_above(lines: Sequence[Line], seam: int) -> list[Hit]:
    """A doctor's name alone in the paragraph above line `seam`, where the label of the reply stands."""
    line = lines[seam - 1]
    if seam < _BELOW_TWO or not line.blanks or len(line.text) > MAX_NAME or not TITLED.fullmatch(line.text):
        return []
    return [Hit(Kind.BYLINE, seam - 1, seam - 1, {"byline": line.span})]


def _whole(kind: Kind, line: Line, index: int) -> Hit:
    """The mark of a line with which the text of a question or a reply begins."""
    return Hit(kind, index, index, {"body" if kind is Kind.QUESTION else "first": line.span})


def asks(lines: Sequence[Line]) -> bool:
    """Whether somebody asks for himself in these lines, in enough words: thanks at their end ask as well."""
    text = joined_text(lines)
    is_of_somebody = speaks_of_writer(text) or any(asks_for_ours(line.text) for line in lines)
    if len(text.split()) < _MIN_WORDS or not is_of_somebody:
        return False
    return has_question_mark(text) or wonders_in(text) or any(closes(line.text) for line in lines[-2:])


def tells_and_asks(text: str) -> bool:
    """Whether somebody asks, or closes as letters do that ask for help, and tells of himself beside.

    >>> tells_and_asks("My heel hurts. What is it?"), tells_and_asks("Why does my heel hurt?")
    (True, False)
    >>> tells_and_asks("My heel hurts. Please help.")
    True
    """
    return (has_question_mark(text) or closes(text)) and speaks_of_writer(_ASKING.sub("", text))


def asks_for_ours(text: str) -> bool:
    """Whether somebody tells of what is not his alone, and asks nobody: a house speaks to its readers so."""
    return has_question_mark(text) and tells_of_ours(text) and not speaks_to_reader(text)


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
