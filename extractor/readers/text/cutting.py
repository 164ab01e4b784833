"""From lines to items: marks and furniture taken out, bylines put together."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from extractor.layout import Kind, Layout
from extractor.readers.lines import Line
from extractor.readers.people.apart import joined_apart
from extractor.readers.people.asides import is_dated_credit
from extractor.readers.people.byline_block import Byline
from extractor.readers.people.bylines import find_bylines
from extractor.readers.people.fields import BylineFields
from extractor.readers.people.numbers import count_in
from extractor.readers.people.one_line import bracket_fields
from extractor.readers.text.grammar.items import CutPage, Item, Unread
from extractor.readers.text.grammar.looks import is_no_text, is_rest
from extractor.readers.text.grammar.states import Flag, Gap, Mode, State
from extractor.readers.text.marked_bylines import byline_span, group_fields
from extractor.readers.text.matcher import Hit
from extractor.readers.text.spacing import are_spread, is_dense

TEXT_GROUPS = {
    "title": State.TITLE,
    "question": State.QUESTION,
    "headline": State.HEADLINE,
    "first": State.FIRST,
    "body": None,
}
"""Groups of a mark whose text is an item of its own, and the state it is forced into (None: what the mark says)."""


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
_PLAIN_GAPS = tuple(Gap(blanks) for blanks in range(_MAX_BLANKS + 1))
_MAX_DATES = 100
_BRACKET_ENDS = frozenset(")].")
_first_of = attrgetter("first")


def cut(text: str, lines: Sequence[Line], layout: Layout, hits: list[Hit]) -> CutPage:
    """Cut the page, of which `hits` are the marks, as `layout` sees it; the mode is that of the layout's first side."""
    return _Cutter(text, lines, layout, hits).run()


