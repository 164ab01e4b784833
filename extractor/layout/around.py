"""What sites print around questions and answers, by language: who wrote them and when, what else there is to read."""

from collections.abc import Callable

from extractor.layout.dates import ago, when
from extractor.layout.wordings import AT_CAPITAL, CAPITAL, capital, one_of, one_of_patterns, patterns_of


def answer_to() -> str:
    r"""A pattern for a line above an answer that says which question it answers, by its title.

    >>> import re
    >>> bool(re.fullmatch(answer_to(), "Antwort auf: Wehe Ferse"))
    True
    """
    return rf"{AT_CAPITAL}(?i:{_any('answer_to', 'words')})[^\S\n]?:[^\S\n]*[^\n]{{2,150}}"


def announcing() -> str:
    """A pattern for a heading that only says that a question or answers follow."""
    return _any("announcing", "words")


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
    words = patterns_of("around.toml")["credits"]["by"]
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
    """A pattern for what stands in front of a doctor's name, in any case: "By", "Answered by:"."""
    return rf"(?:{_any('credits', 'acts')} )?by:?"


def verified() -> str:
    """A pattern for what stands behind the name of somebody whom a site knows, in any case."""
    return one_of(patterns_of("around.toml")["credits"]["verified"])


def practised() -> str:
    """A pattern for how many years somebody has worked, behind what he works as."""
    return rf"\d{{1,2}}\+? ?{_any('credits', 'practised')}"


def furniture() -> str:
    """A pattern for lines that are in no field, as sites of many kinds print them."""
    return rf"{AT_CAPITAL}(?i:{_any('furniture', 'words')})"


def ends() -> str:
    """A pattern for lines below the last answer of a page, with nothing behind them."""
    return rf"{AT_CAPITAL}(?i:{_any('ends', 'words')})"


def answered(how: Callable[[str], str] = str) -> str:
    """A pattern for what stands behind the name of who answered, in the letters that `how` makes."""
    return one_of(map(how, patterns_of("around.toml")["ago"]["answered"]))


def answered_on() -> str:
    """A pattern for a line that says on which day an answer was given (`answered_at`)."""
    words = _any("answered_on", "words")
    return rf"{AT_CAPITAL}(?i:{words}):? (?P<answered_at>[^\n]{{0,12}}\d[^\n]{{0,20}})"


def asked_on_day() -> str:
    """A pattern for a line that says on which day a question was asked (`asked_at`)."""
    words = _any("answered_on", "asked")
    return rf"{AT_CAPITAL}(?i:{words}):? (?P<asked_at>(?![^\n]*\bago\b)[^\n]{{0,20}}\d[^\n]{{0,25}})"


def tagged() -> str:
    """A pattern for a line that says what a question is about, in the words of the site (`tags`)."""
    return rf"{AT_CAPITAL}(?i:{_any('tagged', 'words')}): (?P<tags>\w[^\n.?!]{{1,100}})"


def feedback() -> str:
    r"""A pattern for a line that asks readers whether an answer was of use, with answers to choose from or without.

    >>> import re
    >>> bool(re.fullmatch(feedback(), "Was this answer helpful? Yes / No")), re.match(feedback(), "Is ice helpful?")
    (True, None)
    """
    return rf"(?=[^\Wa-zа-я]|¿)(?i:{_any('feedback', 'words')})[^\n]{{0,20}}"


def comments() -> str:
    r"""A pattern for the number of comments (`count`), as many blogs have it, so that it tells nothing of the page.

    >>> import re
    >>> re.fullmatch(comments(), "3 Responses to Sore Heels")["count"], re.match(comments(), "3 comments to make")
    ('3', None)
    """
    return rf"(?:(?P<count>\d{{1,4}})|(?i:{_any('comments', 'one')})) (?i:{_any('comments', 'words')})[^\n]*"


def below_entry() -> str:
    """A pattern for a line that blogs print below an entry."""
    return rf"{AT_CAPITAL}(?i:{_any('entry', 'words')})[^\n]{{0,200}}"


def on_day(group: str) -> str:
    r"""A pattern for the day, to the year, that may stand behind the name of who answers, as a group of this name.

    >>> import re
    >>> re.fullmatch(rf"Reply by (?P<name>.+?){on_day('day')}", "Reply by Rosa on 5 May 2020").group("name", "day")
    ('Rosa', '5 May 2020')
    >>> re.fullmatch(rf"(?P<name>.+?){on_day('day')}", "Rosa am 05.11.2018").group("name", "day")
    ('Rosa', '05.11.2018')
    """
    before = _any("answered_on", "before_day")
    return rf"(?:,? (?:{before}) (?P<{group}>[^\n,]{{1,14}},? \d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}))?"


