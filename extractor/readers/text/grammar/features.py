"""What speaks, in a line's own words and shape, for its being a title, a question, a headline or a first body line.

Every function gives log-odds against "one more body line", which is 0 by definition.
"""

import re
from functools import lru_cache
from math import log
from operator import itemgetter
from typing import NamedTuple

from extractor.readers.people.asides import is_datum

_WORD = re.compile(r"\w+")
_SPACED = {code: " " for code in range(128) if not _WORD.match(chr(code))}
_WORDS = re.compile(r"[^\W\d_][\w'’]*")
_SENTENCE_BREAK = re.compile(r"[.!?]\s+[A-Z]")
_SORRY = "sorry (?:to hear|about|for|that|you)"
_MUCH = "(?:so |very |truly |really )?"
_BEST = "best(?: wishes| regards| of luck)?"
_HELP = "(?:help|advise)(?: me)?"
_GREETINGS = (
    *(
        "hi",
        "hello",
        "hey",
        "dear",
        "welcome",
        "thanks?(?: you)?",
        "i appreciate",
        "great question",
        "excellent question",
    ),
    "good (?:morning|afternoon|evening|day|question)",
    *(_SORRY, f"so {_SORRY}", f"very {_SORRY}", f"truly {_SORRY}", f"really {_SORRY}"),
    *(f"i am {_MUCH}{_SORRY}", f"i['’]m {_MUCH}{_SORRY}"),
    *("i (?:fully |completely |would |must |have to )?(?:respectfully )?(?:agree|concur|disagree) with", "agree with"),
    *("oi", "ol[áa]", "bom dia", "boa (?:tarde|noite)", "prezad[oa]", "obrigad[oa] (?:pela|por)", "concordo com"),
    *("hola", "buen[oa]s (?:d[íi]as|tardes|noches)", "gracias por", "coincido con"),
)
_FAREWELLS = (
    *(
        _BEST,
        f"all (?:the|my) {_BEST}",
        "kind regards",
        "warm regards",
        "regards",
        "sincerely",
        "yours",
        "respectfully",
    ),
    *(
        "cordially",
        "warmly",
        "cheers",
        "good luck",
        "take care",
        "thanks",
        "many thanks",
        "thank you",
        "thanks in advance",
    ),
    *(r"with (?:thanks|best|kind|warm)[\w ]*", r"hope (?:this|that|it|i)\b.*", r"i hope (?:this|that|it|i)\b.*"),
    *(f"please {_HELP}", f"kindly {_HELP}", f"pls {_HELP}"),
)
"""Patterns, like those of `_GREETINGS`; each begins with two letters, or a letter and another character."""
_OPENING = re.compile(
    r"(?P<list>\d{1,2}\s*[.)]|[a-zA-Z]\s?[.)]\s|[•⦁*·–-]\s|[A-Z][A-Z &/-]+:)|"
    rf"(?P<greeting>(?i:{'|'.join(_GREETINGS)})\b)"
)
_CLOSING = re.compile(
    rf"(?i:(?:{'|'.join(_FAREWELLS)})[\s,.!]*$)|[~-]?\s*(?:Dr\.?|Doctor)\s+\S+(?:\s+\S+){{0,3}}$",
)
_GREETING_HEADS = frozenset(greeting[:2] for greeting in _GREETINGS)
_CLOSING_HEADS = frozenset(["dr", "do", *[farewell[:2] for farewell in _FAREWELLS]])
_REMEMBERED_HEADS = 2_000
_FIRST_PERSON = frozenset(
    "i im ive my me mine "
    "eu meu minha meus minhas mim tenho estou sou fiz tomei sinto queria "
    "yo mi mis tengo estoy soy hice tomé siento quiero quisiera".split()
)
_SECOND_PERSON = frozenset("you your yours você voce vocês lhe seu sua seus suas usted tu tus su sus le te".split())
_PERSONS = _FIRST_PERSON | _SECOND_PERSON
COMMON = frozenset(
    "a about after an and any are as at be been before by can could did do does for from had has have he her his how "
    "i if in is it its me my no not of on or she should so that the their there these they this to was what when where "
    "which who why will with would you your".split()
)
_ENDINGS = {",": -4.0, ";": -4.0, ":": -2.5, "?": 0.3, "!": 0.3}
_FIRST_CHARACTER = itemgetter(0)
_MAX_HEADLINE = 260
_USUAL_TITLE = 110
_MAX_CLOSING = 89
_MAX_BARE = 80


def content_words(text: str) -> frozenset[str]:
    """The words of `text` that carry its subject, folded."""
    return frozenset([word for word in _WORDS.findall(text.lower()) if word not in COMMON and len(word) > 1])


class Look(NamedTuple):
    """What a line looks like, whatever it turns out to be."""

    opening: str | None = None
    """As `opening_of` says it."""
    is_closing: bool = False
    """A sign-off or a signature: it ends a body."""
    is_bare: bool = False
    """Like a headline and like nothing else: short, and without a full stop."""
    is_datum: bool = False
    """A date, a number or an address by its form: no words of the title's, or of a headline's."""


