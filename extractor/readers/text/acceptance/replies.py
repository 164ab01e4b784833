"""Replies below questions that no mark parts from them: by their persons alone, so that none of them is certain."""

import re
from collections.abc import Callable, Container, Sequence
from functools import partial

from extractor.layout import labels
from extractor.readers.lines import Line, joined_text
from extractor.readers.text.grammar.looks import MAX_TITLE, look_at
from extractor.readers.text.grammar.persons import persons_in, speaks_of_writer
from extractor.readers.text.letters.below_asker import MAX_ABOVE
from extractor.readers.text.letters.closings import closes, is_aged, is_pseudonym
from extractor.readers.text.letters.letter import (
    asks,
    asks_for_ours,
    goes_on,
    greets_again,
    may_be_letter,
    may_be_question,
    tells_and_asks,
)
from extractor.readers.text.letters.salutations import (
    is_opening,
    is_salutation,
    salutation_end,
    thanks,
    thanks_for_a_question,
    wonders,
)
from extractor.readers.text.letters.signatures import may_sign
from extractor.vocabulary import QUESTION_MARKS, begins_condition, has_question_mark

_MIN_TOLD = 15
"""Words of either part of a page that nothing but its persons part."""
_MAX_ASKING = 4
_WIDE = 2
"""Blank lines that are more than paragraphs have."""
_MAX_LINK_WORDS = 4
_STATEMENT = re.compile(r"(?:[^\s.?!…]+ ){3,}[^\s.?!…]+[.!…]+ ")
"""A sentence that asks nothing, at the beginning of a line; headings are shorter."""
_CASE = re.compile(r"(?:[^\s?]+ ){4,}[^\s?]+, (?:[^\s?,]+ ){1,5}[^\s?,]+ ?\?")
"""What is the matter, and behind a comma a short question: "My heel has hurt since I ran, is it a spur?"."""
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{40,}[\"“”»]")
_ASKED = re.compile(r"[?？؟](?![\"”»’])")
_SIGNED_BY_DOCTOR = re.compile(
    rf"(?:[.!,] ?|\A){labels.title()} [^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){{0,3}}\Z"
)


def reply_by_persons(lines: Sequence[Line], taken: Container[int], *, is_of_doctors: bool) -> int | None:
    """The line with which a reply begins on a page without labels, in the first of these ways that finds one.

    `taken` are lines that marks take; `is_of_doctors` says that the page is about medicine, by its words.
    """
    below_line = partial(reply_below_line, taken=taken)
    ways: list[Callable[[Sequence[Line]], int | None]] = [below_line, reply_below_question, reply_with_thanks]
    ways += [reply_set_apart, *([reply_below_closing, reply_that_greets] if is_of_doctors else [])]
    return next((found for way in ways if (found := way(lines)) is not None), None)


def reply_below_question(lines: Sequence[Line]) -> int | None:
    """The line below the last that asks, or below a pseudonym, if what is below speaks to a reader.

    Links below a reply may ask as well. So where all that asks further below is as short as they are, the line may be
    the one below the first that asks, if that ends with the question and tells something before it.

    Nothing but the persons parts such a page into a question and a reply, so that it is never certain.
    """
    if not (may_be_letter(joined_text(lines)) or is_greeted(lines)):
        return None
    signed = next((index for index, line in enumerate(lines) if index and is_pseudonym(line.text)), None)
    asking = _asking(lines[:signed])
    if not asking or len(asking) > _MAX_ASKING:
        return None
    last = asking[-1] + 1 + (asking[-1] + 1 == signed)
    rest = any(len(lines[index].text.split()) > _MAX_LINK_WORDS for index in asking[1:])
    first = last if rest or not _ends_with_question(lines[asking[0]].text) else asking[0] + 1
    is_only = len(asking) == 1 or first < last
    return next((seam for seam in (last, first) if _is_seam(lines, seam, is_only=is_only)), None)


