"""Columns of letters: a letter ends with a signature behind a dash, and the reply below begins by greeting it.

    Dear Nora: My heel hurts in the morning. What can I do?     greets who answers
    — Limping in Leeds                                          signs
    Dear Limping: This is most likely ...                       greets who signed
    Nora says: This is most likely ...                          or the reply begins with whom the letter greets

That a line repeats the signature above it, or the salutation, is proof enough, whatever the names and the subject are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter

from extractor import vocabulary
from extractor.layout import Kind, speakers
from extractor.layout.wordings import one_of
from extractor.readers.lines import Line, joined_text
from extractor.readers.text.grammar.persons import tells_of_own
from extractor.readers.text.letters.closings import is_name, is_signed
from extractor.readers.text.letters.letter import may_be_letter, may_be_question
from extractor.readers.text.letters.salutations import (
    greeted,
    greets_somebody,
    is_addressed,
    is_salutation,
    is_to_a_reader,
    salutation_end,
)
from extractor.readers.text.letters.signatures import (
    MAX_LETTER_LINES,
    SIGNATURE,
    greets,
    named_at_end,
    signature_above,
    signature_alone,
    signed_with,
    signs_off,
)
from extractor.readers.text.matcher import Hit
from extractor.vocabulary import has_question_mark

_TITLES = chain(*vocabulary.table_of("letters.toml")["names"].values())
SHOUTED = rf"{one_of(map(str.upper, _TITLES))}\.? [A-Z]{{2,20}}: "
"""A doctor's name in capitals, with which letters may begin instead of a salutation."""
_SHOUTED = re.compile(SHOUTED)
_SPEAKS = re.compile(rf"(?P<who>[^\W\d_a-z][^\n:?!]{{1,40}}?)(?:(?: {speakers.says()})?:\s*| {speakers.says()}\Z)")
"""Who speaks, at the beginning of a line, or alone on it."""
_ANSWERS = re.compile(rf"(?P<who>[^\W\d_a-z][^\n.:?!]{{1,60}}?)(?:,? {speakers.says()})?:")
"""Who answers, on a line of its own above a reply."""
_MAX_BETWEEN, _MAX_CAPTION = 3, 120
"""Lines, and characters of each, that may stand between a signature and the reply, without an end of a sentence."""


def mailbag_hits(lines: Sequence[Line]) -> list[Hit]:
    """The letters and replies of a column as marks: where each begins, and who asked if a line of its own says so.

    A letter begins with the salutation of who answers. Only the first of a short page may begin without one. Below the
    last reply there may be one more letter, to the same, that nobody answers on this page.
    """
    seams = list(_seams(lines))
    if not seams:
        return []
    asks_shortly, is_short = may_be_letter(joined_text(lines)), may_be_question(lines)
    hits: list[Hit] = []
    begin, seen, letter, asking = 0, 0, -1, -1
    for signature, seam in seams:
        letter = _last(lines, seen, seam, _opening_end, letter)
        asking = _last(lines, seen, seam, _asks, asking)
        seen = seam
        has_letter = letter >= begin
        if has_letter and _salutation(lines[seam]) == _salutation(lines[letter]):
            continue  # one more letter to the same, and one reply to both
        signed, reply = lines[signature].text, lines[seam].text
        may_begin = asks_shortly or (is_short and salutation_end(reply) > 0)
        may_begin = may_begin and not begin and not is_to_a_reader(reply)
        is_asked = asking >= max(letter, begin) or (has_letter and is_name(signed) and greets(reply, signed))
        if (has_letter or may_begin) and is_asked:
            hits += _exchange(lines, letter if has_letter else None, signature, seam)
            begin = seen = seam + 1
    letters = {_salutation(lines[hit.first]) for hit in hits if hit.kind is Kind.QUESTION}
    rest = next((index for index in range(begin, len(lines)) if _salutation(lines[index]) in letters), None)
    return hits if rest is None else [*hits, _letter(lines[rest], rest)]


