"""Whether a page that was read is a Q&A page at all: somebody asks, others answer.

Most Q&A pages say so by their marks (a count line, labels, bylines of a known site). Of the rest the words must tell:
an asker writes of himself ("I", "my"), an answerer to somebody ("you", "your"); articles, adverts, diaries and code do
neither, or only one. A page in doubt gives no record.
"""

from dataclasses import replace

from extractor.layout import Kind, Side
from extractor.layout.marks import QUESTION_GROUPS
from extractor.readers.text.acceptance.evidence import MIN_ANSWER_WORDS, ThreadWords, is_too_short, thread_evidence
from extractor.readers.text.acceptance.exchanges import (
    LABELS,
    has_unanswered,
    is_answer_alone,
    is_introduced,
    is_labelled,
    is_left_open,
    is_one_exchange,
    share_of_telling,
)
from extractor.readers.text.acceptance.headed_letter import is_greeted_below_heading
from extractor.readers.text.acceptance.headings import headlines_of, may_be_article
from extractor.readers.text.acceptance.introductions import without_introductions
from extractor.readers.text.acceptance.letter_reading import (
    are_answers_parted,
    as_letter,
    with_reply_below_title,
    with_told_question,
)
from extractor.readers.text.acceptance.lone import as_one_answer, is_talk, is_to_somebody, lone_evidence, lone_lead
from extractor.readers.text.acceptance.nearest_title import with_nearest_title
from extractor.readers.text.acceptance.replies import (
    reply_below_question,
    reply_below_title,
    reply_by_persons,
    reply_to_told,
)
from extractor.readers.text.acceptance.turns import reading_in_turn
from extractor.readers.text.doubts.notices import without_last_notices
from extractor.readers.text.grammar.persons import speaks_of_writer, speaks_to_reader
from extractor.readers.text.grammar.states import State
from extractor.readers.text.grammar.viterbi import CERTAIN
from extractor.readers.text.letters.letter import may_be_letter, tells_and_asks
from extractor.readers.text.letters.salutations import is_opening
from extractor.readers.text.matcher import Hit, taken_by
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import QUESTION_MARKS, asks_something, has_question_mark

_LONG_LINE = 160
_MAX_LETTER_LINES = 20
"""Without the points of lists."""
_HEAD = 4
"""Lines among which a title is."""


def accepted(read: TextReading) -> TextReading | None:
    """The reading of a page on which others answer somebody, or None if it is none (`_accepted`)."""
    believed = _accepted(read)
    if believed is None:
        return None
    return without_last_notices(without_introductions(with_nearest_title(with_told_question(believed))))


def _accepted(read: TextReading) -> TextReading | None:
    """The reading, or another if the page is one answer alone; None if it is no page on which others answer somebody.

    How likely the page is one bounds how certain the reading is.
    """
    kinds = [hit.kind for hit in read.cut.hits]
    if not read.layout.is_generic and _is_marked(read, kinds):
        return read
    if Kind.LINES in kinds:
        return None
    if not LABELS.isdisjoint(kinds):
        if is_answer_alone(read, kinds):
            return as_one_answer(read, read.weights.margin.suspect)
        return _reading_of_labelled(read, kinds) or _reading_below_label(read, kinds)
    if is_introduced(read):
        return _reading_of_labelled(read, kinds) or _reading_below_name(read)
    unmarked = _reading_of_unmarked(read) if read.page.may_be_unmarked else None
    return (
        unmarked
        or _reading_of_signed(read)
        or reading_in_turn(read)
        or _reading_of_letter(read)
        or _reply_below_doctor(read)
    )


def is_told_by_words(read: TextReading) -> bool:
    """Whether the page has no mark that says what it is, and may be a Q&A page by its size and subject."""
    kinds = [hit.kind for hit in read.cut.hits]
    if not LABELS.isdisjoint(kinds) or Kind.LINES in kinds or (not read.layout.is_generic and _is_marked(read, kinds)):
        return False
    return read.page.may_be_unmarked


