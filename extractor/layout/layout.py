"""What is known of one site's pages, as facts: the form every file in `sites/` fills in."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, cached_property
from typing import NamedTuple

from extractor.layout.html import HtmlFacts
from extractor.layout.marks import Kind, Mark

_HEAD = 16
"""Characters at the beginning of a line in which clues are looked for."""

_MARGIN = 6
"""The widest margin behind a line that is looked over."""


class Side(Enum):
    """Where a byline stands."""

    AFTER = auto()
    """Below the body it signs (RealSelf)."""
    BEFORE = auto()
    """Above the body (Doctoralia)."""


@dataclass(frozen=True, eq=False)
class Layout:
    """One site: its name in records, the hosts it is known by, how its text looks. Compared by identity."""

    name: str | None
    hosts: tuple[str, ...] = ()
    clues: tuple[str, ...] = ()
    """Plain strings, one of which stands on every page of the site; a newline in front of others begins a line.

    Those that begin a line, and those with capitals, are quick to look for.
    """
    signature: str | None = None
    """A regular expression (multi-line) that only this site's pages contain, where the clues are not enough."""
    marks: tuple[Mark, ...] = ()
    sides: tuple[Side, ...] = (Side.AFTER,)
    """Where bylines may stand; the side is decided per page."""
    headlines: tuple[bool, ...] = (True,)
    """Whether answers have headlines; (True, False) leaves it to each page."""
    has_sentence_headlines: bool = True
    """Whether a headline may end with a full stop."""
    starts_with_title: bool = False
    """The first line that is no mark is always the title."""
    has_question: bool = True
    """Whether the text holds the question at all."""
    question_lines: int | None = None
    """The number of lines of a question, where it is always the same."""
    has_one_answer: bool = False
    """There is one answer on a page, however many paragraphs it has."""
    has_tight_replies: bool = False
    """A line directly below another, without a blank line, begins a new answer."""
    has_paragraphs: bool = True
    """Whether answers have blank lines inside."""
    has_wide_gaps: bool = False
    """Wide gaps part question and answers where no label does: a copy without them does not say where one ends."""
    has_follow_ups: bool = False
    """A second QUESTION mark begins a further turn of the asker's, which is part of no field."""
    has_end: bool = False
    """A line of the site's own (END) stands below the last answer of every page: without it the foot may be in that."""
    html: HtmlFacts | None = None
    """Where the parts of the record stand in the site's HTML."""
    proof: tuple[Kind, ...] = (Kind.QUESTION, Kind.ANSWER, Kind.BYLINE, Kind.COUNT, Kind.TITLE)
    """Kinds of marks that stand on question pages only; a page without one must prove itself by its words."""

    @property
    def is_generic(self) -> bool:
        """Whether this is the layout for pages of no known site."""
        return self.name is None

    @property
    def has_moved_bylines(self) -> bool:
        """Whether it is of a site whose doctors stood below their answers, and now stand above them."""
        return not self.is_generic and len(self.sides) > 1

    def is_for(self, host: str) -> bool:
        """Whether `host` (lower case) is one of the site's hosts or below one."""
        return any(host == own or host.endswith("." + own) for own in self.hosts)

    def is_confirmed(self, text: str) -> bool:
        """Whether `text`, which has no margin above it and one of the clues if there are any, carries the signature."""
        return self._finds_signature is None or self._finds_signature(text) is not None

    @cached_property
    def outlined_clues(self) -> list[tuple[str, str | None]]:
        """The clues, each with its outline; those that begin a line, by their first characters alone, have none."""
        return [
            (clue[: _HEAD + 1], None) if clue[0] == "\n" and not clue.isspace() else (clue, outline_of(clue))
            for clue in self.clues
        ]

    @cached_property
    def _finds_signature(self) -> Callable[[str], re.Match[str] | None] | None:
        if self.signature is None:
            return None
        pattern = re.compile(self.signature, re.MULTILINE)
        return pattern.match if self.signature.startswith(r"\A") else pattern.search  # a search would try every place


def layout_for(host: str | None, layouts: Iterable[Layout]) -> Layout | None:
    """The first of `layouts` that is for pages of `host`, if there is one."""
    return next((layout for layout in layouts if layout.is_for(host)), None) if host else None


def below(ending: str) -> str:
    """A pattern for a place on the first line, up to two blank ones aside, below one with an ending of fixed width."""
    gaps = [" " * margin + r"\n" * ends for margin in range(_MARGIN + 1) for ends in (1, 2, 3)]
    return "(?:" + "|".join(f"(?<={ending}{gap})" for gap in gaps) + ")"


def signed(text: str, outline: str, heads: str, layouts: tuple[Layout, ...]) -> list[Layout]:
    """Those of `layouts` whose signature `text` carries, which has this outline and these `heads` of lines.

    The clues of all are looked for in one go; a layout whose clue was found, or that has none, looks for the rest.
    """
    text = text.lstrip()
    clues = _clues_of(layouts)
    found = {layout for head in set(clues.heads.findall(heads)) for layout in clues.by_head[head]}
    found.update([layout for clue, own, layout in clues.others if own in outline and clue in text])
    return [layout for layout in layouts if (layout in found or layout in clues.bare) and layout.is_confirmed(text)]


class _Clues(NamedTuple):
    """The clues of some layouts."""

    heads: re.Pattern[str]
    """Those that begin a line, behind its newline."""
    by_head: dict[str, list[Layout]]
    """Whose they are; what begins with another clue is that, too."""
    others: list[tuple[str, str, Layout]]
    """The others with their outlines."""
    bare: frozenset[Layout]
    """Layouts that a signature alone tells."""


@cache
def _clues_of(layouts: tuple[Layout, ...]) -> _Clues:
    clues = [(clue, outline, layout) for layout in layouts for clue, outline in layout.outlined_clues]
    heads = sorted({clue[1:] for clue, outline, _ in clues if outline is None}, key=len, reverse=True)
    return _Clues(
        re.compile(rf"\n(?=({'|'.join(map(re.escape, heads)) or '(?!)'}))"),
        {
            head: [one for clue, outline, one in clues if outline is None and head.startswith(clue[1:])]
            for head in heads
        },
        [(clue, outline, layout) for clue, outline, layout in clues if outline is not None],
        frozenset(layout for layout in layouts if layout.signature and not layout.clues),
    )


def heads_of(lines: Iterable[str]) -> str:
    """The beginnings of these lines, each behind a newline: where clues that begin a line are looked for."""
    return "\n" + "\n".join([line[:_HEAD] for line in lines])


def outline_of(text: str) -> str:
    """`text` without small letters and spaces: a tenth is left to search, and where a clue stands, so does its outline.

    >>> outline_of("Doctor Answers 6")
    'DA6'
    """
    return text.encode("utf-8", "replace").translate(None, b" abcdefghijklmnopqrstuvwxyz").decode("latin-1")
