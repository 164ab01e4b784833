"""What a line looks like, whatever it turns out to be: how it opens, whether it closes a text, how short it is."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from extractor import vocabulary
from extractor.layout.dates import date_in, date_words, is_date
from extractor.layout.wordings import capital, one_of, one_of_patterns
from extractor.readers.people.asides import is_datum
from extractor.readers.people.names import has_degrees
from extractor.vocabulary import is_furniture, is_rule

_GREETINGS = vocabulary.letter_wordings("salutations", "openings")
_NOBODY = "|".join(vocabulary.table_of("letters.toml")["nobody"]["words"])
_FAREWELLS = vocabulary.letter_wordings("closings", "farewells")
_NAMES = vocabulary.table_of("letters.toml")["names"]["words"]
_OPENING = re.compile(
    r"(?P<list>\d{1,2}\s*[.)](?!\d)|[a-zA-Z]\s?[.)]\s|[•⦁*·–-]\s|[A-Z][A-Z &/-]+:)|"
    rf"(?P<greeting>(?i:{one_of_patterns(_GREETINGS)})\b(?! (?i:{_NOBODY})\b))"
)
_CLOSING = re.compile(
    rf"(?i:{one_of_patterns(_FAREWELLS)}(?: from [\w'’-]++(?:,? [\w'’-]++){{0,5}}+)?+[\s,.!]*+$)"
    rf"|[~-]?\s*{one_of(map(capital, _NAMES))}\.?\s+\S+(?:\s+\S+){{0,3}}$"
)
_HEAD = 4
"""Characters of a line by which most lines are known to be neither."""
_LIST_HEAD = re.compile(r"[a-zA-Z]\s?[.)]|[A-Z][A-Z &/-]*(?::|\Z)")
_LITERAL = re.compile(r"[a-z]['’a-z]* ?(?![?*])|[a-z]+?(?=[a-z ]\?)")
"""The letters that a pattern begins with, whatever else it says."""
_REMEMBERED_HEADS = 10_000
_REMEMBERED_LINES = 1_000
_MAX_REMEMBERED = 16
"""Characters of a line whose look is remembered."""
MAX_TITLE = 150
"""Characters of a line that may be the title of what somebody asks."""
MAX_REMARK = 40
"""Characters of a line that is no paragraph."""
MAX_CLOSING = 89
"""Characters of a line up to which it may close a text."""
_MAX_BARE = 80
_MAX_SIGNATURE = 60
MAX_SALUTATION = 40
"""Characters of a line up to which it may be a salutation and nothing else."""
_MAX_FURNITURE = 50
_WORDS = re.compile(r"\w+")


class LineLook(NamedTuple):
    """What a line looks like, whatever it turns out to be."""

    opening: str | None = None
    """As `opening_of` says it."""
    is_closing: bool = False
    """A sign-off or a signature: it ends a body."""
    is_bare: bool = False
    """Like a headline and like nothing else: short, and without a full stop."""
    is_datum: bool = False
    """A date, a number or an address by its form: no words of the title's, or of a headline's."""


def look_at(text: str) -> LineLook:
    """The look of a line; several kinds of evidence need it, so it is taken once."""
    return _look_of(text) if len(text) > _MAX_REMEMBERED else _remembered_look(text)


@lru_cache(maxsize=_REMEMBERED_LINES)
def _remembered_look(text: str) -> LineLook:
    """The look of a line of a word or two: such lines are met again and again, in some pages ten thousand times."""
    return _look_of(text)


def _look_of(text: str) -> LineLook:
    may_open, may_close = _promise_of(text[:_HEAD])
    opening = opening_of(text) if may_open else None
    size = len(text)
    if size <= MAX_CLOSING:
        if is_datum(text):
            return _DATUM
        if (may_close and _CLOSING.match(text)) or _is_signature(text):
            return LineLook(opening, is_closing=True)
        if size <= _MAX_BARE and text[-1].isalnum() and not text[0].islower() and opening != "list":
            return _BARE_LOOKS[opening]
    return _PLAIN_LOOKS[opening]


_DATUM = LineLook(is_datum=True)
_PLAIN_LOOKS = {opening: LineLook(opening) for opening in (None, "list", "greeting")}
_BARE_LOOKS = {opening: LineLook(opening, is_bare=True) for opening in (None, "greeting")}


@lru_cache(maxsize=_REMEMBERED_HEADS)
def _promise_of(head: str) -> tuple[bool, bool]:
    """Whether a line that begins with these characters may open as `_OPENING` says, and close as `_CLOSING` says.

    Most lines do neither; to know that from a look-up is ten times as fast as to try both patterns.
    """
    if len(head) < _HEAD or not (head.isascii() and head[0].isalpha()):
        return True, True
    may_open = _LIST_HEAD.match(head) or _GREETING_HEAD.match(head)
    return may_open is not None, _CLOSING_HEAD.match(head) is not None


def _heads(patterns: Iterable[str]) -> re.Pattern[str]:
    """What lines begin with that may begin with one of these patterns."""
    literals = [match[0] for match in map(_LITERAL.match, patterns) if match]
    return re.compile(one_of(literal[:_HEAD] for literal in literals), re.IGNORECASE)


_GREETING_HEAD = _heads(_GREETINGS)
_CLOSING_HEAD = _heads([*_FAREWELLS, *_NAMES])


def opening_of(text: str) -> str | None:
    """What the line begins with: "list" for an item or a capitalised lead-in (`SWELLING: ...`), "greeting", or None."""
    match = _OPENING.match(text)
    return match.lastgroup if match else None


def greets_alone(text: str, look: LineLook) -> bool:
    """Whether the line is a salutation, and the letter that it opens goes on below: "Hi Rosa,"."""
    return look.opening == "greeting" and len(text) <= MAX_SALUTATION and text[-1] in ",:" and not look.is_closing


def _is_signature(text: str) -> bool:
    """Whether the line is a name with credentials."""
    return len(text) <= _MAX_SIGNATURE and has_degrees(text)


def is_rest(text: str) -> bool:
    """Whether the line looks like the rest of something, as where a page was cut in the middle."""
    return text[0].islower() and text[-1] == "."


def is_no_text(text: str) -> bool:
    """Whether a short line is one that sites print around their texts."""
    return (len(text) <= _MAX_FURNITURE and is_furniture(text)) or is_rule(text) or _is_revision(text)


def _is_revision(text: str) -> bool:
    """Whether the line says on what day the page was revised, or on what days it was written and revised.

    >>> _is_revision("Last updated 19.8.2003"), _is_revision("Last updated by Ann in 2003"), _is_revision("19.8.2003")
    (True, False, False)
    >>> _is_revision("First published: March 19, 1994 - Last updated on: 4 May 2008")
    True
    """
    if not text[-1].isdecimal():
        return False
    match = _revised().match(text)
    return (match is not None and is_date(text[match.end() :])) or _has_two_dates(text)


def _has_two_dates(text: str) -> bool:
    """Whether the line is two dates, and words that stand in front of dates."""
    first = date_in(text)
    second = date_in(text[first.end() :]) if first else None
    if first is None or second is None:
        return False
    words = _WORDS.findall(f"{text[: first.start()]} {second.string[: second.start()]}".casefold())
    return bool(words) and second.end() == len(second.string) and _lead_words().issuperset(words)


@cache
def _revised() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(date_words('around', 'revised'))})[\s:]+", re.IGNORECASE)


@cache
def _lead_words() -> frozenset[str]:
    return frozenset(word for lead in date_words("around", "leads", "particles", "revised") for word in lead.split())
