"""What sites print above a question or below it: who asked, where and when, in any order, and of what."""

from collections.abc import Iterable, Iterator

from extractor.layout import around, writers
from extractor.layout.dates import when
from extractor.layout.marks import Kind, Mark
from extractor.layout.wordings import AT_CAPITAL, CAPITAL, any_of, capital, one_of, patterns_of

_WHEN = when()
_WHO = r"(?!(?i:dr|prof|doctor)\b)[^\s,|·•:?!]{1,30}+(?: [A-Z(&][^\s,|·•:?!]{0,20}+){0,2}+"
_WHERE = r"[A-Z][\w'’.-]*+(?:,? [A-Z][\w'’.-]*+){0,4}"
_BETWEEN = r"(?:,? on:? |, ?| ?[|·•–-] ?| )"


TAGGED = Mark(Kind.META, around.tagged())
"""What a question is about, in the words of the site."""


def from_a_place() -> str:
    """A pattern for a question behind who asks it, without a name (`asker`, `asker_location`, `body`).

    >>> import re
    >>> re.match(from_a_place(), "From a teen in Ohio: My heel hurts.").group("asker", "asker_location")
    ('teen', 'Ohio')
    """
    leads, whose = (any_of("writers.toml", "asker", name) for name in ("from", "whose"))
    who = rf"(?:{whose} (?P<asker>[a-z][^\n,.:?!]{{2,40}}?) {writers.of_place()} )?"
    place = r"(?P<asker_location>(?:the )?[A-Z][^\n,:?!]{1,30})"
    return rf"(?:Q[.:]? ?)?{AT_CAPITAL}(?i:{leads}) {who}{place}:[^\S\n]++(?P<body>[^\n]+)"


def asked_by() -> str:
    """A pattern for what stands in front of the name of who asks."""
    return rf"{AT_CAPITAL}(?i:{any_of('labels.toml', 'asked_by', 'words')})"


def introduced() -> str:
    r"""A pattern for a line that announces the question below it, with a label below or without.

    >>> import re
    >>> [bool(re.match(introduced(), line)) for line in ("Our question this week was:\n", "The question is:\n")]
    [True, False]
    """
    names = "begins", "verbs", "times"
    begins, verbs, times = (any_of("labels.toml", "introduced", name) for name in names)
    return (
        rf"{begins}(?=(?:[^\nq]|q(?!uestion)){{0,60}}+question)[^\n:?!.]{{0,60}}\bquestion"
        rf"(?: {times}(?: (?:was|is))?(?: {verbs})?| (?:was|is|has been) {verbs})[^\n:?!.]{{0,60}}:"
        r"(?:\s*\n[^\S\n]*Q(?=\s*\n)|(?=\s*\n))"
    )


def leads() -> str:
    """A pattern for what stands in front of who asks, and when, as a line begins with it."""
    return one_of(map(capital, patterns_of("writers.toml")["asked"]["words"]))


def as_mail() -> Iterator[Mark]:
    """Marks for the lines above a question that came as mail: what it is about, and who sent it.

    >>> import re
    >>> subject, sender = [re.compile(mark.pattern) for mark in as_mail()]
    >>> subject.fullmatch("Betreff: Ferse")["title"], sender.fullmatch("From: Rosa V.")["asker"]
    ('Ferse', 'Rosa V.')
    """
    subjects, senders = (any_of("writers.toml", "mail", name) for name in ("subjects", "senders"))
    yield Mark(Kind.TITLE, rf"{AT_CAPITAL}(?i:{subjects}): (?P<title>[^\n]{{3,150}})")
    yield Mark(Kind.META, rf"(?:{senders}): (?P<asker>{CAPITAL}[\w.'’-]{{0,20}}(?: {CAPITAL}[\w.'’-]{{0,20}}){{0,3}})")


def asker_in_front() -> str:
    """A pattern for a question on the line of the name of who asks it, with nothing between (`asker`, `body`).

    >>> import re
    >>> found = re.fullmatch(asker_in_front(), "A question by: Ada Vale My heel hurts.")
    >>> found["asker"], found["body"]
    ('Ada Vale', 'My heel hurts.')
    """
    begins = any_of("labels.toml", "asked_by", "begins")
    name = rf"(?P<asker>{CAPITAL}[\w.'’-]{{1,20}}(?: {CAPITAL}[\w.'’-]{{0,20}}){{0,2}}?)"
    return rf"(?:[A-Z]/\d{{1,4}} )?{asked_by()}: ?{name} (?P<body>{AT_CAPITAL}(?i:{begins})\b[^\n]+)"


