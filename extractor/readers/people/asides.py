"""What sites print beside a doctor's name or a text and is part of neither: dates, counts, badges, addresses.

Such a line is known by its form alone. It is no headline, no title and no name wherever it stands.
"""

import re

from extractor import vocabulary
from extractor.layout import writers
from extractor.layout.dates import begins_like_date, date_in, is_date, is_told_date
from extractor.vocabulary import is_badge

MAX_ASIDE = 80
"""Characters; a longer line is text."""
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}: ?\d+(?:[.,]\d+)*\s?[kK%+]?")
"""What is counted, and how many there are: "Photos: 12"."""
_NO_LETTER = re.compile(r"(?:[\d_]|[^\w?!$€£¥₽])+")
"""A price or a question mark may be all of a headline."""


def _any(kind: str) -> str:
    return f"(?:{'|'.join(vocabulary.table_of('addresses.toml')[kind])})"


_WEB = re.compile(
    rf"(?:https?://|www\.)\S+|(?:[^\s@]++ ){{0,5}}[^\s@]++@\S+\.[a-z]{{2,}}|(?:[\w-]+\.)+{_any('domains')}(?:/\S*)?"
)
_PHONE = re.compile(rf"{_any('telephones')}\b[\W\d]*\d[\W\d]*", re.IGNORECASE)
_ADDRESS = re.compile(
    rf"\d{{1,5}}[A-Za-z]?,? (?:[A-Z\d][\w.'’-]* ){{1,4}}{_any('streets')}\b\.?(?:[\s,]+[^?!]{{0,50}})?"
    rf"|\d{{1,5}} (?:[A-Z][\w.'’-]* ){{1,3}}{_any('streets_before_comma')}\.?(?:,[^?!]{{0,50}})"
    rf"|{_any('rooms')} #?\d+[A-Za-z]?"
    rf"|(?:[A-ZÄÖÜ][\w.'’-]+ ){{0,3}}[\w-]*{_any('street_ends')} \d+[a-z]?(?:,[^?!]{{0,40}})?"
    rf"|{_any('streets_before_name')} [^?!]{{2,40}}[ ,]\d+[^?!]{{0,40}}"
)
_CREDIT = re.compile(rf"[\s|·•,;–—-]*[Bb]y:? {writers.credited_name()}(?:,? {writers.credited_name()})*[\s|·•,;–—-]*")
_MAX_CREDIT = 110
_BARS = frozenset("|·•")
_BARRED = re.compile(r"\s*[|·•]\s*[^\s?!][^?!]{0,60}|[^\s?!][^?!]{0,60}?\s*[|·•]\s*")
"""What stands beside a day, set off by a bar: who writes, where in the paper, at what hour."""


def is_aside(text: str) -> bool:
    """Whether the line is no text but, by its form, a date, a number, an address, or a badge.

    >>> is_aside("2 years ago"), is_aside("98% recommend"), is_aside("+1 555 0100"), is_aside("Two options")
    (True, True, True, False)
    >>> is_aside("Nora Vale | nora@vale.example")
    True
    """
    return is_datum(text) or (len(text) <= MAX_ASIDE and is_badge(text))


def is_datum(text: str) -> bool:
    """Whether the line is by its form a date, a number or an address: a badge could be words of a headline."""
    if len(text) > MAX_ASIDE:
        return False
    if _DIGIT.search(text):
        is_number = _NO_LETTER.fullmatch(text) or _COUNTED.fullmatch(text)
        return is_number is not None or is_date(text) or _is_address(text)
    if _may_be_web(text):
        return _NO_LETTER.fullmatch(text) is not None or _WEB.fullmatch(text) is not None
    return begins_like_date(text) and (_NO_LETTER.fullmatch(text) is not None or is_told_date(text))


def is_dated_credit(text: str) -> bool:
    """Whether a line says when an article appeared, and by whom.

    >>> is_dated_credit("March 4, 2019 | By Nora Vale, Daily Courier"), is_dated_credit("March 4, 2019 by bus")
    (True, False)
    """
    day = date_in(text) if len(text) <= _MAX_CREDIT and ("By " in text or "by " in text) else None
    if day is None:
        return False
    return bool(
        (day.start() == 0 and _CREDIT.fullmatch(text, day.end()))
        or (day.end() == len(text) and _CREDIT.fullmatch(text, 0, day.start()))
    )


def is_dateline(text: str) -> bool:
    """Whether a line says when an article appeared, alone, beside who wrote it, or set off from what else it says.

    It is none of a text where an article begins; within one it may be.

    >>> is_dateline("March 4, 2019"), is_dateline("Ageing Well | March 4, 2019"), is_dateline("March 4, 2019 was bad")
    (True, True, False)
    """
    return is_datum(text) or is_dated_credit(text) or is_barred_day(text)


def is_barred_day(text: str) -> bool:
    """Whether a line is a day, and a bar beside it sets it off from a few words that ask nothing."""
    day = date_in(text) if len(text) <= _MAX_CREDIT and not _BARS.isdisjoint(text) else None
    if day is None:
        return False
    beside = text[day.end() :] if day.start() == 0 else text[: day.start()] if day.end() == len(text) else ""
    return _BARRED.fullmatch(beside) is not None


def _is_address(text: str) -> bool:
    """Whether a line with digits is a telephone number, or an address of a house or on the web."""
    return bool(_PHONE.fullmatch(text) or _ADDRESS.fullmatch(text) or _WEB.fullmatch(text))


def _may_be_web(text: str) -> bool:
    return "." in text and (" " not in text or "@" in text)
