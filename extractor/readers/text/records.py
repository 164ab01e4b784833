"""From drafts to records: texts, their spans, confidences and warnings."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import exp
from operator import attrgetter

from extractor.readers.people.fields import NO_FIELDS, BylineFields, places_of, values_of
from extractor.readers.text.broken_off import cut_line
from extractor.readers.text.doubts.margins import Margin
from extractor.readers.text.drafts import AnswerDraft, PageDraft, drafts_of
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.states import STATES
from extractor.readers.text.page_reading import PageReading
from extractor.readers.text.reader import TextReading
from extractor.readers.text.weights import Weights
from extractor.records import QAPage, Span, Warning, doubt, placing  # noqa: A004 - the word of the record

_REMEMBERED_MARGINS = 1_000
_Draft = dict[str, object]


def with_records(read: TextReading, source: str | None, url: str | None, *, spans: bool) -> PageReading:
    """The page with its records, one a question."""
    pages, margins = drafts_of(read)
    address: _Draft = {"source": source, "url": url}
    records = [QAPage.model_validate(address | _record(draft, read, margins, spans=spans)) for draft in pages]
    return PageReading(records, read.page.text, read.layout, read, margins)


def refused(read: TextReading) -> PageReading:
    """A page that was read and is not believed to be one on which others answer somebody."""
    return PageReading((), read.page.text, read.layout, read, drafts_of(read).margins)


def _record(draft: PageDraft, read: TextReading, margins: Sequence[Margin], *, spans: bool) -> _Draft:
    answers = [_answer(answer, position, read.weights) for position, answer in enumerate(draft.answers, 1)]
    declared = read.cut.declared
    warnings = list(_warnings(draft, read, margins))
    record: _Draft = {
        "site": read.layout.name,
        "question": _question(draft),
        "declared_answer_count": declared,
        "answers": tuple(answers),
        "confidence": _page_confidence(draft, warnings, read.weights),
        "warnings": tuple(warnings),
    }
    if spans:
        record["spans"] = dict(_spans(draft, read))
    return record


def _question(draft: PageDraft) -> _Draft:
    return {"title": _text(draft.title), "body": _text(draft.question), **values_of(draft.facts)}


def _answer(answer: AnswerDraft, position: int, weights: Weights) -> _Draft:
    return {
        "position": position,
        "headline": _text(answer.headline),
        "body": _text(answer.body),
        "doctor": values_of(answer.doctor) if answer.doctor else None,
        "confidence": confidence_of(answer.margin, weights),
        **values_of(answer.facts),
    }


def _text(items: Sequence[Item]) -> str | None:
    """Lines of a paragraph joined by a newline, paragraphs by a blank line."""
    if not items:
        return None
    pieces = [items[0].text]
    for item in items[1:]:
        pieces += ["\n\n" if item.blanks else "\n", item.text]
    return "".join(pieces)


@lru_cache(maxsize=_REMEMBERED_MARGINS)
def confidence_of(margin: float, weights: Weights) -> float:
    """How often an answer read with this margin is right."""
    own = weights.confidence
    return round(own.most / (1.0 + exp(-own.bias - own.margin * max(margin, 0.0))), 3)


def _page_confidence(draft: PageDraft, warnings: Sequence[Warning], weights: Weights) -> float:
    lowest = min([draft.margin, *(answer.margin for answer in draft.answers)])
    confidence = confidence_of(lowest, weights)
    return doubt.capped(confidence, warnings)


def _warnings(draft: PageDraft, read: TextReading, margins: Sequence[Margin]) -> Iterator[Warning]:
    declared, weights = read.cut.declared, read.weights
    place = read.cut.declared_at
    for warning in doubt.count_mismatches(declared, len(draft.answers)):
        yield _at(place, warning, read) if place else warning
    is_page_doubtful = confidence_of(draft.margin, weights) < doubt.DOUBTFUL
    for position, answer in enumerate(draft.answers, 1):
        if confidence_of(answer.margin, weights) < doubt.DOUBTFUL:
            readings = _readings(answer.weakest, read, margins)
            if readings or draft.weakest or not is_page_doubtful:  # else the doubt is of the page, and of no line
                yield _at_item(doubt.doubtful_boundary(position, readings), answer.weakest, read)
    is_cut = not draft.answers and declared != 0 and len(draft.question) > 1
    if is_page_doubtful:
        readings = _readings(draft.weakest, read, margins)
        about = doubt.doubtful_question(readings) if draft.weakest else doubt.doubtful_kind()
        yield _at_item(about, draft.weakest, read)
    elif is_cut:
        yield _at_item(doubt.doubtful_question(), draft.question[0], read)
    if last := cut_line(draft, read):
        yield _at_item(doubt.broken_off(len(draft.answers) or None), last, read)
    for _, start, end in draft.stray:
        yield doubt.unassigned_line((start, end), read.page.line_at(start))


def _readings(item: Item | None, read: TextReading, margins: Sequence[Margin]) -> tuple[str, str] | None:
    """What an item was read as, and what it may be, or what speaks against it; None if nothing is known of that."""
    if item is None:
        return None
    place = bisect_left(read.cut.items, item.start, key=attrgetter("start"))
    why, rival = margins[place].why, read.reading.rivals[place]
    against = why or (f"may be {STATES[rival]}" if rival else None)
    return (STATES[read.reading.states[place]], against) if against else None


def _at_item(warning: Warning, item: Item | None, read: TextReading) -> Warning:
    """The warning with its place; it has none if it is about the page as a whole."""
    return _at((item.start, item.end), warning, read) if item else warning


def _at(span: Span, warning: Warning, read: TextReading) -> Warning:
    return placing.placed(warning, span, read.page.line_at(span[0]))


def _spans(draft: PageDraft, read: TextReading) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Every filled field's place, by JSON Pointer."""
    yield from _part_spans("/question/title", draft.title, read.page.printed)
    yield from _part_spans("/question/body", draft.question, read.page.printed)
    for name, places in places_of(draft.facts):
        yield f"/question/{name}", places
    if read.cut.declared is not None and read.cut.declared_at:
        yield "/declared_answer_count", (read.cut.declared_at,)
    for index, answer in enumerate(draft.answers):
        yield from _part_spans(f"/answers/{index}/headline", answer.headline, read.page.printed)
        yield from _part_spans(f"/answers/{index}/body", answer.body, read.page.printed)
        for name, places in places_of(_doctor_places(answer)):
            yield f"/answers/{index}/doctor/{name}", places
        for name, places in places_of(answer.facts):
            yield f"/answers/{index}/{name}", places


def _doctor_places(answer: AnswerDraft) -> BylineFields:
    """The fields of the doctor with their places in the page."""
    fields = NO_FIELDS
    for item in answer.signatures:
        fields = fields.or_else((item.fields or NO_FIELDS).moved(item.start))
    return fields


def _part_spans(pointer: str, items: Sequence[Item], page: str) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Where a text stands in `page`; one span as long as nothing but white space is between the lines."""
    spans: list[Span] = []
    for item in items:
        if spans and not page[spans[-1][1] : item.start].strip():
            spans[-1] = (spans[-1][0], item.end)
        else:
            spans.append((item.start, item.end))
    if spans:
        yield pointer, tuple(spans)
