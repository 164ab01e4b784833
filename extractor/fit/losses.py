"""What copies of a page lose or get: each loss takes the lines of a page and gives those of the copy."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from random import Random

_NAME_FIELDS = frozenset(("name", "credentials", "note"))
_RATING_FIELDS = frozenset(("rating", "reviews"))
_BYLINE_SHARES = (0.1, 0.42, 0.9)
"""How many bylines go where some do: a few, about half, nearly all."""
_RATING_SHARE, _NAME_SHARE = 0.35, 0.15
_HEADLINE_SHARES = (0.08, 0.3, 1.0)
_HOLE_SHARE = 0.6
"""How many headlines that go leave their blank lines behind."""


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A line of a page, what it is part of, of which answer, and the fields of the doctor that stand on it."""

    blanks: int
    text: str
    role: str
    answer: int = -1
    fields: frozenset[str] = frozenset()


CopyLines = list[CopyLine]
Loss = Callable[[CopyLines, Random], CopyLines]


def _without(lines: CopyLines, is_lost: Callable[[CopyLine], bool], *, leaves_hole: bool = False) -> CopyLines:
    """The lines that are not lost; blank lines around a lost one become those of the next, of a hole even both."""
    kept: CopyLines = []
    carried = 0
    for line in lines:
        if is_lost(line):
            carried = carried + max(1, line.blanks) if leaves_hole else max(carried, line.blanks)
            continue
        blanks = min(2, carried + line.blanks) if leaves_hole and carried else max(line.blanks, carried)
        kept.append(replace(line, blanks=blanks))
        carried = 0
    return kept


def _lose_role(role: str, lines: CopyLines, _: Random) -> CopyLines:
    return _without(lines, lambda line: line.role == role)


def _lose_bylines(lines: CopyLines, draw: Random) -> CopyLines:
    """Some answers lose their byline, or its line with the rating, or that with the name."""
    share = draw.choice(_BYLINE_SHARES)
    answers = sorted({line.answer for line in lines})
    lost: dict[int, frozenset[str] | None] = {}
    for answer in answers:
        if draw.random() < share:
            lost[answer] = None
        elif draw.random() < _RATING_SHARE:
            lost[answer] = _RATING_FIELDS
        elif draw.random() < _NAME_SHARE and any("location" in line.fields for line in lines if line.answer == answer):
            lost[answer] = _NAME_FIELDS

    def is_lost(line: CopyLine) -> bool:
        if line.role != "byline" or line.answer not in lost:
            return False
        fields = lost[line.answer]
        return fields is None or bool(line.fields and line.fields <= fields)

    return _without(lines, is_lost)


def _lose_headlines(lines: CopyLines, draw: Random) -> CopyLines:
    share = draw.choice(_HEADLINE_SHARES)
    lost = {answer for answer in sorted({line.answer for line in lines}) if draw.random() < share}
    leaves_hole = draw.random() < _HOLE_SHARE
    return _without(lines, lambda line: line.role == "headline" and line.answer in lost, leaves_hole=leaves_hole)


def _join_paragraphs(lines: CopyLines, _: Random) -> CopyLines:
    """Every answer is one paragraph."""
    joined: CopyLines = []
    for line in lines:
        if joined and line.role == joined[-1].role == "body" and line.answer == joined[-1].answer:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return joined


def _close_up(pairs: Sequence[tuple[str, str]], lines: CopyLines, draw: Random) -> CopyLines:
    """No blank line between what is of the first role and what is of the second, of one of `pairs`."""
    first, second = draw.choice(pairs)
    is_body = first == second
    return lines[:1] + [
        replace(line, blanks=0)
        if (above.role, line.role) == (first, second) and (line.answer == above.answer or not is_body)
        else line
        for above, line in pairwise(lines)
    ]


def _add_votes(lines: CopyLines, draw: Random) -> CopyLines:
    """A vote line between headline and body."""
    form = draw.choice(("+{}", "{{{{ voteCount | number }}}} people found this helpful"))
    added: CopyLines = []
    for line in lines:
        if line.role == "body" and added and added[-1].role == "headline":
            added += (CopyLine(1, form.format(draw.randint(0, 9)), "vote", line.answer), replace(line, blanks=1))
        else:
            added.append(line)
    return added


def _add_lines(lines: CopyLines, draw: Random) -> CopyLines:
    """A line of no meaning under bylines: a badge, how long ago, a number of photos, a phone number."""
    share = draw.choice((0.3, 1.0))
    badge = draw.choice((None, "Verified Doctor", "Verified Provider", "Verified doctor profile"))
    added: CopyLines = []
    for line, below in zip(lines, [*lines[1:], CopyLine(1, "", "other")], strict=True):
        added.append(line)
        if line.role == "byline" and below.role != "byline" and below.blanks and draw.random() < share:
            added.append(CopyLine(0, badge or _strange(draw), "other", line.answer))
    return added


def _strange(draw: Random) -> str:
    number = draw.randint(2, 40)
    return draw.choice(
        (
            f"{draw.randint(2, 12)} {draw.choice(('years', 'months', 'days'))} ago",
            f"{number} {draw.choice(('photos', 'Photos', 'before & after photos'))}",
            f"({draw.randint(201, 989)}) 555-{draw.randint(1000, 9999)}",
            draw.choice(("No reviews yet", "No reviews", "No ratings yet")),
        )
    )


LOSSES: dict[str, Loss] = {
    "bylines": _lose_bylines,
    "any byline": partial(_lose_role, "byline"),
    "headlines": _lose_headlines,
    "count": partial(_lose_role, "count"),
    "title": partial(_lose_role, "title"),
    "close": partial(_lose_role, "close"),
    "votes": partial(_lose_role, "vote"),
    "paragraphs": _join_paragraphs,
    "blanks in bodies": partial(_close_up, (("body", "body"),)),
    "blanks between": partial(_close_up, (("headline", "body"), ("body", "byline"), ("byline", "headline"))),
    "own votes": _add_votes,
    "rest": _add_lines,
}
