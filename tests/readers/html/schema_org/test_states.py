"""States of script applications: where they stand, and how questions are found in them."""

import html
import json
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Document
from extractor.readers.html.schema_org.applications import questions_in
from extractor.readers.html.schema_org.blocks import Json
from extractor.readers.html.schema_org.states import read_states
from extractor.reading import read
from extractor.records import QAPage

TITLE = "Why does my calf cramp at night?"
FIRST, SECOND = "It may be the water tablet; have your potassium measured.", "Stretch it before you go to bed."


def _answer(body: str, name: str, **more: Any) -> dict[str, Any]:
    return {"body": body, "doctor": {"name": name}, **more}


STATE = {
    "page": {
        "question": {
            "title": TITLE,
            "body": "It began on Monday.",
            "answers": [_answer(FIRST, "Ann Lee, MD"), _answer(SECOND, "Bob Roy, DO")],
        }
    }
}
TEXT = json.dumps(STATE)


def _page(script: str) -> bytes:
    return f"<html><head><title>Health</title></head><body><div id=root></div>{script}</body></html>".encode()


def _in_js(text: str, mark: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(mark, "\\" + mark)
    return f"{mark}{escaped}{mark}"


@pytest.mark.parametrize(
    "script",
    [
        f'<script id="__NEXT_DATA__" type="application/json">{TEXT}</script>',
        f"<script>window.__PRELOADED_STATE__={TEXT}</script>",
        f"<SCRIPT>window['__INITIAL_STATE__'] = {TEXT};(function(){{var s;}}())</SCRIPT>",
        f"<script>var a = 1, b = {{x: 2}}; const state = {TEXT}; start(state)</script>",
        f"<script>window.__STATE__ = JSON.parse({_in_js(TEXT, chr(34))})</script>",
        f"<script>window.__STATE__ = JSON.parse({_in_js(TEXT, chr(39))})</script>",
        f"<script>window.data.push({_in_js(TEXT, chr(34))})</script>",
        f'<script type="application/json">{json.dumps({"state": TEXT})}</script>',
        f"<script>self.__next_f.push([1,{json.dumps('5:[' + TEXT[:90])}])</script><script>self.__next_f.push([1,{json.dumps(TEXT[90:] + ']')}])</script>",
        f"<div id=app data-page='{TEXT}'></div>",
        f'<q-page :state="{html.escape(TEXT)}"></q-page>',
        f"<q-page :state='{html.escape(TEXT)}'></q-page>",
        f'<script id="app-state" type="application/json">{TEXT.replace(chr(34), "&q;")}</script>',
        f'<script>window.__STATE__ = JSON.parse(decodeURIComponent("{quote(TEXT)}"))</script>',
    ],
    ids="next preloaded bracket const parse parse-single push string flight attribute escaped escaped-single "
    "angular coded".split(),
)
def test_a_state_is_read_wherever_it_stands(script: str) -> None:
    (record,) = read(Document(_page(script)))
    assert (record.question.title, record.question.body) == (TITLE, "It began on Monday.")
    assert [(answer.body, answer.doctor and answer.doctor.name) for answer in record.answers] == [
        (FIRST, "Ann Lee"),
        (SECOND, "Bob Roy"),
    ]


def test_texts_that_are_rows_of_flight_data_stand_where_they_are_pointed_to() -> None:
    first = "Wärme hilft.\n7:[not a row]"
    rows = (
        f"a:T{len(first.encode()):x},{first}"
        '1:{"answers": [{"body": "$a"}, {"body": "$5"}, {"body": "$b"}]}\nb:T2,So'
    )
    pushed = "".join(
        f"<script>self.__next_f.push([1,{json.dumps(rows[a:b])}])</script>" for a, b in ((0, 20), (20, None))
    )
    assert list(read_states(_page(pushed))) == [{"answers": [{"body": first}, {"body": "$5"}, {"body": "So"}]}]


def test_a_state_whose_values_are_numbered_is_put_together() -> None:
    values = [["Reactive", 1], {"answers": 2, "title": 3}, [4, 4], "Why?", {"body": 5, "votes": 6}, "So.", 12]
    script = f'<script type="application/json" id="__NUXT_DATA__">{json.dumps(values)}</script>'
    answer = {"body": "So.", "votes": "12"}
    assert list(read_states(_page(script))) == [{"answers": [answer, answer], "title": "Why?"}]


def test_a_post_that_gives_a_name_alone_says_the_rest_of_its_author() -> None:
    reply = {
        "message": FIRST,
        "doctorName": "Ann Lee, MD",
        "speciality": "Dermatologist",
        "city": "Leeds",
        "url": "/a/1",
    }
    (record,) = read(Document(_page(f"<script>window.s={json.dumps({'title': TITLE, 'replies': [reply]})}</script>")))
    doctor = record.answers[0].doctor
    assert doctor
    assert (doctor.name, doctor.specialty, doctor.location, doctor.url) == ("Ann Lee", "Dermatologist", "Leeds", None)


SHAPES: list[tuple[str, Any]] = [
    ("tree", {"question": {"title": TITLE, "answers": [_answer(FIRST, "Ann Lee"), _answer(SECOND, "Bob Roy")]}}),
    ("siblings", {"question": {"title": TITLE}, "answers": [_answer(FIRST, "Ann Lee"), _answer(SECOND, "Bob Roy")]}),
    (
        "connection",
        {"questionTitle": TITLE, "answers": {"edges": [{"node": _answer(FIRST, "Ann Lee")}, {"node": _answer(SECOND, "Bob Roy")}]}},
    ),
    (
        "apollo",
        {
            "ROOT_QUERY": {'question({"id":1})': {"__ref": "Question:1"}},
            "Question:1": {"__typename": "Question", "id": "1", "title": TITLE, "answers": [{"__ref": "Answer:5"}, {"__ref": "Answer:6"}]},
            "Answer:5": {"__typename": "Answer", "id": "5", "text": FIRST, "author": {"__ref": "User:9"}},
            "Answer:6": {"__typename": "Answer", "id": "6", "text": SECOND, "author": {"__ref": "User:8"}},
            "User:9": {"__typename": "User", "id": "9", "displayName": "Ann Lee"},
            "User:8": {"__typename": "User", "id": "8", "firstName": "Bob", "lastName": "Roy"},
        },
    ),
    (
        "apollo 2",
        {
            "Question:1": {"__typename": "Question", "id": "1", "title": TITLE, "answers": [{"type": "id", "id": "Answer:5", "generated": False}, {"type": "id", "id": "Answer:6", "generated": False}]},
            "Answer:5": {"__typename": "Answer", "id": "5", "content": FIRST, "author": {"type": "id", "id": "User:9"}},
            "Answer:6": {"__typename": "Answer", "id": "6", "content": SECOND, "author": "Bob Roy"},
            "User:9": {"__typename": "User", "id": "9", "name": "Ann Lee"},
        },
    ),
    (
        "redux",
        {
            "questions": {"byId": {"1": {"id": 1, "title": TITLE, "answers": [5, 6]}}},
            "answers": {"byId": {"5": {"id": 5, "bodyHtml": f"<p>{FIRST}</p>", "doctor": 5}, "6": {"id": 6, "bodyHtml": SECOND, "doctor": 6}}},
            "doctors": {"byId": {"5": {"id": 5, "fullName": "Ann Lee"}, "6": {"id": 6, "fullName": "Bob Roy"}}},
        },
    ),
    (
        "answers that name their question",
        {
            "entities": {
                "questions": {"1": {"id": "1", "title": TITLE}},
                "answers": {
                    "5": {"content": FIRST, "author": {"name": "Ann Lee"}, "question": {"id": "1", "title": TITLE}},
                    "6": {"content": SECOND, "author": {"name": "Bob Roy"}, "questionId": "1"},
                },
            }
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("shape", "state"), SHAPES, ids=[shape for shape, _ in SHAPES])
def test_a_question_is_found_in_states_of_many_shapes(shape: str, state: Any) -> None:
    (record,) = _records(state)
    assert record.question.title == TITLE
    told = [(answer.body, answer.doctor and answer.doctor.name) for answer in record.answers]
    assert told == [(FIRST, "Ann Lee"), (SECOND, "Bob Roy")], shape


def _records(state: Any) -> list[QAPage]:
    return read(Document(_page(f"<script>window.__APOLLO_STATE__ = {json.dumps(state)};</script>")))


def test_what_a_state_says_of_answers_and_doctors() -> None:
    doctor = {
        "firstName": "Ann",
        "lastName": "Lee",
        "degrees": ["MD", "FACS"],
        "specialties": [{"name": "Dermatology"}],
        "location": {"city": "Tulsa", "state": "OK"},
        "rating": {"average": 4.9, "count": 128},
        "profileUrl": "/dr/ann",
    }
    answer = {"answerText": FIRST, "provider": doctor, "upvotes": 7, "createdAt": 1714552544000, "isAccepted": True}
    state = {
        "data": {
            "title": TITLE,
            "answerCount": 2,
            "askedBy": "nightowl",
            "answers": [{"text": SECOND, "author": "Bob"}, answer],
        }
    }
    (record,) = _records(state)
    told = record.answers[0].model_dump(exclude_defaults=True, exclude={"confidence"})
    assert told == {
        "position": 1,
        "body": FIRST,
        "votes": 7,
        "accepted": True,
        "answered_at": "2024-05-01T08:35:44Z",
        "doctor": {
            "name": "Ann Lee",
            "credentials": ("MD", "FACS"),
            "specialty": "Dermatology",
            "location": "Tulsa, OK",
            "rating": 4.9,
            "reviews": 128,
            "url": "/dr/ann",
        },
    }
    assert record.declared_answer_count == 2
    assert record.answers[1].accepted is None


@pytest.mark.parametrize(
    "state",
    [
        {"title": "A quiz", "answers": [{"text": "Paris", "correct": True}, {"text": "Rome", "correct": False}]},
        {"title": "A poll", "answers": [{"text": "Yes"}, {"text": "No"}]},
        {"questions": [{"title": f"What is {name}?", "answer": f"It is {name}."} for name in "abc"]},
        {
            "comments": [
                {
                    "content": "I love it.",
                    "author": {"name": "ann"},
                    "replies": [{"content": "Me too.", "author": {"name": "bob"}}],
                }
            ]
        },
        {
            "__typename": "Question",
            "title": "What does a move cost?",
            "answers": [{"text": "A hundred dollars an hour."}],
        },
        {"title": "A story", "comments": [{"text": "Nice.", "author": "bob"}]},
        {"title": TITLE, "answers": []},
        {"title": TITLE, "answers": ["yes", "no"], "author": "bob"},
        {"answers": [_answer(FIRST, "Ann Lee")]},
    ],
)
def test_quizzes_polls_faqs_and_stories_are_no_questions(state: Any) -> None:
    assert _records(state) == []


def test_a_state_adds_nothing_to_a_page_that_shows_its_answers() -> None:
    other = {"question": {"title": "Another question?", "answers": [_answer("No.", "Ann Lee")]}}
    data = {"@type": "Question", "name": TITLE, "suggestedAnswer": [{"@type": "Answer", "text": FIRST}]}
    page = f'<script type="application/ld+json">{json.dumps(data)}</script><script>x = {json.dumps(other)}</script>'
    (record,) = read(Document(_page(page)))
    assert (record.question.title, len(record.answers)) == (TITLE, 1)


@pytest.mark.parametrize(
    "script",
    ["x = {" * 50_000, "x = [" * 50_000 + '"answers":', 'x = "answers":' + "'" * 100_000, 'x={"answers":' * 900],
)
def test_scripts_that_only_look_like_states_are_left_alone(script: str) -> None:
    assert list(read_states(f"<script>{script}</script>".encode())) == []


_JSON: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                "title name text body id answers question author node edges type questions ref rating correct".split()
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=30,
)


@given(_JSON)
def test_any_state_gives_questions_with_answers_or_none(state: Json) -> None:
    for question in questions_in([state]):
        assert isinstance(question, dict)
        assert question["acceptedAnswer"] or question["suggestedAnswer"]
