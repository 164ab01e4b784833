"""From items to steps: the states that each item may have, and the evidence for each."""

from extractor.layout import Layout, Side
from extractor.readers.people.asides import is_barred_day
from extractor.readers.text.grammar.features import (
    asker_evidence,
    byline_evidence,
    content_words,
    could_be_headline,
    first_evidence,
    headline_evidence,
    strip_photo,
    title_evidence,
)
from extractor.readers.text.grammar.items import CutPage, Item
from extractor.readers.text.grammar.looks import MAX_SALUTATION, greets_alone
from extractor.readers.text.grammar.markup import Markup, States, add_markup, by_kind
from extractor.readers.text.grammar.states import Column, Flag, Mode, State
from extractor.readers.text.grammar.surroundings import LONG_LINE, Surroundings
from extractor.readers.text.weights import Weights

_MAX_BLANKS = 2
MAX_QUESTION_ITEMS = 8
"""Where nothing says where the question ends, it ends within so many items."""
_MAX_TITLE_ITEM = 3
_FORCED = (0.0,)


class Weigher:
    """Goes through the items of a page in order, once for every mode that the page may have.

    What a line's words say is the same in all of them and weighed once.
    """

    def __init__(self, page: CutPage, layout: Layout, weights: Weights, markup: Markup | None = None) -> None:
        self._items = page.items
        self._weights = weights
        self._markup = markup
        self._told = by_kind(weights.markup) if markup else {}
        self._layout = layout
        self._around = Surroundings(page)
        bylines = [index for index, item in enumerate(page.items) if item.fields]
        self._last_byline = bylines[-1] if bylines else len(page.items)
        self._titles: dict[int, float] = {}
        self._askers: dict[int, float] = {}

    def _begin(self, mode: Mode) -> None:
        self._mode = mode
        self._title, self._is_asked = "", False
        self._title_words: frozenset[str] = frozenset()
        self._is_past_count = not mode.has_count
        self._is_closed = False
        self._is_above_label = mode.is_labelled_below
        self._only_title = self._title_above_label() if mode.is_labelled_below else None
        self._question_end = self._end_of_question()
        self._last_headline = len(self._items) - 2 if mode.has_headlines and mode.side is Side.AFTER else -1

    def _end_of_question(self) -> int:
        """The item from which on none is part of the question, as far as that is known beforehand."""
        if not self._layout.has_question or self._layout.question_lines == 0:
            return 0
        if self._mode.has_count or any(
            item.forced == State.QUESTION or item.gap.flags & Flag.QUESTION for item in self._items
        ):
            return len(self._items)
        return MAX_QUESTION_ITEMS

    def _title_above_label(self) -> int | None:
        """The line above the label of the question that is most like a title; the others are none."""
        best, title = float("-inf"), None
        for index, item in enumerate(self._items[: _MAX_TITLE_ITEM + 1]):
            if item.gap.flags & Flag.QUESTION:
                break
            evidence = self._title_evidence(index, item)
            if evidence > best and not item.look.is_datum:
                best, title = evidence, index
        return title

    def steps(self, mode: Mode) -> list[Column]:
        """The possible states of every item of a page of this mode, with the evidence for each."""
        self._begin(mode)
        steps: list[Column] = []
        known: dict[Column, Column] = {}
        for index, item in enumerate(self._items):
            gap = item.gap
            if gap.flags:
                self._pass_gap(gap.flags)
            if item.forced is None:
                states = self._states(index, item)
                if self._markup and item.start in self._markup:
                    add_markup(states, self._told[self._markup[item.start]])
                column = (gap, tuple(states), tuple(states.values()))
                steps.append(known.setdefault(column, column))  # most lines of a long page are like others
            else:
                self._pass_forced(item, item.forced)
                steps.append((gap, (item.forced,), _FORCED))
        return steps

    def _pass_gap(self, flags: int) -> None:
        if flags & Flag.COUNT:
            self._is_past_count = True
            self._question_end = 0
        if flags & Flag.CLOSE:
            self._is_closed = True
        if flags & Flag.QUESTION:
            self._is_above_label = False
        if flags & (Flag.QUESTION | Flag.ANSWER):
            self._is_asked = True

    def _pass_forced(self, item: Item, state: int) -> None:
        if state == State.TITLE:
            self._note_title(item.text)
        elif state == State.QUESTION and self._layout.question_lines is not None:
            self._question_end = 0

    def _states(self, index: int, item: Item) -> States:
        states: States = {}
        if index < self._question_end:
            self._add_asking_states(states, index, item)
        if self._is_past_count and not self._is_above_label:
            self._add_answering_states(states, index, item)
        if (
            (index < _MAX_TITLE_ITEM and not self._around.is_asking(index, is_title=State.TITLE in states))
            or self._is_closed
            or index > self._last_byline
            or self._is_above_label
        ):
            states[State.UNASSIGNED] = 0.0
        if index < _MAX_TITLE_ITEM and (item.look.is_datum or is_barred_day(item.text)):
            states[State.UNASSIGNED] = self._weights.line.is_datum
        if self._mode.side is Side.AFTER:
            if index and not item.gap.blanks and item.fields is None and self._around.is_below_byline(index):
                states[State.UNASSIGNED] = self._weights.line.is_below_byline
            if not self._around.is_apart[index] and self._around.is_above_byline(index):
                states[State.UNASSIGNED] = self._weights.line.is_above_byline
        return states

    def _add_asking_states(self, states: States, index: int, item: Item) -> None:
        if (
            index <= _MAX_TITLE_ITEM
            and (not self._is_above_label or index == self._only_title)
            and not item.gap.flags & Flag.QUESTION
            and (self._around.may_stand_above_text(index) or self._is_above_label)
            and not item.look.is_datum
            and not (self._title and self._around.tells_above_label(index))
        ):
            states[State.TITLE] = evidence = self._title_evidence(index, item)
            if evidence > 0 and not (self._title or self._is_asked):  # no title stands below the question
                self._note_title(item.text)
        if not self._is_above_label:
            states[State.QUESTION] = self._question_evidence(index, item)

    def _title_evidence(self, index: int, item: Item) -> float:
        if index not in self._titles:
            self._titles[index] = title_evidence(item.text, item.look, self._weights.title)
        return self._titles[index]

    def _question_evidence(self, index: int, item: Item) -> float:
        """Only where nothing on the page says where the question ends must its words tell."""
        mode = self._mode
        if mode.has_count or mode.has_labels or (mode.side is Side.BEFORE and mode.has_bylines):
            return 0.0
        weights = self._weights.question
        heading = weights.is_heading if self._around.is_heading(index) else 0.0
        if index not in self._askers:
            self._askers[index] = asker_evidence(item.text, weights)
        return self._askers[index] + heading + self._missed_evidence(index)

    def _add_answering_states(self, states: States, index: int, item: Item) -> None:
        fields = item.fields
        if fields is not None:
            states[State.BYLINE] = byline_evidence(fields, self._weights.byline)
            if fields.rating and fields.location:
                return
        elif (
            index <= self._last_headline
            and (self._around.is_apart[index] or self._around.is_close_heading(index))
            and could_be_headline(item.text)
            and not item.look.is_datum
        ):
            states[State.HEADLINE] = self._headline_evidence(index, item)
        missed = self._missed_evidence(index)
        if self._could_be_first(index, item):
            states[State.FIRST] = self._first_evidence(index, item) + missed
        states[State.BODY] = missed

    def _could_be_first(self, index: int, item: Item) -> bool:
        """Whether anything speaks for an answer without a headline; where there are headlines a paragraph does not.

        Below a salutation that stands alone the letter goes on that it opens.
        """
        gap = item.gap
        may_be = (
            gap.blanks != 1
            or gap.flags != Flag.NONE
            or index < MAX_QUESTION_ITEMS
            or index >= self._last_headline
            or self._items[index - 1].fields is not None
            or item.look.opening == "greeting"
        )
        if not may_be or gap.flags or not index:
            return may_be
        above = self._items[index - 1]
        return len(above.text) > MAX_SALUTATION or not greets_alone(above.text, above.look)

    def _first_evidence(self, index: int, item: Item) -> float:
        """A line that stands alone like a headline is one: the line below it does not begin an answer without."""
        is_bare = index > 0 and not item.gap.flags and not self._items[index - 1].fields
        is_below_heading = is_bare and self._around.is_heading(index - 1)
        weights = self._weights.first
        look = item.look
        evidence = first_evidence(item.text, look, weights)
        if look.opening == "greeting" and not self._mode.has_headlines:
            evidence += weights.greets_without_headlines
        return evidence + weights.is_below_heading if is_below_heading else evidence

    def _headline_evidence(self, index: int, item: Item) -> float:
        weights, look, below = self._weights.headline, item.look, self._around.gaps[index]
        evidence = headline_evidence(item.text, look, self._title, self._title_words, weights)
        evidence += self._around.evidence_above(index, weights) if index else 0.0
        if len(self._items[index + 1].text) > LONG_LINE:
            evidence += weights.is_above_long_line
        if self._items[index + 1].text.startswith(item.text) and " " in item.text:
            evidence += weights.opens_body
        evidence += 0.0 if self._around.is_apart[index] else weights.is_close_above_text
        if item.text[-1] == "." and not self._layout.has_sentence_headlines:
            evidence += weights.is_sentence
        if self._mode.has_votes:
            is_above_vote = below.flags & Flag.VOTE and below.blanks_above < _MAX_BLANKS
            evidence += weights.is_above_vote if is_above_vote else weights.is_not_above_vote
        return evidence

    def _missed_evidence(self, index: int) -> float:
        """Against reading a page as one without headlines when it has lines that look like nothing else."""
        is_missed = not self._mode.has_headlines and self._around.is_heading(index)
        return self._weights.line.is_missed_headline if is_missed else 0.0

    def _note_title(self, text: str) -> None:
        self._title = strip_photo(text)
        self._title_words = content_words(self._title)
