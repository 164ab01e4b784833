"""Pages whose records are known, as the grammar sees them: all chains of items, and the paths that give the records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extractor.evaluation.comparison import score_page
from extractor.readers.text.grammar.states import Gap, Mode, State, openings
from extractor.readers.text.grammar.transitions import NEVER, Transitions
from extractor.readers.text.grammar.viterbi import CERTAIN, Reading
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import TextReading, readings_of
from extractor.readers.text.records import with_records
from extractor.readers.text.traced import traced
from extractor.records import QAPage
from extractor.sites import all_layouts

StatePath = tuple[int, ...]
"""A state for every item of a page."""
_Told = tuple[int, str]
"""A line of a record, and the state in which it is read."""

IMPOSSIBLE = NEVER / 2
"""Weights below it are of transitions that the grammar has not."""
CLOSING = Gap(1)
"""What stands below the last item."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A page cut and weighed as one layout and mode see it, and the path by which it gives its records, if one does."""

    read: TextReading
    gold: StatePath | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its records. `group` is the page that it is a copy of, or its own name; `share` what it counts."""

    name: str
    family: str
    group: str
    text: str
    records: tuple[QAPage, ...]
    share: float = 1.0


def is_lone_answer(page: Page) -> bool:
    """Whether the page is one answer and nothing else: its words decide that, not the grammar."""
    record, *further = page.records
    return not (further or record.question.title or record.question.body) and len(record.answers) == 1


def is_told(chain: Chain) -> bool:
    """Whether anything says where answers begin: a mark, bylines, headlines.

    Where nothing does, a weight could only learn whether such pages mostly have one answer or one a paragraph: those
    here are no sample of that.
    """
    cut = chain.read.cut
    return bool(cut.hits) or cut.mode.has_bylines or State.HEADLINE in (chain.gold or ())


def chains_of(page: Page) -> list[Chain]:
    """The page in all ways in which it may be read by weights; a thread that is told by its form is read by none."""
    return [
        Chain(read, gold_path(read, page.records))
        for read in readings_of(TextPage(page.text), all_layouts(), None, traced())
        if read.steps
    ]


@cache
def transitions_of(mode: Mode) -> Transitions:
    """The transitions of pages of this mode, by weights that leave their names."""
    return Transitions(mode, traced())


def gold_path(read: TextReading, records: Sequence[QAPage]) -> StatePath | None:
    """The best path, by the shipped weights, that gives the records; None if there is none."""
    if not records:
        return None
    path = _best_path(read, list(_lines_of(records)))
    return path if path and score_page(records, _records(read, path)).is_exact else None


def _records(read: TextReading, path: StatePath) -> Sequence[QAPage]:
    opens = openings(read.cut.mode.side)
    answers = sum(opens[above][state] for above, state in zip((State.START, *path), path, strict=False))
    reading = Reading(path, (CERTAIN,) * len(path), (None,) * len(path), answers, 0.0)
    return with_records(replace(read, reading=reading), None, None, spans=False).records


def _lines_of(records: Sequence[QAPage]) -> Iterator[_Told]:
    """The lines of the records in the order in which a page has them."""
    for record in records:
        yield from _lines(record.question.title, State.TITLE, State.TITLE)
        yield from _lines(record.question.body, State.QUESTION, State.QUESTION)
        for answer in record.answers:
            yield from _lines(answer.headline, State.HEADLINE, State.HEADLINE)
            yield from _lines(answer.body, State.BODY if answer.headline else State.FIRST, State.BODY)


def _lines(text: str | None, first: int, further: int) -> Iterator[_Told]:
    state = first
    for line in (text or "").split("\n"):
        if line.strip():
            yield state, " ".join(line.split())
            state = further


@dataclass(frozen=True, slots=True)
class _Beginning:
    """The best path to an item that has used up so many lines of the records."""

    score: float
    state: int
    above: "_Beginning | None"


def _best_path(read: TextReading, told: Sequence[_Told]) -> StatePath | None:
    """The best path on which every line of `told` is read as it should be, and nothing else is in a record."""
    transitions = transitions_of(read.cut.mode)
    ends = {(0, int(State.START)): _Beginning(0.0, State.START, None)}
    for item, (gap, states, evidence) in zip(read.cut.items, read.steps, strict=True):
        lines = [" ".join(line.split()) for line in item.text.split("\n")]
        weights = transitions.matrix(gap)
        further: dict[tuple[int, int], _Beginning] = {}
        for (used, above), beginning in ends.items():
            for state, own in zip(states, evidence, strict=True):
                score = beginning.score + float(weights[above][state]) + float(own)
                place = (_after(told, used, lines, state), state)
                if place[0] < 0 or weights[above][state] < IMPOSSIBLE:
                    continue
                if place not in further or further[place].score < score:
                    further[place] = _Beginning(score, state, beginning)
        ends = further
    closing = transitions.matrix(CLOSING)
    complete = [
        (one.score + float(closing[state][State.END]), one)
        for (used, state), one in ends.items()
        if used == len(told) and closing[state][State.END] > IMPOSSIBLE
    ]
    return _path(max(complete, key=lambda end: end[0])[1]) if complete else None


def _after(told: Sequence[_Told], used: int, lines: Sequence[str], state: int) -> int:
    """How many lines of `told` are used up when an item of `lines` is read in this state; -1 if it cannot be."""
    if state in (State.BYLINE, State.UNASSIGNED):
        return used
    further = State.BODY if state == State.FIRST else state
    wanted = [(state if index == 0 else further, line) for index, line in enumerate(lines)]
    return used + len(lines) if list(told[used : used + len(lines)]) == wanted else -1


def _path(end: _Beginning) -> StatePath:
    states: list[int] = []
    step: _Beginning | None = end
    while step is not None and step.above is not None:
        states.append(step.state)
        step = step.above
    return tuple(reversed(states))
