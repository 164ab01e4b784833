"""Who signs on a page with labels, and where a reply begins that has none: marks that no wording of a line gives.

A letter ("Dear Dr. Rowe: My heel hurts.") ends where initials stand behind a dash, and the reply begins below. Who
answers stands above the label of the answer, a specialty below the name; or at the end of the page, above a place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.layout import Kind, around, labels
from extractor.readers.lines import Line, joined_text
from extractor.readers.people.names import has_degrees
from extractor.readers.people.places import is_place
from extractor.readers.text.grammar.emissions import MAX_QUESTION_ITEMS
from extractor.readers.text.grammar.features import is_credit
from extractor.readers.text.grammar.looks import look_at
from extractor.readers.text.labels.bare import LETTERED, bare_question, labels_in_turn
from extractor.readers.text.labels.dated import days_above, opens_with_day
from extractor.readers.text.letters.closings import DOTTED, is_aged, is_name, is_pseudonym, is_signed
from extractor.readers.text.letters.letter import (
    asker_above,
    asks,
    letter_above,
    may_be_letter,
    may_be_question,
    only_paragraph,
    titled_above,
)
from extractor.readers.text.letters.salutations import is_salutation, salutation_end
from extractor.readers.text.letters.signatures import signed_with
from extractor.readers.text.matcher import Hit
from extractor.vocabulary import QUESTION_MARKS, SENTENCE_ENDS, word_set
from extractor.vocabulary.specialties import are_specialties, is_specialty, specialty_start

_DOCTOR = re.compile(labels.titled())
_WORKPLACE = re.compile(around.workplaces())
_DASH = re.compile(r"[–—-]{1,2} ?")
_MAX_SIGNATURE, _MAX_TITLE = 60, 110
_STATES = word_set("states")
_NAMES = frozenset(("byline", "name"))
_OTHERS = (Kind.COUNT, Kind.LINES, Kind.BYLINE)


def label_hits(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """Further marks of a page that has `hits`: who asked, who answers, and where the reply begins."""
    told = [hit for hit in hits if hit.kind is Kind.ANSWER]
    if not told:
        return (
            _replies_below_salutations(lines, hits)
            or _reply_below_initials(lines, hits)
            or _asker_above_name(lines, hits)
        )
    answers = [hit.first for hit in told]
    seam = answers[0]
    is_asked = any(hit.kind is Kind.QUESTION for hit in hits)
    bare = [] if is_asked else _question_above(lines[:seam], is_only=len(told) == 1)
    above = _doctor_above(lines, seam) or titled_above(lines, seam) or asker_above(lines, seam)
    below = _doctor_below(lines, seam) if len(answers) == 1 else ()
    below = below or list(_doctors_below_labels(lines, told))
    return [
        *bare,
        *titles_above(lines, hits),
        *above,
        *below,
        *_askers(lines, answers[bool(above) :], hits),
        *days_above(lines, answers),
    ]


def _question_above(above: Sequence[Line], *, is_only: bool) -> list[Hit]:
    """The question above the first label of an answer, which may be the only one, where no label is in front of it."""
    found = bare_question(above) or only_paragraph(above) or letter_above(above)
    return found or (_told_at_length(above) if is_only else [])


def _told_at_length(above: Sequence[Line]) -> list[Hit]:
    """The lines above the only label of a page as the question, if they are more than those of one without a label."""
    if len(above) <= MAX_QUESTION_ITEMS or not (may_be_question(above) and asks(above)):
        return []
    begin = next(index for index, line in enumerate(above) if index or line.text.endswith(SENTENCE_ENDS))
    return [Hit(Kind.QUESTION, begin, begin, {"body": above[begin].span})]


def with_specialties(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The marks with the specialties, one or several, that stand on the line below the name of who answers."""
    return [_with_specialty(lines, hit) if _NAMES & hit.groups.keys() else hit for hit in hits]


