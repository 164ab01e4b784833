"""Threads of a forum as plain text: nothing but a name and a date stands above each post.

    Heel pain in the morning              the title
    rosa_v                                a name, and
    6 years ago                           a date, on the line below or behind the name: a head
    My heel hurts. What can I do?
    Nora Vale, March 4, 2019
    Rest it for two weeks.

One who tells of himself below the first head, and a second head, are what such a page has and a list of news has not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from extractor.layout import Kind
from extractor.readers.lines import Line
from extractor.readers.people.asides import begins_like_date, is_aside, is_date, is_datum, may_hold_date
from extractor.readers.text.grammar.features import speaks_of_writer
from extractor.readers.text.letters import may_be_question
from extractor.readers.text.matcher import Hit

_MAX_HEAD, _MAX_NAME, _MAX_NAME_WORDS = 70, 40, 4
_MAX_SPACES = 12
"""In a line that is a name and a date."""
_MAX_ABOVE = 3
"""Lines above the first head: a title, and where on the site it is."""
_MIN_POST = 3
"""Words of a post."""
_BY = re.compile(r"(?:(?:[Pp]ost(?:ed)? ?|[Ww]ritten )?[Bb]y:? |[Ff]rom:? )?")
_NAME = re.compile(r"[^\W_](?:[\w.'’ @-]*[^\W_])?(?:(?<= [^\W\d_])\.)?")
_TO = re.compile(r"(?: in reply to | replied to | replying to | → ).*")
_NUMBER = re.compile(r" #\d{1,5}$")
_Places: TypeAlias = tuple[tuple[int, int], tuple[int, int]]
_SEPARATOR = re.compile(r" [·•|] ")
_BETWEEN = " ,·•|»–—:-"
_BEHIND_NAME = re.compile(rf"[{_BETWEEN}]*(?:on )?")
_PANEL = re.compile(
    r"(?:Posts|Joined|Join [Dd]ate|Location|Messages|Registered|Member [Ss]ince|Reputation|Thanks|Likes)\b[: ].{1,40}|"
    r"(?:\w+ ){0,2}[Mm]ember|#\d+"
)
"""What a forum says of who writes, beside his post."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines `[first, last]` above a post, who wrote it, and when."""

    first: int
    last: int
    name: tuple[int, int]
    date: tuple[int, int]


def post_hits(lines: Sequence[Line]) -> list[Hit]:
    """The heads of a thread's posts as marks: of the one who asks (QUESTION), and of those who answer (BYLINE)."""
    heads = _heads(lines)
    if len(heads) < 2 or heads[0].first > _MAX_ABOVE:  # noqa: PLR2004 - one who asks, and one who answers
        return []
    ends = [*(below.first for below in heads[1:]), len(lines)]
    posts = [lines[head.last + 1 : end] for head, end in zip(heads, ends, strict=True)]
    if not (may_be_question(posts[0]) and _tells(posts[0])) or any(map(_is_empty, posts)):
        return []
    asked, *told = heads
    question = Hit(Kind.QUESTION, asked.first, asked.last, {"asker": asked.name, "asked_at": asked.date})
    return [question, *(Hit(Kind.BYLINE, h.first, h.last, {"name": h.name, "answered_at": h.date}) for h in told)]


def _heads(lines: Sequence[Line]) -> list[_Head]:
    """All heads; each begins a paragraph, or stands below a title, unless the page has no paragraphs."""
    heads: list[_Head] = []
    is_dense = not any(line.blanks for line in lines[1:])
    for index, line in enumerate(lines):
        if len(line.text) > _MAX_HEAD or (heads and index <= heads[-1].last):
            continue
        is_apart = line.blanks or index <= 1 or is_dense or _is_title_of_reply(lines[index - 1])
        if is_apart and (head := _head_at(lines, index)):
            heads.append(head)
    return heads


def _is_title_of_reply(line: Line) -> bool:
    return line.text.startswith("Re: ")


def _tells(post: Sequence[Line]) -> bool:
    return speaks_of_writer(" ".join([line.text for line in post]))


def _is_empty(post: Sequence[Line]) -> bool:
    return sum(len(line.text.split()) for line in post) < _MIN_POST


def _head_at(lines: Sequence[Line], index: int) -> _Head | None:
    """The head that begins on line `index`, with what the forum says of the writer below it."""
    below = lines[index : index + 3]
    if not any(may_hold_date(line.text) for line in below[:2]):
        return None
    found = _on_one_line(lines[index]) or _on_two_lines(below) or _above_panel(below)
    if found is None:
        return None
    name, date = found
    last = index + (max(name[0], date[0]) > lines[index].end)
    while last + 2 < len(lines) and (is_aside(lines[last + 1].text) or _PANEL.fullmatch(lines[last + 1].text)):
        last += 1
    first = index - 1 if index and _is_title_of_reply(lines[index - 1]) else index
    return _Head(first, last, name, date)


def _on_two_lines(lines: Sequence[Line]) -> _Places | None:
    """Where name and date are, the date on the line below."""
    line, *rest = lines
    size = _date_size(rest[0].text) if rest else 0
    name = _name_in(line.text) if size else None
    return ((line.start + name[0], line.start + name[1]), (rest[0].start, rest[0].start + size)) if name else None


def _above_panel(lines: Sequence[Line]) -> _Places | None:
    """Where name and date are, the name on the line below, and then what the forum says of the writer."""
    size = _date_size(_NUMBER.sub("", lines[0].text))
    if not size or len(lines) < 3 or not _PANEL.fullmatch(lines[2].text):  # noqa: PLR2004 - date, name, panel
        return None
    name, (start, *_) = _name_in(lines[1].text), lines[1]
    return ((start + name[0], start + name[1]), (lines[0].start, lines[0].start + size)) if name else None


def _on_one_line(line: Line) -> _Places | None:
    """Where name and date are, the date behind the name."""
    text = line.text
    if text.count(" ") > _MAX_SPACES or is_datum(text):
        return None
    spaces = [match.start() for match in re.finditer(" ", text)]
    for space in spaces[: _MAX_NAME_WORDS + 2]:
        size = _date_size(text[space + 1 :])
        name = _name_in(text[:space].rstrip(_BETWEEN).removesuffix(" on").rstrip(_BETWEEN)) if size else None
        if name:
            end = line.start + space + 1 + size
            between = _BEHIND_NAME.match(text, space)
            begin = line.start + (between.end() if between else space)
            return (line.start + name[0], line.start + name[1]), (begin, end)
    return None


def _date_size(text: str) -> int:
    """How much of a line is a date; a count may stand behind it ("6 years ago • 6 replies")."""
    if not begins_like_date(text):
        return 0
    date = _SEPARATOR.split(text, maxsplit=1)[0]
    return len(date) if len(date) <= _MAX_NAME and is_date(date) else 0


def _name_in(text: str) -> tuple[int, int] | None:
    """Where in a line who writes is, if there is nothing else but "by" before, and whom he replies to behind it."""
    begin = _BY.match(text)
    start = begin.end() if begin else 0
    name = _TO.sub("", text[start:])
    is_one = len(name) <= _MAX_NAME and len(name.split()) <= _MAX_NAME_WORDS and _NAME.fullmatch(name)
    return (start, start + len(name)) if is_one and not is_datum(name) else None
