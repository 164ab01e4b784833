"""From a reading to drafts of records: which items and facts belong to which field, and how sure that is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.layout import Kind
from extractor.layout.marks import ANSWER_GROUPS, QUESTION_GROUPS
from extractor.readers.lines import Line
from extractor.readers.people.fields import (
    NO_ANSWER_FACTS,
    NO_FIELDS,
    NO_QUESTION_FACTS,
    AnswerFacts,
    BylineFields,
    Found,
    QuestionFacts,
    filled,
)
from extractor.readers.people.numbers import count_in
from extractor.readers.people.pieces import Piece, split
from extractor.readers.text.doubts.margins import Margin, margins_of
from extractor.readers.text.grammar.items import Item, Unread
from extractor.readers.text.grammar.states import BEGINNINGS, State, openings
from extractor.readers.text.grammar.viterbi import CERTAIN
from extractor.readers.text.matcher import Hit
from extractor.readers.text.reader import TextReading

_OUTSIDE = (State.TITLE, State.QUESTION, State.UNASSIGNED)


@dataclass(slots=True)
class AnswerDraft:
    """An answer that begins at `start` of the page; its margin is the least of its items' margins, `weakest` that item.

    `doctor` is what its bylines say, `signatures` are these bylines.
    """

    start: int
    headline: list[Item] = field(default_factory=list)
    body: list[Item] = field(default_factory=list)
    doctor: BylineFields = NO_FIELDS
    signatures: list[Item] = field(default_factory=list)
    facts: AnswerFacts = NO_ANSWER_FACTS
    margin: float = CERTAIN
    weakest: Item | None = None

    def place(self, item: Item, state: int) -> None:
        """Give the item to the field that it is part of."""
        if state == State.BYLINE:
            self._sign(item)
        else:
            (self.headline if state == State.HEADLINE else self.body).append(item)

    def _sign(self, item: Item) -> None:
        self.doctor = self.doctor.or_else(item.fields or NO_FIELDS)
        self.signatures.append(item)


@dataclass(slots=True)
class PageDraft:
    """A question with its answers, and what is part of no field; `weakest` is the item that its margin is of."""

    title: list[Item] = field(default_factory=list)
    question: list[Item] = field(default_factory=list)
    facts: QuestionFacts = NO_QUESTION_FACTS
    answers: list[AnswerDraft] = field(default_factory=list)
    stray: list[Unread] = field(default_factory=list)
    margin: float = CERTAIN
    weakest: Item | None = None

    def place(self, item: Item, state: int) -> None:
        """Give the item to the field that it is part of."""
        if state not in _OUTSIDE and self.answers:
            self.answers[-1].place(item, state)
            if state == State.BYLINE:
                self.stray += item.unread
        elif state == State.TITLE:
            self.title.append(item)
        elif state == State.QUESTION:
            self.question.append(item)
        else:
            self.stray.append(Unread(item.first, item.start, item.end))

    def is_contradicted(self, item: Item) -> bool:
        """Whether the item is a byline that contradicts an earlier one of the last answer."""
        if not self.answers or self.answers[-1].doctor is NO_FIELDS or item.fields is None:
            return False
        return self.answers[-1].doctor.contradicts(item.fields)

    def lower(self, item: Item, state: int, margin: float) -> None:
        """A doubtful line makes its answer doubtful, and the answer before it, whose end it would be."""
        owners: list[PageDraft | AnswerDraft] = [*self.answers[-2 if state in BEGINNINGS else -1 :]]
        if state in _OUTSIDE:
            owners.append(self)
        for owner in owners:
            if margin < owner.margin:
                owner.margin, owner.weakest = margin, item


class Drafts(NamedTuple):
    """The drafts of a page's records, one a question, and how sure the reading of every item is."""

    pages: list[PageDraft]
    margins: list[Margin]


