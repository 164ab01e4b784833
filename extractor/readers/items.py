"""From lines to the items that the grammar reads: furniture taken out, bylines put together, evidence weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.readers.bylines import Byline, Fields, Found, bracket_fields, find_bylines, name_fields, one_line_fields
from extractor.readers.features import (
    asker_evidence,
    content_words,
    could_be_headline,
    first_evidence,
    headline_evidence,
    is_bare_heading,
    opening_of,
    title_evidence,
)
from extractor.readers.grammar import Flag, Gap, Mode, State, Step
from extractor.readers.layout import Kind, Layout, Side
from extractor.readers.lines import Line
from extractor.readers.marks import Hit, matcher_of
from extractor.vocabulary import is_furniture

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
_LONG_LINE = 80
_LONG_PAGE = 8
_MAX_FURNITURE = 50
MAX_QUESTION_ITEMS = 8
"""Where nothing says where the question ends, it ends within so many items."""
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
    forced: int | None = None
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


def _is_dense(lines: Sequence[Line]) -> bool:
    """Whether the page has no blank lines, so that where one is missing says nothing; in a long page one may be stray."""
    blanks = sum([line.blanks > 0 for line in lines[1:]])
    return blanks <= (len(lines) >= _LONG_PAGE)


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
        self._is_dense = not layout.has_tight_replies and _is_dense(lines)

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
        if len(line.text) <= _MAX_FURNITURE and is_furniture(line.text):
            self._blanks = max(self._blanks, line.blanks)
            return
        bracket = bracket_fields(line.text, line.start) if line.text[-1] in ")]." else None
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
        forced: int | None = None,
        fields: Fields | None = None,
    ) -> None:
        lines = self.result.lines
        items = self.result.items
        if span is None and first == last:
            start, end, stripped, _ = lines[first]
        else:
            start, end = span or (lines[first].start, lines[last].end)
            text = self.text[start:end]
            stripped = text.strip()
            start += text.find(stripped)
            end = start + len(stripped)
        is_on_same_line = bool(items) and items[-1].last == first
        blanks = 0 if is_on_same_line else lines[first].blanks
        if not items and self.layout.starts_with_title and forced is None:
            forced = State.TITLE
        items.append(Item(start, end, stripped, first, last, blanks, self._gap(blanks), forced, fields))

    def _gap(self, blanks: int) -> Gap:
        blanks = 1 if self._is_dense else min(blanks or self._blanks, _MAX_BLANKS)
        gap = Gap(blanks, self._flags, min(self._blanks_above, _MAX_BLANKS))
        self._flags, self._blanks, self._blanks_above = Flag.NONE, 0, 0
        return gap

    def _set_mode(self, *, has_bylines: bool) -> None:
        kinds = {hit.kind for hit in self.result.hits}
        titles = sum(item.forced == State.TITLE for item in self.result.items)
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


_States = dict[int, float]
_FORCED = (0.0,)


class _Weigher:
    """Goes through the items in order, remembering what has been passed."""

    def __init__(self, page: Items, layout: Layout) -> None:
        self._items = page.items
        self._mode = page.mode
        self._layout = layout
        self._gaps = [*(item.gap for item in page.items[1:]), page.closing]
        self._title = ""
        self._title_words: frozenset[str] = frozenset()
        self._is_past_count = not page.mode.has_count
        self._is_closed = False
        self._has_asked = layout.question_lines == 0
        self._is_labelled = any(item.gap.flags & Flag.QUESTION or item.forced == State.QUESTION for item in page.items)
        bylines = [index for index, item in enumerate(page.items) if item.fields]
        self._last_byline = bylines[-1] if bylines else len(page.items)
        has_free_headlines = page.mode.has_headlines and page.mode.side is Side.AFTER
        self._last_headline = len(page.items) - 2 if has_free_headlines else -1

    def steps(self) -> list[Step]:
        steps = []
        for index, item in enumerate(self._items):
            if item.forced is not None:
                self._pass_forced(item, item.forced)
                steps.append(Step(item.gap, (item.forced,), _FORCED))
            else:
                self._pass_gap(item.gap.flags)
                states = self._states(index, item)
                steps.append(Step(item.gap, tuple(states), list(states.values())))
        return steps

    def _states(self, index: int, item: Item) -> _States:
        states: _States = {}
        if self._may_ask(index):
            self._add_asking_states(states, index, item)
        if self._is_past_count:
            self._add_answering_states(states, index, item)
        if index < _MAX_TITLE_ITEM or self._is_closed or index > self._last_byline:
            states[State.UNASSIGNED] = 0.0
        return states

    def _pass_forced(self, item: Item, state: int) -> None:
        self._pass_gap(item.gap.flags)
        if state == State.TITLE:
            self._note_title(item.text)
        elif state == State.QUESTION:
            self._has_asked = True

    def _pass_gap(self, flags: int) -> None:
        if flags & Flag.COUNT:
            self._is_past_count = True
        if flags & Flag.CLOSE:
            self._is_closed = True

    def _may_ask(self, index: int) -> bool:
        layout = self._layout
        if not layout.has_question or (self._has_asked and layout.question_lines is not None):
            return False
        if self._mode.has_count:
            return not self._is_past_count
        return index < MAX_QUESTION_ITEMS or self._is_labelled

    def _add_asking_states(self, states: _States, index: int, item: Item) -> None:
        below = self._gaps[index]
        if index <= _MAX_TITLE_ITEM and not item.gap.flags & Flag.QUESTION and (below.blanks or below.flags):
            evidence = title_evidence(item.text)
            states[State.TITLE] = evidence
            if evidence > 0 and not self._title:
                self._note_title(item.text)
        states[State.QUESTION] = self._question_evidence(index, item)

    def _question_evidence(self, index: int, item: Item) -> float:
        """Only where nothing on the page says where the question ends must its words tell."""
        mode = self._mode
        if mode.has_count or mode.has_labels or (mode.side is Side.BEFORE and mode.has_bylines):
            return 0.0
        heading = -2.0 if self._is_heading(index, item) else 0.0
        return asker_evidence(item.text) + heading + self._missed_evidence(index, item)

    def _add_answering_states(self, states: _States, index: int, item: Item) -> None:
        below = self._gaps[index]
        if item.fields:
            states[State.BYLINE] = _byline_evidence(item.fields)
            if "rating" in item.fields and "location" in item.fields:
                return
        elif index <= self._last_headline and (below.blanks or below.flags) and could_be_headline(item.text):
            states[State.HEADLINE] = self._headline_evidence(index, item, below)
        missed = self._missed_evidence(index, item)
        if self._could_be_first(index, item):
            states[State.FIRST] = self._first_evidence(index, item) + missed
        states[State.BODY] = missed

    def _first_evidence(self, index: int, item: Item) -> float:
        """A line that stands alone like a headline is one: the line below it does not begin an answer without."""
        is_below_heading = index > 0 and not item.gap.flags and self._is_heading(index - 1, self._items[index - 1])
        return first_evidence(item.text) - (5.0 if is_below_heading else 0.0)

    def _could_be_first(self, index: int, item: Item) -> bool:
        """Whether anything speaks for an answer without a headline; on a page with headlines a plain paragraph does not."""
        gap = item.gap
        return (
            gap.blanks != 1
            or gap.flags != Flag.NONE
            or index < MAX_QUESTION_ITEMS
            or index >= self._last_headline
            or self._items[index - 1].fields is not None
            or opening_of(item.text) == "greeting"
        )

    def _headline_evidence(self, index: int, item: Item, below: Gap) -> float:
        evidence = headline_evidence(item.text, self._title, self._title_words)
        above = self._items[index - 1].text if index else ""
        if above.endswith(":"):
            evidence -= 4.0
        elif above.endswith((".", "!", "?")) and is_bare_heading(item.text):
            evidence += 1.0
        if len(self._items[index + 1].text) > _LONG_LINE:
            evidence += 0.5
        if self._mode.has_votes:
            evidence += 4.0 if below.flags & Flag.VOTE and below.blanks_above < _MAX_BLANKS else -4.0
        return evidence

    def _is_heading(self, index: int, item: Item) -> bool:
        """Whether the line stands alone like a headline."""
        return item.gap.blanks > 0 and self._gaps[index].blanks > 0 and is_bare_heading(item.text)

    def _missed_evidence(self, index: int, item: Item) -> float:
        """Against reading a page as one without headlines when it has lines that look like nothing else."""
        return -3.0 if not self._mode.has_headlines and self._is_heading(index, item) else 0.0

    def _note_title(self, text: str) -> None:
        self._title = strip_photo(text)
        self._title_words = content_words(self._title)


def _byline_evidence(fields: Fields) -> float:
    evidence = 9.0 if "rating" in fields else 1.0
    if "name" in fields:
        evidence += 4.0 if "credentials" in fields else 3.0 if "specialty" in fields else 1.0
    return evidence + (3.0 if "location" in fields else 0.0)


def strip_photo(title: str) -> str:
    """A title without the photo marker, as headlines repeat it.

    >>> strip_photo("Is this normal? (photos)")
    'Is this normal?'
    """
    head, bracket, tail = title.rpartition("(")
    return head.rstrip() if bracket and tail.casefold() in {"photo)", "photos)"} else title
