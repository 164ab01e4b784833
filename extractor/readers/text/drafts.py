"""From a reading to drafts of records: which items and facts belong to which field, and how sure that is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.layout import Kind
from extractor.layout.marks import ANSWER_FACTS, QUESTION_FACTS
from extractor.readers.people.names import Fields, Found, split
from extractor.readers.text.doubts import suspects
from extractor.readers.text.grammar.items import Item, Unread
from extractor.readers.text.grammar.states import State, openings
from extractor.readers.text.grammar.viterbi import CERTAIN
from extractor.readers.text.matcher import Hit
from extractor.readers.text.reader import TextReading

_OPENING = (State.HEADLINE, State.FIRST)
_OUTSIDE = (State.TITLE, State.QUESTION, State.UNASSIGNED)


@dataclass(slots=True)
class AnswerDraft:
    """An answer that begins at `start` of the page; its margin is the least of its items' margins.

    `doctor` is what its bylines say, `signatures` are these bylines.
    """

    start: int
    headline: list[Item] = field(default_factory=list)
    body: list[Item] = field(default_factory=list)
    doctor: Fields = field(default_factory=dict)
    signatures: list[Item] = field(default_factory=list)
    facts: Fields = field(default_factory=dict)
    margin: float = CERTAIN

    def place(self, item: Item, state: int) -> None:
        """Give the item to the field that it is part of."""
        if state == State.BYLINE:
            self._sign(item)
        else:
            (self.headline if state == State.HEADLINE else self.body).append(item)

    def _sign(self, item: Item) -> None:
        """Give the answer its byline; one that contradicts an earlier makes it doubtful."""
        fields = item.fields or {}
        if self.signatures:
            if any(_values(self.doctor[name]) != _values(fields[name]) for name in fields.keys() & self.doctor.keys()):
                self.margin = 0.0
            fields = fields | self.doctor
        self.doctor = fields
        self.signatures.append(item)


def _values(found: Sequence[Found]) -> list[str | float | int]:
    return [one.value for one in found]


@dataclass(slots=True)
class PageDraft:
    """A question with its answers, and what is part of no field."""

    title: list[Item] = field(default_factory=list)
    question: list[Item] = field(default_factory=list)
    facts: Fields = field(default_factory=dict)
    answers: list[AnswerDraft] = field(default_factory=list)
    stray: list[Unread] = field(default_factory=list)
    margin: float = CERTAIN

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

    def lower(self, state: int, margin: float) -> None:
        """A doubtful line makes its answer doubtful, and the answer before it, whose end it would be."""
        if state in _OUTSIDE:
            self.margin = min(self.margin, margin)
        for answer in self.answers[-2 if state in _OPENING else -1 :]:
            answer.margin = min(answer.margin, margin)


def drafts_of(read: TextReading) -> list[PageDraft]:
    """The drafts of a page's records, one a question."""
    draft = PageDraft(margin=read.lead if read.reading.is_grammatical else 0.0)
    drafts = [draft]
    previous = State.START
    opens = openings(read.page.mode.side)
    for item, state, margin in zip(read.page.items, read.reading.states, _margins(read), strict=True):
        if state == State.TITLE and (draft.title or draft.answers):
            draft = PageDraft()
            drafts.append(draft)
        if opens[previous][state]:
            draft.answers.append(AnswerDraft(item.start))
        draft.place(item, state)
        if margin < CERTAIN:
            draft.lower(state, margin)
        previous = state
    _add_facts(drafts, read)
    return drafts


def _margins(read: TextReading) -> list[float]:
    """How far every item's state is ahead of its best rival, all told."""
    reading = read.reading
    margins = list(reading.margins)
    if read.page.declared == reading.answers:
        for index, (state, rival) in enumerate(zip(reading.states, reading.rivals, strict=True)):
            if rival is not None and (state in _OPENING) != (rival in _OPENING):
                margins[index] += read.weights.margin.count_came_true
    for index in suspects(read):
        margins[index] = min(margins[index], read.weights.margin.suspect)
    return margins


def _add_facts(drafts: Sequence[PageDraft], read: TextReading) -> None:
    """Dates, places and tags that marks hold go to the answer, or question, around them."""
    titled = [draft for draft in drafts if draft.title]
    for hit in read.page.hits:
        if not hit.groups:
            continue
        line_start = read.page.lines[hit.first].start
        for name, (start, end) in hit.groups.items():
            if name in QUESTION_FACTS:
                owner: PageDraft | AnswerDraft | None = _question_around(titled, line_start) or drafts[0]
            elif name in ANSWER_FACTS:
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
