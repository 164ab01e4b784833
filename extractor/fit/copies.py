"""Copies of pages that lack, or have more, of what real pages often lack or have; their records are known as well.

What is lost, and how often, is what was found on real pages: bylines, headlines, counts, titles and blank lines that
are missing on some or on all answers, votes and lines of no meaning that stand between. What stands for a real line is
invented.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from random import Random

from pydantic import ValidationError

from extractor.fit.gold_paths import Chain, Page
from extractor.layout import Kind
from extractor.readers.people.fields import places_of
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.states import State, openings
from extractor.records import QAPage

COPIES = 4
"""Copies of a page at most."""
SHARE = 0.3
"""What a copy counts in a fit, against 1 for a page that is as it was found."""

_NAME_FIELDS = frozenset(("name", "credentials", "note"))
_RATING_FIELDS = frozenset(("rating", "reviews"))
_SLACK = 3
"""Characters at the end of a line that may be no part of its item: blanks, a bracket."""
_BYLINE_SHARES = (0.1, 0.42, 0.9)
"""How many bylines go where some do: a few, about half, nearly all."""
_RATING_SHARE, _NAME_SHARE = 0.35, 0.15
_HEADLINE_SHARES = (0.08, 0.3, 1.0)
_HOLE_SHARE = 0.6
"""How many headlines that go leave their blank lines behind."""
_FURTHER_SHARE = 0.12
"""How many copies lack one more thing, for each that they may lack."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, what it is part of, of which answer, and the fields of the doctor that stand on it."""

    blanks: int
    text: str
    role: str
    answer: int = -1
    fields: frozenset[str] = frozenset()


Lines = list[Line]
_Step = Callable[[Lines, Random], Lines]

_ROLES = {
    State.TITLE: "title",
    State.QUESTION: "question",
    State.HEADLINE: "headline",
    State.FIRST: "body",
    State.BODY: "body",
    State.BYLINE: "byline",
    State.UNASSIGNED: "other",
}
_MARKS = {Kind.COUNT: "count", Kind.VOTE: "vote", Kind.CLOSE: "close"}


def copies_of(page: Page, chain: Chain) -> Iterator[Page]:
    """Copies of `page` in a few ways of losing parts, drawn by its name; none if its lines hold several things each."""
    lines = _lines_of(chain)
    if lines is None or len(page.records) != 1:
        return
    draw = Random(page.name)  # noqa: S311 - variety, no secret
    for style in draw.sample(_STYLES, COPIES):
        further = [one for one in _FURTHER if one not in style and draw.random() < _FURTHER_SHARE]
        copy = lines
        for name in (*style, *further):
            copy = _LOSSES[name](copy, draw)
        records = _record(page.records[0], copy)
        text = _text(copy) if copy else page.text
        if text != page.text and records:
            name = f"{page.name} without {', '.join((*style, *further))}"
            yield replace(page, name=name, text=text, records=(records,), share=SHARE)


def _lines_of(chain: Chain) -> Lines | None:
    """The page's lines with what each is part of; None if one is part of two things."""
    page = chain.read.cut
    if any(hit.groups.keys() - {"count"} for hit in page.hits):
        return None
    marks = {index: _MARKS.get(hit.kind, "other") for hit in page.hits for index in range(hit.first, hit.last + 1)}
    lines = [Line(line.blanks, line.text, marks.get(index, "other")) for index, line in enumerate(page.lines)]
    opens = openings(page.mode.side)
    answer, above, signed = -1, State.START, set[int]()
    for item, state in zip(page.items, chain.gold or (), strict=True):
        answer += opens[above][state]
        above = state
        whole = page.lines[item.first].start == item.start and item.end >= page.lines[item.last].end - _SLACK
        if not whole or (state == State.BYLINE and item.fields and answer in signed):
            return None
        if state == State.BYLINE:
            signed.add(answer)
        for index in range(item.first, item.last + 1):
            if index in marks or lines[index].answer >= 0:
                return None
            lines[index] = replace(
                lines[index], role=_ROLES[state], answer=answer, fields=_fields_on(item, chain, index)
            )
    return lines


def _fields_on(item: Item, chain: Chain, index: int) -> frozenset[str]:
    """The fields of a byline that stand on one of its lines."""
    line = chain.read.cut.lines[index]
    places = places_of(item.fields) if item.fields else ()
    return frozenset(
        name for name, spans in places if any(line.start <= item.start + start <= line.end for start, _ in spans)
    )


def _without(lines: Lines, is_lost: Callable[[Line], bool], *, leaves_hole: bool = False) -> Lines:
    """The lines that are not lost; blank lines around a lost one become those of the next, of a hole even both."""
    kept: Lines = []
    carried = 0
    for line in lines:
        if is_lost(line):
            carried = carried + max(1, line.blanks) if leaves_hole else max(carried, line.blanks)
            continue
        blanks = min(2, carried + line.blanks) if leaves_hole and carried else max(line.blanks, carried)
        kept.append(replace(line, blanks=blanks))
        carried = 0
    return kept


