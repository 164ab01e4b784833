"""Chats: who asks and who answers stand in front of what they say.

    Rosa: My heel hurts in the morning. What can I do?
    Dr. Rowe: Hi Rosa, this is most likely ...

That a reply greets by name who spoke before it is proof enough, whoever they are. So is that a doctor speaks below who
asks, if most of these speak of themselves, and one tells something beside, as nobody does in an interview.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from extractor import vocabulary
from extractor.layout import Kind
from extractor.readers.lines import Line
from extractor.readers.people.names import is_titled_name
from extractor.readers.text.grammar.persons import speaks_of_writer
from extractor.readers.text.letters.letter import tells_and_asks
from extractor.readers.text.letters.salutations import is_salutation
from extractor.readers.text.letters.signatures import greets
from extractor.readers.text.matcher import Hit
from extractor.vocabulary import has_question_mark

_MAX_NAME = 40
_SPEAKS = re.compile(rf"(?P<who>[^\W\d_a-z][^\n:?!]{{1,{_MAX_NAME}}}|\w{{3,{_MAX_NAME}}}): +(?=\S)")
"""A name, or a handle, which may be in small letters."""
_TITLED = re.compile(r"(?:[A-Z][a-z]+_-_+)?(?:Dr|Prof)_+(?=[A-Z])")
"""A title in front of the name of who speaks, as chats print it that allow no spaces."""
_first_of = attrgetter("first")


class _Turn(NamedTuple):
    """What somebody says from one line of a page on: who it is, and where in that line it begins."""

    at: int
    who: str
    begin: int
    is_doctor: bool


def chat_hits(lines: Sequence[Line]) -> list[Hit]:
    """The questions and replies of a chat as marks, with who asks and who answers."""
    turns = list(_turns(lines))
    replies = {below.at: above for above, below in pairwise(turns) if _greets_back(lines, above, below)}
    titled = {below.at: above for above, below in pairwise(turns) if not above.is_doctor and below.is_doctor}
    asked = {at: _said(lines, above, at) for at, above in titled.items()}
    asked = {at: text for at, text in asked.items() if has_question_mark(text)}
    if any(map(tells_and_asks, asked.values())) and 2 * sum(map(speaks_of_writer, asked.values())) >= len(asked):
        replies |= {at: titled[at] for at in asked}
    hits: dict[int, Hit] = {}
    for turn in turns:
        above = replies.get(turn.at)
        if above and above.at not in hits:
            hits |= {hit.first: hit for hit in _exchange(lines, above, turn)}
    return sorted([*hits.values(), *_unanswered(lines, turns, hits)], key=_first_of)


def _turns(lines: Sequence[Line]) -> Iterator[_Turn]:
    for at, line in enumerate(lines):
        if speaks := speaker_of(line.text):
            titled = _TITLED.match(speaks["who"])
            who = speaks["who"][titled.end() :] if titled else speaks["who"]
            yield _Turn(at, who, speaks.end(), titled is not None or is_titled_name(who))


def speaker_of(text: str) -> re.Match[str] | None:
    """Who speaks, if a line says so at its beginning (`who`)."""
    return _SPEAKS.match(text) if ": " in text[: _MAX_NAME + 4] else None


def _greets_back(lines: Sequence[Line], above: _Turn, below: _Turn) -> bool:
    """Whether what somebody says begins by greeting who spoke before."""
    said = lines[below.at].text[below.begin :]
    return above.who != below.who and is_salutation(said) and greets(said, above.who)


def _said(lines: Sequence[Line], turn: _Turn, end: int) -> str:
    """What somebody says, down to line `end`."""
    return " ".join([lines[turn.at].text[turn.begin :], *[line.text for line in lines[turn.at + 1 : end]]])


def _exchange(lines: Sequence[Line], asker: _Turn, doctor: _Turn) -> Iterator[Hit]:
    told = lines[doctor.at]
    end = told.start + doctor.begin
    name = told.text[: doctor.begin].rindex(doctor.who) + told.start
    yield _asked(lines[asker.at], asker)
    yield Hit(Kind.ANSWER, doctor.at, doctor.at, {"byline": (name, name + len(doctor.who)), "first": (end, told.end)})


def _asked(line: Line, turn: _Turn) -> Hit:
    """The mark of a question, with who asks if that is a name."""
    body = {"body": (line.start + turn.begin, line.end)}
    end = line.start + len(line.text[: turn.begin].rstrip(": "))
    who = {} if turn.who.casefold() in _no_names() else {"asker": (end - len(turn.who), end)}
    return Hit(Kind.QUESTION, turn.at, turn.at, who | body)


@cache
def _no_names() -> frozenset[str]:
    """Words for who asks, whoever that is."""
    return frozenset(vocabulary.table_of("letters.toml")["readers"]["words"])


def _unanswered(lines: Sequence[Line], turns: Sequence[_Turn], hits: dict[int, Hit]) -> Iterator[Hit]:
    """The last turn of a chat with a doctor, if somebody asks in it whom nobody answers on this page."""
    is_last = hits and turns[-1].at > max(hits) and any(turn.is_doctor for turn in turns[:-1])
    if is_last and not turns[-1].is_doctor and has_question_mark(_said(lines, turns[-1], len(lines))):
        yield _asked(lines[turns[-1].at], turns[-1])