def _asking(lines: Sequence[Line]) -> list[int]:
    """The lines that ask or close, up to the first below one of them that greets a stranger: a reply closes as well.

    Where somebody greets and asks in one paragraph, the next that greets is the reply, whomever it greets.
    """
    found: list[int] = []
    for index, line in enumerate(lines):
        is_reply = found and is_opening(line.text) and is_opening(lines[found[0]].text)
        if found and (is_reply or is_salutation(line.text)):
            break
        if _asks_itself(line.text) or closes(line.text):
            found.append(index)
    return found


def _is_seam(lines: Sequence[Line], seam: int, *, is_only: bool) -> bool:
    """Whether what is above line `seam` asks, in its last paragraph only or not, and what is below replies."""
    is_letter = any(salutation_end(line.text) and not is_salutation(line.text) for line in lines[:seam])
    if seam == len(lines) or not (asks(lines[:seam]) or is_letter):
        return False
    if (greets_again if is_letter else goes_on)(lines[seam:]):
        return False
    asked, told = (joined_text(part) for part in (lines[:seam], lines[seam:]))
    above = lines[seam - 1].text
    parts = is_letter or is_pseudonym(above) or closes(above) or is_opening(lines[seam].text)
    parts = parts or (is_only and _ends_with_question(above))
    most = 0 if parts else -1
    is_told = is_letter or persons_in(asked) > 0 or asks_for_ours(above)  # a letter to a doctor speaks to him
    return is_told and min(len(asked.split()), len(told.split())) >= _MIN_TOLD and persons_in(told) <= most


def reply_with_thanks(lines: Sequence[Line]) -> int | None:
    """The line that thanks for the question, below one in which somebody tells of himself and asks nothing.

    It is never certain; what is below speaks to a reader, and a doctor signs it.
    """
    seam = next((index for index, line in enumerate(lines[:MAX_ABOVE]) if index and thanks(line.text)), None)
    if seam is None:
        return None
    return seam if _is_exchange(lines, seam) and _SIGNED_BY_DOCTOR.search(lines[-1].text) else None


def reply_below_closing(lines: Sequence[Line]) -> int | None:
    """The line below the first that closes as letters do that ask for help, if what is below speaks to a reader.

    Nothing need be asked, so that it is for pages about medicine; it is never certain.
    """
    seam = next((index + 1 for index, line in enumerate(lines[: MAX_ABOVE - 1]) if closes(line.text)), len(lines))
    return seam if seam < len(lines) and _is_exchange(lines, seam) else None


def reply_that_greets(lines: Sequence[Line]) -> int | None:
    """The first line that greets somebody who is no doctor, or is sorry, below one in which he tells and asks nothing.

    Who is thanked for something else, as for a review, is no patient. It is never certain.
    """
    seam = next((index for index, line in enumerate(lines[1:MAX_ABOVE], 1) if _begins_reply(line.text)), None)
    if seam is None or not _is_exchange(lines, seam):
        return None
    reply = lines[seam].text[salutation_end(lines[seam].text) :] or joined_text(lines[seam + 1 : seam + 2])
    return None if thanks(reply) and not thanks_for_a_question(reply) else seam


def _begins_reply(text: str) -> bool:
    """Whether a line greets somebody who is no doctor, or begins as replies do that greet nobody."""
    return is_salutation(text) or (look_at(text).opening == "greeting" and not salutation_end(text))


def reply_set_apart(lines: Sequence[Line]) -> int | None:
    """The line below the widest gap of a page, if somebody tells of himself above it, and what is below speaks to him.

    Sites print question and answer in blocks of their own, whose names are lost. It is never certain.
    """
    gaps = [line.blanks for line in lines[1:]]
    widest = max(gaps, default=0)
    if widest < _WIDE or gaps.count(widest) > 1 or not may_be_letter(joined_text(lines)):
        return None
    seam = gaps.index(widest) + 1
    return seam if _is_exchange(lines, seam) else None


