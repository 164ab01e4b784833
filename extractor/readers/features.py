"""What speaks, in a line's own words and shape, for its being a title, a question, a headline or a first body line.

Every function gives log-odds against "one more body line", which is 0 by definition.
"""

import re
from functools import cache
from math import log
from operator import itemgetter
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_WORDS = re.compile(r"[^\W\d_][\w'’]*")
_SENTENCE_BREAK = re.compile(r"[.!?]\s+[A-Z]")
_OPENING = re.compile(
    r"(?P<list>\d{1,2}\s*[.)]|[a-zA-Z]\s?[.)]\s|[•⦁*·–-]\s|[A-Z][A-Z &/-]+:)|"
    r"(?P<greeting>(?i:hi|hello|hey|dear|thanks?(?: you)?|good (?:morning|afternoon|evening|day|question)|"
    r"great question|excellent question|i appreciate|welcome|"
    r"(?:i am |i['’]m )?(?:so |very |truly |really )?sorry (?:to hear|about|for|that|you)|"
    r"i (?:fully |completely |would |must |have to )?(?:respectfully )?(?:agree|concur|disagree) with|agree with)\b)"
)
_CLOSING = re.compile(
    r"(?i:(?:(?:all (?:the|my) )?best(?: wishes| regards| of luck)?|(?:kind|warm|best) regards|regards|sincerely|yours|"
    r"good luck|take care|warmly|cheers|(?:many )?thanks|thank you|with (?:thanks|best|kind|warm)[\w ]*|"
    r"respectfully|cordially|"
    r"(?:i )?hope (?:this|that|it|i)\b.*|(?:please|kindly|pls) (?:help|advise)(?: me)?|thanks in advance)[\s,.!]*$)|"
    r"[~-]?\s*(?:Dr\.?|Doctor)\s+\S+(?:\s+\S+){0,3}$"
)
_FIRST_PERSON = frozenset("i im ive my me mine".split())
_SECOND_PERSON = frozenset("you your yours".split())
COMMON = frozenset(
    "a about after an and any are as at be been before by can could did do does for from had has have he her his how "
    "i if in is it its me my no not of on or she should so that the their there these they this to was what when where "
    "which who why will with would you your".split()
)
_ENDINGS = {",": -4.0, ";": -4.0, ":": -2.5, "?": 0.3, "!": 0.3}
_FIRST_CHARACTER = itemgetter(0)
_MAX_HEADLINE = 260
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


def look_at(text: str) -> Look:
    """The look of a line; several kinds of evidence need it, so it is taken once."""
    match = _OPENING.match(text)
    opening = match.lastgroup if match else None
    size = len(text)
    if size > _MAX_CLOSING:
        return _look(opening)
    is_closing = _CLOSING.match(text) is not None
    is_bare = size <= _MAX_BARE and text[-1].isalnum() and not (text[0].islower() or is_closing or opening == "list")
    return _look(opening, is_closing, is_bare)


_look = cache(Look)


def opening_of(text: str) -> str | None:
    """What the line begins with: "list" for an item or a capitalised lead-in (`SWELLING: ...`), "greeting", or None."""
    match = _OPENING.match(text)
    return match.lastgroup if match else None


def title_evidence(text: str, look: Look) -> float:
    """For a line being the page's title."""
    size = len(text)
    evidence = 0.5 if size <= 110 else -1.0 if size <= 180 else -6.0 if size <= 250 else -10.0  # noqa: PLR2004
    if text.endswith("?"):
        evidence += 2.0
    elif text.endswith((".", ",", ":")):
        evidence -= 1.0 if size <= 110 else 3.0  # noqa: PLR2004
    evidence -= 1.5 * max(0, len(_SENTENCE_BREAK.findall(text)) - 1)
    if look.opening or (not text.endswith("?") and _begins_with_writer(text)):
        evidence -= 2.0
    return evidence


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


class Voice(NamedTuple):
    """How often a text speaks of the writer ("I", "my") and to somebody ("you", "your")."""

    first: int
    second: int
    words: int

    @property
    def first_share(self) -> float:
        """The share of words that speak of the writer."""
        return self.first / max(1, self.words)

    @property
    def second_share(self) -> float:
        """The share of words that speak to somebody."""
        return self.second / max(1, self.words)


def voice_of(text: str) -> Voice:
    """Who speaks of whom in `text`.

    >>> voice_of("I'd say you're fine, my dear")
    Voice(first=2, second=1, words=6)
    """
    tokens = tokens_of(text)
    first, second = sum(map(_FIRST_PERSON.__contains__, tokens)), sum(map(_SECOND_PERSON.__contains__, tokens))
    return Voice(first, second, len(text.split()))


def tokens_of(text: str) -> list[str]:
    """The runs of letters and digits in `text`, in small letters: "I'd" is two."""
    return _WORD.findall(text.lower())


def _begins_with_writer(text: str) -> bool:
    match = _WORD.match(text)
    return match is not None and match[0].lower() in _FIRST_PERSON


def asker_evidence(text: str) -> float:
    """For a paragraph being the patient's (who writes "I") and not the doctor's (who writes "you")."""
    first, second, _ = voice_of(text)
    questions = min(text.count("?"), 3)
    if not first and not questions:
        return -3.0 if second else -1.5
    return max(-4.0, min(4.0, 1.2 * log((first + 0.5) / (second + 0.5)) + 0.6 * questions))
