"""Threads whose posts are told by their numbers: "#1", "#2 kettle", "2. Ada Rowe, MD", above each post."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor import vocabulary
from extractor.layout import Kind, writers
from extractor.layout.wordings import one_of
from extractor.readers.lines import Line, joined_text
from extractor.readers.people.names import is_titled_name
from extractor.readers.text.letters.letter import asks, may_be_letter
from extractor.readers.text.matcher import TELLING, Hit

_NUMBER = re.compile(
    rf"(?:#|№ ?|(?i:{one_of(vocabulary.table_of('boards.toml')['numbered'])}) #?)(?P<number>\d{{1,3}})[:.]?"
    rf"(?: (?:{writers.credited()} |[·|–—-] )?(?P<who>[^\W_][\w.-]{{1,20}}(?: [\w.-]{{1,20}})?))?"
)
_LISTED = re.compile(r"(?P<number>\d{1,3})[.)] {1,3}(?P<who>[^\W\d_][^\n]{3,80})")

_MAX_BYLINE = 4
"""Lines from a doctor's name to how much he has answered."""


def _count_off(numbers: Sequence[str]) -> bool:
    """Whether these are numbers from one on, each one more than that before it; one alone is that of all posts."""
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def with_numbered_answers(text: str, hits: list[Hit]) -> list[Hit]:
    """The marks with "Answer 1" below "Question 1", "Answer 2" below "Question 2", as labels: alone each is a count."""
    counts = [hit for hit in hits if "count" in hit.groups]
    in_turn = [hit.kind for hit in hits if hit.kind in TELLING] == [Kind.QUESTION, Kind.COUNT] * len(counts)
    if not (in_turn and _count_off([text[slice(*hit.groups["count"])] for hit in counts])):
        return hits
    return [replace(hit, kind=Kind.ANSWER, groups={}) if hit.kind is Kind.COUNT else hit for hit in hits]


def without_counts_of_doctors(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The marks, in which the number of answers that a doctor has given, below his name, counts none of the page."""
    return [
        replace(hit, kind=Kind.FURNITURE, groups={})
        if hit.kind is Kind.COUNT and _is_below_name(lines, hit.first)
        else hit
        for hit in hits
    ]


def _is_below_name(lines: Sequence[Line], at: int) -> bool:
    """Whether the name of a doctor, by its title or degrees, stands above a line with no blank line between."""
    for above in range(at, max(at - _MAX_BYLINE, 0), -1):
        if lines[above].blanks:
            return False
        if is_titled_name(lines[above - 1].text):
            return True
    return False


def listed_bylines(lines: Sequence[Line]) -> list[Hit]:
    """Who answers, by names with titles or degrees behind numbers from one on, each above a text of its own."""
    found = [(at, match) for at, line in enumerate(lines[:-1]) if (match := _listed(line.text))]
    if not _count_off([match["number"] for _, match in found]):
        return []
    if any(below - above == 1 for (above, _), (below, _) in pairwise(found)):
        return []
    spans = ((at, lines[at].start + match.start("who"), lines[at].end) for at, match in found)
    return [Hit(Kind.BYLINE, at, at, {"byline": (start, end)}) for at, start, end in spans]


def counted_bylines(text: str, lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """Who answers, by names with titles or degrees, each a paragraph, as many below the number of answers as it says.

    The first stands directly below it.
    """
    counts = [hit for hit in hits if "count" in hit.groups]
    if len(counts) != 1 or any(hit.kind in (Kind.ANSWER, Kind.BYLINE) for hit in hits):
        return []
    first = counts[0].last + 1
    apart = (at for at in range(first, len(lines) - 1) if lines[at].blanks and lines[at + 1].blanks)
    named = [at for at in apart if is_titled_name(lines[at].text)]
    if named[:1] != [first] or str(len(named)) != text[slice(*counts[0].groups["count"])]:
        return []
    return [Hit(Kind.BYLINE, at, at, {"byline": lines[at].span}) for at in named]


def _listed(text: str) -> re.Match[str] | None:
    match = _LISTED.fullmatch(text)
    return match if match and is_titled_name(match["who"]) else None


def numbered_hits(lines: Sequence[Line]) -> list[Hit]:
    """The marks of posts that are numbered from one, if the first asks for its writer and the others only tell.

    Lists are numbered so as well, but nobody asks in their first item.
    """
    found = [(at, match) for at, line in enumerate(lines) if (match := _NUMBER.fullmatch(line.text))]
    if not _count_off([match["number"] for _, match in found]):
        return []
    places = [at for at, _ in found]
    first, *others = (lines[above + 1 : below] for above, below in pairwise([*places, len(lines)]))
    if not (asks(first) and all(others) and may_be_letter(joined_text(lines))):
        return []
    return [_hit(lines[at], at, match) for at, match in found]


def _hit(line: Line, at: int, match: re.Match[str]) -> Hit:
    """The mark of one post: who asks, or who answers, if a name stands behind the number."""
    is_question = match["number"] == "1"
    group = "asker" if is_question else "name"
    who = {group: line.span_of(match, "who")} if match["who"] else {}
    return Hit(Kind.QUESTION if is_question else Kind.ANSWER, at, at, who)
