"""Whether a page that was read is a Q&A page at all: somebody asks, others answer.

Most Q&A pages say so by their marks (a count line, labels, bylines of a known site). Of the rest the words must tell:
an asker writes of himself ("I", "my"), an answerer to somebody ("you", "your"); articles, adverts, diaries and code do
neither, or only one. The limits below were set on the pages under `fixtures/`, so that no page of `fixtures/negative`
passes; a page in doubt gives no record.
"""

import re
from collections.abc import Iterable, Sequence

from extractor.readers.features import opening_of, tokens_of, voice_of
from extractor.readers.grammar import State
from extractor.readers.layout import Kind
from extractor.readers.rendered import Rendered
from extractor.readers.text import MAX_UNMARKED, TextReading
from extractor.records import QAPage

_ANSWERING = (State.HEADLINE, State.FIRST, State.BODY)
_MIN_QUESTION_WORDS = 10
_MIN_ANSWER_WORDS = 25
_MAX_ANSWER_WORDS = 450
MAX_LONE_LINES = 10
MIN_ASKING_SHARE = 0.035
"""The share of words in which an asker speaks of himself."""
_VOICE = re.compile(
    r"\b(?:thank(?:s| you) for (?:your|the|writing|asking|sharing)|"
    r"your (?:question|photos?|pictures?|surgeon|doctor|injector)|"
    r"i(?:['’]d| would| recommend| suggest| believe| think| do(?:n['’]t| not)| tell| see|['’]ve)|"
    r"in my (?:practice|hands|opinion|experience|view)|my (?:own )?patients|"
    r"you(?:['’](?:ll|d|re)| should| could| can| may| might| would| need| ought| will| are))\b",
    re.IGNORECASE,
)
_MEDICAL = frozenset(
    "doctor doctors dr surgeon surgeons surgery surgical patient patients skin swelling scar scars pain botox filler "
    "fillers implant implants laser lasers procedure procedures symptom symptoms muscle muscles nerve nerves tissue "
    "tissues antibiotic antibiotics dose doses breast breasts eyelid eyelids lid lids nose tooth teeth incision "
    "incisions wound wounds plastic hair fat blood saline".split()
)
_MEDICAL_STEMS = ("treat", "heal", "infection", "diagnos", "medic", "dent", "dermatolog", "inject")
_SIGNED = re.compile(r"\b(?:M\.?D\.?|D\.?O\.?|D\.?D\.?S\.?|D\.?M\.?D\.?|F\.?A\.?C\.?S\.?)(?=[\s,.]|$)")
_LONE_PARAGRAPH = 2.0
_LONE_PARAGRAPHS = 2.6
_ADVERT = re.compile(
    r"\b(?:our (?:clinic|practice|team|office|staff|center|centre|surgeons?|doctors?|website)|call us|contact us|"
    r"book (?:now|your|a|an)|schedule (?:a|an|your)|click|copyright|https?:|www\.)|©",
    re.IGNORECASE,
)


def is_qa_page(read: TextReading) -> bool:
    """Whether the page is one on which somebody asks and others answer."""
    kinds = [hit.kind for hit in read.page.hits]
    if not read.layout.is_generic and _is_marked(read, kinds):
        return True
    if Kind.QUESTION in kinds or Kind.COUNT in kinds:
        return _is_labelled(kinds)
    if len(read.text) > MAX_UNMARKED:
        return False
    return _is_thread(read) or _is_lone_answer(read) or _is_titled_thread(read)


def _is_marked(read: TextReading, kinds: list[Kind]) -> bool:
    """Whether the page carries marks that only a question page of its site carries."""
    layout = read.layout
    if Kind.LINES in kinds:
        return read.page.hits[0].kind is Kind.LINES and read.page.hits[0].first == 0 and not read.page.mode.has_bylines
    return any(kind in layout.proof for kind in kinds) or (layout.has_question is False and read.page.mode.has_bylines)


def _is_labelled(kinds: list[Kind]) -> bool:
    """One question, or one count line, and answers to it; several are a FAQ, an interview or a list of questions."""
    answers = kinds.count(Kind.ANSWER) + kinds.count(Kind.BYLINE)
    questions = kinds.count(Kind.QUESTION)
    return questions <= 1 and kinds.count(Kind.COUNT) <= 1 and (answers > 0 if questions else Kind.COUNT in kinds)


