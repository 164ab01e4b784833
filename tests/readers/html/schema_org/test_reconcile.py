"""Text and structured data on one question: which wins, what is added, what is said of conflicts."""

import pytest

from extractor.readers.html.schema_org.reconcile import from_data, is_same, reconcile
from extractor.records import Answer, Doctor, QAPage, Question, WarningCode, doubt
from extractor.records import Warning as PageWarning

FIRST = "Swelling lasts for weeks after this operation, and one side is often worse than the other."
SECOND = "Ask the surgeon who knows your case; nobody can tell from here what was done in the operation."
TEXT = f"Is it normal?\n\nI am swollen.\n\n{FIRST}\n\n{SECOND}"


def _page(*answers: Answer, **more: object) -> QAPage:
    question = Question(title="Is it normal?", body="I am swollen.")
    return QAPage.model_validate({"question": question, "answers": answers, "text": TEXT, "spans": {}, **more})


def _answer(position: int, body: str, **more: object) -> Answer:
    return Answer.model_validate({"position": position, "body": body, **more})


def _codes(page: QAPage) -> list[WarningCode]:
    return [warning.code for warning in page.warnings]


def test_a_cut_text_never_wins_and_data_adds_what_the_page_does_not_print() -> None:
    page = _page(_answer(1, FIRST), _answer(2, SECOND, doctor=Doctor(name="Jane Roe")))
    told = _answer(
        1, SECOND[:40] + "…", votes=3, answered_at="2020-01-02", doctor=Doctor(name="Dr. Jane Roe", url="/d")
    )
    merged = reconcile(page, _page(told, declared_answer_count=0))
    assert [answer.body for answer in merged.answers] == [FIRST, SECOND]
    assert merged.declared_answer_count is None
    second = merged.answers[1]
    assert (second.votes, second.answered_at, second.doctor) == (3, "2020-01-02", Doctor(name="Jane Roe", url="/d"))
    assert _codes(merged) == []
    assert merged.text is not None
    for pointer, value in (
        ("/answers/1/votes", "3"),
        ("/answers/1/answered_at", "2020-01-02"),
        ("/answers/1/doctor/url", "/d"),
    ):
        ((start, end),) = (merged.spans or {})[pointer]
        assert merged.text[start:end] == value


def test_votes_and_comments_that_the_page_does_not_show_are_those_of_the_data() -> None:
    question = Question(title="Is it normal?", votes=4, comments=2)
    told = _page(_answer(1, FIRST, comments=3)).model_copy(update={"question": question})
    merged = reconcile(_page(_answer(1, FIRST)), told)
    assert (merged.question.votes, merged.question.comments, merged.answers[0].comments) == (4, 2, 3)


def test_the_longer_of_two_texts_with_one_beginning_counts() -> None:
    merged = reconcile(_page(_answer(1, FIRST[:50] + "...")), _page(_answer(1, FIRST)))
    assert merged.answers[0].body == FIRST
    assert (merged.spans or {})["/answers/0/body"] == ((TEXT.index(FIRST), TEXT.index(FIRST) + len(FIRST)),)


def test_a_conflict_names_both_values_and_keeps_the_text_s() -> None:
    merged = reconcile(_page(_answer(1, FIRST, votes=4)), _page(_answer(1, FIRST, votes=41)))
    assert merged.answers[0].votes == 4
    (warning,) = merged.warnings
    assert (warning.code, warning.answer) == (WarningCode.CONFLICT, 1)
    assert "'4'" in warning.message
    assert "'41'" in warning.message
    assert merged.confidence <= 0.5


def test_equal_moments_in_two_spellings_are_no_conflict() -> None:
    own = _answer(1, FIRST, answered_at="2021-05-11T08:00:00Z")
    for other in ("2021-05-11T08:00:00.000Z", "2021-05-11T10:00:00+02:00", "2021-05-11", "2021-05-11T08:00:00"):
        assert _codes(reconcile(_page(own), _page(_answer(1, FIRST, answered_at=other)))) == []
    assert _codes(reconcile(_page(own), _page(_answer(1, FIRST, answered_at="2021-05-12")))) == [WarningCode.CONFLICT]


def test_a_date_for_people_gives_way_to_one_for_machines() -> None:
    merged = reconcile(
        _page(_answer(1, FIRST, answered_at="May 11")), _page(_answer(1, FIRST, answered_at="2021-05-11"))
    )
    assert merged.answers[0].answered_at == "2021-05-11"


def test_declared_and_found_counts_are_both_kept() -> None:
    merged = reconcile(_page(_answer(1, FIRST)), _page(_answer(1, FIRST), declared_answer_count=39))
    assert (merged.declared_answer_count, len(merged.answers)) == (39, 1)
    assert _codes(merged) == [WarningCode.COUNT_MISMATCH]


def test_data_whose_answers_all_stand_in_the_text_says_where_answers_begin() -> None:
    misread = _page(_answer(1, f"{FIRST}\n\n{SECOND}", doctor=Doctor(name="Jane Roe"), confidence=0.4))
    merged = reconcile(misread, _page(_answer(1, SECOND), _answer(2, FIRST)))
    assert [answer.body for answer in merged.answers] == [FIRST, SECOND]
    assert [answer.position for answer in merged.answers] == [1, 2]
    assert merged.answers[0].doctor == Doctor(name="Jane Roe")