def reply_below_line(lines: Sequence[Line], taken: Container[int] = ()) -> int | None:
    """The line below the only short one of a page, if above it somebody tells of himself, and is spoken to below.

    Who asked signs there, or a heading stands above the reply; what is `taken` by marks is neither. Never certain.
    """
    short = [index for index in range(1, len(lines) - 1) if index not in taken and may_sign(lines[index].text)]
    if len(short) != 1:
        return None
    asked, told = lines[: short[0]], lines[short[0] + 1 :]
    is_signed = is_aged(lines[short[0]].text)
    is_asked = is_signed or asks(asked) or salutation_end(asked[0].text) > 0
    least = -1 if is_signed else 0  # whose age is given need not speak of himself in words that are known
    return short[0] + 1 if is_asked and _is_exchange([*asked, *told], short[0], least) else None


def reply_to_told(lines: Sequence[Line]) -> int | None:
    """The line below the first, if in that somebody tells of himself and what is below speaks to a reader.

    Below the label of a question that says enough for its being one, and never where it ends.
    """
    return 1 if _is_exchange(lines, 1) else None


def _is_exchange(lines: Sequence[Line], seam: int, least: int = 0) -> bool:
    """Whether above line `seam` somebody tells of himself, and what is below speaks to a reader, in words enough.

    Nothing that is longer than a question mostly is, is an exchange of one.
    """
    if not may_be_question(lines):
        return False
    asked, told = (joined_text(part) for part in (lines[:seam], lines[seam:]))
    is_long = min(len(asked.split()), len(told.split())) >= _MIN_TOLD
    return is_long and persons_in(told) < 0 and persons_in(asked) > least


def reply_below_title(lines: Sequence[Line]) -> int | None:
    """The second line, if the first asks and is no heading of a FAQ: it says what is the matter, or a doctor signs.

    Nothing else parts such a page into a question and a reply, so that it is never certain.
    """
    first, *below = (line.text for line in lines)
    if (
        not has_question_mark(first)
        or not may_be_letter(" ".join([first, *below]))
        or any(map(_is_heading_that_asks, below))
    ):
        return None
    is_answered = sum(len(text.split()) for text in below) >= _MIN_TOLD
    return 1 if is_answered and (_says_what_is_the_matter(first) or _is_answer_of_doctor(first, below)) else None


def _is_heading_that_asks(text: str) -> bool:
    return text.endswith(QUESTION_MARKS) and len(text) <= MAX_TITLE


def _says_what_is_the_matter(text: str) -> bool:
    """Whether a line that asks tells something as well, as headings do not, which only ask."""
    is_case = _CASE.fullmatch(text) is not None and not begins_condition(text)
    return tells_and_asks(text) or wonders(text) or is_case or _STATEMENT.match(text) is not None


def _is_answer_of_doctor(title: str, told: Sequence[str]) -> bool:
    """Whether below a title that asks somebody thanks for the question at once, or signs as a doctor."""
    if not title.endswith(QUESTION_MARKS):
        return False
    return is_opening(told[0]) or _SIGNED_BY_DOCTOR.search(told[-1]) is not None


def _asks_itself(text: str) -> bool:
    """Whether a line asks something, and does not only quote a question."""
    return _ASKED.search(_unquoted(text)) is not None


def _unquoted(text: str) -> str:
    """A text without the quotation marks around all of it: papers print letters so."""
    return text[1:-1] if _QUOTED.fullmatch(text) else text


def _ends_with_question(text: str) -> bool:
    """Whether somebody tells of himself in a paragraph, and ends with a question."""
    told, _, asked = _unquoted(text).rpartition(". ")
    return asked.endswith(QUESTION_MARKS) and (speaks_of_writer(told) or asks_for_ours(text))


def is_greeted(lines: Sequence[Line]) -> bool:
    """Whether lines are as few as those of a letter, and one of them is a greeting."""
    return may_be_question(lines) and any(is_opening(line.text) for line in lines)
