"""What sites print around questions and answers, by language: headings, links, what else there is to read."""

from functools import partial

from extractor.layout.wordings import AT_CAPITAL, any_of, one_of, patterns_of

_any = partial(any_of, "around.toml")


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


def furniture() -> str:
    """A pattern for lines that are in no field, as sites of many kinds print them."""
    return rf"{AT_CAPITAL}(?i:{_any('furniture', 'words')}|{_any('more', 'words')}\s?: ?[^\n]{{4,160}})"


def ends() -> str:
    """A pattern for lines below the last answer of a page, with nothing behind them."""
    return rf"{AT_CAPITAL}(?i:{_any('ends', 'words')})"


def tagged() -> str:
    """A pattern for a line that says what a question is about, in the words of the site (`tags`)."""
    return rf"{AT_CAPITAL}(?i:{_any('tagged', 'words')}): (?P<tags>\w[^\n.?!]{{1,100}})"


def more() -> str:
    """A pattern for a heading of what else there is to read."""
    return rf"{AT_CAPITAL}(?i:{_any('more', 'words')})\s?:?"


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
    return r"(?:©|Copyright)[^\n]{1,111}(?=(?:\n[^\n]{0,60}){0,20}\s*+\Z)"


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


def ends_of_pictures() -> str:
    """A pattern in small letters for how names of pictures end: it is quick, as all begin with a full stop."""
    return one_of(patterns_of("around.toml")["pictures"]["ends"])


def signs_of_pictures() -> tuple[str, ...]:
    """What each of the other names holds, in small letters."""
    return tuple(patterns_of("around.toml")["pictures"]["signs"])


def workplaces() -> str:
    """A pattern for what places are called where doctors work."""
    return rf"(?<!\w)(?i:{_any('workplaces', 'words')})(?!\w)"
