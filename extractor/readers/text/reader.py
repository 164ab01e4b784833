"""Reading plain text: choose the layout, cut, weigh and decode, and keep the best of the readings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from extractor.layout import Kind, Layout, Side
from extractor.layout.layout import layout_for, signed
from extractor.readers.text.boards.marks import Board, board_of
from extractor.readers.text.cutting import cut
from extractor.readers.text.grammar.decoder import decode
from extractor.readers.text.grammar.emissions import Weigher
from extractor.readers.text.grammar.features import could_be_headline
from extractor.readers.text.grammar.items import CutPage, Item
from extractor.readers.text.grammar.markup import Markup
from extractor.readers.text.grammar.states import Column, Flag, State
from extractor.readers.text.grammar.viterbi import CERTAIN, Reading
from extractor.readers.text.matcher import Hit
from extractor.readers.text.page import MAX_UNMARKED, TextPage
from extractor.readers.text.page_marks import marks_of, signs_page, with_labels, with_letters_and_names
from extractor.readers.text.weights import SHIPPED, Weights


@dataclass(frozen=True, slots=True)
class TextReading:
    """A page read: the items its lines were cut into, and the state of each; and by what it was read."""

    page: TextPage
    layout: Layout
    cut: CutPage
    steps: Sequence[Column]
    reading: Reading
    weights: Weights
    markup: Markup | None = None
    lead: float = CERTAIN
    """How far this reading is ahead of the best one of another kind (side, headlines) that differs from it."""

    def told(self) -> Iterator[tuple[int, Item, int]]:
        """The items with their numbers in front, and behind them what they are read as."""
        return zip(count(), self.cut.items, self.reading.states, strict=False)

    def texts_of(self, *states: int) -> list[str]:
        """The texts of the items that have one of these states."""
        return [item.text for _, item, state in self.told() if state in states]

    def text_of(self, *states: int) -> str:
        """The same as one text."""
        return " ".join(self.texts_of(*states))


def read_text(
    page: TextPage, layouts: Sequence[Layout], markup: Markup | None = None, weights: Weights = SHIPPED
) -> TextReading | None:
    """The best reading of `page` by one of `layouts`, the last of which is the generic one.

    `markup` is what the markup says of lines, if the text is that of an HTML page; `weights` are the shipped ones
    unless others are tried.
    None if it has no lines, or so many without a mark among them that no reading would be accepted.
    """
    readings = readings_of(page, layouts, markup, weights)
    if len(readings) < 2:  # noqa: PLR2004 - nothing to compare
        return readings[0] if readings else None
    best = max(readings, key=_merit)
    others = [_merit(read) for read in readings if read.reading.states != best.reading.states]
    return replace(best, lead=min(_merit(best) - max(others), CERTAIN)) if others else best


def readings_of(
    page: TextPage, layouts: Sequence[Layout], markup: Markup | None, weights: Weights
) -> list[TextReading]:
    """The readings of `page` among which `read_text` chooses: by every layout that it may have, with every mode."""
    return [reading for layout in _choose(page, layouts) for reading in _read_as(page, layout, weights, markup)]


def _merit(read: TextReading) -> float:
    """What readings of different kinds are compared by: their scores without what the answers were paid.

    One with the declared number of answers is ahead of one without.
    """
    reading = read.reading
    bonus = read.weights.count.came_true if reading.answers == read.cut.declared else 0.0
    return reading.score - reading.price * reading.answers + bonus


def _choose(page: TextPage, layouts: Sequence[Layout]) -> Sequence[Layout]:
    """The layout of the page's host, else those whose signature the page carries, else the generic one."""
    layout = layout_for(page.host, layouts)
    if layout:
        return [layout]
    texts = [page.text]
    if page.told_once is not page.text:
        texts.append(page.told_once)
    if page.lines_above_heading:
        texts.append(page.text[page.lines[0].start :])
    found = (signed(text, page.outline, page.heads, tuple(layouts)) for text in texts)
    return next(filter(None, found), layouts[-1:])


