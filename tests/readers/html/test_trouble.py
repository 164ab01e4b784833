"""What a record says of the page that it came from: each trouble once, with its place."""

from dataclasses import replace

import pytest

from extractor import Failure, Reason, extract_all
from extractor.document import Document
from extractor.readers.html import as_text
from extractor.readers.html.page import HtmlPage, open_page
from extractor.readers.html.rendering.rendered import Hint, Rendered
from extractor.readers.html.trouble import broken_data, with_trouble
from extractor.records import Answer, Doctor, QAPage, Question, WarningCode, doubt
from extractor.sites import all_layouts

TEXT = "Is it?\n\nIt is, and it was, and it wi...\n\nthe end"
SHOWN = Rendered(TEXT)


def _page(content: str | bytes = "<p>x</p>") -> HtmlPage:
    return open_page(Document(content), all_layouts())


def _record() -> QAPage:
    start = TEXT.index("It is,")
    spans: dict[str, tuple[tuple[int, int], ...]] = {
        "/question/title": ((0, 6),),
        "/answers/0/body": ((start, TEXT.index("\n\nthe")),),
    }
    answer = Answer(position=1, body="It is, and it was, and it wi...")
    return QAPage(question=Question(title="Is it?"), answers=(answer,), text=TEXT, spans=spans, confidence=0.9)


def _asking(body: str) -> QAPage:
    """A record whose question is all of the page's text."""
    question = Question(title="Is it?", body=body)
    return QAPage(question=question, text=body, spans={"/question/body": ((0, len(body)),)}, confidence=0.9)


def _codes(record: QAPage) -> list[WarningCode]:
    return [one.code for one in record.warnings]


def test_a_sound_page_gives_no_warning() -> None:
    record = _record()
    assert with_trouble(record, _page(), SHOWN, is_read_by_line=False) == record


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<meta charset=utf-8><p>caf\xe9 \xc3\xa9t\xc3\xa9 na\xc3\xafve</p>", WarningCode.REPAIRED_ENCODING),
        ("<p>x</p><!-- never closed", WarningCode.TRUNCATED_PAGE),
        ('<script type="application/ld+json">{"@type": "Question</script><p>x', WarningCode.BROKEN_STRUCTURED_DATA),
        (
            '<script type="application/ld+json">{"@type": "Question", "name": "a\\ud83d"}</script><p>x',
            WarningCode.REPAIRED_CHARACTERS,
        ),
    ],
)
def test_what_happened_to_the_page_is_said(content: str | bytes, code: WarningCode) -> None:
    assert code in _codes(with_trouble(_record(), _page(content), SHOWN, is_read_by_line=False))


def test_a_text_that_the_page_cuts_is_said_with_its_answer_and_line() -> None:
    shown = replace(SHOWN, cuts=frozenset({TEXT.index("\n\nthe")}))
    (warning,) = with_trouble(_record(), _page(), shown, is_read_by_line=False).warnings
    assert (warning.code, warning.answer, warning.line) == (WarningCode.TRUNCATED_PAGE, 1, 3)
    elsewhere = replace(SHOWN, cuts=frozenset({6}))
    assert _codes(with_trouble(_record(), _page(), elsewhere, is_read_by_line=False)) == []