def drafts_of(read: TextReading) -> Drafts:
    """The drafts of a page's records."""
    lead = read.lead if read.reading.is_grammatical else 0.0
    draft = PageDraft(margin=lead)
    drafts, margins = [draft], margins_of(read)
    previous = State.START
    opens = openings(read.cut.mode.side)
    for index, item, state in read.told():
        if (state == State.TITLE and (draft.title or draft.answers)) or (state == State.QUESTION and draft.answers):
            draft = PageDraft(margin=lead)
            drafts.append(draft)
        if opens[previous][state]:
            draft.answers.append(AnswerDraft(item.start))
        if state == State.BYLINE and draft.is_contradicted(item):
            margins[index] = Margin(0.0, "it contradicts another byline of this answer")
        draft.place(item, state)
        if margins[index].ahead < CERTAIN:
            draft.lower(item, state, margins[index].ahead)
        previous = state
    _add_facts(drafts, read)
    return Drafts(drafts, margins)


def _add_facts(drafts: Sequence[PageDraft], read: TextReading) -> None:
    """Dates, places and tags that marks hold go to the answer, or question, around them."""
    begun = [draft for draft in drafts if draft.title or draft.question]
    for hit in read.cut.hits:
        if not hit.groups:
            continue
        line_start = read.cut.lines[hit.first].start
        if hit.kind is Kind.QUESTION:  # who asks may stand in front of the question, or above it
            line_start = hit.groups["body"][0] if "body" in hit.groups else _start_below(read.cut.lines, hit.last)
        question = _question_around(begun, line_start) or drafts[0]
        if not QUESTION_GROUPS.isdisjoint(hit.groups):
            question.facts = filled(question.facts, _question_facts(hit, read.page.text))
        if not ANSWER_GROUPS.isdisjoint(hit.groups) and (answer := _answer_around(question, line_start, hit)):
            answer.facts = filled(answer.facts, _answer_facts(hit, read.page.text))


def _start_below(lines: Sequence[Line], index: int) -> int:
    """Where the line below begins, or this one if it is the last."""
    return lines[min(index + 1, len(lines) - 1)].start


def _question_facts(hit: Hit, page: str) -> QuestionFacts:
    return QuestionFacts(
        asker=_found(hit, "asker", page),
        location=_found(hit, "asker_location", page),
        asked_at=_found(hit, "asked_at", page),
        tags=tuple([Found(*piece) for piece in _pieces(hit, "tags", page, ", ")]),
    )


def _answer_facts(hit: Hit, page: str) -> AnswerFacts:
    votes = _found(hit, "votes", page)
    count = count_in(votes.value) if votes else None
    return AnswerFacts(
        answered_at=_found(hit, "answered_at", page),
        votes=Found(count, votes.start, votes.end) if votes and count is not None else None,
    )


def _found(hit: Hit, name: str, page: str) -> Found[str] | None:
    """The first line of a group."""
    lines = _pieces(hit, name, page, "\n")
    return Found(*lines[0]) if lines else None


def _pieces(hit: Hit, name: str, page: str, separator: str) -> list[Piece]:
    if name not in hit.groups:
        return []
    start, end = hit.groups[name]
    return split(page[start:end], start, separator)


def _question_around(begun: Sequence[PageDraft], start: int) -> PageDraft | None:
    """The last question whose title, or text if it has none, begins above `start`."""
    above = bisect_right(begun, start, key=lambda draft: (draft.title or draft.question)[0].start)
    return begun[above - 1] if above else None


def _answer_around(draft: PageDraft, start: int, hit: Hit) -> AnswerDraft | None:
    """The last answer that begins above `start`, or the first below if there is none or `hit` begins one."""
    above = bisect_right(draft.answers, start, key=_start_of)
    if above and hit.kind is not Kind.BYLINE:
        return draft.answers[above - 1]
    below = bisect_left(draft.answers, start, key=_start_of)
    return draft.answers[below] if below < len(draft.answers) else None


def _start_of(answer: AnswerDraft) -> int:
    return answer.start
