"""From a reading to drafts of records: which items and facts belong to which field, and how sure that is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.readers.doubts import lowered
from extractor.readers.grammar import State, opens_answer
from extractor.readers.items import Item
from extractor.readers.layout import Kind
from extractor.readers.marks import Hit
from extractor.readers.names import Fields, Found, split
from extractor.readers.text import TextReading

_UNTOUCHED = 99.0
_COUNT_BONUS = 2.0
"""What a declared number of answers that came true adds to the margin of a choice that would change the number."""
_OPENING = frozenset({State.HEADLINE, State.FIRST})
_ANSWER_FACTS = frozenset({"answered_at", "votes"})
_QUESTION_FACTS = frozenset({"asker", "asker_location", "asked_at", "tags"})


@dataclass(slots=True)
class AnswerDraft:
    """An answer that begins at `start` of the page; its margin is the least of its items' margins."""

    start: int
    headline: list[Item] = field(default_factory=list)
    body: list[Item] = field(default_factory=list)
    doctor: Fields = field(default_factory=dict)
    facts: Fields = field(default_factory=dict)
    margin: float = _UNTOUCHED


@dataclass(slots=True)
class PageDraft:
    """A question with its answers, and the items that are part of no field."""

    title: list[Item] = field(default_factory=list)
    question: list[Item] = field(default_factory=list)
    facts: Fields = field(default_factory=dict)
    answers: list[AnswerDraft] = field(default_factory=list)
    stray: list[Item] = field(default_factory=list)
    margin: float = _UNTOUCHED


def drafts_of(read: TextReading) -> list[PageDraft]:
    """The drafts of a page's records, one a question."""
    drafts = [PageDraft(margin=read.lead if read.reading.is_grammatical else 0.0)]
    previous = State.START
    side = read.page.mode.side
    margins = lowered(read, _margins(read))
    for item, state, margin in zip(read.page.items, read.reading.states, margins, strict=True):
        if state == State.TITLE and (drafts[-1].title or drafts[-1].answers):
            drafts.append(PageDraft())
        draft = drafts[-1]
        if opens_answer(previous, state, side):
            draft.answers.append(AnswerDraft(item.start))
        _place(draft, item, state)
        _lower(draft, state, margin)
        previous = state
    _add_facts(drafts, read)
    return drafts


def _margins(read: TextReading) -> Sequence[float]:
    reading = read.reading
    if read.page.declared is None or read.page.declared != reading.answers:
        return reading.margins
    return [
        margin + _COUNT_BONUS if (state in _OPENING) != (rival in _OPENING) else margin
        for state, rival, margin in zip(reading.states, reading.rivals, reading.margins, strict=True)
    ]


def _place(draft: PageDraft, item: Item, state: int) -> None:
    if state == State.TITLE:
        draft.title.append(item)
    elif state == State.QUESTION:
        draft.question.append(item)
    elif state == State.UNASSIGNED or not draft.answers:
        draft.stray.append(item)
    elif state == State.HEADLINE:
        draft.answers[-1].headline.append(item)
    elif state == State.BYLINE:
        _sign(draft.answers[-1], item.fields or {})
    else:
        draft.answers[-1].body.append(item)


def _sign(answer: AnswerDraft, fields: Fields) -> None:
    """Give the answer its byline; one that contradicts an earlier makes it doubtful."""
    if not answer.doctor:
        answer.doctor = dict(fields)
        return
    for name, found in fields.items():
        known = answer.doctor.setdefault(name, found)
        if [one.value for one in known] != [one.value for one in found]:
            answer.margin = 0.0


def _lower(draft: PageDraft, state: int, margin: float) -> None:
    """A doubtful line makes its answer doubtful, and the answer before it, whose end it would be."""
    if state in (State.TITLE, State.QUESTION, State.UNASSIGNED):
        draft.margin = min(draft.margin, margin)
    for answer in draft.answers[-2 if state in _OPENING else -1 :]:
        answer.margin = min(answer.margin, margin)


def _add_facts(drafts: Sequence[PageDraft], read: TextReading) -> None:
    """Dates, places and tags that marks hold go to the answer, or question, around them."""
    titled = [draft for draft in drafts if draft.title]
    for hit in read.page.hits:
        line_start = read.page.lines[hit.first].start
        for name, (start, end) in hit.groups.items():
            if name in _QUESTION_FACTS:
                owner: PageDraft | AnswerDraft | None = _question_around(titled, line_start) or drafts[0]
            elif name in _ANSWER_FACTS:
                owner = _answer_around(_question_around(titled, line_start) or drafts[0], line_start, hit)
            else:
                continue
            if owner:
                pieces = split(read.text[start:end], start, ", " if name == "tags" else "\n")
                owner.facts.setdefault(name, [Found(*piece) for piece in pieces])


def _question_around(titled: Sequence[PageDraft], start: int) -> PageDraft | None:
    """The last question whose title is above `start`."""
    above = bisect_right(titled, start, key=lambda draft: draft.title[0].start)
    return titled[above - 1] if above else None


def _answer_around(draft: PageDraft, start: int, hit: Hit) -> AnswerDraft | None:
    """The last answer that begins above `start`, or the first below if there is none or `hit` begins one."""
    above = bisect_right(draft.answers, start, key=_start_of)
    if above and hit.kind is not Kind.BYLINE:
        return draft.answers[above - 1]
    below = bisect_left(draft.answers, start, key=_start_of)
    return draft.answers[below] if below < len(draft.answers) else None


def _start_of(answer: AnswerDraft) -> int:
    return answer.start
