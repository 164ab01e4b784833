"""Which layout reads a page, and which of its readings is the best."""

from extractor.layout import Side
from extractor.readers.text.grammar.states import STATES
from extractor.readers.text.grammar.viterbi import CERTAIN
from extractor.readers.text.page import MAX_UNMARKED, TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

BYLINE = "Ann Lee, MD\nBoston Plastic Surgeon\n4.3 out of 5 stars 28 reviews\n"
TITLE = "Is swelling normal after two weeks?\n\n\nI had surgery on May 2.\n\n\n"
BODY = "It takes a month, and you can cool it, but call your surgeon if it hurts.\n\n"


def test_the_host_decides_before_the_words_do() -> None:
    text = f"{TITLE}Doctor Answers 1\n\nSwelling\n\n{BODY}{BYLINE}"
    by_words, by_host = (read_text(TextPage(text, host), all_layouts()) for host in (None, "www.healthtap.com"))
    assert by_words is not None
    assert by_host is not None
    assert (by_words.layout.name, by_host.layout.name) == ("realself", "healthtap")


def test_bylines_are_read_on_the_side_on_which_they_stand() -> None:
    signed = "Dr. Ann Lee, MD, Dermatologist, Leeds\n"
    above = read_text(TextPage(f"{TITLE}2 answers\n\n{signed}\n{BODY}\n{signed}\n{BODY}"), all_layouts())
    below = read_text(TextPage(f"{TITLE}2 answers\n\n{BODY}{signed}\n{BODY}{signed}"), all_layouts())
    assert above is not None
    assert below is not None
    assert (above.cut.mode.side, below.cut.mode.side) == (Side.BEFORE, Side.AFTER)
    assert 0 < below.lead <= CERTAIN


def test_a_long_page_without_a_mark_is_not_read() -> None:
    line = "It rains on the hills and on the road to the sea.\n\n"
    assert read_text(TextPage(line * (MAX_UNMARKED // len(line) + 1)), all_layouts()) is None
    assert read_text(TextPage(" \n\n"), all_layouts()) is None


def test_a_byline_below_the_end_of_a_page_rules_out_no_side() -> None:
    page = "Q: My heel hurts. Is it a spur?\n\nA: It may be one.\n\nCopyright 2009\n\nAnswered by Ann Rowe\n\nRelated Articles"
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert [STATES[state] for state in read.reading.states] == ["question", "first body line"]


def test_on_a_site_whose_bylines_moved_the_line_below_the_count_tells_their_side() -> None:
    headed = "Rest it\nIt takes a month, and you can cool it.\n"
    above = read_text(TextPage(f"{TITLE}Doctor Answers (2)\n{BYLINE}{headed}{BYLINE}{headed}"), all_layouts())
    below = read_text(TextPage(f"{TITLE}Doctor Answers (2)\n\n{headed}\n{BYLINE}\n{headed}\n{BYLINE}"), all_layouts())
    assert above is not None
    assert below is not None
    assert (above.cut.mode.side, below.cut.mode.side) == (Side.BEFORE, Side.AFTER)
    assert [STATES[state] for state in above.reading.states[-3:]] == ["byline", "headline", "body"]


def test_on_a_site_whose_bylines_always_stood_above_a_first_line_is_text() -> None:
    signed = "Dra. Ana Vale\nCardiologista\nCuritiba\n"
    page = f"Posso nadar?\n2 respostas\n{signed}Boa noite\nPode nadar.\n{signed}Boa noite\nPode nadar.\n"
    read = read_text(TextPage(page, "www.doctoralia.com.br"), all_layouts())
    assert read is not None
    assert "headline" not in [STATES[state] for state in read.reading.states]


def test_in_letters_a_line_alone_is_a_heading_within_a_reply() -> None:
    page = "My heel hurts. What can I do about it?\n\nDear Rosa, rest it.\n\nWhy heels hurt\n\nYou run on them.\n"
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert [STATES[state] for state in read.reading.states] == ["question", "first body line", "body", "body"]


def test_questions_below_the_end_of_a_page_are_no_letters_of_it() -> None:
    asked = "Pregunta: Hola, me duele la rodilla desde mayo. ¿Puedo correr?"
    read = read_text(TextPage(f"Preguntas relacionadas\n\n{asked}\n\n{asked}"), all_layouts())
    assert read is None or not read.reading.answers


def test_a_site_is_told_by_its_signature_below_the_heading_too() -> None:
    page = "Is it a spur?\nIs it a spur?\n\nPatient: My heel hurts. Is it a spur?\n\nDoctor: It is. Rest it for a year."
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert read.layout.name == "askthedoctor"
