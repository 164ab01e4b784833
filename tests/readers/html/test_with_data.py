"""Records and structured data: what completes what, when data stands alone, and which posts a thread keeps."""

import json
from typing import Any

from extractor.document import Document
from extractor.readers.html.page import HtmlPage, open_page
from extractor.readers.html.rendering.rendered import Rendered
from extractor.readers.html.with_data import with_data
from extractor.records import Answer, QAPage, Question, WarningCode, doubt
from extractor.sites import all_layouts

TITLE = "Why does my calf cramp at night?"
FIRST = "It may be the water tablet; have your potassium measured before you change anything."
SECOND = "Stretch it against the wall for a minute before you go to bed, and again in the morning."
SHOWN = Rendered(f"{TITLE}\n\n{FIRST}\n\n{SECOND}", url="https://q.example/1")


def _page(*data: object, script: str = "") -> HtmlPage:
    blocks = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data)
    return open_page(
        Document(f"<html><head>{blocks}</head><body>{script}<p>x</p></body></html>", source="a"), all_layouts()
    )


def _question(*answers: str, name: str = TITLE, **more: Any) -> dict[str, Any]:
    told = [{"@type": "Answer", "text": text, "upvoteCount": 3} for text in answers]
    return {"@type": "Question", "name": name, "suggestedAnswer": told, **more}


def _record(*bodies: str, title: str = TITLE) -> QAPage:
    answers = tuple(Answer(position=number, body=body) for number, body in enumerate(bodies, 1))
    return QAPage(
        question=Question(title=title), answers=answers, text=SHOWN.text, spans={}, source="a", confidence=0.9
    )


def test_the_state_of_an_application_completes_texts_that_the_page_shows_the_beginning_of() -> None:
    state = {
        "question": {
            "title": TITLE,
            "body": "It does so since May.",
            "answers": [{"body": one, "author": {"name": "Ann Lee"}} for one in (FIRST, SECOND)],
        }
    }
    page = _page(script=f"<script>window.__INITIAL_STATE__={json.dumps(state)}</script>")
    start = FIRST[:40]
    shown = Rendered(SHOWN.text.replace(FIRST, start), cuts=frozenset({len(TITLE) + 2 + len(start)}))
    (record,) = with_data(page, shown, [_record(start, SECOND)], is_thread=False)
    assert [one.body for one in record.answers] == [FIRST, SECOND]


def test_data_on_the_same_question_completes_the_record() -> None:
    (record,) = with_data(_page(_question(FIRST)), SHOWN, [_record(FIRST, SECOND)], is_thread=False)
    assert [(one.body, one.votes) for one in record.answers] == [(FIRST, 3), (SECOND, None)]


def test_data_on_another_question_is_a_conflict() -> None:
    other = _question("Nobody knows that of a knee, and it has to be seen by somebody first.", name="Is my knee gone?")
    (record,) = with_data(_page(other), SHOWN, [_record(FIRST)], is_thread=False)
    assert [one.code for one in record.warnings] == [WarningCode.CONFLICT]
    assert [one.body for one in record.answers] == [FIRST]


def test_data_whose_answers_the_page_shows_wins_over_a_record_of_something_else() -> None:
    (record,) = with_data(_page(_question(FIRST)), SHOWN, [_record(SECOND, title="Something else")], is_thread=False)
    assert (record.question.title, [one.body for one in record.answers]) == (TITLE, [FIRST])


def test_a_thread_keeps_its_own_posts() -> None:
    data = _page(_question(FIRST[:40] + "…", "A third one, which no post of the page shows to anybody."))
    (record,) = with_data(data, SHOWN, [_record(FIRST, SECOND)], is_thread=True)
    assert [one.body for one in record.answers] == [FIRST, SECOND]
    (told,) = with_data(
        _page(_question(FIRST[:40] + "…", answerCount=9)), SHOWN, [_record(FIRST, SECOND)], is_thread=True
    )
    assert ([one.body for one in told.answers], told.answers[0].votes) == ([FIRST, SECOND], 3)
    assert [one.code for one in told.warnings] == [WarningCode.COUNT_MISMATCH]


def test_what_is_doubtful_about_a_thread_stays_so_though_data_bears_out_its_texts() -> None:
    doubted = doubt.doubted(_record(FIRST, SECOND), [doubt.unread_bylines()])
    (record,) = with_data(_page(_question(FIRST, SECOND)), SHOWN, [doubted], is_thread=True)
    assert ([one.code for one in record.warnings], record.answers[0].votes) == ([WarningCode.DOUBTFUL_PAGE], 3)
    assert record.confidence <= doubted.confidence


def test_a_record_of_the_data_alone_says_where_it_comes_from() -> None:
    (record,) = with_data(_page(_question(FIRST)), SHOWN, [], is_thread=False)
    assert (record.source, record.url, record.site) == ("a", "https://q.example/1", None)


def test_a_question_alone_is_doubtful_if_the_page_shows_more() -> None:
    page = _page(_question())
    (bare,) = with_data(page, Rendered(TITLE), [], is_thread=False)
    (more,) = with_data(page, Rendered(TITLE + "\n\n" + "Somebody says something. " * 20), [], is_thread=False)
    (unread,) = with_data(page, Rendered(""), [], is_thread=False)
    assert (bare.warnings, [one.code for one in more.warnings]) == ((), [WarningCode.DOUBTFUL_PAGE])
    assert unread.warnings == more.warnings


def test_questions_without_answers_among_several_are_no_records() -> None:
    page = _page(_question(FIRST), _question(name="Is my knee gone?"))
    assert [one.question.title for one in with_data(page, SHOWN, [], is_thread=False)] == [TITLE]


def test_the_state_of_an_application_counts_where_nothing_else_has_answers() -> None:
    author = {"name": "Ann Lee"}
    state = {"question": {"title": TITLE, "answers": [{"body": one, "author": author} for one in (FIRST, SECOND)]}}
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'
    (alone,) = with_data(_page(script=script), SHOWN, [], is_thread=False)
    assert [one.body for one in alone.answers] == [FIRST, SECOND]
    (told,) = with_data(_page(_question(FIRST), script=script), SHOWN, [], is_thread=False)
    assert [one.body for one in told.answers] == [FIRST]
