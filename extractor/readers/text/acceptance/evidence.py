"""Whether a question and its answers are by their words what they are taken for: somebody asks, and others answer."""

from collections.abc import Sequence
from typing import NamedTuple

from extractor.readers.text.acceptance.lone import NONE
from extractor.readers.text.voices import voices_of
from extractor.readers.text.weights import SHIPPED, Weights
from extractor.vocabulary import QUESTION_MARKS, has_question_mark

_MIN_QUESTION_WORDS = 10
MIN_ANSWER_WORDS = 15
_MIN_TOLD_WORDS, _MIN_TOLD_BYTES = 4, 40
_MAX_BYLINES, _MAX_MEDICAL = 2, 6
"""More of them say no more for a page being a thread."""


class ThreadWords(NamedTuple):
    """A question and its answers, as far as their words tell that they are."""

    title: str
    asked: str
    told: str
    """The texts of all answers."""
    headlines: Sequence[str]
    answers: int
    signed: int
    """How many bylines there are."""


def is_too_short(told: str) -> bool:
    """Whether a text is too short for an answer behind a label; scripts without spaces are measured by bytes.

    >>> is_too_short("Yes, you may."), is_too_short("Yes, you may run."), is_too_short("这是皮下血肿大约六周以后会消失")
    (True, False, False)
    """
    return len(told.split()) < _MIN_TOLD_WORDS and len(told.encode("utf-8", "replace")) < _MIN_TOLD_BYTES


def thread_evidence(thread: ThreadWords, weights: Weights = SHIPPED) -> float:
    """For somebody asking in the question, or the title, and others answering; log-odds."""
    title, asked, told, headlines, answers, signed = thread
    asking, own = voices_of(asked, weights), weights.thread
    if not has_question_mark(title) and asking.words < _MIN_QUESTION_WORDS:
        return NONE
    if not has_question_mark(f"{title} {asked}") and asking.asker < own.least_asking:
        return NONE
    telling = voices_of(told, weights)
    if telling.words < MIN_ANSWER_WORDS or not (asked or answers > 1 or telling.doctor > own.plain_telling):
        return NONE
    return (
        (asking.asker if asked else 0.0)
        + min(telling.doctor, own.most_telling)
        + own.question_in_title * has_question_mark(title)
        + own.several_answers * (answers > 1)
        + own.bylines * min(signed, _MAX_BYLINES)
        + own.medical_words * min(telling.medical, _MAX_MEDICAL)
        + own.asking_headlines * sum(headline.endswith(QUESTION_MARKS) for headline in headlines)
        + own.bias
    )