def asked_on(group: str) -> str:
    r"""A pattern for the day, or how long ago that was, behind the name of who asks, as a group of this name.

    >>> import re
    >>> re.fullmatch(rf"Por (?P<name>.+?){asked_on('day')}", "Por Rosa el 5/5/2020").group("name", "day")
    ('Rosa', '5/5/2020')
    """
    before = patterns_of("around.toml")["answered_on"]["before_day"]
    behind = "|".join(rf"(?<= {word} )" for word in before)
    return rf"(?: (?:(?!{ago()})(?i:{'|'.join(before)}) )?(?P<{group}>(?i:{behind})[^\n]*\d[^\n]*|{ago()}))?"


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


def disclaimers() -> str:
    """A pattern for what sites print below answers: that they are no advice."""
    return rf"{AT_CAPITAL}(?i:{_any('disclaimers', 'words')})"


def last_disclaimer() -> str:
    """A pattern for such a line where it is the last of a page: of information, and that it is not the same as advice.

    >>> import re
    >>> bool(re.fullmatch(last_disclaimer(), "This information is not meant as advice."))
    True
    """
    of, no, advice = (_any("disclaimers", name) for name in ("of", "no", "advice"))
    return (
        rf"(?=\S[^\n]{{19,399}}+\s*+\Z)(?=[^\n]*\b(?i:{of})\b)"
        rf"[^\n]*\b{no}\b[^\n]*\b(?i:{advice})\b[^\n]*"
    )


def related() -> str:
    """A pattern for a line below the last answer of a page.

    >>> import re
    >>> bool(re.match(related(), "Podobne pytania"))
    True
    """
    return rf"(?=[^\Wa-zа-я]|\d)(?i:{_any('related', 'words')})(?!\w)[^\n]{{0,60}}"


def section() -> str:
    """A pattern for a line that is the heading of what is not about the question.

    >>> import re
    >>> [bool(re.fullmatch(section(), line)) for line in ("About the Author", "About the author of it")]
    [True, False]
    """
    return rf"{AT_CAPITAL}(?i:{_any('sections', 'words')})"


def foot() -> str:
    r"""A pattern for the first of the links at the foot of a page, below which nothing but short lines stands.

    One word alone may be the last of a list in a text, as long as no other link, and no owner of the page, is below it.

    >>> import re
    >>> re.match(foot(), "About us\nPrivacy Policy\n© 2020 Example. All rights reserved.\n") is not None
    True
    >>> re.match(foot(), "Contact us\nIt heals.\n" + 90 * "a") is None
    True
    >>> re.match(foot(), "Contact\nAtopic\n") is None
    True
    """
    words = _any("feet", "words")
    short = r"(?:\n[^\n]{0,60}){0,30}"
    owner = r"(?:\n[^\n]{0,40}(?:©|[Cc]opyright)[^\n]*)?"
    end = r"(?=[^\S\n]*(?:\n|\Z))"
    other = rf"(?=[^\S\n]*{short}\n(?:(?i:{words}){end}|[^\n]{{0,40}}(?:©|[Cc]opyright)))"
    first = rf"(?:(?=[^\s]+ )(?i:{words}){end}|(?i:{words}){end}{other})"
    return rf"{AT_CAPITAL}{first}(?={short}{owner}{short}\s*+\Z)"


def owner() -> str:
    r"""A pattern for a line that says whose the page is, above nothing but short lines.

    >>> import re
    >>> bool(re.match(owner(), "© 2020 Example. All rights reserved.\nHome"))
    True
    """
    return r"(?:Copyright )?(?:©|Copyright)[^\n]{1,100}(?=(?:\n[^\n]{0,60}){0,20}\s*+\Z)"


def captions() -> tuple[str, ...]:
    """Words in front of the name of whose a picture is, with what stands between."""
    table = patterns_of("around.toml")["captions"]
    return tuple(f"{word}{behind}" for word in table["words"] for behind in table["behind"])


def pictures() -> str:
    """A pattern in small letters for the name of a picture, as pages are left with where it is not shown.

    >>> import re
    >>> [bool(re.search(pictures(), text)) for text in ("thumb_600dear ann", "a spur (spur.jpg)", "no. 600")]
    [True, True, False]
    """
    table = patterns_of("around.toml")["pictures"]
    return rf"{one_of(table['ends'])}(?!\w)|(?<!\w){one_of(table['begins'])}\d|{one_of(table['instead'])}"


def signs_of_pictures() -> tuple[str, ...]:
    """What one of these names holds, in small letters."""
    return tuple(sign for signs in patterns_of("around.toml")["pictures"].values() for sign in signs)


def workplaces() -> str:
    """A pattern for what places are called where doctors work."""
    return rf"(?<!\w)(?i:{_any('workplaces', 'words')})(?!\w)"


def _any(part: str, name: str) -> str:
    return one_of_patterns(patterns_of("around.toml")[part][name])