def _lose_role(role: str, lines: Lines, _: Random) -> Lines:
    return _without(lines, lambda line: line.role == role)


def _lose_bylines(lines: Lines, draw: Random) -> Lines:
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

    def is_lost(line: Line) -> bool:
        if line.role != "byline" or line.answer not in lost:
            return False
        fields = lost[line.answer]
        return fields is None or bool(line.fields and line.fields <= fields)

    return _without(lines, is_lost)


def _lose_headlines(lines: Lines, draw: Random) -> Lines:
    share = draw.choice(_HEADLINE_SHARES)
    lost = {answer for answer in sorted({line.answer for line in lines}) if draw.random() < share}
    leaves_hole = draw.random() < _HOLE_SHARE
    return _without(lines, lambda line: line.role == "headline" and line.answer in lost, leaves_hole=leaves_hole)


def _join_paragraphs(lines: Lines, _: Random) -> Lines:
    """Every answer is one paragraph."""
    joined: Lines = []
    for line in lines:
        if joined and line.role == joined[-1].role == "body" and line.answer == joined[-1].answer:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return joined


def _close_up(pairs: Sequence[tuple[str, str]], lines: Lines, draw: Random) -> Lines:
    """No blank line between what is of the first role and what is of the second, of one of `pairs`."""
    first, second = draw.choice(pairs)
    is_body = first == second
    return lines[:1] + [
        replace(line, blanks=0)
        if (above.role, line.role) == (first, second) and (line.answer == above.answer or not is_body)
        else line
        for above, line in pairwise(lines)
    ]


def _add_votes(lines: Lines, draw: Random) -> Lines:
    """A vote line between headline and body."""
    form = draw.choice(("+{}", "{{{{ voteCount | number }}}} people found this helpful"))
    added: Lines = []
    for line in lines:
        if line.role == "body" and added and added[-1].role == "headline":
            added += (Line(1, form.format(draw.randint(0, 9)), "vote", line.answer), replace(line, blanks=1))
        else:
            added.append(line)
    return added


def _add_lines(lines: Lines, draw: Random) -> Lines:
    """A line of no meaning under bylines: a badge, how long ago, a number of photos, a phone number."""
    share = draw.choice((0.3, 1.0))
    badge = draw.choice((None, "Verified Doctor", "Verified Provider", "Verified doctor profile"))
    added: Lines = []
    for line, below in zip(lines, [*lines[1:], Line(1, "", "other")], strict=True):
        added.append(line)
        if line.role == "byline" and below.role != "byline" and below.blanks and draw.random() < share:
            added.append(Line(0, badge or _strange(draw), "other", line.answer))
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


_LOSSES: dict[str, _Step] = {
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
_BARE = ("count", "any byline", "close", "votes")
_STYLES: tuple[tuple[str, ...], ...] = (
    ("bylines",),
    ("headlines",),
    ("count",),
    ("title",),
    ("blanks in bodies",),
    ("rest",),
    ("rest", "count"),
    ("blanks between",),
    ("own votes",),
    ("own votes", "bylines", "headlines"),
    ("count", "bylines"),
    ("headlines", "bylines"),
    (*_BARE, "headlines"),
    _BARE,
    (*_BARE, "paragraphs", "headlines", "title"),
)
"""The ways in which copies lose parts."""
_FURTHER = ("blanks in bodies", "count", "bylines")


def _text(lines: Lines) -> str:
    first, *further = lines
    return first.text + "".join("\n" * (line.blanks + 1) + line.text for line in further) + "\n"


def _record(record: QAPage, lines: Lines) -> QAPage | None:
    """What the record is once the page has these lines; None if that is no record."""
    fields = {answer: frozenset[str]() for answer in range(len(record.answers))}
    for line in lines:
        if line.role == "byline" and line.answer in fields:
            fields[line.answer] |= line.fields
    told = record.model_dump()
    told["question"] |= {"title": _joined(lines, "title"), "body": _joined(lines, "question")}
    if not any(line.role == "count" for line in lines):
        told["declared_answer_count"] = None
    for number, answer in enumerate(told["answers"]):
        answer |= {"headline": _joined(lines, "headline", number), "body": _joined(lines, "body", number)}
        answer["doctor"] = _doctor(answer["doctor"], fields[number])
    try:
        return QAPage.model_validate(told)
    except ValidationError:
        return None


def _doctor(doctor: dict[str, object] | None, fields: frozenset[str]) -> dict[str, object] | None:
    """Of a doctor what still stands on the page."""
    kept = {name: value for name, value in (doctor or {}).items() if name in fields}
    return kept or None


def _joined(lines: Lines, role: str, answer: int | None = None) -> str | None:
    text = ""
    for line in lines:
        if line.role == role and answer in (None, line.answer):
            text += (("\n\n" if line.blanks else "\n") if text else "") + line.text
    return text or None
