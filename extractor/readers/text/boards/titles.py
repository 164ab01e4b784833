"""What a thread is about: the subject that its posts repeat, or the line above them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from extractor.layout.dates import date_in
from extractor.layout.wordings import one_of
from extractor.readers.lines import Line
from extractor.readers.people.asides import is_aside
from extractor.readers.text.boards.forms import MAX_HEAD, subject_of, words
from extractor.records import Span
from extractor.vocabulary import is_furniture

_REACH = 10
"""Lines above the first post among which its title is."""
_MIN_WORDS = 3
"""Of a title among other lines above the first post."""


class Title(NamedTuple):
    """The line on which a thread's title stands, its place in the page, and whether no other line may be it."""

    line: int
    span: Span
    is_sure: bool = True


def title_of(lines: Sequence[Line], first: range, rest: Sequence[Line], names: frozenset[str]) -> Title | None:
    """The title: what the block of the first post (`first`) has behind a label, or those of replies (`rest`) repeat.

    Else a line above the first post that is no date, no count and names nobody of `names`: one that asks, or the last.
    """
    above = range(max(0, first.start - _REACH), first.start)
    labelled = next(_labelled(lines, [*first, *reversed(above)]), None)
    if labelled:
        return labelled
    able = [at for at in reversed([*above, *first]) if _may_be_title(lines[at].text, names)]
    repeated = [at for at in able if any(lines[at].text in line.text and _is_reply(line.text) for line in rest)]
    plain = [at for at in able if first.start == 1 or len(lines[at].text.split()) >= _MIN_WORDS]
    asking = [at for at in plain if lines[at].text.endswith("?") and at in above]
    outside = [at for at in plain if at in above]
    is_sure = bool(repeated) or len(asking or outside) == 1
    titles = (Title(at, lines[at].span, is_sure) for at in [*repeated, *asking, *outside])
    return next(titles, None)


def _is_reply(text: str) -> bool:
    """Whether a line is the subject of a reply."""
    return subject_of(text) != text or "Re: " in text


def _labelled(lines: Sequence[Line], some: Sequence[int]) -> Iterator[Title]:
    for at in some:
        if len(lines[at].text) <= MAX_HEAD + MAX_HEAD and (match := _label().search(lines[at].text)):
            yield Title(at, lines[at].span_of(match, "title"))


@cache
def _label() -> re.Pattern[str]:
    buttons = one_of(words("buttons"))
    return re.compile(
        rf"(?:^|\s\s|\d )(?i:{one_of(words('subjects'))})\s?: (?P<title>\S.*?)(?=\s\s|\s(?i:{buttons})|$)"
    )


def _may_be_title(text: str, names: frozenset[str]) -> bool:
    """Whether a line above the posts is not what the board prints there."""
    if len(text) > MAX_HEAD or text.endswith((".", ":")) or is_furniture(text):
        return False
    return not (date_in(text) or is_aside(text) or " : " in text or any(name in text for name in names))