def _reading_below_name(read: TextReading) -> TextReading | None:
    """What stands above the line that says who answers as the question, and the rest as the reply: never certain."""
    return as_letter(read, next(hit.last for hit in read.cut.hits if hit.kind is Kind.BYLINE) + 1)


def _is_marked(read: TextReading, kinds: list[Kind]) -> bool:
    """Whether the page carries marks that only a question page of its site carries."""
    layout = read.layout
    if Kind.LINES in kinds and Kind.COUNT not in kinds:
        return read.cut.hits[0].kind is Kind.LINES and read.cut.hits[0].first == 0 and not read.cut.mode.has_bylines
    return any(kind in layout.proof for kind in kinds) or (layout.has_question is False and read.cut.mode.has_bylines)


def _reading_below_label(read: TextReading, kinds: list[Kind]) -> TextReading | None:
    """A question behind the only label of the page, and what stands below it as the reply: never certain."""
    if [kind for kind in kinds if kind in LABELS or kind is Kind.BYLINE] != [Kind.QUESTION]:
        return None
    label = next(hit for hit in read.cut.hits if hit.kind is Kind.QUESTION)
    is_beside = "body" in label.groups
    first = label.last if is_beside else label.last + 1
    lines = read.cut.told[first:]
    seam = 1 if is_beside and _asks_beside(label, read) else reply_below_question(lines)
    seam = reply_to_told(lines) if seam is None and not is_beside else seam
    return None if seam is None else as_letter(read, first + seam, label.first)


def _asks_beside(label: Hit, read: TextReading) -> bool:
    """Whether somebody asks for himself on the line of the label, and enough for an answer stands below."""
    asked = read.page.text[slice(*label.groups["body"])].rstrip()
    is_named = not QUESTION_GROUPS.isdisjoint(label.groups)
    is_of_somebody = speaks_of_writer(asked) or is_named
    told = sum(len(line.text.split()) for line in read.cut.told[label.last + 1 :])
    is_asked = asked.endswith(QUESTION_MARKS) or tells_and_asks(asked)
    return is_asked and is_of_somebody and told >= MIN_ANSWER_WORDS


def _reading_of_labelled(read: TextReading, kinds: list[Kind]) -> TextReading | None:
    """A page with labels, or a letter: in doubt unless the asker tells of himself or is spoken to; None if nobody asks.

    A label below several paragraphs is part of an article, as where an interview is left of one.
    """
    if not is_labelled(read, kinds):
        return None
    asked, told = read.text_of(State.TITLE, State.QUESTION), read.text_of(State.FIRST, State.BODY)
    tells_of_himself = speaks_of_writer(asked)
    is_asked = has_question_mark(asked) or tells_of_himself
    if is_too_short(told) or not (is_asked or Kind.COUNT in kinds or is_one_exchange(kinds)):
        return None
    if (_is_below_article(read) or is_left_open(read, kinds)) and not tells_of_himself:
        return None
    is_in_doubt = has_unanswered(kinds) or (kinds.count(Kind.QUESTION) > 1 and share_of_telling(read) < 1)
    is_thread = Kind.QUESTION in kinds and Kind.ANSWER not in kinds
    is_in_doubt |= not (is_asked or (Kind.COUNT in kinds and read.cut.mode.has_bylines))
    if is_in_doubt or (is_thread and not has_question_mark(asked)):
        return replace(read, lead=min(read.lead, read.weights.margin.suspect))
    if tells_of_himself or speaks_to_reader(told) or read.cut.mode.has_bylines or share_of_telling(read) == 1:
        return read
    return replace(read, lead=min(read.lead, read.weights.margin.suspect))


def _is_below_article(read: TextReading) -> bool:
    """Whether paragraphs stand above the label of the question."""
    first = next((hit.first for hit in read.cut.hits if hit.kind is Kind.QUESTION), 0)
    return sum(len(line.text) > _LONG_LINE for line in read.cut.told[:first]) > 1


