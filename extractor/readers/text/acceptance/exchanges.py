"""Questions and answers behind labels: whether they are of persons who ask, or of a FAQ or an interview."""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from extractor.layout import Kind, labels, speakers, writers
from extractor.readers.lines import joined_text
from extractor.readers.text.acceptance.evidence import MIN_ANSWER_WORDS, is_too_short
from extractor.readers.text.acceptance.replies import is_greeted
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.persons import persons_in, speaks_of_writer, speaks_to_reader, tells_of_ours
from extractor.readers.text.grammar.states import State
from extractor.readers.text.letters.closings import closes
from extractor.readers.text.letters.letter import may_be_letter, may_be_question, tells_and_asks
from extractor.readers.text.letters.salutations import salutation_end, wonders_in
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import QUESTION_MARKS, has_question_mark

_SAYS_WHO = re.compile(
    rf"{labels.answered_by()}|[^\n]{{3,44}}?{labels.whose_answer()}\Z|{writers.said_ago('answered', 'who', 'day')}\Z|"
    rf"{labels.title()} [^\n:]{{2,80}}? {speakers.says()}:\Z|[^\n.?!]{{3,60}} {writers.answered()}\Z|"
    rf"{speakers.answering()}\Z"
)
_SAYS_WHO_BELOW = re.compile(rf"{labels.answered_by()}:")
"""In front of the name of who answers below: no sentence begins so."""
LABELS = frozenset((Kind.QUESTION, Kind.COUNT, Kind.ANSWER))
_LEAST = 0.5
_SENTENCE_END = re.compile(r"\w\w[.!] \S")


def is_labelled(read: TextReading, kinds: list[Kind]) -> bool:
    """One question, or one count line, and answers to it; several are a FAQ, or an interview, unless askers tell."""
    answers = kinds.count(Kind.ANSWER) + kinds.count(Kind.BYLINE)
    answers += sum("first" in hit.groups for hit in read.cut.hits if hit.kind is Kind.QUESTION)
    if (kinds.count(Kind.QUESTION) > 1 and _is_faq(read)) or _is_list_of_questions(read, kinds):
        return False
    return kinds.count(Kind.COUNT) <= 1 and (answers > 0 or Kind.COUNT in kinds)


def _is_faq(read: TextReading) -> bool:
    """Whether in most of a page's questions nobody tells of himself; in half of them, if the page is long."""
    share = share_of_telling(read)
    return share < _LEAST or (share == _LEAST and not may_be_letter(read.page.text))


def _is_list_of_questions(read: TextReading, kinds: list[Kind]) -> bool:
    """Whether several labelled answers stand each below a line that asks, and no label in front of a question."""
    if Kind.QUESTION in kinds or Kind.COUNT in kinds:
        return False
    lines = read.cut.told
    labels = [hit.first for hit in read.cut.hits if hit.kind is Kind.ANSWER and 0 < hit.first <= len(lines)]
    return sum(lines[first - 1].text.endswith(QUESTION_MARKS) for first in labels) > 1


def is_introduced(read: TextReading) -> bool:
    """Whether a line says who answers ("Answered by ..."), above it somebody asks for himself, and below is a reply.

    On a page about medicine it may be a name alone and what its bearer is, and what is above need only tell.
    """
    bylines = [hit for hit in read.cut.hits if hit.kind is Kind.BYLINE]
    if len(bylines) != 1:
        return False
    lines, seam = read.cut.told, bylines[0].first
    is_of_doctor = read.page.may_be_unmarked and "specialty" in bylines[0].groups
    is_labelled_below = may_be_question(lines) and _SAYS_WHO_BELOW.match(lines[seam].text) is not None
    if not (is_of_doctor or is_labelled_below or may_be_letter(read.page.text) or is_greeted(lines)):
        return False
    asked, told = (joined_text(part) for part in (lines[:seam], lines[seam + 1 :]))
    is_to_asker = speaks_to_reader(lines[seam].text)  # "Dr. Rowe answers you"
    is_said = is_of_doctor or is_to_asker or _SAYS_WHO.match(lines[seam].text) is not None
    is_of_somebody = is_to_asker or speaks_of_writer(asked)
    is_of_somebody = is_of_somebody or any(hit.kind is Kind.META and hit.first < seam for hit in read.cut.hits)
    asks = has_question_mark(asked) or any(closes(line.text) or wonders_in(line.text) for line in lines[:seam])
    return is_said and not is_too_short(told) and is_of_somebody and (asks or is_of_doctor)


