"""From lines to the items that the grammar reads: furniture taken out, bylines put together, evidence weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.readers.bylines import Byline, Fields, bracket_fields, find_bylines, is_place, name_fields, one_line_fields
from extractor.readers.bylines import Found, place_fields
from extractor.readers.features import (
    asker_evidence,
    content_words,
    could_be_headline,
    first_evidence,
    headline_evidence,
    title_evidence,
)
from extractor.readers.grammar import Flag, Gap, Mode, State, Step
from extractor.readers.layout import Kind, Layout, Side
from extractor.readers.lines import Line
from extractor.readers.marks import Hit, matcher_of

TEXT_GROUPS = {
    "title": State.TITLE,
    "question": State.QUESTION,
    "headline": State.HEADLINE,
    "first": State.FIRST,
    "body": None,
}
"""Groups of a mark whose text is an item of its own, and the state it is forced into (None: what the mark says)."""

DOCTOR_GROUPS = frozenset({"name", "byline", "credentials", "specialty", "location", "rating", "reviews"})
"""Groups of a mark that are parts of a byline."""

_FLAGS = {
    Kind.COUNT: Flag.COUNT,
    Kind.VOTE: Flag.VOTE,
    Kind.ANSWER: Flag.ANSWER,
    Kind.QUESTION: Flag.QUESTION,
    Kind.TITLE: Flag.TITLE,
    Kind.CLOSE: Flag.CLOSE,
}
_MAX_BLANKS = 2
_MAX_QUESTION_ITEMS = 8
_MAX_TITLE_ITEM = 3


@dataclass(slots=True)
class Item:
    """A line, a part of one, or a byline, with the gap above it."""

    start: int
    end: int
    text: str
    first: int
    last: int
    gap: Gap
    forced: State | None = None
    fields: Fields | None = None


@dataclass(slots=True)
class Items:
    """A page cut up: its items, the marks among them, and what holds for the whole page."""

    lines: Sequence[Line]
    items: list[Item] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    tail: int = 0
    """The line from which on everything is furniture."""
    skipped: list[int] = field(default_factory=list)
    """Lines that a mark has declared furniture."""
    declared: int | None = None
    mode: Mode = Mode()
    closing: Gap = Gap(1)


def cut(text: str, lines: Sequence[Line], layout: Layout, side: Side) -> Items:
    """Cut the page into items as `layout` sees it."""
    hits = matcher_of(layout).find(text, lines)
    return _Cutter(text, lines, layout, side, hits).run()


class _Cutter:
    """One walk over the lines: collects the gap until the next item stands."""

    def __init__(self, text: str, lines: Sequence[Line], layout: Layout, side: Side, hits: list[Hit]) -> None:
        self.text = text
        self.layout = layout
        self.side = side
        self.result = Items(lines, hits=hits, tail=len(lines))
        self._flags = Flag.NONE
        self._blanks = 0
        self._blanks_above = 0
        self._is_skipping = False

    def run(self) -> Items:
        lines = self.result.lines
        hits = {hit.first: hit for hit in self.result.hits}
        bylines = {byline.first: byline for byline in self._bylines()}
        index = 0
        while index < len(lines):
            if hit := hits.get(index):
                if hit.kind is Kind.END:
                    self.result.tail = index
                    break
                self._take_hit(hit)
                index = hit.last + 1
            elif self._is_skipping:
                self.result.skipped.append(index)
                index += 1
            elif byline := bylines.get(index):
                self._add(byline.first, byline.last, fields=byline.fields)
                index = byline.last + 1
            else:
                self._take_line(index)
                index += 1
        self.result.closing = self._gap(1)
        self._set_mode(has_bylines=bool(bylines))
        return self.result

    def _bylines(self) -> Iterator[Byline]:
        """Candidates on lines that no mark has taken."""
        lines = self.result.lines
        taken = 0
        for hit in [*self.result.hits, None]:
            end = hit.first if hit else len(lines)
            for byline in find_bylines(lines[taken:end]):
                yield Byline(byline.first + taken, byline.last + taken, byline.fields)
            if hit is None or hit.kind is Kind.END:
                return
            taken = hit.last + 1

    def _take_line(self, index: int) -> None:
        line = self.result.lines[index]
        bracket = bracket_fields(line.text, line.start)
        if bracket is None:
            self._add(index, index)
            return
        at, fields = bracket
        body_end = line.start + len(line.text[:at].rstrip())
        if body_end > line.start:
            self._add(index, index, span=(line.start, body_end))
        self._add(index, index, span=(line.start + at, line.end), forced=State.BYLINE, fields=fields)

    def _take_hit(self, hit: Hit) -> None:
        lines = self.result.lines
        if not self._flags and not self._blanks:
            self._blanks_above = lines[hit.first].blanks
        self._blanks = max(self._blanks, lines[hit.first].blanks)
        self._flags |= _FLAGS.get(hit.kind, Flag.NONE)
        if hit.kind is not Kind.FURNITURE:
            self._is_skipping = hit.kind is Kind.SKIP
        if "count" in hit.groups:
            self.result.declared = int("".join(filter(str.isdigit, self._group(hit, "count"))))
        if DOCTOR_GROUPS & hit.groups.keys():
            self._add(hit.first, hit.last, forced=State.BYLINE, fields=self._hit_fields(hit))
        for name, state in TEXT_GROUPS.items():
            if name in hit.groups:
                forced = state or (State.QUESTION if hit.kind is Kind.QUESTION else State.FIRST)
                if name == "body" and "headline" in hit.groups:
                    forced = State.BODY
                self._add(hit.first, hit.last, span=hit.groups[name], forced=forced)

    def _hit_fields(self, hit: Hit) -> Fields:
        fields: Fields = {}
        for name in ("name", "byline"):
            if name in hit.groups:
                start, _ = hit.groups[name]
                text = self._group(hit, name)
                fields |= name_fields(text, start) or one_line_fields(text, start) or {}
                if "name" not in fields:
                    fields["name"] = [Found(text, start, start + len(text))]
        for name in ("specialty", "location"):
            if name in hit.groups:
                start, _ = hit.groups[name]
                text = self._group(hit, name)
                fields[name] = [Found(text, start, start + len(text))]
        return fields

    def _group(self, hit: Hit, name: str) -> str:
        start, end = hit.groups[name]
        return self.text[start:end].strip()

    def _add(
        self,
        first: int,
        last: int,
        span: tuple[int, int] | None = None,
        forced: State | None = None,
        fields: Fields | None = None,
    ) -> None:
        lines = self.result.lines
        start, end = span or (lines[first].start, lines[last].end)
        text = self.text[start:end]
        stripped = text.strip()
        start += text.find(stripped)
        items = self.result.items
        is_on_same_line = bool(items) and items[-1].last == first
        gap = self._gap(0 if is_on_same_line else lines[first].blanks)
        items.append(Item(start, start + len(stripped), stripped, first, last, gap, forced, fields))

    def _gap(self, blanks: int) -> Gap:
        gap = Gap(min(blanks or self._blanks, _MAX_BLANKS), self._flags, min(self._blanks_above, _MAX_BLANKS))
        self._flags, self._blanks, self._blanks_above = Flag.NONE, 0, 0
        return gap

    def _set_mode(self, *, has_bylines: bool) -> None:
        kinds = {hit.kind for hit in self.result.hits}
        titles = sum(item.forced is State.TITLE for item in self.result.items)
        self.result.mode = Mode(
            side=self.side,
            has_count=Kind.COUNT in kinds,
            has_votes=Kind.VOTE in kinds,
            has_bylines=has_bylines or any(item.fields for item in self.result.items),
            has_labels=Kind.ANSWER in kinds,
            has_several=titles > 1,
            is_lines=Kind.LINES in kinds,
        )


def weigh(page: Items) -> list[Step]:
    """The possible states of every item, with the evidence for each."""
    return _Weigher(page).steps()


class _Weigher:
    """Goes through the items in order, remembering what has been passed."""

    def __init__(self, page: Items) -> None:
        self.page = page
        self.mode = page.mode
        self._title = ""
        self._title_words: frozenset[str] = frozenset()
        self._is_past_count = not page.mode.has_count
        self._is_labelled = any(item.gap.flags & Flag.QUESTION or item.forced is State.QUESTION for item in page.items)

    def steps(self) -> list[Step]:
        return [Step(item.gap, tuple(self._states(index, item))) for index, item in enumerate(self.page.items)]

    def _states(self, index: int, item: Item) -> Iterator[tuple[State, float]]:
        if item.gap.flags & Flag.COUNT:
            self._is_past_count = True
        if item.forced is not None:
            if item.forced is State.TITLE:
                self._note_title(item.text)
            yield item.forced, 0.0
            return
        asks = not self._is_past_count or (not self.mode.has_count and (index < _MAX_QUESTION_ITEMS or self._is_labelled))
        answers = self._is_past_count
        if asks:
            yield from self._asking_states(index, item)
        if answers:
            yield from self._answering_states(index, item)
        if self._may_be_stray(index, item):
            yield State.UNASSIGNED, 0.0

    def _asking_states(self, index: int, item: Item) -> Iterator[tuple[State, float]]:
        if index <= _MAX_TITLE_ITEM and not item.gap.flags & Flag.QUESTION:
            below = self._gap_below(index)
            if below.blanks or below.flags:
                evidence = title_evidence(item.text)
                yield State.TITLE, evidence
                if evidence > 0 and not self._title:
                    self._note_title(item.text)
        yield State.QUESTION, 0.0 if self.mode.has_count or self._is_labelled else asker_evidence(item.text)

    def _answering_states(self, index: int, item: Item) -> Iterator[tuple[State, float]]:
        if item.fields:
            yield State.BYLINE, self._byline_evidence(item)
        below = self._gap_below(index)
        if not item.fields and could_be_headline(item.text) and (below.blanks or below.flags) and index + 1 < len(self.page.items):
            yield State.HEADLINE, self._headline_evidence(index, item, below)
        yield State.FIRST, first_evidence(item.text)
        yield State.BODY, 0.0

    def _headline_evidence(self, index: int, item: Item, below: Gap) -> float:
        evidence = headline_evidence(item.text, self._title, self._title_words)
        if index and self.page.items[index - 1].text.endswith(":"):
            evidence -= 4.0
        if len(self.page.items[index + 1].text) > 80:  # noqa: PLR2004
            evidence += 0.5
        if self.mode.has_votes:
            evidence += 4.0 if below.flags & Flag.VOTE and below.blanks_above < _MAX_BLANKS else -4.0
        return evidence

    def _byline_evidence(self, item: Item) -> float:
        fields = item.fields or {}
        evidence = 1.0
        evidence += 8.0 if "rating" in fields else 0.0
        evidence += 4.0 if "credentials" in fields else 1.0 if "name" in fields else 0.0
        evidence += 3.0 if "location" in fields else 0.0
        return evidence

    def _may_be_stray(self, index: int, item: Item) -> bool:
        return index < _MAX_TITLE_ITEM or bool(item.gap.flags & Flag.CLOSE) or self._follows_stray(index)

    def _follows_stray(self, index: int) -> bool:
        items = self.page.items
        return items[index - 1].fields is not None or any(item.gap.flags & Flag.CLOSE for item in items[max(0, index - 50) : index])

    def _gap_below(self, index: int) -> Gap:
        items = self.page.items
        return items[index + 1].gap if index + 1 < len(items) else self.page.closing

    def _note_title(self, text: str) -> None:
        self._title = strip_photo(text)
        self._title_words = content_words(self._title)


def strip_photo(title: str) -> str:
    """A title without the photo marker, as headlines repeat it.

    >>> strip_photo("Is this normal? (photos)")
    'Is this normal?'
    """
    head, bracket, tail = title.rpartition("(")
    return head.rstrip() if bracket and tail.casefold() in {"photo)", "photos)"} else title
