"""What the lines of a thread look like that are not the words of a post, and which of them come with every post."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from math import ceil
from operator import attrgetter
from typing import NamedTuple

from extractor import vocabulary
from extractor.layout.dates import ago_in, date_in, date_words
from extractor.readers.lines import Line
from extractor.readers.people.asides import is_aside, is_datum
from extractor.records import Span

MIN_POSTS = 3
"""Lines of the same form that are no chance."""
MAX_HEAD = 140
"""Characters of a line about a post."""
_MARGIN = 40
"""Spaces around a line."""
_DATED = re.compile(
    r"[#\d](?:(?<=1)9\d\d|(?<=2)0\d\d|(?<=#)\s?\d|"
    r"(?<=\d)(?:\d?[./-]\d\d?[./-]\d\d|[ -]?\.? ?[^\W\d]{3,10}\.?[ -]\d\d))"
)
"""A year, a number behind its sign, a date; it begins with one set of signs, so that others are passed quickly."""
MAX_HANDLE = 40
"""Characters of what somebody goes by."""
_MAX_SAME = 100
_SHARE, _NEARLY_ALL = 0.75, 0.9
"""Posts of all in which a rank or a subject must stand to be the board's, and what may be somebody's name."""
_NUMBERED = re.compile(r"(?:[^\W\d]{2,10} |\d{1,4}\.\s+)?#\s?(?P<number>\d{1,5})(?!\w)")
_LABEL = re.compile(r"(?P<label>[^\W\d][^:\n\d]{1,25}?)\s?:(?:\s|$)")
_DIGITS = re.compile(r"\d[\d.,]*")
_WORDS = re.compile(r"[^\W\d]+")

Form = tuple[str, ...]
"""What lines of the same form have in common."""


class Anchor(NamedTuple):
    """A line with the day of a post, or its number: `[start, end)` in the line."""

    line: int
    start: int
    end: int


@cache
def words(name: str) -> frozenset[str]:
    """The entries of the list `name` of `boards.toml`."""
    return frozenset(vocabulary.table_of("boards.toml")[name])


def text_at(lines: Sequence[Line], span: Span) -> str:
    """What stands at a place in the page, all of it on one line."""
    line = lines[bisect_right(lines, span[0], key=attrgetter("start")) - 1]
    return line.text[span[0] - line.start : span[1] - line.start]


def may_be_thread(text: str) -> bool:
    """A quick look: whether somebody asks, and enough short lines have a year, a date in digits, or a number sign."""
    if not vocabulary.has_question_mark(text):
        return False
    dated = (line for line in text.split("\n") if len(line) <= MAX_HEAD + _MARGIN and _DATED.search(line))
    return next(islice(dated, MIN_POSTS - 1, None), None) is not None


def has_form(lines: Sequence[Line]) -> bool:
    """Whether lines with the days or the numbers of posts are there, in one form."""
    return bool(numbers_of(lines)) or next(days_of(lines), None) is not None


def numbers_of(lines: Sequence[Line]) -> list[Anchor]:
    """The lines with the numbers of posts, if these count up."""
    found = [(index, match) for index, line in enumerate(lines) if (match := _numbered(line.text))]
    counted = [int(match["number"]) for _, match in found]
    if len(found) < MIN_POSTS or any(below != above + 1 for above, below in pairwise(counted)):
        return []
    return [Anchor(index, match.start(), match.end()) for index, match in found]


def _numbered(text: str) -> re.Match[str] | None:
    return _NUMBERED.match(text) if "#" in text and len(text) <= MAX_HEAD else None


def day_in(text: str) -> re.Match[str] | None:
    """The day that a line about a post tells, or how long ago it was."""
    if len(text) > MAX_HEAD:
        return None
    return (date_in(text) if _DATED.search(text) else None) or ago_in(text)


def days_of(lines: Sequence[Line], least: int = MIN_POSTS) -> Iterator[list[Anchor]]:
    """The lines with days by their form, if `least` have it: most first, days on which somebody joined last."""
    forms: dict[Form, list[Anchor]] = defaultdict(list)
    for index, line in enumerate(lines):
        match = day_in(line.text)
        if match:
            forms[_form_of_day(line.text, match)].append(Anchor(index, match.start(), match.end()))
    enough = [form for form in forms if len(forms[form]) >= least]
    for form in sorted(enough, key=lambda form: (form[1] in words("since"), -len(forms[form]))):
        yield forms[form]


def _form_of_day(text: str, day: re.Match[str]) -> Form:
    """How the day is written, and what stands in front of it: a label, or as many words as are not a name."""
    shape = _WORDS.sub("a", _DIGITS.sub("0", day[0])) if _DATED.search(day[0]) else "ago"
    lead = text[: day.start()].strip().casefold()
    if lead.endswith(":"):
        return (shape, lead.rstrip(" :"))
    first, _, rest = lead.partition(" ")
    return (shape, first if rest else lead) if first in _openings() else (shape, "*" if lead else "")


@cache
def _openings() -> frozenset[str]:
    """Words that a line with a day begins with, in front of a name or not."""
    first = (word.split()[0] for word in date_words("around", "leads", "particles"))
    return words("openings").union(first)


def is_since(text: str) -> bool:
    """Whether a line says since when somebody is a member."""
    folded = text.casefold()
    return any(folded.startswith(word) for word in words("since"))


def is_of_author(text: str) -> bool:
    """Whether a line is a rank, a count, or another thing that boards say of who wrote."""
    label = _LABEL.match(text)
    is_panel = label is not None and label["label"].casefold() in words("panels")
    return len(text) <= MAX_HANDLE and (is_panel or is_role(text) or is_since(text) or is_aside(text))


def is_role(text: str) -> bool:
    """Whether a line has a word of what boards call their members."""
    return not words("roles").isdisjoint(_WORDS.findall(text.casefold()))


def _kind_of(text: str) -> Form | None:
    """What a short line has in common with others that say the same of another post; None for words of a post."""
    if len(text) > MAX_HEAD:
        return None
    if _numbered(text):
        return ("number",)
    if day := day_in(text):
        return ("day", *_form_of_day(text, day))
    if is_datum(text) and any(map(str.isdecimal, text)):
        return ("datum",)
    return _kind_of_words(text)


def _kind_of_words(text: str) -> Form | None:
    """The same of a line that is no number and has no day in it."""
    subject = subject_of(text)
    if (label := _LABEL.match(text)) and subject == text:
        return ("label", label["label"].casefold())
    if len(text) <= MAX_HANDLE and is_role(text):
        return ("role",)
    return ("same", _DIGITS.sub("0", subject.casefold())) if len(text) <= _MAX_SAME else None


def subject_of(text: str) -> str:
    """A line without the sign of a reply in front of its subject.

    >>> subject_of("Re: Sore heel"), subject_of("Rest it")
    ('Sore heel', 'Rest it')
    """
    return _reply().sub("", text)


@cache
def _reply() -> re.Pattern[str]:
    return re.compile(rf"\A(?:(?:{'|'.join(words('replying'))})\s?: ?)*", re.IGNORECASE)


def repeated_kinds(lines: Sequence[Line], posts: int) -> list[Form | None]:
    """For each line what it has in common with lines of other posts; None if it is not the board's."""
    kinds = [_kind_of(line.text) for line in lines]
    counts = Counter(kind for kind in kinds if kind)
    return [kind if kind and counts[kind] >= _least(kind, posts) else None for kind in kinds]


def _least(kind: Form, posts: int) -> int:
    """How many lines of this kind are the board's; what may be a name stands in more than its owner's posts.

    A subject is not repeated by the first post.
    """
    if kind[0] not in ("same", "role"):
        return 2
    if kind[0] == "same" and len(kind[1]) <= MAX_HANDLE:
        return max(min(MIN_POSTS, posts), ceil(_NEARLY_ALL * posts))
    most = max(min(MIN_POSTS, posts), round(_SHARE * posts))
    return most if kind[0] == "role" else min(most, max(2, posts - 1))
