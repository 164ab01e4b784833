"""Questions in the state of an application: by types, names and shapes, and what only looks alike."""

from typing import Any

import pytest

from extractor.readers.html.schema_org.applications import questions_in

TITLE = "Why does my calf cramp at night?"
ANSWER: dict[str, Any] = {"body": "It may be the water tablet.", "author": {"name": "Ann Lee"}}
OTHER: dict[str, Any] = {"body": "Stretch it before you go to bed.", "author": {"name": "Bob Roy"}}


def _all(*states: Any) -> list[Any]:
    return list(questions_in(states))


def _found(*states: Any) -> list[tuple[str, list[str], list[str]]]:
    """Titles, the texts of accepted answers and those of others."""
    return [
        (one["name"], *([answer["text"] for answer in one[name]] for name in ("acceptedAnswer", "suggestedAnswer")))
        for one in _all(*states)
    ]


def _question(**more: Any) -> dict[str, Any]:
    return {"title": TITLE, "answers": [ANSWER, OTHER], **more}


EXPECTED: list[tuple[str, list[str], list[str]]] = [(TITLE, [], [ANSWER["body"], OTHER["body"]])]


@pytest.mark.parametrize(
    "state",
    [
        _question(),
        {"props": {"page_props": [{"Question_Title": TITLE, "ANSWERS": [ANSWER, OTHER]}]}},
        {"question": {"title": TITLE}, "answers": {"items": [ANSWER, OTHER]}},
        {"question": {"title": TITLE}, "answers": {"5": ANSWER, "6": OTHER}},
        {
            "questions": {"9": {"id": 9, "title": TITLE}},
            "answers": [{**ANSWER, "questionId": 9}, {**OTHER, "questionId": 9}],
        },
    ],
    ids=["tree", "names", "connection", "index", "answers name their question"],
)
def test_shapes(state: Any) -> None:
    assert _found(state) == EXPECTED


def test_a_question_that_stands_twice_is_given_once_and_as_the_longer_one() -> None:
    short = _question(answers=[ANSWER, {**OTHER, "body": "Stretch it."}])
    assert _found(short, _question()) == EXPECTED == _found(_question(), short)


@pytest.mark.parametrize("flag", [{"accepted": True}, {"isAccepted": True}])
def test_the_accepted_answer_is_told_apart(flag: dict[str, bool]) -> None:
    assert _found(_question(answers=[ANSWER, {**OTHER, **flag}])) == [(TITLE, [OTHER["body"]], [ANSWER["body"]])]


@pytest.mark.parametrize(
    "state",
    [
        {"title": "Our clinic", "answers": [{"body": "Open from nine."}, {"body": "Closed on Sundays."}]},
        _question(answers=[{**ANSWER, "isCorrect": True}, OTHER]),
        _question(answers=[]),
        {"answers": [ANSWER, OTHER]},
        {"__typename": "Question", "title": TITLE, "answers": [{"body": "Nobody has signed this."}]},
    ],
    ids=["unsigned", "a quiz", "no answers", "no title", "one answer that nobody signed"],
)
def test_what_only_looks_like_a_question(state: Any) -> None:
    assert questions_in([state]) == []


def test_what_is_asked_below_a_product_is_not_looked_for() -> None:
    assert _found({"product": {"name": "Bag", "questions": [_question()]}}) == []


def test_a_node_of_the_type_needs_no_names_if_it_has_two_answers() -> None:
    state = {"__typename": "Question", "title": TITLE, "answers": [{"body": "One."}, {"body": "Two."}]}
    assert _found(state) == [(TITLE, [], ["One.", "Two."])]


def test_dates_in_seconds_and_in_milliseconds_are_dates() -> None:
    for moment in ("1588586400", "1588586400000"):
        (question,) = _all(_question(answers=[{**ANSWER, "createdAt": moment}, OTHER]))
        assert question["suggestedAnswer"][0]["datePublished"] == "2020-05-04T10:00:00Z"


def test_an_author_is_a_name_or_the_parts_of_one_and_never_an_id() -> None:
    authors = ["Ann Lee", "77", {"firstName": "Bob", "lastName": "Roy"}]
    (question,) = _all(_question(answers=[{"body": "Yes.", "author": author} for author in authors]))
    told = [answer.get("author", {}).get("name") for answer in question["suggestedAnswer"]]
    assert told == ["Ann Lee", None, "Bob Roy"]
