"""Whether somebody asks and others answer, by their words."""

from extractor.readers.text.acceptance.evidence import ThreadWords, thread_evidence
from extractor.readers.text.acceptance.lone import NONE

ASKED = "I had a tummy tuck two weeks ago and my scar is red and swollen. What can I do about it?"
TOLD = "Thank you for your question. Swelling is normal at two weeks; you should ask your surgeon if you have pain."
THREAD = ThreadWords(title="Is this normal?", asked=ASKED, told=TOLD, headlines=(), answers=2, signed=1)


def test_nobody_who_asks_is_evidence_against_a_thread() -> None:
    assert thread_evidence(THREAD) > 0 > thread_evidence(THREAD._replace(title="Swelling", asked=""))
    assert thread_evidence(THREAD) > thread_evidence(THREAD._replace(headlines=["Is it?", "Why?"]))


def test_several_answers_and_those_who_sign_them_speak_for_one() -> None:
    alone = THREAD._replace(answers=1, signed=0)
    assert thread_evidence(alone) < thread_evidence(THREAD) < thread_evidence(THREAD._replace(signed=2))
    assert thread_evidence(THREAD._replace(signed=3)) == thread_evidence(THREAD._replace(signed=2))


def test_a_few_words_are_no_thread() -> None:
    assert thread_evidence(THREAD._replace(told="Yes, it is.")) == NONE
    assert thread_evidence(THREAD._replace(title="Swelling", asked="It is red.")) == NONE
