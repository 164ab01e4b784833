"""What doubts say to the reader of a record, and what is left of its confidence."""

import inspect
import re
from dataclasses import replace

import pytest

from extractor.document import Document
from extractor.readers.html import by_thread
from extractor.readers.html.posts import decide, doubts, left, thread
from extractor.readers.html.posts.decide import Doubt, Thread
from extractor.readers.html.posts.doubts import KNOWN, UNKNOWN, rights, said, with_doubts
from extractor.readers.html.posts.engines import engines
from extractor.reading import read
from extractor.records import QAPage, Question, WarningCode
from tests.readers.html.posts.boards import POSTS, board, post, thread_of

RECORD = QAPage(question=Question(title="Night cramps"), answers=(), confidence=0.99)


def _thread(*raised: Doubt) -> Thread:
    return replace(thread_of(board()), doubts=raised)


def test_a_doubt_becomes_a_warning_and_lowers_confidence() -> None:
    posts = "".join(post(*one) for one in (*POSTS, ("lark", "14 Mar 2019", f"{POSTS[2][2]} It did.")))
    page = f"<html><head><title>Night cramps</title></head><body><h1>Night cramps</h1><h2>3 replies</h2>{posts}</body></html>"
    (record,) = read(Document(page))
    assert (record.warnings, record.confidence, record.question.asker) == ((), rights()[UNKNOWN], "wren_hollow")
    (record,) = read(Document(page.replace("<a class='username' href='/members/4'>lark</a>", "")))
    assert [warning.answer for warning in record.warnings] == [3]
    assert record.confidence == rights()["no-author"]


def test_without_doubts_the_confidence_is_that_of_the_engines_kind_or_the_records() -> None:
    unknown = _thread()
    known = replace(unknown, posts=replace(unknown.posts, engine=engines()[0]))
    assert (with_doubts(RECORD, unknown).confidence, with_doubts(RECORD, known).confidence) == (
        rights()[UNKNOWN],
        rights()[KNOWN],
    )
    low = RECORD.model_copy(update={"confidence": 0.2})
    assert with_doubts(low, known).confidence == 0.2
    assert rights()[UNKNOWN] < rights()[KNOWN] < 1


def test_the_worst_doubt_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubts, "rights", lambda: {UNKNOWN: 0.9, "short": 0.6, "rival": 0.3, "trimmed": 0.7})
    assert with_doubts(RECORD, _thread(Doubt("short"), Doubt("rival"), Doubt("trimmed"))).confidence == 0.3


def test_the_table_has_every_doubt_that_is_raised_and_no_other() -> None:
    sources = "".join(map(inspect.getsource, (decide, left, thread, by_thread)))
    raised = set(re.findall(r'(?:Doubt\(|yield )"([\w-]+)"', sources))
    assert rights().keys() == {KNOWN, UNKNOWN, *raised}
    assert all(0 < right < 1 for right in rights().values())


@pytest.mark.parametrize(
    ("post", "code", "answer"),
    [
        (2, WarningCode.DOUBTFUL_BOUNDARY, 2),
        (0, WarningCode.DOUBTFUL_PAGE, None),
        (None, WarningCode.DOUBTFUL_PAGE, None),
    ],
)
def test_a_doubt_about_an_answer_names_it_and_others_are_about_the_page(
    post: int | None, code: WarningCode, answer: int | None
) -> None:
    (warning,) = with_doubts(RECORD, _thread(Doubt("no-body", post))).warnings
    assert (warning.code, warning.answer, said(warning.message)) == (code, answer, "no-body")


def test_a_doubt_is_said_once_behind_what_the_record_warns_of() -> None:
    before = with_doubts(RECORD, _thread(Doubt("short")))
    record = with_doubts(before, _thread(Doubt("rival"), Doubt("no-author", 1), Doubt("rival"), Doubt("no-author", 2)))
    assert [said(one.message) for one in record.warnings] == ["short", "rival", "no-author", "no-author"]
    assert said("nothing that a doubt says") is None
