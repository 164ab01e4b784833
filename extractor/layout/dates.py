"""Dates as pages print them, and how long ago something was; the words are in `dates.toml`."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from extractor.layout.wordings import one_of, one_of_patterns, patterns_of

_HEAD = 4
_REMEMBERED_HEADS = 10_000
_NUMBERS = re.compile(r"\d\D+\d")
"""Two numbers, as a day and a year are."""
_WORDS = re.compile(r"\w+(?:'\w+)*")
_FIRST = re.compile(r"[\W_]*([^\W\d_]*)")
"""The letters that a line begins with behind signs; none if it begins with a digit."""
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|°|\.)?"
_CLOCK = (
    r"\d{1,2}(?:[:.h][0-5]\d(?:[:.][0-5]\d(?:[.,]\d+)?)?|(?=\s?[ap]\.?m\b))(?:\s?[ap]\.?m\b\.?)?"
    r"(?:\s?Z\b|[+-]\d\d:?\d\d| ?(?:uhr|gmt|utc|[ecmp][sd]?t)\b)?"
)
_BRIEF = r"\d{1,3}(?:mo|yr|[smhdwy])"
"""A span of time as threads print it."""
_EAST_ASIAN = r"\d{4}[年년] ?\d{1,2}[月월] ?\d{1,2}[日일]"
_MIDDLE = r"(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)"
"""The number in the middle of a day, between the same signs."""
_BEHIND_EAST_ASIAN = rf"(?:19|20)(?<=[぀-ヿ㐀-鿿가-힯]..)\d\d{_MIDDLE}\d{{1,2}}"
"""A day right behind a letter, in writing without spaces: "提问于2020-03-04"."""
_WEEKDAY = r"(?: ?[(（][月火水木金土日월화수목금토일][)）])?"
"""The day of the week between day and time, as in "2021/03/04(木) 10:20"."""
_NUMBERED = rf"{_EAST_ASIAN}|\d{{4}}{_MIDDLE}\d{{1,2}}|\d{{1,2}}{_MIDDLE}\d{{2,4}}"


def date_words(part: str, *kinds: str) -> list[str]:
    """The words of these kinds, by their names in a part of `dates.toml`."""
    return [word for kind in kinds for word in patterns_of("dates.toml")[part][kind]]


def is_date(text: str) -> bool:
    """Whether the line is a date, or says how long ago something was; most are known to be none by their first word.

    >>> is_date("Posted on March 4, 2019"), is_date("hace 2 años"), is_date("lunedì 25 maggio 2020"), is_date("May")
    (True, True, True, False)
    >>> is_date("3mo ago"), is_date("3mg ago")
    (True, False)
    """
    return _may_begin_date(text) and _dates().fullmatch(text) is not None


def is_told_date(text: str) -> bool:
    """Whether a line without digits is a date: yesterday, a year ago."""
    return _has_spoken(text) and is_date(text)


def date_in(text: str) -> re.Match[str] | None:
    """The first day of a year that is told in the line, with the time of day if that stands beside it.

    >>> date_in("Posted by Nora on Sun Mar 04, 2019 8:05 pm")[0], date_in("in March 2019")
    ('Sun Mar 04, 2019 8:05 pm', None)
    """
    return _days_of_a_year().search(text) if _NUMBERS.search(text) else None


def ago_in(text: str) -> re.Match[str] | None:
    """How long ago something was, at the end of a line or in front of a sign that parts: "3 years ago", "yesterday".

    >>> ago_in("Nora, 3 years ago • 2 replies")[0], ago_in("3 years ago it was better.")
    ('3 years ago', None)
    """
    return _spans_of_time().search(text) if _has_spoken(text) else None


def begins_like_date(text: str) -> bool:
    """Whether a line begins with characters that a date may begin with: a quick look before `is_date`."""
    return _begins_date(text[:_HEAD])


def when() -> str:
    """A pattern for a date, to the year, or how long ago something was."""
    return rf"(?:(?i:{_date()})|{ago()})"


def moment() -> str:
    """A pattern for a day of a year, with its time if it has one, a time of day, or how long ago something was."""
    end, month = _behind_day(), rf"{_cut_short('months')}\b\.?"
    day = rf"(?:{one_of(date_words('ago', 'days'))}|{_cut_short('weekdays')}\b\.?|{month} {_DAY}|{_DAY} {month})"
    joined = "|".join(date_words("ago", "joined"))
    return (
        rf"(?i:(?:{_EAST_ASIAN}|{_BEHIND_EAST_ASIAN})(?:{_time_of_day()})?|{joined}|"
        rf"(?<!\w)(?:{_day()}{end}|{day}{_time_of_day()}|(?!\d+\.){_CLOCK}|{ago()}{end}))"
    )


def hints() -> tuple[str, str]:
    """Patterns for what dates are told by, also parts of one: those that begin with a number, and with a word.

    Of months cut short only three letters tell of a date by themselves: others are names ("Jane"), or "ago".
    """
    names = {cut for word in date_words("names", "months") for cut in (word[:3], word)}
    month, units = (
        rf"(?:{one_of(names.difference(date_words('ago', 'behind')))})\b\.?",
        one_of_patterns(date_words("ago", "units")),
    )
    days, before, one = (one_of(date_words("ago", kind)) for kind in ("days", "before", "one"))
    joined = "|".join(date_words("ago", "joined"))
    year = rf"\b(?:19|20)\d\d(?:\b|[年년])|{_BEHIND_EAST_ASIAN}"
    number = rf"{year}|\b(?:{_NUMBERED})|\b\d{{1,2}}:\d\d\b|\b\d{{1,2}}[月월] ?\d|{joined}"
    return (
        rf"(?i:{number}|\b\d+ ?{units}\b|\b{_BRIEF}\b|\b(?:0?[1-9]|[12]\d|3[01]) {month})",
        rf"(?i:\b(?:{before})\s+\d|\b(?:{one}) {units}\b|\b(?:{days})\b|\b{month}[^\S\n]+\d{{1,2}}\b)",
    )


@cache
def ago() -> str:
    """A pattern for how long ago something was: "3 years ago", "hace 2 meses", "yesterday"."""
    about, one, before, behind, days = (
        one_of(date_words("ago", kind)) for kind in ("about", "one", "before", "behind", "days")
    )
    number = rf"(?:(?:{about}) )?(?:\d+\+?|{one}) (?:{'|'.join(date_words('ago', 'units'))})"
    return rf"(?i:(?:{before}) {number}|(?:{number}|{_BRIEF}) (?:{behind})|{days})"


@cache
def _dates() -> re.Pattern[str]:
    lead = rf"(?:(?:{one_of(date_words('around', 'leads'))})[ :.-]+{_particle()}*)?"
    return re.compile(rf"[\W_]*{lead}(?:{_date()}|{ago()}|{_CLOCK})[\W_]*", re.IGNORECASE)


@cache
def _days_of_a_year() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_day()}{_behind_day()}", re.IGNORECASE)


def _day(*, may_lack_year: bool = False) -> str:
    """A pattern for a day of a year; or, where the month is a word, for one of any year too."""
    month, of, told = rf"{_cut_short('months')}\b\.?", _of(), "?" if may_lack_year else ""
    return (
        rf"(?:{_cut_short('weekdays')}\b\.?,? {{1,2}})?(?:{_NUMBERED}|"
        rf"{_DAY}[ -]{of}?{month}(?:,?[ -]{of}?(?:\d{{4}}|\d\d)){told}|{month} {_DAY}(?:,? \d{{4}}){told})"
    )


def _behind_day() -> str:
    """A pattern for the end of a day, with the time of day if that stands behind it."""
    return rf"(?:T{_CLOCK}|(?!\w)(?:{_time_of_day()})?)"


def _time_of_day() -> str:
    return rf"{_WEEKDAY}[\s,·|–-]*{_particle()}*{_CLOCK}"


@cache
def _spans_of_time() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){ago()}{_behind_day()}(?=[ ,]*$| ?[·•|])", re.IGNORECASE)


def _date() -> str:
    """A pattern for a day, to the year or not, or a month of a year."""
    month_of_a_year = rf"{_cut_short('months')}\b\.?,? {_of()}?\d{{4}}"
    return rf"{_particle()}?(?:{_day(may_lack_year=True)}|{month_of_a_year})(?: г\.?)?{_behind_day()}"


def _cut_short(kind: str) -> str:
    """A pattern for one of the words, whole or cut short."""
    return rf"(?:{one_of(_shortened(date_words('names', kind)))})"


def _shortened(words: Iterable[str]) -> Iterable[str]:
    """Words, and what is left when they are cut short: march, marc, mar."""
    return [word[:size] for word in words for size in range(min(3, len(word)), len(word) + 1)]


def _of() -> str:
    """A pattern for a word between a day, its month and its year."""
    return rf"(?:{one_of(date_words('around', 'of'))} )"


def _particle() -> str:
    """A pattern for a word in front of a day, or of the time of day."""
    return rf"(?:(?:{one_of(date_words('around', 'particles'))})\b[ :]*)"


def _has_spoken(text: str) -> bool:
    return not _spoken().isdisjoint(_WORDS.findall(text.casefold().replace("’", "'")))


@cache
def _spoken() -> frozenset[str]:
    """Words without one of which no date is told without a number: ago, yesterday; of several the longest."""
    return frozenset(max(told.split(), key=len) for told in date_words("ago", "before", "behind", "days"))


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
    names = _shortened(date_words("names", "months", "weekdays"))
    whole = [*date_words("around", "leads", "particles"), *date_words("ago", "about", "one", "before", "days")]
    return frozenset(match[1] for match in map(_FIRST.match, [*names, *whole]) if match)