def test_what_was_not_read_is_said_from_where_on(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = replace(SHOWN, hints={0: Hint("p"), 8: Hint("p"), TEXT.index("the end"): Hint("p")})
    monkeypatch.setattr(as_text, "_MAX_LINES", 2)
    (warning,) = with_trouble(_record(), _page(), shown, is_read_by_line=True).warnings
    assert (warning.span, warning.line) == ((TEXT.index("the end"), len(TEXT)), 5)
    assert _codes(with_trouble(_record(), _page(), shown, is_read_by_line=False)) == []


QUESTION = '{"@type": "QAPage", "mainEntity": {"@type": "Question", "name": "Is it?", "text": "It aches"}}'


def _with_block(block: str) -> Document:
    return Document(
        f'<html><head><script type="application/ld+json">{block}</script></head><body><p>x</p></body></html>'
    )


@pytest.mark.parametrize("block", [QUESTION[:60], QUESTION.replace(": ", " "), QUESTION[:-1] + "]"])
def test_broken_data_on_a_question_is_why_a_page_gives_no_record(block: str) -> None:
    assert (broken_data(_with_block(block)) or "").startswith("JSON-LD block 1 could not be read: ")
    (failure,) = extract_all([_with_block(block)])
    assert isinstance(failure, Failure)
    assert failure.reason == Reason.BROKEN_DATA


@pytest.mark.parametrize(
    "block", [QUESTION, QUESTION[:60].replace("QAPage", "Recipe").replace("Question", "Step"), "{}"]
)
def test_other_data_is_not_why(block: str) -> None:
    assert broken_data(_with_block(block)) is None


def test_a_page_that_is_a_wall_is_called_one_whatever_its_data() -> None:
    page = str(_with_block(QUESTION[:60]).content).replace("<p>x</p>", "<p>Verify you are human</p>")
    (failure,) = extract_all([Document(page)])
    assert isinstance(failure, Failure)
    assert failure.reason == Reason.BLOCKED


def test_a_doctors_name_set_off_in_an_unsigned_answer_is_a_doubt_although_the_lines_were_read() -> None:
    shown = "<p>It is.</p><p><b>Dr. Ida Quist</b>, skin doctor</p>"
    update = {"answers": (Answer(position=1, body="It is.\nDr. Ida Quist, skin doctor"),), "spans": None}
    record = _record().model_copy(update=update)
    for page, codes in ((shown, [WarningCode.DOUBTFUL_PAGE]), ("<p>It is.</p>", [])):
        found = with_trouble(record, _page(page), SHOWN, is_read_by_line=True)
        assert _codes(found) == codes


@pytest.mark.parametrize(
    ("headline", "body", "is_doubtful"),
    [
        (None, "Dr. Ida Quist, Zwolle\nIt is, and it was.", True),
        (None, "It is, and it was.\nDott.ssa Ida Quist", True),
        ("Dr. Ida Quist", "It is, and it was.", True),
        (None, "Dr. Ida Quist", False),
        (None, "Dr. Quist is right.\nIt is, and it was.", False),
        ("It is", "So it is.\nIt was.", False),
        ("#2 ida_q", "It is, and it was.", True),
        ("#2: it is", "It is, and it was.", False),
    ],
)
def test_a_doctors_name_on_a_line_of_an_answer_that_nobody_signs_is_a_doubt(
    headline: str | None,
    body: str,
    is_doubtful: bool,  # noqa: FBT001 - a column of the table
) -> None:
    answer = Answer(position=1, headline=headline, body=body)
    record = _record().model_copy(update={"answers": (answer,), "spans": None})
    found = with_trouble(record, _page(), SHOWN, is_read_by_line=False)
    assert _codes(found) == [WarningCode.DOUBTFUL_PAGE] * is_doubtful
    signed = record.model_copy(update={"answers": (answer.model_copy(update={"doctor": Doctor(name="Ida Quist")}),)})
    assert _codes(with_trouble(signed, _page(), SHOWN, is_read_by_line=False)) == []
    assert _codes(with_trouble(record, _page(), SHOWN, is_read_by_line=True)) == []


@pytest.mark.parametrize(
    ("last", "hint", "is_doubtful"),
    [
        ("2 doctors weighed in", Hint("div", classes="count"), True),
        ("2 doctors weighed in", Hint("p"), False),
        ("Thank you.", Hint("div", classes="count"), False),
        ("And so it went on for weeks and weeks and weeks without an end", Hint("div", classes="count"), False),
    ],
    ids=["a note", "marked alike", "a sentence", "long"],
)
def test_a_last_line_of_the_question_that_is_marked_unlike_the_others_is_a_doubt(
    last: str,
    hint: Hint,
    is_doubtful: bool,  # noqa: FBT001 - a column of the table
) -> None:
    text = f"My knee clicks.\n\nIs it bad?\n\n{last}"
    shown = Rendered(text, hints={0: Hint("p"), 17: Hint("p"), 29: hint})
    record = _asking(text)
    assert len(with_trouble(record, _page(), shown, is_read_by_line=False).warnings) == is_doubtful
    assert not with_trouble(record, _page(), shown, is_read_by_line=False, is_thread=True).warnings


@pytest.mark.parametrize(
    ("first", "hint", "is_doubtful"),
    [
        ("stairwell9Oct 3, 2022", Hint("div", classes="who"), True),
        ("stairwell9Oct 3, 2022", Hint("p"), False),
        ("I ask for my son.", Hint("div", classes="who"), False),
    ],
    ids=["a note", "marked alike", "a sentence"],
)
def test_a_first_line_of_the_question_that_is_marked_unlike_the_others_is_a_doubt(
    first: str,
    hint: Hint,
    is_doubtful: bool,  # noqa: FBT001 - a column of the table
) -> None:
    text = f"{first}\n\nMy knee clicks.\n\nIs it bad?"
    start = len(first) + 2
    shown = Rendered(text, hints={0: hint, start: Hint("p"), start + 17: Hint("p")})
    record = _asking(text)
    assert len(with_trouble(record, _page(), shown, is_read_by_line=False).warnings) == is_doubtful


@pytest.mark.parametrize(
    ("first", "hint", "doctor", "is_doubtful"),
    [
        ("Ida Quist Hand surgeon Leeds", Hint("header"), None, True),
        ("Ida Quist Hand surgeon Leeds", Hint("p"), None, False),
        ("Ida Quist Hand surgeon Leeds", Hint("header"), Doctor(name="Ida Quist"), False),
    ],
    ids=["set apart", "marked alike", "signed"],
)
def test_a_first_line_of_an_unsigned_answer_that_is_marked_unlike_the_others_may_say_who_answers(
    first: str,
    hint: Hint,
    doctor: Doctor | None,
    is_doubtful: bool,  # noqa: FBT001 - a column of the table
) -> None:
    text = f"{first}\n\nIt may click.\n\nRest it."
    start = len(first) + 2
    shown = Rendered(text, hints={0: hint, start: Hint("p"), start + 15: Hint("p")})
    answer = Answer(position=1, body=text, doctor=doctor)
    update = {"text": text, "answers": (answer,), "spans": {"/answers/0/body": ((0, len(text)),)}}
    found = with_trouble(_record().model_copy(update=update), _page(), shown, is_read_by_line=False)
    assert found.warnings == (doubt.unread_bylines(),) * is_doubtful


@pytest.mark.parametrize("doctor", [None, Doctor(name="Ida Quist")])
def test_a_last_line_of_an_answer_that_is_marked_unlike_the_others_is_a_doubt(doctor: Doctor | None) -> None:
    text = "It may click.\n\nMarch 3, 2021 3 people found this helpful"
    shown = Rendered(text, hints={0: Hint("p"), 15: Hint("span", classes="date")})
    answer = Answer(position=1, body=text, doctor=doctor)
    update = {"text": text, "answers": (answer,), "spans": {"/answers/0/body": ((0, len(text)),)}}
    found = with_trouble(_record().model_copy(update=update), _page(), shown, is_read_by_line=False)
    assert _codes(found) == [WarningCode.DOUBTFUL_BOUNDARY if doctor else WarningCode.DOUBTFUL_PAGE]


def test_who_answers_on_the_last_line_of_the_question_is_a_doubt() -> None:
    answer = Answer(position=1, body="It may click.", doctor=Doctor(name="Ida Quist"))
    for last, codes in (("By Ida Quist", [WarningCode.DOUBTFUL_PAGE]), ("Will it go?", [])):
        record = _asking(f"My knee clicks.\n\n{last}").model_copy(update={"answers": (answer,)})
        assert _codes(with_trouble(record, _page(), SHOWN, is_read_by_line=False, is_thread=True)) == codes


def test_sections_with_headings_that_nobody_signs_below_a_title_alone_are_a_doubt() -> None:
    text = "What do these mean?\n\nAbrasion\n\nThe skin is away.\n\nCyst\n\nA pocket."
    answers = (Answer(position=1, headline="Abrasion", body="x"), Answer(position=2, headline="Cyst", body="x"))
    spans = {"/answers/0/headline": ((21, 29),), "/answers/1/headline": ((50, 54),)}
    update = {"text": text, "answers": answers, "spans": spans, "question": Question(title="What do these mean?")}
    record = _record().model_copy(update=update)
    headed = Rendered(text, hints={21: Hint("h3", heading=3), 50: Hint("h3", heading=3)})
    plain = Rendered(text, hints={21: Hint("h3", heading=3), 50: Hint("p")})
    assert _codes(with_trouble(record, _page(), headed, is_read_by_line=True)) == [WarningCode.DOUBTFUL_PAGE]
    assert not with_trouble(record, _page(), headed, is_read_by_line=False).warnings
    assert not with_trouble(record, _page(), plain, is_read_by_line=True).warnings
    counted = record.model_copy(update={"declared_answer_count": 2})
    assert not with_trouble(counted, _page(), headed, is_read_by_line=True).warnings


def test_lines_like_those_of_a_site_that_nobody_signs_are_a_doubt_on_a_page_of_another() -> None:
    site = _record().model_copy(update={"site": "healthtap"})
    page, unknown = (_page(f"{head}<p>x</p>") for head in ("<link rel=canonical href='https://knees.example/1'>", ""))
    assert with_trouble(site, page, SHOWN, is_read_by_line=True).warnings == (doubt.unsigned(),)
    assert not with_trouble(site, unknown, SHOWN, is_read_by_line=True).warnings
    answer = Answer(position=1, body="It is.", doctor=Doctor(name="Ann Lee"))
    signed = site.model_copy(update={"answers": (answer,)})
    assert not with_trouble(signed, page, SHOWN, is_read_by_line=True).warnings
    faq = _page('<script type="application/ld+json">{"@type": "FAQPage"}</script><p>x</p>')
    assert with_trouble(site, faq, SHOWN, is_read_by_line=True).warnings == (doubt.unsigned(),)


def test_what_stands_in_place_of_an_answer_that_was_taken_away_is_said() -> None:
    answers = (Answer(position=1, body="(post deleted by author)"), Answer(position=2, body="Rest it for a week."))
    record = QAPage(question=Question(title="Is it?"), answers=answers, text=TEXT, spans={}, confidence=0.9)
    told = with_trouble(record, _page(), SHOWN, is_read_by_line=False, is_thread=True)
    assert [(one.answer, one.message) for one in told.warnings] == [(1, doubt.deleted_text(1).message)]


def test_a_name_of_more_words_than_any_has_is_a_doubt_about_its_answer() -> None:
    name = "Dr. Ida Quist Medically reviewed by our board. Published At 12 May"
    for told, codes in ((name, [WarningCode.DOUBTFUL_BOUNDARY]), (" ".join(name.split()[:9]), [])):
        answer = Answer(position=1, body="It is.", doctor=Doctor(name=told))
        record = _record().model_copy(update={"answers": (answer,), "spans": None})
        assert _codes(with_trouble(record, _page(), SHOWN, is_read_by_line=True)) == codes


def test_a_last_line_of_the_question_that_is_set_off_is_a_doubt_although_the_lines_were_read() -> None:
    question = Question(title="Is it?", body="My knee clicks.\nKim, Leeds")
    record = _record().model_copy(update={"question": question, "spans": None})
    for page, codes in (("<p>My knee clicks.<br><i>Kim, Leeds</i>", [WarningCode.DOUBTFUL_PAGE]), ("<p>x</p>", [])):
        assert _codes(with_trouble(record, _page(page), SHOWN, is_read_by_line=True)) == codes


@pytest.mark.parametrize(
    "film", ['<iframe src="https://www.youtube.com/embed/7"></iframe>', "<video src=7.mp4></video>"]
)
def test_one_answer_below_a_film_may_be_what_is_said_in_it(film: str) -> None:
    told = with_trouble(_record(), _page(f"<h1>Is it?</h1>{film}<p>{TEXT}</p>"), SHOWN, is_read_by_line=True)
    assert WarningCode.DOUBTFUL_PAGE in _codes(told)
    others = with_trouble(_record(), _page(f"<h1>Is it?</h1><p>{TEXT}</p>"), SHOWN, is_read_by_line=True)
    assert WarningCode.DOUBTFUL_PAGE not in _codes(others)


def test_a_title_that_is_a_doctor_s_name_is_doubted() -> None:
    record = _record().model_copy(update={"question": Question(title="Dr. Ulf Brandt")})
    assert WarningCode.DOUBTFUL_PAGE in _codes(with_trouble(record, _page(), SHOWN, is_read_by_line=False))
