import pytest

from extractor.records import Answer, Doctor, Provenance, QAPage, Question, Warning, WarningCode  # noqa: A004 - the word of the record
from extractor.records.joining import joined, new_answers, same_question


def answer(position: int, body: str, doctor: str = "Ada Quill") -> Answer:
    return Answer(position=position, body=body, doctor=Doctor(name=doctor), confidence=0.9)


def page(number: int, *bodies: str, declared: int | None = None, **more: object) -> QAPage:
    return QAPage(
        source="https://a.example/q",
        url=f"https://a.example/q?page={number}",
        question=Question(title="Is it normal?"),
        declared_answer_count=declared,
        answers=tuple(answer(position, body) for position, body in enumerate(bodies, 1)),
        **more,  # type: ignore[arg-type] # fields of the record
    )


def bodies(record: QAPage) -> list[str | None]:
    return [found.body for found in record.answers]


def test_answers_are_counted_through() -> None:
    record = joined([page(1, "one", "two", declared=5), page(2, "three", "four", declared=5), page(3, "five")])
    assert bodies(record) == ["one", "two", "three", "four", "five"]
    assert [found.position for found in record.answers] == [1, 2, 3, 4, 5]
    assert record.declared_answer_count == 5
    assert record.url == "https://a.example/q?page=1"
    assert record.warnings == ()


def test_an_answer_that_a_page_repeats_comes_once() -> None:
    record = joined([page(1, "best", "two"), page(2, "Best", "two ", "three")])
    assert bodies(record) == ["best", "two", "three"]
    assert new_answers(record, page(3, "three", "two")) == ()


def test_two_equal_answers_on_one_page_or_of_two_doctors_stay() -> None:
    other = page(2).model_copy(update={"answers": (answer(1, "yes", "Bo Reed"), answer(2, "yes", "Cy Lund"))})
    assert bodies(joined([page(1, "yes", "yes"), other])) == ["yes", "yes", "yes", "yes"]


def test_a_count_that_does_not_come_true_is_warned_of_once() -> None:
    mismatch = Warning(code=WarningCode.COUNT_MISMATCH, message="the page declares 4 answers, 1 were found")
    record = joined([page(1, "one", declared=4, warnings=(mismatch,)), page(2, "two", warnings=(mismatch,))])
    assert [warning.message for warning in record.warnings] == ["the page declares 4 answers, 2 were found"]


def test_warnings_move_with_their_answers() -> None:
    doubt = [Warning(code=WarningCode.DOUBTFUL_BOUNDARY, message="", answer=n, span=(n, n + 1)) for n in (1, 2)]
    record = joined([page(1, "one", text="12345"), page(2, "one", "two", text="67", warnings=tuple(doubt))])
    assert [(warning.answer, warning.span) for warning in record.warnings] == [(2, (10, 11))]


def test_lines_of_warnings_are_those_of_the_joined_text_or_none() -> None:
    noted = (Warning(code=WarningCode.UNASSIGNED_LINES, message="here", span=(2, 3), line=2),)
    first, second = page(1, "one", text="a\nb"), page(2, "two", text="c\nd", warnings=noted)
    (warning,) = joined([first, second]).warnings
    assert warning.line == 5
    assert "a\nb\n\f\nc\nd".split("\n")[warning.line - 1] == "d"
    (warning,) = joined([first.model_copy(update={"text": None}), second]).warnings
    assert (warning.span, warning.line) == (None, None)


def test_spans_point_into_the_joined_text() -> None:
    first = page(1, "one", text="one", spans={"/question/title": ((0, 1),), "/answers/0/body": ((0, 3),)})
    second = page(2, "one", "two", text="one two", spans={"/question/title": ((0, 1),), "/answers/1/body": ((4, 7),)})
    record = joined([first, second])
    assert record.text is not None
    assert record.spans is not None
    assert set(record.spans) == {"/question/title", "/answers/0/body", "/answers/1/body"}
    assert [record.text[start:end] for start, end in record.spans["/answers/1/body"]] == ["two"]


def test_spans_without_a_text_to_point_into_are_left_out() -> None:
    assert joined([page(1, "one", spans={}), page(2, "two", spans={}, text="two")]).spans is None


def test_a_page_that_is_missing_is_warned_of() -> None:
    record = joined([page(1, "one")], missing="https://a.example/q?page=2 (http-503: busy)")
    assert [warning.code for warning in record.warnings] == [WarningCode.TRUNCATED_PAGE]
    assert "?page=2 (http-503" in record.warnings[0].message


def test_where_the_further_pages_came_from() -> None:
    known = Provenance(fetched_at="2026-01-01T00:00:00Z", status=200)
    record = joined([page(1, "one", provenance=known), page(2, "two"), page(3, "three")])
    assert record.provenance is not None
    assert record.provenance.next_pages == ("https://a.example/q?page=2", "https://a.example/q?page=3")


def test_the_doubt_of_one_page_is_the_doubt_of_the_record() -> None:
    assert joined([page(1, "one"), page(2, "two", confidence=0.4)]).confidence == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("title", "same"), [("is it  NORMAL?", True), (None, True), ("Is it normal", False), ("Another", False)]
)
def test_pages_of_one_question(title: str | None, same: bool) -> None:  # noqa: FBT001 - a case of the table
    assert same_question(page(1), QAPage(question=Question(title=title))) is same
