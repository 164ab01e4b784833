"""What sites print beside a doctor's name or a text and is part of neither: dates, counts, badges, addresses.

Such a line is known by its form alone. It is no headline, no title and no name wherever it stands.
"""

import re

from extractor.layout.dates import begins_like_date, date_in, is_date, is_told_date
from extractor.vocabulary import is_badge

MAX_ASIDE = 80
"""Characters; a longer line is text."""
_DIGIT = re.compile(r"\d")
_NO_LETTER = re.compile(r"(?:[\d_]|[^\w?!$€£¥₽])+")
"""A price or a question mark may be all of a headline."""
_WEB = re.compile(
    r"(?:https?://|www\.)\S+|(?:[^\s@]++ ){0,5}[^\s@]++@\S+\.[a-z]{2,}|"
    r"(?:[\w-]+\.)+(?:com|org|net|info|de|it|fr|es|ru|co\.uk|com\.br)(?:/\S*)?"
)
_PHONE = re.compile(
    r"(?:tel(?:efone?|éfono)?|phone|call|fax|office|cell|mobile|whatsapp)\b[\W\d]*\d[\W\d]*", re.IGNORECASE
)
_STREETS = "Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Square|Highway|Hwy|Parkway|Pkwy"
_ADDRESS = re.compile(
    rf"\d{{1,5}}[A-Za-z]?,? (?:[A-Z\d][\w.'’-]* ){{1,4}}(?:{_STREETS})\b\.?(?:[\s,]+[^?!]{{0,50}})?"
    r"|\d{1,5} (?:[A-Z][\w.'’-]* ){1,3}(?:Drive|Dr|Court|Ct|Move|Pl|Way)\.?(?:,[^?!]{0,50})"
    r"|(?:Suite|Ste\.?|P\.?O\.? Box) #?\d+[A-Za-z]?"
    r"|(?:[A-ZÄÖÜ][\w.'’-]+ ){0,3}[\w-]*(?:straße|strasse|str\.|platz|Straße) \d+[a-z]?(?:,[^?!]{0,40})?"
    r"|(?:Rua|Avenida|Av\.|Calle|Via|Viale|ul\.) [^?!]{2,40}[ ,]\d+[^?!]{0,40}"
)
_CREDITED = r"(?:[^\W\d_a-z][\w.'’-]*|\(\w+\)|of|the|and|for|de|van|von|&)"
_CREDIT = re.compile(rf"[\s|·•,;–—-]*[Bb]y:? {_CREDITED}(?:,? {_CREDITED})*[\s|·•,;–—-]*")
_MAX_CREDIT = 110


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
        return _NO_LETTER.fullmatch(text) is not None or is_date(text) or _is_address(text)
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


def _is_address(text: str) -> bool:
    """Whether a line with digits is a telephone number, or an address of a house or on the web."""
    return bool(_PHONE.fullmatch(text) or _ADDRESS.fullmatch(text) or _WEB.fullmatch(text))


def _may_be_web(text: str) -> bool:
    return "." in text and (" " not in text or "@" in text)
