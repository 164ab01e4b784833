"""Copies of pages that lack, or have more, of what real pages often lack or have; their records are known as well.

What is lost, and how often, is what was found on real pages: bylines, headlines, counts, titles and blank lines that
are missing on some or on all answers, votes and lines of no meaning that stand between. What stands for a real line is
invented.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from pydantic import ValidationError

from extractor.fit.gold_paths import Chain, Page
from extractor.fit.losses import LOSSES, CopyLine, CopyLines
from extractor.layout import Kind
from extractor.readers.people.fields import places_of
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.states import State, openings
from extractor.readers.text.roles import ROLES
from extractor.records import QAPage

COPIES = 4
"""Copies of a page at most."""
SHARE = 0.3
"""What a copy counts in a fit, against 1 for a page that is as it was found."""

_SLACK = 3
"""Characters at the end of a line that may be no part of its item: blanks, a bracket."""
_FURTHER_SHARE = 0.12
"""How many copies lack one more thing, for each that they may lack."""
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

_ROLES = {**ROLES, State.UNASSIGNED: "other"}
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
            copy = LOSSES[name](copy, draw)
        records = _record(page.records[0], copy)
        text = _text(copy) if copy else page.text
        if text != page.text and records:
            name = f"{page.name} without {', '.join((*style, *further))}"
            yield replace(page, name=name, text=text, records=(records,), share=SHARE)


def _lines_of(chain: Chain) -> CopyLines | None:
    """The page's lines with what each is part of; None if one is part of two things."""
    page = chain.read.cut
    if any(hit.groups.keys() - {"count"} for hit in page.hits):
        return None
    marks = {index: _MARKS.get(hit.kind, "other") for hit in page.hits for index in range(hit.first, hit.last + 1)}
    lines = [CopyLine(line.blanks, line.text, marks.get(index, "other")) for index, line in enumerate(page.lines)]
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


def _text(lines: CopyLines) -> str:
    first, *further = lines
    return first.text + "".join("\n" * (line.blanks + 1) + line.text for line in further) + "\n"


def _record(record: QAPage, lines: CopyLines) -> QAPage | None:
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


def _joined(lines: CopyLines, role: str, answer: int | None = None) -> str | None:
    text = ""
    for line in lines:
        if line.role == role and answer in (None, line.answer):
            text += (("\n\n" if line.blanks else "\n") if text else "") + line.text
    return text or None
