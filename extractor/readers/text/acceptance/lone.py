"""A page that is one answer and nothing else: nobody asks on it, and only the voice tells whose it is."""

import re
from dataclasses import replace

from extractor.readers.lines import joined_text
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.persons import speaks_for_several, speaks_of_writer, speaks_to_reader
from extractor.readers.text.grammar.states import State
from extractor.readers.text.grammar.viterbi import Reading
from extractor.readers.text.letters.salutations import thanks_for_a_question
from extractor.readers.text.reader import TextReading
from extractor.readers.text.voices import Voices, voices_of

NONE = -100.0
"""The evidence for what cannot be."""
_MIN_WORDS, _MAX_WORDS = 12, 500
"""How long such an answer is."""
_MAX_LINES = 10
_LEAST_COMMON = 0.25
"""Of the words of a text in English, common ones."""
_LONG_ENOUGH = 40
"""Words of a text in which something of the kind would be said."""
_DEFINITION = re.compile(r"(?:An? |The )?[A-Z]?[\w-]+(?: [\w-]+){0,4} (?:is|are) (?:an? |the |one of |very )")
_SPEAKER = re.compile(r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2}: ")


def lone_evidence(read: TextReading) -> float:
    """For the whole page being one answer and nothing else: a short text in a doctor's voice; log-odds."""
    page = read.cut
    if len(page.lines) > _MAX_LINES or page.hits or any(map(_is_byline, page.items)):
        return NONE
    if _is_of_a_house(read) or is_talk(read):
        return NONE
    opening = voices_of(page.lines[0].text, read.weights)
    whole = voices_of(whole_of(read), read.weights)
    if not _MIN_WORDS <= whole.words <= _MAX_WORDS or opening.asker > max(opening.doctor, 0.0):
        return NONE
    if _medical_rate(whole) < read.weights.margin.least_medicine:
        return NONE
    paragraphs = sum(line.blanks > 0 for line in page.lines[1:])
    return whole.doctor + read.weights.lone.paragraphs * paragraphs + read.weights.lone.bias


def is_to_somebody(read: TextReading) -> bool:
    """Whether the page is a short text to somebody who is thanked for a question of medicine."""
    whole = whole_of(read)
    is_addressed = read.page.is_medical and thanks_for_a_question(read.cut.told[0].text)
    return is_addressed and _MIN_WORDS <= len(whole.split()) <= _MAX_WORDS and speaks_to_reader(whole)


def lone_lead(read: TextReading, evidence: float) -> float:
    """How certain it is that the page is one answer, for which there is this evidence."""
    margin, whole = read.weights.margin, voices_of(whole_of(read), read.weights)
    sparse = max(0.0, margin.usual_medicine - _medical_rate(whole))
    lead = evidence + margin.accepted - margin.sparse_medicine * sparse
    is_doubtful = _is_general(read, whole) or _is_vague(whole) or _has_sections(read)
    return min(lead, margin.suspect) if is_doubtful else lead


def _medical_rate(whole: Voices) -> float:
    return 100 * whole.medical / max(1, whole.words)


def whole_of(read: TextReading) -> str:
    """All of the page's text."""
    return joined_text(read.cut.told)


def _is_general(read: TextReading, whole: Voices) -> bool:
    """Whether a text is about no case: without "I" and the words of somebody who is asked, but with those of treatises.

    Or it begins by saying what something is, as articles do; or it has as many words of treatises as of those others.
    """
    text = whole_of(read)
    if whole.treatise >= max(whole.personal, 2):
        return True
    if speaks_of_writer(text) or read.cut.items[0].look.opening == "list":  # points reply to somebody's points
        return False
    return not whole.personal and (whole.treatise > 0 or _DEFINITION.match(text) is not None)


def _is_vague(whole: Voices) -> bool:
    """Whether a text in English is written, not spoken, says nothing of a case, and not how long or how much.

    Doctors who answer somebody do one of these in nearly every text; those who write for everybody do not.
    """
    is_english = whole.common >= _LEAST_COMMON * whole.words
    is_plain = whole.measure == 0 and whole.personal <= 1 and whole.contraction <= 1
    return is_english and is_plain and whole.words >= _LONG_ENOUGH


def _has_sections(read: TextReading) -> bool:
    """Whether a short line without a stop stands between others, as the heading of a section does."""
    return any(item.look.is_bare and not item.look.opening for item in read.cut.items[1:-1])


def _is_of_a_house(read: TextReading) -> bool:
    """Whether a text speaks to nobody, and for more than one: "we", "our office"."""
    text = whole_of(read)
    return not (speaks_to_reader(text) or speaks_of_writer(text)) and speaks_for_several(text)


def as_one_answer(read: TextReading, lead: float) -> TextReading:
    """The page read as one answer without a headline."""
    size = len(read.cut.items)
    states = (State.FIRST, *[State.BODY] * (size - 1))
    reading = Reading(states, (lead,) * size, (None,) * size, 1, read.reading.score)
    return replace(read, reading=reading, lead=lead)


def is_talk(read: TextReading) -> bool:
    """Whether the first line begins with who speaks, and another with somebody else: a transcript, or a chat."""
    first, *others = (_SPEAKER.match(line.text) for line in read.cut.told)
    return first is not None and any(other[0] != first[0] for other in others if other)


def _is_byline(item: Item) -> bool:
    """Whether the line is more than a signature, which is part of the text."""
    return item.fields is not None and (item.fields.specialty or item.fields.rating) is not None
