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
    is_bare_heading,
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
    Kind.BREAK: Flag.ANSWER,
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
    blanks: int
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
        self._has_question_mark = False
        # On a page without blank lines, none of them says anything.
        self._is_dense = all(line.blanks == 0 for line in lines[1:]) and not layout.has_tight_replies

    def run(self) -> Items:
        lines = self.result.lines
        hits = {hit.first: hit for hit in self.result.hits}
        bylines = {byline.first: byline for byline in self._bylines()}
        index = 0
        while index < len(lines):
            if hit := hits.get(index):
                if hit.kind is Kind.END:
                    self._note_count(hit)
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
            self._is_skipping = hit.kind is Kind.SKIP or self._is_follow_up(hit)
        self._note_count(hit)
        if self._is_skipping:
            return
        if DOCTOR_GROUPS & hit.groups.keys():
            self._add(hit.first, hit.last, forced=State.BYLINE, fields=self._hit_fields(hit))
        for name, state in TEXT_GROUPS.items():
            if name in hit.groups:
                forced = state or (State.QUESTION if hit.kind is Kind.QUESTION else State.FIRST)
                if name == "body" and "headline" in hit.groups:
                    forced = State.BODY
                self._add(hit.first, hit.last, span=hit.groups[name], forced=forced)

    def _note_count(self, hit: Hit) -> None:
        if "count" in hit.groups:
            self.result.declared = int("".join(filter(str.isdigit, self._group(hit, "count"))))

    def _is_follow_up(self, hit: Hit) -> bool:
        """Whether the mark is in a dialogue behind the answer, which is no answer."""
        if not self.layout.has_follow_ups:
            return False
        is_second = hit.kind is Kind.QUESTION and self._has_question_mark
        self._has_question_mark |= hit.kind is Kind.QUESTION
        return is_second or self._is_skipping

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
        blanks = 0 if is_on_same_line else lines[first].blanks
        if not items and self.layout.starts_with_title and forced is None:
            forced = State.TITLE
        items.append(Item(start, start + len(stripped), stripped, first, last, blanks, self._gap(blanks), forced, fields))

    def _gap(self, blanks: int) -> Gap:
        blanks = 1 if self._is_dense else min(blanks or self._blanks, _MAX_BLANKS)
        gap = Gap(blanks, self._flags, min(self._blanks_above, _MAX_BLANKS))
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
            has_labels=Kind.ANSWER in kinds or Kind.BREAK in kinds,
            has_several=titles > 1,
            is_lines=Kind.LINES in kinds,
            is_tight=self.layout.has_tight_replies,
            is_dense=self._is_dense,
        )


def weigh(page: Items, layout: Layout) -> list[Step]:
    """The possible states of every item, with the evidence for each."""
    return _Weigher(page, layout).steps()


class _Weigher:
    """Goes through the items in order, remembering what has been passed."""

    def __init__(self, page: Items, layout: Layout) -> None:
        self.page = page
        self.layout = layout
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
        if self._may_ask(index):
            yield from self._asking_states(index, item)
        if self._is_past_count:
            yield from self._answering_states(index, item)
        if self._may_be_stray(index, item):
            yield State.UNASSIGNED, 0.0

    def _may_ask(self, index: int) -> bool:
        if not self.layout.has_question:
            return False
        if self.layout.question_lines is not None and any(item.forced is State.QUESTION for item in self.page.items[:index]):
            return False
        if self.mode.has_count:
            return not self._is_past_count
        return index < _MAX_QUESTION_ITEMS or self._is_labelled

    def _asking_states(self, index: int, item: Item) -> Iterator[tuple[State, float]]:
        if index <= _MAX_TITLE_ITEM and not item.gap.flags & Flag.QUESTION:
            below = self._gap_below(index)
            if below.blanks or below.flags:
                evidence = title_evidence(item.text)
                yield State.TITLE, evidence
                if evidence > 0 and not self._title:
                    self._note_title(item.text)
        yield State.QUESTION, self._question_evidence(index, item)

    def _question_evidence(self, index: int, item: Item) -> float:
        """Only where nothing on the page says where the question ends must its words tell."""
        mode = self.mode
        if mode.has_count or mode.has_labels or (mode.side is Side.BEFORE and mode.has_bylines):
            return 0.0
        return asker_evidence(item.text) - (2.0 if self._is_heading(index, item) else 0.0) + self._missed_evidence(index, item)

    def _is_heading(self, index: int, item: Item) -> bool:
        """Whether the line stands alone like a headline."""
        return item.gap.blanks > 0 and self._gap_below(index).blanks > 0 and is_bare_heading(item.text)

    def _missed_evidence(self, index: int, item: Item) -> float:
        """Against reading a page as one without headlines when it has lines that look like nothing else."""
        return -3.0 if not self.mode.has_headlines and self._is_heading(index, item) else 0.0

    def _answering_states(self, index: int, item: Item) -> Iterator[tuple[State, float]]:
        if item.fields:
            yield State.BYLINE, self._byline_evidence(item)
        below = self._gap_below(index)
        is_after = self.mode.side is Side.AFTER
        if self.mode.has_headlines and is_after and not item.fields and could_be_headline(item.text) and (below.blanks or below.flags) and index + 1 < len(self.page.items):
            yield State.HEADLINE, self._headline_evidence(index, item, below)
        missed = self._missed_evidence(index, item)
        yield State.FIRST, first_evidence(item.text) + missed
        yield State.BODY, missed

    def _headline_evidence(self, index: int, item: Item, below: Gap) -> float:
        evidence = headline_evidence(item.text, self._title, self._title_words)
        above = self.page.items[index - 1].text if index else ""
        if above.endswith(":"):
            evidence -= 4.0
        elif above.endswith((".", "!", "?")) and is_bare_heading(item.text):
            evidence += 1.0
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