def test_answers_that_only_the_data_holds_are_added() -> None:
    unseen = "An answer that the page loads only when somebody scrolls down to it."
    merged = reconcile(_page(_answer(1, FIRST)), _page(_answer(1, FIRST), _answer(2, unseen)))
    assert [answer.body for answer in merged.answers] == [FIRST, unseen]


def test_without_readable_text_the_data_stands_alone_with_its_places() -> None:
    page = from_data(_page(_answer(1, FIRST, doctor=Doctor(name="Jane Roe", rating=4.5))), "Loading")
    assert (page.question.title, page.answers[0].body) == ("Is it normal?", FIRST)
    assert page.text is not None
    ((start, end),) = (page.spans or {})["/answers/0/body"]
    assert page.text[start:end] == FIRST


def test_pages_on_other_questions_are_told_apart() -> None:
    other = QAPage(
        question=Question(title="How long does the swelling of the other eye last?"), answers=(_answer(1, SECOND),)
    )
    assert not is_same(_page(_answer(1, FIRST)), other)
    assert is_same(_page(_answer(1, SECOND)), other)


def test_a_page_without_readable_answers_has_all_of_the_data_s() -> None:
    """Also those whose text the page prints, where others' is printed in another way."""
    told = _page(_answer(1, FIRST), _answer(2, "Same here 🙂, and it went away."), _answer(3, SECOND))
    page = from_data(told, TEXT + "\n\nSame here :), and it went away.")
    assert [answer.body for answer in page.answers] == [answer.body for answer in told.answers]
    assert page.warnings == ()


def test_milliseconds_that_one_source_leaves_out_are_no_conflict() -> None:
    own = _answer(1, FIRST, answered_at="2024-05-01T08:45:44Z")
    for other in ("2024-05-01T08:45:44.010Z", "2024-05-01T10:45:44.999+02:00"):
        assert _codes(reconcile(_page(own), _page(_answer(1, FIRST, answered_at=other)))) == []
    later = _answer(1, FIRST, answered_at="2024-05-01T08:45:45.010Z")
    assert _codes(reconcile(_page(own), _page(later))) == [WarningCode.CONFLICT]


def test_an_answer_of_the_data_that_the_page_s_reading_swallowed_is_told() -> None:
    merged = reconcile(_page(_answer(1, f"{FIRST}\n\n{SECOND}")), _page(_answer(1, FIRST), _answer(2, SECOND + " …")))
    assert len(merged.answers) == 1
    assert [(warning.code, warning.answer) for warning in merged.warnings] == [(WarningCode.DOUBTFUL_BOUNDARY, 1)]


def test_an_answer_of_the_data_that_stands_on_the_page_outside_of_its_answers_is_added_and_told() -> None:
    told = _page(_answer(1, FIRST), _answer(2, SECOND[:50] + "…"))
    merged = reconcile(_page(_answer(1, FIRST)), told)
    assert [answer.body for answer in merged.answers] == [FIRST, SECOND[:50] + "…"]
    assert [(warning.code, warning.answer) for warning in merged.warnings] == [(WarningCode.DOUBTFUL_BOUNDARY, 2)]


@pytest.mark.parametrize(("told", "stays"), [("Dr. Ada Rowe Orthopedist in Ghent", False), (None, True)])
def test_a_headline_that_the_data_does_not_call_so_stays_in_doubt(told: str | None, *, stays: bool) -> None:
    lines = _answer(1, FIRST, headline="Dr. Ada Rowe Orthopedist in Ghent")
    boundary = PageWarning(code=WarningCode.DOUBTFUL_BOUNDARY, message="read as headline", answer=1)
    merged = reconcile(_page(lines, warnings=(boundary,)), _page(_answer(1, FIRST, headline=told)))
    assert (boundary in merged.warnings) is stays


def test_doubts_about_the_data_s_answers_follow_them_to_their_places() -> None:
    doubts = [
        PageWarning(code=WarningCode.UNREADABLE_VALUE, message="votes", answer=1),
        PageWarning(code=WarningCode.UNREADABLE_VALUE, message="count"),
    ]
    told = _page(_answer(1, SECOND), _answer(2, FIRST), warnings=tuple(doubts))
    merged = reconcile(_page(_answer(1, FIRST), _answer(2, SECOND)), told)
    assert [(warning.message, warning.answer) for warning in merged.warnings] == [("votes", 2), ("count", None)]
    assert merged.confidence <= 0.5


def test_lines_in_no_field_stay_told_where_data_bears_out_the_texts() -> None:
    page = _page(Answer(position=1, body=FIRST, confidence=0.5))
    page = page.model_copy(update={"warnings": (doubt.unassigned_line((0, 4), 1), doubt.found_by_shape())})
    data = QAPage(question=Question(title="Is it normal?"), answers=(Answer(position=1, body=FIRST),))
    assert [one.code for one in reconcile(page, data).warnings] == [WarningCode.UNASSIGNED_LINES]