def asker_asks() -> str:
    r"""A pattern for a line that says who asks what is below it, by name (`asker`, `asker_location`).

    >>> import re
    >>> re.match(asker_asks(), "Rosa, 34, writes:\n")["asker"], re.match(asker_asks(), "Rosa Vale asked\n")["asker"]
    ('Rosa', 'Rosa Vale')
    >>> re.match(asker_asks(), "Rosa writes:\n")
    """
    names = "ages", "titles", "asks", "tells"
    ages, titles, asks, tells = (any_of("writers.toml", "asker", name) for name in names)
    name = rf"(?P<asker>(?:{titles}\. )?[A-Z][\w'’-]++(?: [A-Z][\w'’.-]*+){{0,2}}+)"
    place = rf"(?:,? {writers.of_place()} (?P<asker_location>[A-Z][^\n,:?!]{{1,30}}))?"
    return rf"{name}(?:, (?:{ages} )?\d\d?)?{place},?(?: {asks}|(?<=,) {tells}):?(?=\s*\n)"


def quoted_below_asker() -> str:
    r"""A pattern for who asks, with a verb and a colon, above a question in quotation marks (`asker`, `body`).

    >>> import re
    >>> re.match(quoted_below_asker(), 'Rosa writes:\n\n"My heel hurts when I run. Why?"')["body"]
    'My heel hurts when I run. Why?'
    """
    verbs = any_of("labels.toml", "quoted", "words")
    who = rf"(?=[^\n:?!]{{3,60}}+:[^\S\n]*\n)(?P<asker>{CAPITAL}[^\n:?!]{{1,50}}?) {verbs}:[^\S\n]*\n"
    return rf"{who}\s*[„“\"«](?P<body>[^\n]{{20,}})[”“\"»]"


def quoted_above_asker() -> str:
    """A pattern for a question in quotation marks, behind which it stands who asks.

    >>> import re
    >>> re.fullmatch(quoted_above_asker(), "„Mein Fuß schmerzt. Was tun?“, fragt Rosa P. aus Gera.")["asker"]
    'Rosa P. aus Gera'
    """
    words = any_of("labels.toml", "quoted", "words")
    return (
        rf"[„“”\"«»](?P<body>[^\n„“”\"«»]{{20,}})[“”\"»«],? ?[–—-]?,? ?(?:{words}) "
        r"(?P<asker>[^\n„“”\"«».:?!]{2,40}(?:\. [^\n„“”\"«».:?!]{2,30})?)\.?"
    )


def sexed() -> str:
    r"""A pattern for a line that says by sex and age who asks, in front of which a name may stand (`asker`).

    In front of a place they are all that there is of a name.

    >>> import re
    >>> lines = "女, 26岁", "Роза, женщина, 32 года", "anonym, weiblich, 40", "F, 41, Ohio"
    >>> [re.fullmatch(sexed(), line)["asker"] for line in lines]
    [None, 'Роза', None, 'F, 41']
    """
    sex = sex_and_age()
    anonymous = one_of(_cased(patterns_of("labels.toml")["sexes"]["anonymous"]))
    name = rf"(?!{anonymous}\b){CAPITAL}[\w.'’-]{{1,20}}+(?: {CAPITAL}[\w.'’-]{{0,20}}+)?(?=, {sex})"
    who = rf"(?P<asker>{name}|{sex}(?=, {CAPITAL}))(?:, {sex})?"
    return rf"(?:{who}|(?:{anonymous},? )?{sex})(?:, (?P<asker_location>{CAPITAL}[^\n]{{1,40}}))?"


def sex_and_age() -> str:
    """A pattern for somebody's sex and his age."""
    sexes, ages = one_of(_cased(patterns_of("labels.toml")["sexes"]["words"])), any_of("labels.toml", "sexes", "ages")
    in_front = any_of("writers.toml", "asker", "ages")
    return rf"(?:(?:{sexes}|[FM]),? (?:{in_front} )?|[男女]性?(?: ?[,，|])? ?)\d{{1,2}}(?:[岁歲]| (?i:{ages}))?"


