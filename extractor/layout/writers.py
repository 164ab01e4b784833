"""What sites print of who wrote something, and when, by language: "By Ann Rowe", "Answered on", "via e-mail"."""

from collections.abc import Callable
from functools import partial

from extractor.layout.dates import ago, when
from extractor.layout.wordings import AT_CAPITAL, CAPITAL, any_of, capital, one_of, patterns_of

_any = partial(any_of, "writers.toml")


def sent() -> str:
    """A pattern for a line below a question that says who sent it, and how (`asker`).

    >>> import re
    >>> re.fullmatch(sent(), "Rosa Vale, via e-mail")["asker"]
    'Rosa Vale'
    """
    words, ways = _any("sent", "words"), _any("sent", "ways")
    name = rf"{CAPITAL}[\w.'’-]{{0,20}}+(?: {CAPITAL}[\w.'’-]{{0,20}}+){{0,3}}+"
    return rf"(?P<asker>{name})(?:, (?:{words}) (?i:{ways})\.?| \((?:{words}) (?i:{ways})\))"


def signed_on() -> str:
    """A pattern for a line below a question or an answer that says who wrote it and on which day (`name`, `day`).

    >>> import re
    >>> re.fullmatch(signed_on(), "von Dr. med. Rosa Vale am 17.03.2012, 15:01").groupdict()
    {'name': 'Dr. med. Rosa Vale', 'day': '17.03.2012, 15:01'}
    """
    by, on = _any("signed", "by"), _any("signed", "on")
    day = r"\d{1,4}[^\n?!\w]{1,2}[^\n?!]{0,14}\d{2,4}[^\n?!]{0,12}"
    return rf"(?i:{by}) (?P<name>[^\n:?!]{{2,60}}?),? (?i:{on}) (?P<day>{day})"


def credited() -> str:
    """A pattern for what stands in front of the name of who wrote an article."""
    words = patterns_of("writers.toml")["credits"]["by"]
    return one_of(form for word in words for form in (word, capital(word), word.upper()))


def credited_name() -> str:
    """A pattern for the words of a writer's name and of what he writes for."""
    return rf"(?:{CAPITAL}[\w.'’-]*|\(\w+\)|{_any('credits', 'within')})"


def credit_and_day() -> str:
    r"""A pattern for two items of a list: by whom an article is, and of which day.

    >>> import re
    >>> bool(re.fullmatch(credit_and_day(), "• Por Rosa Vale\n• 5 mar., 2020"))
    True
    """
    name = rf"{credited()} {credited_name()}(?: {credited_name()}){{0,4}}+"
    return rf"[•·-] {{1,2}}{name}[^\S\n]*+\n[^\S\n]*+[•·-] {{1,2}}{when()}"


def of_place() -> str:
    """A pattern for what stands in front of the place of who asks."""
    return _any("asker", "places")


def by_whom() -> str:
    """A pattern for what stands in front of a doctor's name, in any case: "By", "Answered by:", "Answered May 3 by"."""
    return rf"(?:{_any('credits', 'acts')} (?:(?:on )?{when()},? )?)?by:?"


def verified() -> str:
    """A pattern for what stands behind the name of somebody whom a site knows, in any case."""
    return one_of(patterns_of("writers.toml")["credits"]["verified"])


def practised() -> str:
    """A pattern for how many years somebody has worked, behind what he works as."""
    return rf"\d{{1,2}}\+? ?{_any('credits', 'practised')}"


def answered(how: Callable[[str], str] = str) -> str:
    """A pattern for what stands behind the name of who answered, in the letters that `how` makes."""
    return one_of(map(how, patterns_of("writers.toml")["ago"]["answered"]))


def answered_on() -> str:
    """A pattern for a line that says on which day an answer was given (`answered_at`)."""
    words = _any("answered_on", "words")
    return rf"{AT_CAPITAL}(?i:{words}):? (?P<answered_at>[^\n]{{0,12}}\d[^\n]{{0,20}})"


def asked_on() -> str:
    """A pattern for a line that says on which day a question was asked (`asked_at`)."""
    words = _any("answered_on", "asked")
    return rf"{AT_CAPITAL}(?i:{words}):? (?P<asked_at>(?![^\n]*\bago\b)[^\n]{{0,20}}\d[^\n]{{0,25}})"


def day_behind_doctor() -> str:
    r"""A pattern for the day, to the year, that may stand behind the name of who answers (`answered_at`).

    >>> import re
    >>> re.fullmatch(rf"Reply by (.+?){day_behind_doctor()}", "Reply by Rosa on 5 May 2020").groups()
    ('Rosa', '5 May 2020')
    >>> re.fullmatch(rf"(.+?){day_behind_doctor()}", "Rosa am 05.11.2018").groups()
    ('Rosa', '05.11.2018')
    >>> re.fullmatch(rf"(.+?){day_behind_doctor()}", "Rosa (05.11.2018)").groups()
    ('Rosa', '05.11.2018')
    """
    before = _any("answered_on", "before_day")
    day = r"[^\n,()]{1,14},? \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{4}"
    return rf"(?:(?:,? (?:{before}) | \((?=[^\n()]+\)))(?P<answered_at>{day})\)?)?"


def day_behind_asker() -> str:
    r"""A pattern for the day, or how long ago that was, behind the name of who asks (`asked_at`).

    >>> import re
    >>> re.fullmatch(rf"Por (.+?){day_behind_asker()}", "Por Rosa el 5/5/2020").groups()
    ('Rosa', '5/5/2020')
    >>> re.fullmatch(rf"Por (.+?){day_behind_asker()}", "Por Rosa (5/5/2020)").groups()
    ('Rosa', '5/5/2020')
    """
    before = patterns_of("writers.toml")["answered_on"]["before_day"]
    behind = "|".join(rf"(?<= {word} )" for word in before)
    day = rf"(?i:{behind})[^\n]*\d[^\n]*|{ago()}|(?<=\()\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}(?=\))"
    return rf"(?: \(?(?:(?!{ago()})(?i:{'|'.join(before)}) )?(?P<asked_at>{day})\)?)?"


def said_ago(kind: str, name: str, day: str) -> str:
    """A pattern for a line that says who asked, or answered, and how long ago: groups of these names.

    >>> import re
    >>> re.fullmatch(said_ago("answered", "byline", "answered_at"), "Rowe & Vale answered 5 years ago")["byline"]
    'Rowe & Vale'
    """
    words = _any("ago", kind)
    return (
        rf"{AT_CAPITAL}(?P<{name}>[^\s:?!]{{1,30}}+(?: (?!(?:Staff )?{words} )[^\s:?!]{{1,30}}+){{0,5}}+)"
        rf"(?: Staff)? {words} (?P<{day}>{ago()})"
    )
