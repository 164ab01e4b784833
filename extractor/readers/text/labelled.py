"""Who signs on a page with labels, and where a reply begins that has none: marks that no wording of a line gives.

A letter ("Dear Dr. Rowe: My heel hurts.") ends where initials stand behind a dash, and the reply begins below. Who
answers stands above the label of the answer, a specialty below the name; or at the end of the page, above a place.
"""

import re
from collections.abc import Sequence

from extractor.layout import Kind
from extractor.readers.lines import Line
from extractor.readers.people.places import is_place
from extractor.readers.text.letters import asker_above, is_aged, is_name, is_signed
from extractor.readers.text.matcher import Hit
from extractor.vocabulary import is_specialty

_DOCTOR = re.compile(r"(?:Dra?|Prof|Dott)\.?(?:ssa)? [^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){1,3}")
_MAX_SIGNATURE = 60
_OTHERS = (Kind.COUNT, Kind.LINES, Kind.BYLINE)


def label_hits(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """Further marks of a page that has `hits`: who asked, who answers, and where the reply begins."""
    answers = [hit.first for hit in hits if hit.kind is Kind.ANSWER]
    if not answers:
        return _reply_below_initials(lines, hits)
    seam = answers[0]
    above = _doctor_above(lines, seam) or asker_above(lines, seam)
    return [*above, *(_doctor_below(lines, seam) if len(answers) == 1 else ())]


def _reply_below_initials(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The reply to the only question of a page, below the line that ends with who signs it."""
    asked = [hit.last for hit in hits if hit.kind is Kind.QUESTION]
    if len(asked) != 1 or any(hit.kind in _OTHERS for hit in hits):
        return []
    for index in range(asked[0], len(lines) - 1):
        if is_signed(lines[index].text):
            below = lines[index + 1]
            return [Hit(Kind.ANSWER, index + 1, index + 1, {"first": (below.start, below.end)})]
    return []


def _doctor_above(lines: Sequence[Line], seam: int) -> list[Hit]:
    """A name and a specialty, each on its line above line `seam`; above them it may stand who asked."""
    first = seam - 2
    if first < 1 or not (is_specialty(lines[first + 1].text) and is_name(lines[first].text)):
        return []
    doctor = Hit(Kind.BYLINE, first, first + 1, {"name": _span(lines[first]), "specialty": _span(lines[first + 1])})
    above = lines[first - 1]
    return [Hit(Kind.META, first - 1, first - 1, {"asker": _span(above)}), doctor] if is_aged(above.text) else [doctor]


def _doctor_below(lines: Sequence[Line], seam: int) -> list[Hit]:
    """A doctor's name alone at the end of the page, below which a place may stand."""
    last = len(lines) - 1
    has_place = "," in lines[last].text and len(lines[last].text) <= _MAX_SIGNATURE and is_place(lines[last].text)
    first = last - 1 if has_place else last
    if first <= seam or not lines[first].blanks or not _DOCTOR.fullmatch(lines[first].text):
        return []
    place = {"location": _span(lines[last])} if has_place else {}
    return [Hit(Kind.BYLINE, first, last, {"byline": _span(lines[first])} | place)]


def _span(line: Line) -> tuple[int, int]:
    return line.start, line.end