def _cased(words: Iterable[str]) -> Iterator[str]:
    """Words with a capital and without."""
    return (form for word in words for form in (word, word.capitalize()))


def signed_as() -> str:
    r"""A pattern for a line that signs a letter: initials in brackets, or what somebody calls himself (`asker`).

    >>> import re
    >>> [re.fullmatch(signed_as(), line)["asker"] for line in ("(R. V.)", "◊ Rumuz: Topuk")]
    ['R. V.', 'Topuk']
    """
    signs = any_of("labels.toml", "asked_by", "signs")
    initials = r"(?:[^\W\d_a-z]\u0640?\. ?){1,2}[^\W\d_a-z]\u0640?\.?\)"
    return rf"(?:\((?={initials})|(?:[^\w\s] )?(?i:{signs}): )(?P<asker>[^\n:?!()]{{2,60}})\)?"


def by_handle() -> Mark:
    r"""A mark for a line that says no more than the name with which somebody asked, and where or when.

    >>> import re
    >>> [bool(re.fullmatch(by_handle().pattern, line)) for line in ("wren_44 in Lincoln, NE", "Botox in Lincoln, NE")]
    [True, False]
    """
    where = rf"in (?P<asker_location>{_WHERE}, [A-Z]{{2}})"
    return Mark(
        Kind.META,
        rf"(?:[Bb]y:? |(?=[A-Za-z][^\W\d_]*+[\d_]))(?P<asker>\w{{2,30}})(?= in | [·•|–-] )"
        rf"(?: {where})?(?: [·•|–-] (?P<asked_at>{_WHEN}))?",
    )


def beside_place() -> Mark:
    r"""A mark for a line with the name in small letters of who asked, and where behind a sign.

    >>> import re
    >>> [bool(re.fullmatch(beside_place().pattern, line)) for line in ("wren•Lincoln, NE", "Dentist•Lincoln, NE")]
    [True, False]
    """
    return Mark(Kind.META, rf"(?P<asker>[a-z][^\s·•|:?!]{{1,29}}+) ?[·•|] ?(?P<asker_location>{_WHERE}, [A-Z]{{2}})")


def marks(leads: str, *, who: str = _WHO, where: str = _WHERE, when: str = _WHEN) -> Iterator[Mark]:
    r"""Marks for lines that begin with one of the words `leads`, a pattern as those of names, places and days are.

    "Posted in Rhinoplasty" says what a question is about, and what a doctor posts is none: such lines are left alone.
    Behind the day stands of what was asked.

    >>> import re
    >>> one, other = [re.compile(mark.pattern) for mark in marks("Asked")]
    >>> one.fullmatch("Asked by wren in Lincoln, NE on May 4, 2014").groups()
    ('wren', 'Lincoln, NE', 'May 4, 2014', None)
    >>> other.fullmatch("Asked 3 years ago by wren").groups()
    ('3 years ago', 'wren', None)
    >>> one.fullmatch("Asked by wren, Lincoln, NE").groups()
    ('wren', 'Lincoln, NE', None, None)
    >>> one.fullmatch("Asked by everybody who smokes")
    """
    who, where, when = rf"(?P<asker>{who})", rf"(?P<asker_location>{where})", rf"(?P<asked_at>{when})"
    age, tags = r"(?:, \d\d)?", r"(?P<tags>[A-Z][^\n,.:?!]{1,40})"
    between = r"(?:,? (?:in|from)| ?[|·•]|,(?=[^\n,]{2,40}, [A-Z]{2}\b))"
    yield Mark(
        Kind.META,
        rf"(?:{leads})(?= by:? |(?<!Posted) in |(?<!Posted) from )"
        rf"(?: by:? {who}{age})?(?:{between} {where})?(?:{_BETWEEN}{when}(?: in {tags})?)?",
    )
    yield Mark(
        Kind.META,
        rf"(?:{leads})(?: on)?:? {when}(?:{_BETWEEN}?by:? {who}{age})?(?:{between} {where})?",
    )