def _is_thread(read: TextReading) -> bool:
    """An asker's paragraph, then text that speaks to the asker."""
    return is_dialogue(_text(read, [State.TITLE]), _text(read, [State.QUESTION]), _text(read, _ANSWERING))


def is_dialogue(title: str, question: str, answers: str) -> bool:
    """Whether the writer of `question` speaks of himself, and `answers` speak to him."""
    asking = voice_of(question)
    if (
        asking.words < _MIN_QUESTION_WORDS or asking.first_share < MIN_ASKING_SHARE or asking.second_share >= 0.03  # noqa: PLR2004 - shares of words, see the module's notes
    ):
        return False
    telling = voice_of(answers)
    return (
        telling.second_share > max(0.005, 0.3 * telling.first_share)
        and telling.first_share <= min(0.65 * asking.first_share, 0.035)
        and ("?" in question + title or _medical_words(answers) > 2)  # noqa: PLR2004
    )


def is_thread_of_posts(records: Sequence[QAPage], page: Rendered) -> bool:
    """Whether posts that were found by their shape alone are answers to a question."""
    if len(records) != 1 or not records[0].answers:
        return False
    record = records[0]
    title, question = record.question.title or "", record.question.body or ""
    doctors = [answer.doctor for answer in record.answers if answer.doctor and answer.doctor.name]
    asks = "?" in title + question or voice_of(question).first_share >= MIN_ASKING_SHARE
    if record.declared_answer_count is not None and (question or asks):
        return True
    if asks and len(doctors) == len(record.answers):
        if all(doctor.credentials or doctor.specialty for doctor in doctors):
            return True
        if record.question.asker and voice_of(question).first_share >= MIN_ASKING_SHARE:
            return True
    answers = " ".join(f"{answer.headline or ''} {answer.body or ''}" for answer in record.answers)
    return is_dialogue(title, question, answers)


def _is_lone_answer(read: TextReading) -> bool:
    """One answer and nothing else: a short text in a doctor's voice, spoken to a patient."""
    states = set(read.reading.states)
    lines = len(read.page.lines)
    if states & {State.TITLE, State.QUESTION, State.HEADLINE, State.BYLINE} or lines > MAX_LONE_LINES:
        return False
    answer = _text(read, _ANSWERING)
    if not _MIN_ANSWER_WORDS <= len(answer.split()) <= _MAX_ANSWER_WORDS or _ADVERT.search(answer):
        return False
    return _voice_evidence(answer) >= (_LONE_PARAGRAPH if lines == 1 else _LONE_PARAGRAPHS)


def _voice_evidence(answer: str) -> float:
    """How much a text sounds like a doctor who answers a patient; articles and adverts stay below 1.5."""
    voice, medical = voice_of(answer), _medical_words(answer)
    if medical < 2 or not voice.second:  # noqa: PLR2004 - one word may be chance
        return 0.0
    return (
        min(len(_VOICE.findall(answer)), 3)
        + 50 * min(voice.first_share, 0.03)
        + 40 * min(voice.second_share, 0.04)
        + min(12 * medical / voice.words, 1.5)
        + (1.0 if opening_of(answer) == "greeting" else 0.0)
        + (1.5 if _SIGNED.search(answer) else 0.0)
    )


def _is_titled_thread(read: TextReading) -> bool:
    """A question as title, none below it, and several answers with headlines."""
    states = read.reading.states
    if (
        State.QUESTION in states
        or states.count(State.HEADLINE) < 3  # noqa: PLR2004
        or "?" not in _text(read, [State.TITLE])
    ):
        return False
    answers = _text(read, _ANSWERING)
    voice = voice_of(answers)
    return (
        voice.second_share >= 0.015  # noqa: PLR2004
        and voice.first > 0
        and _medical_words(answers) >= voice.words // 100
        and not _ADVERT.search(answers)
    )


def _medical_words(text: str) -> int:
    return sum([token in _MEDICAL or token.startswith(_MEDICAL_STEMS) for token in tokens_of(text)])


def _text(read: TextReading, states: Iterable[int]) -> str:
    wanted = frozenset(states)
    return " ".join(
        item.text for item, state in zip(read.page.items, read.reading.states, strict=True) if state in wanted
    )
