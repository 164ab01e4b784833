"""Pages read by their elements: selectors first, blocks that repeat where these do not tell, and what makes those doubtful."""

from extractor.document import Document
from extractor.readers.html.by_regions import read_regions
from extractor.readers.html.page import Shown, open_page
from extractor.records import WarningCode, doubt
from extractor.sites import all_layouts

PERSON = '<b itemprop=author itemscope itemtype="https://schema.org/Person"><i itemprop=name>{}</i></b>'
ANSWERS = {
    "Ann Lee, MD": "You should rest it and keep it up; your ankle will be thick for a week or two.",
    "Bob Roy, DO": "Your ankle may be broken; you should have it seen if you cannot put weight on it.",
}
HEAD = "<h1>Is my ankle broken?</h1><p>I fell down the stairs on Monday and my ankle is blue. Should I see someone?</p>"


def _read(markup: str) -> Shown:
    return read_regions(open_page(Document(f"<html><body>{markup}</body></html>"), all_layouts()))


def _blocks(called: str = "reply", declared: str = "") -> str:
    inner = "".join(
        f"<div class={called}><p>{text}</p><b>{name}</b><i>Orthopedic Surgeon</i></div>"
        for name, text in ANSWERS.items()
    )
    return f"{HEAD}{declared}<div>{inner}</div>"


def _marked_up(answers: dict[str, str] = ANSWERS) -> str:
    inner = "".join(
        f'<div itemprop=suggestedAnswer itemscope itemtype="https://schema.org/Answer"><p itemprop=text>{text}</p>'
        f"{PERSON.format(name) if name else ''}</div>"
        for name, text in answers.items()
    )
    return (
        f'<div itemscope itemtype="https://schema.org/Question"><h1 itemprop=name>Is my ankle broken?</h1>{inner}</div>'
    )


def _told(found: Shown) -> list[tuple[str | None, str | None]]:
    return [(one.body, one.doctor.name if one.doctor else None) for record in found.records for one in record.answers]


EXPECTED = [(text, name.partition(",")[0]) for name, text in ANSWERS.items()]


def test_marked_up_answers_are_read_without_a_doubt() -> None:
    found = _read(_marked_up())
    assert _told(found) == EXPECTED
    assert found.records[0].warnings == ()


def test_marked_up_answers_without_names_are_doubtful_where_dated_lines_in_them_are_unread() -> None:
    (plain,) = _read(
        _marked_up(dict.fromkeys(["", " "], ANSWERS["Ann Lee, MD"])).replace(PERSON.format(" "), "")
    ).records
    assert plain.warnings == (doubt.unsigned(),)
    page = _marked_up({"": ANSWERS["Ann Lee, MD"]})
    (dated,) = _read(
        page.replace("<p itemprop", "<p>Answer by annl &middot; Mar 04, 2021 at 09:14 AM</p><p itemprop")
    ).records
    assert (dated.warnings, dated.confidence) == ((doubt.unread_bylines(),), doubt.CAP)


def test_dated_lines_between_marked_up_answers_without_names_may_say_who_gave_them() -> None:
    item = f'<div itemprop=suggestedAnswer itemscope itemtype="https://schema.org/Answer"><p itemprop=text>{ANSWERS["Ann Lee, MD"]}</p></div>'
    for line, told in (("annl, May 4, 2021", doubt.unread_bylines()), ("", doubt.unsigned())):
        body = f"<h1 itemprop=name>Is my ankle broken?</h1>{item}<p>{line}</p>{item}"
        (record,) = _read(f'<div itemscope itemtype="https://schema.org/Question">{body}</div>').records
        assert record.warnings == (told,)


def test_blocks_that_repeat_are_doubtful_unless_the_page_counts_them() -> None:
    (guessed,), (counted,) = _read(_blocks()).records, _read(_blocks(declared="<h2>2 answers</h2>")).records
    assert _told(_read(_blocks())) == EXPECTED
    assert ([one.code for one in guessed.warnings], guessed.confidence) == ([WarningCode.DOUBTFUL_PAGE], doubt.CAP)
    assert (counted.warnings, counted.declared_answer_count, counted.confidence) == ((), 2, doubt.BY_SHAPE)


def test_a_count_of_comments_removes_no_doubt() -> None:
    (record,) = _read(_blocks("comment", declared="<h2>2 answers</h2>")).records
    assert WarningCode.DOUBTFUL_PAGE in [one.code for one in record.warnings]


def test_blocks_with_as_much_text_between_them_are_not_believed() -> None:
    between = "<p>Nobody signed this paragraph, and it says something else about the stairs.</p>"
    torn = _blocks().replace("</div><div class=reply>", f"</div>{between}<div class=reply>")
    assert len(_read(_blocks()).records) == 1
    assert _read(torn).records == ()


def test_blocks_count_where_they_name_people_and_the_markup_does_not() -> None:
    page = _marked_up({"": "It may be broken."}).replace(
        "</div></div>", "</div></div>" + _blocks().removeprefix(HEAD), 1
    )
    assert _told(_read(page)) == EXPECTED


def test_a_page_that_shows_no_answers_comes_back_with_its_text() -> None:
    found = _read("<h1>A walk</h1><p>Walk along the river until the mill.</p>")
    assert found.records == ()
    assert found.page.text == "A walk\n\nWalk along the river until the mill."


def _called(called: str) -> list[list[str | None]]:
    told = (
        ("森脇", "腫れは二日目から三日目が最も強くなり、一週間ほどで引いていきます。"),
        ("早瀬", "痛みが日ごとに強くなる場合は早めに医院へ連絡してください。"),
    )
    blocks = "".join(f"<div class='{called}'><b class='name'>{name}</b><p>{text}</p></div>" for name, text in told)
    return [
        [one.doctor.name if one.doctor else None for one in record.answers]
        for record in _read(
            f"<h1>腫れについて教えてください</h1><div><p>三日前に下の親知らずを抜きました。頬がまだ腫れています</p></div>{blocks}"
        ).records
        if record.warnings
    ]


def test_signed_blocks_that_are_called_answers_leave_a_doubt_where_the_words_are_not_known() -> None:
    assert _called("qa-answer") == _called("risposta") == [["森脇", "早瀬"]]
    assert _called("card") == _called("comment-reply") == _called("faq-answer") == []


def test_blocks_that_repeat_on_a_page_of_an_engine_that_shows_none_of_its_posts_are_no_answers() -> None:
    assert _told(_read(_blocks())) == EXPECTED
    board = f'<html id="XF"><head></head><body>{_blocks()}</body></html>'
    found = read_regions(open_page(Document(board), all_layouts()))
    assert (found.records, found.page.text) == ((), "")


def test_boxes_of_a_question_and_its_answer_say_who_asks_whom() -> None:
    page = (
        "<div class='view question'><h3>밥을 먹고 나면 왜 졸릴까요?</h3><div class='info'><span>2018.05.21</span></div>"
        "<div class='desc'>점심을 먹고 나면 한 시간쯤 졸립니다. 혈당 검사를 받아 봐야 할까요?</div></div>"
        "<div class='view answer'><div class='info'><b>답변</b></div><div class='doc'><b class='name'>서하늘</b></div>"
        "<div class='desc'>안녕하세요. 식사 뒤에 졸린 것은 흔한 일이니 밥의 양을 줄여 보시기 바랍니다.</div></div>"
    )
    (record,) = _read(page).records
    (answer,) = record.answers
    assert (record.question.title, record.question.asked_at) == ("밥을 먹고 나면 왜 졸릴까요?", "2018.05.21")
    assert answer.doctor is not None
    assert answer.doctor.name == "서하늘"
    assert record.warnings