def look_at(text: str) -> Look:
    """The look of a line; several kinds of evidence need it, so it is taken once."""
    may_open, may_close = _promise_of(text[:2])
    opening = opening_of(text) if may_open else None
    size = len(text)
    if size <= _MAX_CLOSING:
        if is_datum(text):
            return _DATUM
        if may_close and is_sign_off(text):
            return Look(opening, is_closing=True)
        if size <= _MAX_BARE and text[-1].isalnum() and not text[0].islower() and opening != "list":
            return _BARE_LOOKS[opening]
    return _PLAIN_LOOKS[opening]


_DATUM = Look(is_datum=True)
_PLAIN_LOOKS = {opening: Look(opening) for opening in (None, "list", "greeting")}
_BARE_LOOKS = {opening: Look(opening, is_bare=True) for opening in (None, "greeting")}


@lru_cache(maxsize=_REMEMBERED_HEADS)
def _promise_of(head: str) -> tuple[bool, bool]:
    """Whether a line that begins with these two characters may open as `_OPENING` says, and close as `_CLOSING` says.

    Most lines do neither; to know that from a look-up is three times as fast as to try both patterns.
    """
    if not (head.isascii() and head.isalpha()):
        return True, True
    folded = head.lower()
    return head.isupper() or folded in _GREETING_HEADS, folded in _CLOSING_HEADS


def opening_of(text: str) -> str | None:
    """What the line begins with: "list" for an item or a capitalised lead-in (`SWELLING: ...`), "greeting", or None."""
    match = _OPENING.match(text)
    return match.lastgroup if match else None


def is_sign_off(text: str) -> bool:
    """Whether the line is one that ends a body: good wishes, thanks, a signature."""
    return _CLOSING.match(text) is not None


def title_evidence(text: str, look: Look) -> float:
    """For a line being the page's title."""
    size = len(text)
    evidence = 0.5 if size <= _USUAL_TITLE else -1.0 if size <= 180 else -6.0 if size <= 250 else -10.0  # noqa: PLR2004
    if text.endswith("?"):
        evidence += 2.0
    elif text.endswith((".", ",", ":")):
        evidence -= 1.0 if size <= _USUAL_TITLE else 3.0
    evidence -= 1.5 * max(0, len(_SENTENCE_BREAK.findall(text)) - 1)
    if look.opening or (not text.endswith("?") and _begins_with_writer(text)):
        evidence -= 2.0
    return evidence - 4.0 if is_rest(text) else evidence


def is_rest(text: str) -> bool:
    """Whether the line looks like the rest of something, as where a page was cut in the middle."""
    return text[0].islower() and text[-1] == "."


def headline_evidence(text: str, look: Look, title: str, title_words: frozenset[str]) -> float:
    """For a line being the headline of an answer on a page with this title."""
    if text == title:
        return 8.0
    size = len(text)
    evidence = 1.5 if size <= 50 else 0.7 if size <= 80 else -0.5 if size <= 110 else -2.0 if size <= 160 else -4.5  # noqa: PLR2004
    evidence += _ending_evidence(text)
    if look.opening == "list":
        evidence -= 5.0
    if look.is_closing:
        evidence -= 5.0
    elif look.opening:
        evidence -= 2.5
    if text[0].islower():
        evidence -= 1.5
    if _SENTENCE_BREAK.search(text):
        evidence -= 1.5
    elif _is_title_case(text):
        evidence += 1.5
    if title_words and size < 120:  # noqa: PLR2004
        evidence += min(0.6 * len(title_words.intersection(text.lower().rstrip(".?!").split())), 1.8)
    return evidence


def _is_title_case(text: str) -> bool:
    words = text.split()
    return len(words) > 2 and sum(map(str.isupper, map(_FIRST_CHARACTER, words))) > 0.6 * len(words)  # noqa: PLR2004


def _ending_evidence(text: str) -> float:
    last = text[-1]
    if last.isalnum():
        return 2.5
    if last == ".":
        return 1.5 if text.endswith("..") else -2.0
    return _ENDINGS.get(last, 1.5)


def could_be_headline(text: str) -> bool:
    """Whether the line is short enough for a headline."""
    return len(text) <= _MAX_HEADLINE


def first_evidence(text: str, look: Look) -> float:
    """For a line being the first of an answer without a headline."""
    if look.opening == "list" or text[0].islower() or look.is_closing:
        return -3.0
    return 3.5 if look.opening else 0.0


def _begins_with_writer(text: str) -> bool:
    match = _WORD.match(text)
    return match is not None and match[0].lower() in _FIRST_PERSON


def asker_evidence(text: str) -> float:
    """For a paragraph being the patient's (who writes "I") and not the doctor's (who writes "you")."""
    persons = list(filter(_PERSONS.__contains__, _words_of(text)))
    first = sum(map(_FIRST_PERSON.__contains__, persons))
    second = len(persons) - first
    questions = min(text.count("?"), 3)
    if not first and not questions:
        return -3.0 if second else -1.5
    return max(-4.0, min(4.0, 1.2 * log((first + 0.5) / (second + 0.5)) + 0.6 * questions))


def _words_of(text: str) -> list[str]:
    """The runs of letters and digits in `text`, in small letters: "I'd" is two."""
    lowered = text.lower()
    return lowered.translate(_SPACED).split() if lowered.isascii() else _WORD.findall(lowered)