def has_unanswered(kinds: list[Kind]) -> bool:
    """Whether the label of a question follows that of another, without an answer between them."""
    return (Kind.QUESTION, Kind.QUESTION) in pairwise(kind for kind in kinds if kind in LABELS or kind is Kind.BYLINE)


def is_left_open(read: TextReading, kinds: Sequence[Kind]) -> bool:
    """Whether what stands above the only label, of an answer, ends neither with a question nor as letters do."""
    if [kind for kind in kinds if kind in LABELS or kind is Kind.BYLINE] != [Kind.ANSWER] or Kind.META in kinds:
        return False
    seam = next(hit.first for hit in read.cut.hits if hit.kind is Kind.ANSWER)
    above = read.cut.told[max(0, seam - 2) : seam]
    return bool(above) and not any(has_question_mark(line.text[-2:]) or closes(line.text) for line in above)


def is_one_exchange(kinds: Sequence[Kind]) -> bool:
    """Whether the label of a question is followed by that of an answer, and there are no others."""
    return [kind for kind in kinds if kind in LABELS] == [Kind.QUESTION, Kind.ANSWER]


def is_answer_alone(read: TextReading, kinds: Sequence[Kind]) -> bool:
    """Whether a page begins with the label of an answer, alone on its line, has no other, and speaks to somebody."""
    first, told = read.cut.hits[0], " ".join([item.text for item in read.cut.items])
    is_only = [kind for kind in kinds if kind in LABELS] == [Kind.ANSWER] == [first.kind]
    return (
        is_only and not (first.first or first.groups) and len(told.split()) >= MIN_ANSWER_WORDS and persons_in(told) < 0
    )


def share_of_telling(read: TextReading) -> float:
    """In how many of a page's questions somebody greets, signs, or tells of himself beside asking; of all."""
    if not read.cut.mode.has_several:
        return 0.0
    states = [State.START, *read.reading.states]
    runs: list[list[Item]] = []
    for above, state, item in zip(states, states[1:], read.cut.items, strict=False):
        if state == State.QUESTION:
            if above != State.QUESTION:
                runs.append([])
            runs[-1].append(item)
    if len(runs) > 1 and states[-1] == State.QUESTION:
        runs.pop()  # the page breaks off before its answer
    askers = {hit.first for hit in read.cut.hits if "asker" in hit.groups}
    lines = read.cut.told
    told = [salutation_end(lines[run[0].first].text) > 0 or _is_of_somebody(run, askers) for run in runs]
    return sum(told) / max(1, len(runs))


def _is_of_somebody(question: Sequence[Item], askers: Container[int]) -> bool:
    """Whether the asker of a question tells of himself, or is named: in front, at the end, or on the line below."""
    text = " ".join([item.text for item in question])
    is_named = question[0].first in askers or question[-1].last + 1 in askers
    return is_named or tells_and_asks(text) or _tells(text) or tells_of_ours(text)


def _tells(text: str) -> bool:
    """Whether somebody tells of himself in more than one sentence, and leaves it to the reader what he asks.

    >>> _tells("My pressure is high. The pills did not help."), _tells("I need an appointment")
    (True, False)
    """
    return not has_question_mark(text) and _SENTENCE_END.search(text) is not None and speaks_of_writer(text)