def _reading_of_unmarked(read: TextReading) -> TextReading | None:
    """What a page without marks is by its words: question and answers, one answer alone, or neither (None)."""
    thread, alone = evidences(read)
    if max(thread, alone) < 0:
        return None
    if thread >= alone:
        lead = min(read.lead, thread + read.weights.margin.accepted)
        is_doubt = may_be_article(read) or is_talk(read)
        lead = min(lead, read.weights.margin.suspect) if is_doubt else lead
        return with_reply_below_title(replace(read, lead=lead))
    if reply_below_title(read.cut.told):
        return None  # a title stands above the answer
    return as_one_answer(read, min(lone_lead(read, alone), CERTAIN))


def _reading_of_signed(read: TextReading) -> TextReading | None:
    """Texts, each below a doctor's name and specialty that a mark knows: in doubt unless a question stands above."""
    hits, states = [hit for hit in read.cut.hits if hit.kind is Kind.BYLINE], read.reading.states
    if not (read.page.may_be_unmarked or may_be_letter(read.page.text)):  # or a quick look would refuse it
        return None
    are_whole = all({"name", "specialty"} <= hit.groups.keys() for hit in hits)
    if not hits or not are_whole or read.cut.mode.side is not Side.BEFORE:
        return None
    if states.count(State.FIRST) != len(hits) or is_too_short(read.text_of(State.FIRST, State.BODY)):
        return None
    is_asked = has_question_mark(read.text_of(State.TITLE, State.QUESTION))
    return read if is_asked else replace(read, lead=min(read.lead, read.weights.margin.suspect))


def _reply_below_doctor(read: TextReading) -> TextReading | None:
    """What stands below the only doctor's name of a Chinese page as the reply, if a line above asks: never certain."""
    doctors = [hit for hit in read.cut.hits if hit.kind is Kind.BYLINE and "name" in hit.groups]
    if len(doctors) != 1 or not doctors[0].first:
        return None
    above, below = read.cut.told[: doctors[0].first], read.cut.told[doctors[0].last + 1 :]
    is_asked = any(asks_something(line.text) for line in above[:_HEAD]) and not above[-1].text.isascii()
    return as_letter(read, doctors[0].last + 1) if is_asked and below and not is_too_short(below[0].text) else None


def evidences(read: TextReading) -> tuple[float, float]:
    """For a page whose words must tell: for its being a question with answers, and for one answer alone; log-odds."""
    return _thread_evidence(read), lone_evidence(read)


def _reading_of_letter(read: TextReading) -> TextReading | None:
    """A short page of any language on which somebody asks for himself, and below is spoken to, or is greeted alone.

    Persons are all that tells it, so that it is a doubt.
    """
    lines = read.cut.told
    points = sum(item.look.opening == "list" for item in read.cut.items)
    if len(lines) - points > _MAX_LETTER_LINES or not read.layout.is_generic or read.markup is not None:
        return None
    lead, head = read.weights.margin.suspect, read.cut.items[0].first
    seam = reply_by_persons(lines, taken_by(read.cut.hits), is_of_doctors=read.page.may_be_unmarked)
    if seam is not None:
        return as_letter(read, seam)
    is_told = read.page.is_medical or any("asker" in hit.groups for hit in read.cut.hits)
    is_told = is_told or any(is_opening(line.text) for line in lines[head + 1 : head + 2])
    if is_told and reply_below_title(lines[head:]):
        return as_letter(read, head + 1, parted=are_answers_parted(lines[head:]))
    if is_greeted_below_heading(lines[head:]):
        return as_letter(read, head + 2)
    return as_one_answer(read, lead) if is_to_somebody(read) else None


def _thread_evidence(read: TextReading) -> float:
    states = read.reading.states
    headlines = headlines_of(read)
    thread = ThreadWords(
        title=read.text_of(State.TITLE),
        asked=read.text_of(State.QUESTION),
        told=read.text_of(State.FIRST, State.BODY),
        headlines=headlines,
        answers=len(headlines) + states.count(State.FIRST),
        signed=states.count(State.BYLINE),
    )
    return thread_evidence(thread, read.weights)
