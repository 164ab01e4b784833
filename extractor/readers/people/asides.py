"""What sites print beside a doctor's name or a text and is part of neither: dates, counts, badges, addresses.

Such a line is known by its form alone. It is no headline, no title and no name wherever it stands.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from extractor import vocabulary
from extractor.layout.wordings import one_of
from extractor.vocabulary import is_badge

MAX_ASIDE = 80
"""Characters; a longer line is text."""

_HEAD = 4
_REMEMBERED_HEADS = 10_000
_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"\d\D+\d")
"""Two numbers, as a day and a year are."""
_WORDS = re.compile(r"\w+(?:'\w+)*")
_FIRST = re.compile(r"[\W_]*([^\W\d_]*)")
"""The letters that a line begins with behind signs; none if it begins with a digit."""
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
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|°|\.)?"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:uhr|gmt|utc|[ecmp][sd]?t))?"
_BRIEF = r"\d{1,3}(?:mo|yr|[smhdwy])"
"""A span of time as threads print it."""
_NUMBERED = r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"


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
    return _begins_like_date(text) and (_NO_LETTER.fullmatch(text) is not None or _is_told(text))


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


def _is_told(text: str) -> bool:
    """Whether a line without digits is a date: yesterday, a year ago."""
    return _has_spoken(text) and is_date(text)


def _may_be_web(text: str) -> bool:
    return "." in text and (" " not in text or "@" in text)


def _begins_like_date(text: str) -> bool:
    """Whether a line begins with characters that a date may begin with: a quick look before `is_date`."""
    return _begins_date(text[:_HEAD])


@lru_cache(maxsize=_REMEMBERED_HEADS)
def _begins_date(head: str) -> bool:
    """Whether a line that begins so may be a date: its first word is none of others, as far as it goes.

    Remembered because lines begin alike on page after page.
    """
    match = _FIRST.match(head)
    first = match[1] if match else ""
    if not (match and first and first.isascii()):
        return True
    is_cut = match.end() == _HEAD
    return first.lower() in (_date_heads() if is_cut else _first_words())


@cache
def _date_heads() -> frozenset[str]:
    """What of the words that dates begin with may stand in a head."""
    return frozenset(word[:size].lower() for word in _first_words() for size in range(1, _HEAD + 1))


def is_date(text: str) -> bool:
    """Whether the line is a date, or says how long ago something was; most are known to be none by their first word.

    >>> is_date("Posted on March 4, 2019"), is_date("hace 2 años"), is_date("lunedì 25 maggio 2020"), is_date("May")
    (True, True, True, False)
    >>> is_date("3mo ago"), is_date("3mg ago")
    (True, False)
    """
    return _may_begin_date(text) and _dates().fullmatch(text) is not None


def date_in(text: str) -> re.Match[str] | None:
    """The first day of a year that is told in the line, with the time of day if that stands beside it.

    >>> date_in("Posted by Nora on Sun Mar 04, 2019 8:05 pm")[0], date_in("in March 2019")
    ('Sun Mar 04, 2019 8:05 pm', None)
    """
    return _days_of_a_year().search(text) if _NUMBERS.search(text) else None


@cache
def _days_of_a_year() -> re.Pattern[str]:
    month, weekday, particle = _parts_of_dates()
    month, weekday = rf"{month}\b\.?", rf"{weekday}\b\.?"
    return re.compile(
        rf"(?<!\w)(?:{weekday},? {{1,2}})?(?:{_NUMBERED}|"
        rf"{_DAY}[ -]{particle}?{month},?[ -]{particle}?(?:\d{{4}}|\d\d)|{month} {_DAY},? \d{{4}})(?!\w)"
        rf"(?:[ ,·|–-]*{particle}*{_CLOCK})?",
        re.IGNORECASE,
    )


def ago_in(text: str) -> re.Match[str] | None:
    """How long ago something was, at the end of a line or in front of a sign that parts: "3 years ago", "yesterday".

    >>> ago_in("Nora, 3 years ago • 2 replies")[0], ago_in("3 years ago it was better.")
    ('3 years ago', None)
    """
    return _spans_of_time().search(text) if _has_spoken(text) else None


def _has_spoken(text: str) -> bool:
    return not _spoken().isdisjoint(_WORDS.findall(text.casefold().replace("’", "'")))


@cache
def _spans_of_time() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_ago()}(?:[ ,·|–-]*{_CLOCK})?(?=[ ,]*$| ?[·•|])", re.IGNORECASE)


def _may_begin_date(text: str) -> bool:
    """Whether the pattern of dates may fit: it begins, behind signs, with a digit or a word of the table.

    Other letters than ASCII are left to it: it takes more letters for the same than `lower` does (the dotted I of
    Turkish for i).
    """
    match = _FIRST.match(text)
    first = match[1] if match else ""
    return not (first and first.isascii()) or first.lower() in _first_words()


@cache
def _first_words() -> frozenset[str]:
    """The letters that wordings in `dates.toml` begin with; months and weekdays may be cut short."""
    words = _words()
    cut = [*_shortened(words["months"]), *_shortened(words["weekdays"])]
    whole = [
        wording for name in ("leads", "particles", "about", "one", "ago_before", "days") for wording in words[name]
    ]
    return frozenset(match[1] for match in map(_FIRST.match, [*cut, *whole]) if match)


@cache
def _spoken() -> frozenset[str]:
    """Words without one of which no date is told without a number: ago, yesterday; of several the longest."""
    words = _words()
    return frozenset(
        max(told.split(), key=len) for name in ("ago_before", "ago_behind", "days") for told in words[name]
    )


def _words() -> Mapping[str, list[str]]:
    return vocabulary.table_of("dates.toml")


@cache
def _dates() -> re.Pattern[str]:
    words = _words()
    month, weekday, particle = _parts_of_dates()
    month, weekday = rf"{month}\.?", rf"{weekday}\.?"
    date = (
        rf"(?:{weekday},? )?{particle}?(?:{_NUMBERED}|{_DAY} {particle}?{month},?(?: {particle}?\d{{4}})?(?: г\.?)?|"
        rf"{month} {_DAY},?(?: \d{{4}})?|{month},? (?:de )?\d{{4}})"
        rf"(?:[ ,·|-]*{particle}*{_CLOCK})?"
    )
    lead = rf"(?:(?:{one_of(words['leads'])})[ :.-]+{particle}*)?"
    return re.compile(rf"[\W_]*{lead}(?:{date}|{_ago()}|{_CLOCK})[\W_]*", re.IGNORECASE)


def _ago() -> str:
    """A pattern for how long ago something was."""
    words = _words()
    number = rf"(?:(?:{one_of(words['about'])}) )?(?:\d+\+?|{one_of(words['one'])}) (?:{'|'.join(words['units'])})"
    before, behind, days = (one_of(words[name]) for name in ("ago_before", "ago_behind", "days"))
    return rf"(?:(?:{before}) {number}|(?:{number}|{_BRIEF}) (?:{behind})|{days})"


def _parts_of_dates() -> tuple[str, str, str]:
    """Patterns for a month and a weekday, whole or cut short, and for a word between the parts of a date."""
    words = _words()
    month, weekday = (rf"(?:{one_of(_shortened(words[name]))})" for name in ("months", "weekdays"))
    return month, weekday, rf"(?:(?:{one_of(words['particles'])})\b[ :]*)"


def _shortened(words: Iterable[str]) -> Iterable[str]:
    """Words, and what is left when they are cut short: march, marc, mar."""
    return [word[:size] for word in words for size in range(3, len(word) + 1)]