def with_letters(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The marks of a page of letters, above each of which the label of an answer follows, with these as questions.

    Whom a letter greets that is no doctor would else be who asked, and the letter the reply.
    """
    told = [hit for hit in hits if hit.kind is Kind.ANSWER]
    letters, replies = ([lines[hit.first] for hit in some] for some in (told[::2], told[1::2]))
    openings = {line.text[: salutation_end(line.text)] for line in letters}
    are_letters = len(letters) == len(replies) and len(openings) == 1 and "" not in openings
    are_letters = are_letters and all(greeted(line.text) for line in letters)  # customers and readers write none
    if not are_letters or any(hit.kind is Kind.QUESTION for hit in hits):
        return list(hits)
    if any(salutation_end(line.text) for line in replies):
        return list(hits)
    firsts = {hit.first for hit in told[::2]}
    return [_letter(lines[hit.first], hit.first) if hit.first in firsts else hit for hit in hits]


def _seams(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The last line of each letter, and the line on which the reply begins.

    It greets who signed above, or a reader; or somebody between letters to another; or it names whom a letter greeted
    as who speaks; or a signed letter that asks ends above it.
    """
    addressees: set[str] = set()
    greeted_on = [_addressee(line.text) for line in lines]
    between = _between_letters(greeted_on)
    for index, line in enumerate(lines[:-1]):
        addressees |= greeted_on[index]
        below = lines[index + 1].text
        seam = _greeting_below(lines, index)
        signed = signature_above(lines, index, seam)
        named = signed or named_at_end(line.text)
        above = lines[max(0, index + 1 - MAX_LETTER_LINES) : index + 1]
        if named and greets(lines[seam].text, named):
            yield index, seam
            continue
        is_named = addressees and not addressees.isdisjoint(_speaker(below))
        if is_named or index + 1 in between or is_to_a_reader(below) or (signed and _is_letter(above)):
            yield index, index + 1


def _between_letters(greeted_on: Sequence[set[str]]) -> frozenset[int]:
    """The lines that greet somebody between letters to another, where letters and replies take turns."""
    greeting = filter(itemgetter(1), enumerate(greeted_on))
    turns = [(next(turn)[0], whom) for whom, turn in groupby(greeting, itemgetter(1))]
    letters, replies = turns[::2], turns[1::2]
    to_one = len(letters) > 1 and all(whom == letters[0][1] for _, whom in letters)
    return frozenset(index for index, _ in replies) if to_one else frozenset()


def _greeting_below(lines: Sequence[Line], index: int) -> int:
    """The line with a salutation below line `index` and captions; the next line if there is none.

    Captions are short, or say who answers.
    """
    for place in range(index + 1, min(index + 2 + _MAX_BETWEEN, len(lines))):
        text = lines[place].text
        if greets_somebody(text):
            return place
        is_caption = len(text) <= _MAX_CAPTION and text[-1].isalnum() and not text[0].islower()
        if not (is_caption or _ANSWERS.fullmatch(text)):
            break
    return index + 1


def _opening_end(text: str) -> int:
    """Where the salutation that begins a letter ends, or a doctor's name in capitals with a colon; 0 if there is none.

    >>> _opening_end("DR. ROWE: My heel hurts."), _opening_end("Dr. Rowe: Rest it.")
    (10, 0)
    """
    shouted = _SHOUTED.match(text)
    return shouted.end() if shouted else salutation_end(text)


def _addressee(text: str) -> set[str]:
    """Whom a line greets at its beginning, whoever that is, in small letters: as there, and by the first word."""
    end = salutation_end(text)
    names = text[:end].rstrip(" :,!»….").casefold().split(" ", 1)[1:] if end else []
    return {part for name in names for part in (name, name.partition(" ")[0])}


def _speaker(text: str) -> set[str]:
    """Who speaks in a line that says so at its beginning, in small letters; alone on it only somebody with a name."""
    speaks = _SPEAKS.match(text)
    if speaks is None or (speaks.end() == len(text) and is_addressed(speaks["who"])):
        return set()
    return {speaks["who"].casefold()}


def _last(lines: Sequence[Line], first: int, end: int, is_wanted: Callable[[str], object], before: int) -> int:
    """The last of lines `[first, end)` that is wanted, else the one found `before`: each line is looked at once."""
    return next((index for index in range(end - 1, first - 1, -1) if is_wanted(lines[index].text)), before)


def _asks(text: str) -> bool:
    """Whether somebody asks in a line, or tells of himself, or of himself and others."""
    return has_question_mark(text) or tells_of_own(text)


def _is_letter(lines: Sequence[Line]) -> bool:
    """Whether lines that end with a signature end with a letter: it greets somebody, and asks; a doctor, or tells."""
    if not is_signed(lines[-1].text):
        return False
    greeting = _last(lines, 0, len(lines), salutation_end, -1)
    tells = _asks if greeting >= 0 and not is_salutation(lines[greeting].text) else has_question_mark
    return greeting >= 0 and any(tells(line.text) for line in lines[greeting:])


def _salutation(line: Line) -> str:
    """The words of the salutation that a line begins with: columns print it with a comma, and with a colon."""
    return line.text[: _opening_end(line.text)].rstrip(" ,:").casefold()


def _exchange(lines: Sequence[Line], letter: int | None, last: int, seam: int) -> Iterator[Hit]:
    """The marks of a letter that begins on line `letter`, if that greets somebody, and of the reply on line `seam`.

    Who asked may stand on line `last`.
    """
    if letter is not None:
        yield _letter(lines[letter], letter)
    signature, reply = lines[last], lines[seam]
    groups = {"first": reply.span}
    if letter is not None and _addressee(lines[letter].text) & _speaker(reply.text):
        groups = _behind_speaker(reply)
    signed = signs_off(signature.text)
    if SIGNATURE.match(signature.text):
        yield Hit(Kind.META, last, last, signed_with(signature))
    elif signed and not signed.start():
        yield Hit(Kind.META, last, last, {"asker": signature.span_of(signed, "who")})
    elif greets(reply.text, signature_alone(lines, last, seam)):
        yield Hit(Kind.META, last, last, {"asker": signature.span})
    for between in range(last + 1, seam):
        answers = _ANSWERS.fullmatch(lines[between].text)
        byline = {"byline": lines[between].span_of(answers, "who")} if answers else {}
        yield Hit(Kind.BYLINE if answers else Kind.FURNITURE, between, between, byline)
    yield Hit(Kind.ANSWER, seam, seam, groups)


def _behind_speaker(line: Line) -> dict[str, tuple[int, int]]:
    """Who speaks at the beginning of a line, and what; alone on the line only who speaks."""
    speaks = _SPEAKS.match(line.text)
    if speaks is None:
        return {}
    told = (line.start + speaks.end(), line.end)
    return {"byline": (line.start, line.start + speaks.end("who"))} | ({"first": told} if told[0] < told[1] else {})


def _letter(line: Line, index: int) -> Hit:
    """The mark of a letter that begins on line `index`, behind its salutation."""
    begin = line.start + _opening_end(line.text)
    return Hit(Kind.QUESTION, index, index, {"body": (begin, line.end)} if begin < line.end else {})