class _Cutter:
    """One walk over the lines: collects the gap until the next item stands."""

    def __init__(self, text: str, lines: Sequence[Line], layout: Layout, hits: list[Hit]) -> None:
        self._text = text
        self._lines = lines
        self._layout = layout
        self._hits = hits
        self._items: list[Item] = []
        self._declared: int | None = None
        self._declared_at: tuple[int, int] | None = None
        self._flags = Flag.NONE
        self._blanks = 0
        self._blanks_above = 0
        self._is_skipping = False
        self._has_question_mark = False
        self._is_dense = not layout.has_tight_replies and is_dense(lines)
        self._plain_gaps = _PLAIN_GAPS[1:2] * len(_PLAIN_GAPS) if self._is_dense else _PLAIN_GAPS
        self._most_blanks = _MAX_BLANKS

    def run(self) -> CutPage:
        bylines = joined_apart(list(self._bylines()), self._lines)
        if are_spread(self._lines, self._hits, bylines):
            self._most_blanks = 1
        free = 0
        events: list[Hit | Byline] = [*self._hits, *bylines]
        for event in sorted(events, key=_first_of):
            self._take_lines(free, event.first)
            free = event.last + 1
            if isinstance(event, Byline):
                self._take_byline(event)
            else:
                self._take_hit(event)
                if event.kind is Kind.END:
                    break
        else:
            self._take_lines(free, len(self._lines))
        mode = self._mode(has_bylines=bool(bylines))
        return CutPage(self._lines, self._items, self._hits, self._declared, mode, self._gap(1), self._declared_at)

    def _bylines(self) -> Iterator[Byline]:
        """Candidates on lines that no mark has taken."""
        free = 0
        for hit in self._hits:
            yield from find_bylines(self._lines, free, hit.first)
            if hit.kind is Kind.END:
                return
            free = hit.last + 1
        yield from find_bylines(self._lines, free)

    def _take_lines(self, first: int, end: int) -> None:
        """Lines that are neither mark nor byline."""
        if self._is_skipping:
            return
        for index in range(first, end):
            start, stop, text, blanks = self._lines[index]
            if (len(text) <= _MAX_DATES and is_no_text(text)) or is_dated_credit(text):
                self._blanks = max(self._blanks, blanks)
            elif text[-1] in _BRACKET_ENDS and (bracket := bracket_fields(text)):
                self._take_bracket(index, *bracket)
            else:
                is_title = not self._items and self._layout.starts_with_title and not is_rest(text)
                forced = State.TITLE if is_title else None
                self._items.append(Item(start, stop, text, index, index, blanks, self._gap(blanks), forced))

    def _take_bracket(self, index: int, at: int, fields: BylineFields) -> None:
        """A line that ends with a byline in brackets, from `at` on."""
        line = self._lines[index]
        body_end = line.start + len(line.text[:at].rstrip())
        if body_end > line.start:
            self._add(index, index, (line.start, body_end))
        self._add(index, index, (line.start + at, line.end), State.BYLINE, fields)

    def _take_byline(self, byline: Byline) -> None:
        if self._is_skipping:
            return
        first, last = byline.first, byline.last
        span = (self._lines[first].start, self._lines[last].end)
        self._add(first, last, span, fields=byline.fields)
        if byline.unread:
            self._items[-1].unread = tuple(Unread(at, *self._lines[at][:2]) for at in byline.unread)

    def _take_hit(self, hit: Hit) -> None:
        if "count" in hit.groups:
            self._declared_at = hit.groups["count"]
            self._declared = count_in(self._text[slice(*self._declared_at)].strip())
        if hit.kind is Kind.END:
            return
        blanks = self._lines[hit.first].blanks
        if not self._flags and not self._blanks:
            self._blanks_above = blanks
        self._blanks = max(self._blanks, blanks)
        if hit.kind is not Kind.FURNITURE:
            self._is_skipping = hit.kind is Kind.SKIP or self._is_follow_up(hit)
        if not self._is_skipping:
            self._flags |= _FLAGS.get(hit.kind, Flag.NONE)
        if hit.groups and not self._is_skipping:
            self._take_groups(hit)

    def _is_follow_up(self, hit: Hit) -> bool:
        """Whether the mark is in a further question of the asker's; the reply to it is one more answer."""
        if not self._layout.has_follow_ups:
            return False
        if not self._has_question_mark:
            self._has_question_mark = hit.kind is Kind.QUESTION
            return False
        return hit.kind is Kind.QUESTION or (self._is_skipping and hit.kind not in (Kind.ANSWER, Kind.BYLINE))

    def _take_groups(self, hit: Hit) -> None:
        """The parts of a mark that are text of the page or a byline."""
        is_whole = {"question", "first"} <= hit.groups.keys()  # who answers stands in front of both
        if not is_whole:
            self._take_marked_byline(hit)
        for name, state in TEXT_GROUPS.items():
            if name in hit.groups:
                if is_whole and name == "first":
                    self._take_marked_byline(hit)
                forced = state or (State.QUESTION if hit.kind is Kind.QUESTION else State.FIRST)
                if name == "body" and "headline" in hit.groups:
                    forced = State.BODY
                self._add(hit.first, hit.last, hit.groups[name], forced)

    def _take_marked_byline(self, hit: Hit) -> None:
        """Who answers, if the mark says so."""
        first, last = self._lines[hit.first], self._lines[hit.last]
        if span := byline_span(hit.groups, (first.start, last.end)):
            self._add(hit.first, hit.last, span, State.BYLINE, group_fields(hit.groups, self._text, first.start))

    def _add(
        self,
        first: int,
        last: int,
        span: tuple[int, int],
        forced: int | None = None,
        fields: BylineFields | None = None,
    ) -> None:
        """Add what stands at `span`, on the lines `[first, last]`."""
        start, end = span
        text = self._text[start:end].lstrip()
        start = end - len(text)
        text = text.rstrip()
        end = start + len(text)
        if first != last:
            text = "\n".join(map(str.strip, text.split("\n")))
        is_on_same_line = bool(self._items) and self._items[-1].last == first
        blanks = 0 if is_on_same_line else self._lines[first].blanks
        if not self._items and self._layout.starts_with_title and forced is None:
            forced = State.TITLE
        self._items.append(Item(start, end, text, first, last, blanks, self._gap(blanks), forced, fields))

    def _gap(self, blanks: int) -> Gap:
        """The gap above an item, and a new one begun."""
        if not (self._flags or self._blanks):
            return self._plain_gaps[min(blanks, self._most_blanks)]
        blanks = 1 if self._is_dense else min(blanks or self._blanks, self._most_blanks)
        gap = Gap(blanks, self._flags, min(self._blanks_above, _MAX_BLANKS))
        self._flags, self._blanks, self._blanks_above = Flag.NONE, 0, 0
        return gap

    def _mode(self, *, has_bylines: bool) -> Mode:
        kinds = [hit.kind for hit in self._hits]  # no set: members of enumerations are slow to hash
        titles = [item.forced for item in self._items].count(State.TITLE)
        return Mode(
            side=self._layout.sides[0],
            has_count=Kind.COUNT in kinds,
            has_votes=Kind.VOTE in kinds,
            has_bylines=has_bylines or any(item.fields is not None for item in self._items),
            has_labels=Kind.ANSWER in kinds or Kind.BREAK in kinds,
            has_several=titles > 1 or self._has_labelled_questions(),
            has_question=self._layout.has_question,
            has_one_answer=self._layout.has_one_answer,
            is_lines=Kind.LINES in kinds or self._is_counted_off(),
            is_tight=self._layout.has_tight_replies,
            is_dense=self._is_dense,
            is_labelled_below=self._layout.is_generic and self._has_lines_above_label(),
        )

    def _is_counted_off(self) -> bool:
        """Whether as many lines, one directly below the other, stand below the count as it declares answers."""
        below = next((index for index, item in enumerate(self._items) if item.gap.flags & Flag.COUNT), 0)
        told = self._items[below:]
        if not below or self._is_dense or not 1 < len(told) == self._declared:
            return False
        return not any(item.gap.blanks or item.gap.flags for item in told[1:]) and all(
            item.fields is None and item.forced is None for item in told
        )

    def _has_labelled_questions(self) -> bool:
        """Whether labels stand in front of several questions, and in front of answers."""
        kinds = [hit.kind for hit in self._hits]
        if not self._layout.is_generic or kinds.count(Kind.QUESTION) < 2:  # noqa: PLR2004 - several
            return False
        return Kind.ANSWER in kinds or any("first" in hit.groups for hit in self._hits)

    def _has_lines_above_label(self) -> bool:
        """Whether something stands above the label of the question."""
        return any(item.gap.flags & Flag.QUESTION for item in self._items[1:])