def _with_specialty(lines: Sequence[Line], hit: Hit) -> Hit:
    below = hit.last + 1
    if below + 1 >= len(lines) or not {"specialty", "first"}.isdisjoint(hit.groups):
        return hit
    if not are_specialties(lines[below].text):
        return hit
    return replace(hit, last=below, groups=hit.groups | {"specialty": lines[below].span})


def bare_label_hits(lines: Sequence[Line]) -> list[Hit]:
    """Questions and answers behind labels without a colon, and who answers the only one."""
    found = labels_in_turn(lines)
    return [*found, *(_doctor_below(lines, found[1].first) if len(found) == 2 else ())]  # noqa: PLR2004 - a question and an answer


def _replies_below_salutations(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The replies to several questions of one paragraph each, that greet the same and end with a question mark."""
    asked = [hit for hit in hits if hit.kind is Kind.QUESTION]
    greetings = {lines[hit.first].text[: salutation_end(lines[hit.first].text)] for hit in asked}
    if len(asked) < 2 or len(greetings) > 1 or "" in greetings or any(hit.kind in _OTHERS for hit in hits):  # noqa: PLR2004 - several
        return []
    below = [lines[hit.last + 1] for hit in asked if hit.last + 1 < len(lines) and "body" in hit.groups]
    if len(below) < len(asked) or not all(lines[hit.first].text.endswith(QUESTION_MARKS) for hit in asked):
        return []
    return [
        Hit(Kind.ANSWER, hit.last + 1, hit.last + 1, {"first": line.span})
        for hit, line in zip(asked, below, strict=True)
    ]


def _reply_below_initials(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The reply to the only question of a page: below the line that ends with who signs it, or a greeting."""
    asked = [hit.last for hit in hits if hit.kind is Kind.QUESTION]
    if len(asked) != 1 or any(hit.kind in _OTHERS for hit in hits):
        return []
    is_short = may_be_letter(joined_text(lines))  # in threads, comments greet each other
    for index in range(asked[0], len(lines) - 1):
        below = lines[index + 1]
        greets = is_short and is_salutation(below.text) and asks(lines[asked[0] : index + 1])
        if greets or is_signed(lines[index].text) or is_pseudonym(lines[index].text):
            reply = Hit(Kind.ANSWER, index + 1, index + 1, {"first": below.span})
            return [reply, *_doctor_below(lines, index + 1)]
    return []


def _asker_above_name(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """Who asked, above the only line of a page that says who answers."""
    named = [hit.first for hit in hits if hit.kind is Kind.BYLINE]
    above = asker_above(lines, named[0]) if len(named) == 1 and named[0] > 1 else []
    return [hit for hit in above if hit.kind is Kind.META]


def titles_above(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The lines above the labels of several questions, if each stands apart from above, and looks like a title or asks.

    The day, and who writes, may stand between.
    """
    places = [_title_place(lines, hit.first) for hit in hits if hit.kind is Kind.QUESTION]
    if len(places) < 2 or min(places) < 0:  # noqa: PLR2004 - several
        return []
    are_titles = all((not place or lines[place].blanks) and _is_title_like(lines[place].text) for place in places)
    return [Hit(Kind.TITLE, at, at, {"title": lines[at].span}) for at in places] if are_titles else []


def _title_place(lines: Sequence[Line], label: int) -> int:
    """The line above a label on which a title may stand."""
    place = label - 1
    while place > 0 and (is_credit(lines[place].text) or opens_with_day(lines[place].text)):
        place -= 1
    return place


def _is_title_like(text: str) -> bool:
    is_bare = look_at(text.removesuffix("...").removesuffix("…")).is_bare
    return is_bare or (len(text) <= _MAX_TITLE and text.endswith(QUESTION_MARKS))


def _doctor_above(lines: Sequence[Line], seam: int) -> list[Hit]:
    """A name and a specialty, each on its line above line `seam`; above them it may stand who asked."""
    first = seam - 2
    if first < 1 or not (are_specialties(lines[first + 1].text) and is_name(lines[first].text)):
        return []
    doctor = Hit(Kind.BYLINE, first, first + 1, {"name": lines[first].span, "specialty": lines[first + 1].span})
    above = lines[first - 1]
    return [Hit(Kind.META, first - 1, first - 1, signed_with(above)), doctor] if is_aged(above.text) else [doctor]


def _askers(lines: Sequence[Line], answers: Sequence[int], hits: Sequence[Hit]) -> Iterator[Hit]:
    """Who asked, above the labels of `answers`: a name and a place; below a labelled question a name alone, too."""
    lettered = [hit for hit in hits if hit.kind in LETTERED]
    asked = {below.first for above, below in pairwise(lettered) if _asks_above(above, below)}
    for seam in answers:
        yield from list(_asker_with_place(lines, seam)) or (asker_above(lines, seam) if seam in asked else ())


def _asks_above(above: Hit, below: Hit) -> bool:
    """Whether lines of its own stand between the label of a question and the one below."""
    return above.kind is Kind.QUESTION and above.last < below.first - 1


def _asker_with_place(lines: Sequence[Line], seam: int) -> Iterator[Hit]:
    """A line above line `seam` that is a name and a place: who asked. What may be a place as a whole is left alone.

    Behind a dash, or initials, it is none.
    """
    line = lines[seam - 1] if seam > 1 else None
    if line is None:
        return
    dash = _DASH.match(line.text)
    text = line.text[dash.end() :] if dash else line.text
    name, comma, place = text.partition(", ")
    if comma and place[:1].isupper() and is_name(text) and (dash or DOTTED.fullmatch(name) or not is_place(text)):
        begin = line.end - len(text)
        where = {"asker": (begin, begin + len(name)), "asker_location": (line.end - len(place), line.end)}
        yield Hit(Kind.META, seam - 1, seam - 1, where)


def _doctor_below(lines: Sequence[Line], seam: int) -> list[Hit]:
    """A doctor's name, by its title or degrees, alone at the page's end; below it a place or a specialty may stand."""
    last = len(lines) - 1
    if signed := _with_work(lines, last, seam):
        return signed
    is_short = len(lines[last].text) <= _MAX_SIGNATURE
    tail = _tail_of(lines[last]) if is_short and not has_degrees(lines[last].text) else {}  # "Ada Rowe, MD"
    first = last - 1 if tail or (is_short and _WORKPLACE.search(lines[last].text)) else last
    is_apart = lines[first].blanks > 0 or lines[first - 1].text.endswith(",")  # "Best wishes,"
    if first <= seam or not is_apart or not (_DOCTOR.fullmatch(lines[first].text) or has_degrees(lines[first].text)):
        return []
    return [Hit(Kind.BYLINE, first, last, {"byline": lines[first].span} | tail)]


def _with_work(lines: Sequence[Line], last: int, seam: int) -> list[Hit]:
    """A doctor's name behind a title and a specialty behind a comma, as the last line of the page."""
    name, comma, work = lines[last].text.partition(", ")
    if last <= seam or not comma or not is_specialty(work) or not _DOCTOR.fullmatch(name):
        return []
    return [Hit(Kind.BYLINE, last, last, {"byline": lines[last].span})]


def _tail_of(line: Line) -> dict[str, tuple[int, int]]:
    """A place, with a comma or the state at its end, or a specialty, as it stands on a line below a name."""
    *town, last = line.text.casefold().split()
    if ("," in line.text or (town and last in _STATES)) and is_place(line.text):
        return {"location": line.span}
    return {"specialty": line.span} if specialty_start(line.text) == 0 else {}


def _doctors_below_labels(lines: Sequence[Line], answers: Sequence[Hit]) -> Iterator[Hit]:
    """Doctors' names, each alone on the line below the label of an answer, below which a specialty may stand."""
    for label in answers:
        first = label.last + 1
        if "body" in label.groups or first + 1 >= len(lines) or not _DOCTOR.fullmatch(lines[first].text):
            continue
        tail = {"specialty": lines[first + 1].span} if is_specialty(lines[first + 1].text) else {}
        last = first + 1 if tail else first
        if last + 1 < len(lines):
            yield Hit(Kind.BYLINE, first, last, {"byline": lines[first].span} | tail)
