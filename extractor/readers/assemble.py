"""From a reading to records: fields, their spans, confidences and warnings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import exp

from extractor.readers.bylines import Fields, split
from extractor.readers.doubts import lowered
from extractor.readers.grammar import State, count_answers, opens_answer
from extractor.readers.items import Item
from extractor.readers.layout import Kind
from extractor.readers.marks import Hit
from extractor.readers.text import TextReading
from extractor.records import QAPage, Span, WarningCode

DOUBT = 0.78
"""Confidence below which an answer is said to be doubtful."""

_Draft = dict[str, object]


@dataclass(slots=True)
class _Part:
    """The items of one field."""

    items: list[Item] = field(default_factory=list)

    @property
    def text(self) -> str | None:
        """Lines of a paragraph joined by a newline, paragraphs by a blank line."""
        if not self.items:
            return None
        pieces = [self.items[0].text]
        for item in self.items[1:]:
            pieces += ["\n\n" if item.blanks else "\n", item.text]
        return "".join(pieces)

    def spans_in(self, page: str) -> tuple[Span, ...]:
        """Where the text stands in `page`; one span as long as nothing but white space is between the lines."""
        spans: list[Span] = []
        for item in self.items:
            if spans and not page[spans[-1][1] : item.start].strip():
                spans[-1] = (spans[-1][0], item.end)
            else:
                spans.append((item.start, item.end))
        return tuple(spans)


@dataclass(slots=True)
class _AnswerDraft:
    headline: _Part = field(default_factory=_Part)
    body: _Part = field(default_factory=_Part)
    doctor: Fields = field(default_factory=dict)
    facts: Fields = field(default_factory=dict)
    margin: float = 99.0


@dataclass(slots=True)
class _PageDraft:
    title: _Part = field(default_factory=_Part)
    question: _Part = field(default_factory=_Part)
    facts: Fields = field(default_factory=dict)
    answers: list[_AnswerDraft] = field(default_factory=list)
    stray: list[Item] = field(default_factory=list)
    margin: float = 99.0


def to_records(read: TextReading, source: str | None, url: str | None, *, spans: bool) -> list[QAPage]:
    """The records of a page, one a question."""
    return [_record(draft, read, source, url, spans=spans) for draft in _drafts(read)]


def _drafts(read: TextReading) -> list[_PageDraft]:
    drafts = [_PageDraft(margin=read.lead if read.reading.is_grammatical else 0.0)]
    previous = State.START
    side = read.page.mode.side
    margins = lowered(read, _margins(read))
    for item, state, margin in zip(read.page.items, read.reading.states, margins, strict=True):
        if state == State.TITLE and (drafts[-1].title.items or drafts[-1].answers):
            drafts.append(_PageDraft())
        draft = drafts[-1]
        if opens_answer(previous, state, side):
            draft.answers.append(_AnswerDraft())
        _place(draft, item, state)
        _lower(draft, state, margin)
        previous = state
    for hit in read.page.hits:
        _add_facts(drafts, hit, read)
    return drafts


_OPENING = frozenset({State.HEADLINE, State.FIRST})
_COUNT_BONUS = 2.0
"""What a declared number of answers that came true adds to the margin of a choice that would change the number."""


def _margins(read: TextReading) -> Sequence[float]:
    reading = read.reading
    if read.page.declared is None or read.page.declared != count_answers(reading.states, read.page.mode.side):
        return reading.margins
    return [
        margin + _COUNT_BONUS if (state in _OPENING) != (rival in _OPENING) else margin
        for state, rival, margin in zip(reading.states, reading.rivals, reading.margins, strict=True)
    ]


def _place(draft: _PageDraft, item: Item, state: int) -> None:
    if state == State.TITLE:
        draft.title.items.append(item)
    elif state == State.QUESTION:
        draft.question.items.append(item)
    elif state == State.UNASSIGNED or not draft.answers:
        draft.stray.append(item)
    elif state == State.HEADLINE:
        draft.answers[-1].headline.items.append(item)
    elif state == State.BYLINE:
        _sign(draft.answers[-1], item.fields or {})
    else:
        draft.answers[-1].body.items.append(item)


def _sign(answer: _AnswerDraft, fields: Fields) -> None:
    """Give the answer its byline; one that contradicts an earlier makes it doubtful."""
    for name, found in fields.items():
        known = answer.doctor.setdefault(name, found)
        if [one.value for one in known] != [one.value for one in found]:
            answer.margin = 0.0


def _lower(draft: _PageDraft, state: int, margin: float) -> None:
    """A doubtful line makes its answer doubtful, and the answer before it, whose end it would be."""
    if state in (State.TITLE, State.QUESTION, State.UNASSIGNED):
        draft.margin = min(draft.margin, margin)
    for answer in draft.answers[-2:] if state in (State.HEADLINE, State.FIRST) else draft.answers[-1:]:
        answer.margin = min(answer.margin, margin)


_ANSWER_FACTS = ("answered_at", "votes")
_QUESTION_FACTS = ("asker", "asker_location", "asked_at", "tags")


def _add_facts(drafts: Sequence[_PageDraft], hit: Hit, read: TextReading) -> None:
    """Dates, places and tags that a mark holds go to the answer, or question, around it."""
    line_start = read.page.lines[hit.first].start
    draft = next((d for d in reversed(drafts) if d.title.items and d.title.items[0].start <= line_start), drafts[0])
    for name, (start, end) in hit.groups.items():
        found = split(read.text[start:end], start, ", " if name == "tags" else "\n")
        if name in _QUESTION_FACTS:
            draft.facts.setdefault(name, found)
        elif name in _ANSWER_FACTS and (answer := _answer_around(draft, line_start, hit)):
            answer.facts.setdefault(name, found)


def _answer_around(draft: _PageDraft, start: int, hit: Hit) -> _AnswerDraft | None:
    above = [answer for answer in draft.answers if _first_start(answer) <= start]
    if hit.kind is Kind.BYLINE or not above:
        below = [answer for answer in draft.answers if _first_start(answer) >= start]
        return below[0] if below else None
    return above[-1]


def _first_start(answer: _AnswerDraft) -> int:
    starts = [item.start for item in (*answer.headline.items, *answer.body.items)]
    starts += [found.start for all_found in answer.doctor.values() for found in all_found]
    return min(starts)


def _record(draft: _PageDraft, read: TextReading, source: str | None, url: str | None, *, spans: bool) -> QAPage:
    answers = [_answer(answer, position) for position, answer in enumerate(draft.answers, 1)]
    declared = read.page.declared
    warnings = list(_warnings(draft, answers, declared))
    record: _Draft = {
        "source": source,
        "url": url,
        "site": read.layout.name,
        "question": _question(draft),
        "declared_answer_count": declared,
        "answers": tuple(answers),
        "confidence": _page_confidence(draft, warnings),
        "warnings": tuple(warnings),
    }
    if spans:
        record["spans"] = dict(_spans(draft, read))
    return QAPage.model_validate(record)


def _question(draft: _PageDraft) -> _Draft:
    question: _Draft = {"title": draft.title.text, "body": draft.question.text}
    for name, found in draft.facts.items():
        if name == "tags":
            question["tags"] = tuple(str(one.value) for one in found)
        else:
            question["location" if name == "asker_location" else name] = found[0].value
    return question


def _answer(answer: _AnswerDraft, position: int) -> _Draft:
    draft: _Draft = {
        "position": position,
        "headline": answer.headline.text,
        "body": answer.body.text,
        "doctor": _doctor(answer.doctor) if answer.doctor else None,
        "confidence": confidence_of(answer.margin),
    }
    for name, found in answer.facts.items():
        draft[name] = found[0].value
    return draft


def _doctor(fields: Fields) -> _Draft:
    return {
        name: tuple(one.value for one in found) if name == "credentials" else found[0].value
        for name, found in fields.items()
    }


def confidence_of(margin: float) -> float:
    """How often an answer read with this margin is right."""
    return round(0.998 / (1.0 + exp(0.78 - 0.93 * max(margin, 0.0))), 3)


def _page_confidence(draft: _PageDraft, warnings: Sequence[_Draft]) -> float:
    lowest = min([draft.margin, *(answer.margin for answer in draft.answers)])
    confidence = confidence_of(lowest)
    return round(min(confidence, 0.5), 3) if warnings else confidence


def _warnings(draft: _PageDraft, answers: Sequence[_Draft], declared: int | None) -> Iterator[_Draft]:
    if declared is not None and declared != len(answers):
        yield {
            "code": WarningCode.COUNT_MISMATCH,
            "message": f"the page declares {declared} answers, {len(answers)} were found",
        }
    for answer in answers:
        confidence = answer["confidence"]
        if isinstance(confidence, float) and confidence < DOUBT:
            yield {
                "code": WarningCode.DOUBTFUL_BOUNDARY,
                "message": "it is not certain where this answer begins or ends, or which line is its headline",
                "answer": answer["position"],
            }
    is_cut = not answers and declared != 0 and len(draft.question.items) > 1
    if confidence_of(draft.margin) < DOUBT or is_cut:
        yield {"code": WarningCode.DOUBTFUL_PAGE, "message": "it is not certain where title and question end"}
    for item in draft.stray:
        yield {
            "code": WarningCode.UNASSIGNED_LINES,
            "message": f"line {item.first + 1} is part of no field",
            "span": (item.start, item.end),
        }


def _spans(draft: _PageDraft, read: TextReading) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Every filled field's place, by JSON Pointer."""
    yield from _part_spans("/question/title", draft.title, read.text)
    yield from _part_spans("/question/body", draft.question, read.text)
    for name, found in draft.facts.items():
        yield (
            f"/question/{'location' if name == 'asker_location' else name}",
            tuple((one.start, one.end) for one in found),
        )
    for hit in read.page.hits:
        if "count" in hit.groups:
            yield "/declared_answer_count", (hit.groups["count"],)
    for index, answer in enumerate(draft.answers):
        yield from _part_spans(f"/answers/{index}/headline", answer.headline, read.text)
        yield from _part_spans(f"/answers/{index}/body", answer.body, read.text)
        for name, found in answer.doctor.items():
            yield f"/answers/{index}/doctor/{name}", tuple((one.start, one.end) for one in found)
        for name, found in answer.facts.items():
            yield f"/answers/{index}/{name}", tuple((one.start, one.end) for one in found)


def _part_spans(pointer: str, part: _Part, page: str) -> Iterator[tuple[str, tuple[Span, ...]]]:
    if part.items:
        yield pointer, part.spans_in(page)