def _read_as(page: TextPage, layout: Layout, weights: Weights, markup: Markup | None) -> Iterator[TextReading]:
    """The page read as one of this layout: in every mode that it may have, or as a thread of a board."""
    hits = marks_of(page, layout)
    if layout.is_generic and markup is None:
        hits = with_labels(page, hits)
        if board := board_of(page, hits):
            yield _read_as_told(page, layout, weights, board)
            return
        hits = with_letters_and_names(page, hits)
    if not hits and len(page.text) > MAX_UNMARKED and layout.has_question:
        return
    items = cut(page.text, page.lines, layout, hits)
    if items.items:
        yield from _in_modes(page, layout, items, weights, markup)


def _in_modes(
    page: TextPage, layout: Layout, items: CutPage, weights: Weights, markup: Markup | None
) -> Iterator[TextReading]:
    """The page cut into items and decoded: with bylines on every side that it may have, with and without headlines."""
    weigher = Weigher(items, layout, weights, markup)
    for side in layout.sides:
        if _is_moot(items, layout, side):
            continue
        for has_headlines in layout.headlines:
            mode = items.mode._replace(side=side, has_headlines=has_headlines)
            as_read = items if mode == items.mode else replace(items, mode=mode)
            steps = weigher.steps(mode)
            reading = decode(steps, mode, weights, items.declared)
            if has_headlines and State.HEADLINE in reading.states and _are_letters(items.hits):
                continue
            if layout.has_moved_bylines and side is Side.BEFORE and has_headlines:
                reading = _with_headlines_below_bylines(reading, items)
            yield TextReading(page, layout, as_read, steps, reading, weights, markup)


def _are_letters(hits: Sequence[Hit]) -> bool:
    """Whether marks say on which lines replies begin: what stands alone further below is a heading within a reply."""
    return any(hit.kind is Kind.ANSWER and "first" in hit.groups for hit in hits)


def _with_headlines_below_bylines(reading: Reading, page: CutPage) -> Reading:
    """The reading, with the first line of an answer as its headline where it is like one and stands above more text."""
    states = list(reading.states)
    for index in first_lines_below_bylines(reading.states):
        if could_be_headline(page.items[index].text) and page.items[index].look.is_bare:
            states[index] = State.HEADLINE
    return replace(reading, states=tuple(states))


def first_lines_below_bylines(states: Sequence[int]) -> list[int]:
    """The numbers of the first lines of answers that stand directly below a byline, and above more text."""
    triples = enumerate(zip(states, states[1:], states[2:], strict=False), 1)
    return [index for index, three in triples if three == (State.BYLINE, State.FIRST, State.BODY)]


def _read_as_told(page: TextPage, layout: Layout, weights: Weights, board: Board) -> TextReading:
    """The page read as a thread whose posts are told by their form, which is no proof."""
    items = cut(page.text, page.lines, layout, board.hits)
    states = [_told_state(item, board) for item in items.items]
    size, lead = len(states), weights.margin.told_by_form if board.is_clear else weights.margin.suspect
    reading = Reading(tuple(states), (CERTAIN,) * size, (None,) * size, states.count(State.FIRST), 0.0)
    told = replace(items, mode=items.mode._replace(side=board.side, has_headlines=False))
    return TextReading(page, layout, told, (), reading, weights, lead=lead)


def _told_state(item: Item, board: Board) -> int:
    """What an item of a thread is: by its mark, as what begins a text has one, or by the line on which it stands."""
    return board.states.get(item.first, State.UNASSIGNED) if item.forced is None else item.forced


def _has_byline_below_count(page: CutPage) -> bool:
    """Whether a byline with a name stands directly below the number of answers."""
    first = next((item for item in page.items if item.gap.flags & Flag.COUNT), None)
    return first is not None and first.fields is not None and first.fields.name is not None


def _is_moot(page: CutPage, layout: Layout, side: Side) -> bool:
    """Whether the page rules out this side: without bylines there is none, and labels stand before what they label.

    One at the end of the page has nothing to label; it signs what is above it. On a site whose doctors stood below
    their answers and now stand above, the line below the number of answers tells.
    """
    if len(layout.sides) == 1:
        return False
    if not page.mode.has_bylines:  # what is below the end of the page is none
        return side is Side.BEFORE
    if layout.has_moved_bylines:
        return side is (Side.AFTER if _has_byline_below_count(page) else Side.BEFORE)
    is_labelled = any(hit.kind is Kind.BYLINE and not signs_page(hit, page.lines) for hit in page.hits)
    return side is Side.AFTER and is_labelled
