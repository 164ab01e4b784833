"""The name in lines that say who wrote something and when: "Posted by Ann on 3 May 2020", "Ann, 3 May 2020"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from extractor.readers.html.posts import words

LONGEST, LONGEST_HEAD = 90, 200
"""Characters of such a line, and of all lines above a text, of which a title may be one."""
_LONGEST_NAME, _MOST_WORDS = 40, 4
_MOST_LINES = 4
_LETTER = re.compile(r"[^\W\d_]|\d{3}")
_POST_NUMBER = re.compile(r"\s*(?:#\d+\W+|\d{1,4}\s?[.:：]\s?(?=\D))")
_SEPARATOR = re.compile(r"\s*[,;|•·»–—]|\s-\s|\s[\[(]")
_DASH = re.compile(r"[—–]\s")
"""What old sites draw between a day and the name behind it."""
_AROUND = " \n\t—–―~-"
"""What stands around a name at the end of a text: a dash is drawn in front of it."""
_ENDS = " ,;:|»)]"
_PAIR = 2
_PUNCTUATED = re.compile(r"[,:;!?]|\.$")
"""What no name has inside or at its end."""
_INITIAL = re.compile(r"\s\w\.")
_ZONE = 5
"""Letters behind an hour that say where it is that late: "GMT", "+0000"."""


@lru_cache(20_000)
def name_on(text: str) -> str | None:
    r"""The name beside the date of a line, or labelled above or below one; None if there is none, or more beside it.

    >>> name_on("Posted by Ann Lee on 3 May 2020"), name_on("Written 3 May 2020 by Ann"), name_on("#7 - Al, 3 May 2020")
    ('Ann Lee', 'Ann', 'Al')
    >>> name_on("Tue, 12/06/2012 - 09:39 — Ann Lee")
    'Ann Lee'
    >>> name_on("From: Ann <ann at example.org>\nDate: 3 May 2020"), name_on("Re: Sleep\nPost by: Al on 3 May 2020")
    ('Ann', 'Al')

    """
    if len(text) > LONGEST_HEAD:
        return None
    lines = _lines(text)
    for number, line in enumerate(lines[:_MOST_LINES]):
        if moment := words.MOMENT.search(line):
            before, after = line[: moment.start()], line[moment.end() :].strip(_ENDS)
            if len(line) > LONGEST:
                return None
            is_alone = words.DATED.fullmatch(before) and sum(map(str.isalnum, after)) <= _ZONE
            others = [*lines[:number], *lines[number + 1 :]] if is_alone else ()
            return _beside(before, after) or _labelled(others)
    return None


def _beside(before: str, after: str) -> str | None:
    """The name on the line of a date."""
    number = _POST_NUMBER.match(before)
    before = before[number.end() if number else 0 :]
    if by := words.BY.match(before):
        return _name(_up_to_date(before[by.end() :]))
    if by := words.BY.match(after):
        return _name(after[by.end() :])
    if not before and _DASH.match(after):
        return _name(after)
    is_apart = _SEPARATOR.match(before[len(named := _up_to_date(before)) :])
    return _name(named) if (is_apart or words.NOBODY.fullmatch(named)) and not after else None


def _up_to_date(text: str) -> str:
    """What stands in front of a date without what leads to that; the stop behind an initial is the name's."""
    named = words.BETWEEN.sub("", text)
    return f"{named}." if _INITIAL.match(text, max(len(named) - 2, 0)) and text.startswith(".", len(named)) else named


@lru_cache(20_000)
def name_above(text: str) -> str | None:
    r"""The name of two lines of which the other is a date and nothing else, as in a row of a table or beside a picture.

    >>> name_above("Ann Lee\n3 May 2020"), name_above("Sleep well, Ann\n3 May 2020")
    ('Ann Lee', None)
    """
    lines = _lines(text) if len(text) <= LONGEST else []
    names = [line for line in lines if not is_day(line)]
    if len(lines) != _PAIR or len(names) != 1:
        return None
    return _name(names[0]) if _PUNCTUATED.search(names[0]) is None else None


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def is_day(line: str) -> bool:
    """Whether a line is a date and nothing else."""
    moment = words.MOMENT.search(line)
    is_alone = moment is not None and not line[moment.end() :].strip(_ENDS)
    return moment is not None and is_alone and words.DATED.fullmatch(line[: moment.start()]) is not None


def _labelled(lines: Sequence[str]) -> str | None:
    """The name on a line of its own that says that it is one: "Posted by: Ann"."""
    named = (line[by.end() :] for line in lines if (by := words.BY.match(line)) and len(line) <= LONGEST)
    return next(filter(None, map(_name, named)), None)


def _name(text: str) -> str | None:
    name = text.partition("<")[0].strip(_AROUND).rstrip(",;:|»")  # behind it stands his address
    is_name = 0 < len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS and _LETTER.search(name)
    return name if is_name else None
