"""From regions to records: a record a question, each field from its part, and what is doubtful."""

from extractor.layout import Layout, Part
from extractor.readers.html.posts.regions.records import to_records
from extractor.readers.html.rendering.rendered import Region
from extractor.records import QAPage, WarningCode, doubt
from tests.readers.html.posts.pages import at, having, shown

PAGE = shown(
    ("h1", "Night cramps"),
    ("p", "Both calves, every night. Why?"),
    ("p", "wren of Leeds, 12 March 2019, calves, sleep, calves"),
    ("h2", "It is the tablet"),
    ("p", "A diuretic lowers potassium."),
    ("p", "Ann Lee, 13 March 2019, 7 people found this helpful"),
    ("p", "Ours was potassium too."),
    ("p", "2 answers"),
    url="https://board.example/t/1",
)
SITE, GENERIC = Layout(name="board"), Layout(name=None)
ASKED = (
    at(PAGE, Part.QUESTION, "Both", "sleep", post=1),
    at(PAGE, Part.BODY, "Both", "Why?", post=1),
)
FIRST = (
    at(PAGE, Part.ANSWER, "It is", "helpful", post=2),
    at(PAGE, Part.BODY, "A diuretic", "potassium.", post=2),
)
SECOND = (at(PAGE, Part.ANSWER, "Ours", "too.", post=3),)


def _value(part: Part, value: str, post: int) -> Region:
    return Region(part, 0, 0, value, post)


def _record(*regions: Region) -> QAPage:
    (record,) = to_records(having(PAGE, at(PAGE, Part.TITLE, "Night cramps"), *regions), SITE)
    return record


def test_the_question_has_each_field_from_its_part() -> None:
    record = _record(
        *ASKED,
        at(PAGE, Part.MEMBER, "wren", post=1),
        at(PAGE, Part.LOCATION, "Leeds", post=1),
        at(PAGE, Part.DATE, "12 March 2019", post=1),
        at(PAGE, Part.TAG, "sleep", post=1),
        at(PAGE, Part.TAG, "calves", post=1),
        _value(Part.TAG, "sleep", 1),
        at(PAGE, Part.TAG, "every night", post=1),
        _value(Part.VOTES, "4", 1),
        at(PAGE, Part.COMMENT, "Why?", post=1),
        *FIRST,
    )
    assert record.question.model_dump(exclude_none=True) == {
        "title": "Night cramps",
        "body": "Both calves, every night. Why?",
        "asker": "wren",
        "location": "Leeds",
        "asked_at": "12 March 2019",
        "tags": ("sleep", "calves", "every night"),
        "votes": 4,
        "comments": 1,
    }
    assert record.spans is not None
    assert [PAGE.text[start:end] for start, end in record.spans["/question/tags"]] == ["sleep", "calves", "every night"]
    assert (record.url, record.site, record.warnings, record.confidence) == (PAGE.url, "board", (), doubt.TOLD)


def test_an_author_asks_if_no_member_does() -> None:
    author, member = at(PAGE, Part.AUTHOR, "wren", post=1), _value(Part.MEMBER, "wren_hollow", 1)
    assert _record(*ASKED, author, *FIRST).question.asker == "wren"
    assert _record(*ASKED, author, member, *FIRST).question.asker == "wren_hollow"


def test_an_answer_has_each_field_from_its_part() -> None:
    record = _record(
        *ASKED,
        *FIRST,
        at(PAGE, Part.HEADLINE, "It is the tablet", post=2),
        at(PAGE, Part.QUOTE, "every night", post=2),
        at(PAGE, Part.AUTHOR, "Ann Lee", post=2),
        at(PAGE, Part.DATE, "13 March 2019", post=2),
        at(PAGE, Part.VOTES, "7 people", post=2),
        _value(Part.ACCEPTED, "", 2),
        _value(Part.LINK, "/t/1#2", 2),
        at(PAGE, Part.COMMENT, "this", post=2),
        at(PAGE, Part.COMMENT, "found", post=2),
        *SECOND,
    )
    first, second = record.answers
    assert first.model_dump(exclude_none=True) == {
        "position": 1,
        "headline": "It is the tablet",
        "body": "A diuretic lowers potassium.",
        "doctor": {"name": "Ann Lee", "credentials": ()},
        "votes": 7,
        "accepted": True,
        "answered_at": "13 March 2019",
        "url": "https://board.example/t/1#2",
        "confidence": doubt.TOLD,
        "quotes": ("every night",),
        "comments": 2,
    }
    assert (second.position, second.body, second.accepted, second.doctor) == (2, "Ours was potassium too.", None, None)


def test_every_value_stands_where_the_spans_say() -> None:
    record = _record(*ASKED, *FIRST, at(PAGE, Part.AUTHOR, "Ann Lee", post=2), *SECOND, _value(Part.VOTES, "5", 3))
    assert record.spans is not None
    assert record.text is not None
    assert {pointer: [record.text[start:end] for start, end in places] for pointer, places in record.spans.items()} == {
        "/question/title": ["Night cramps"],
        "/question/body": ["Both calves, every night. Why?"],
        "/answers/0/body": ["A diuretic lowers potassium."],
        "/answers/0/doctor/name": ["Ann Lee"],
        "/answers/1/body": ["Ours was potassium too."],
        "/answers/1/votes": ["5"],
    }


def test_another_number_of_answers_than_the_page_declares_is_a_warning() -> None:
    count = at(PAGE, Part.COUNT, "2 answers")
    both, one = _record(*ASKED, *FIRST, *SECOND, count), _record(*ASKED, *FIRST, count)
    assert (both.declared_answer_count, both.warnings, both.confidence) == (2, (), doubt.TOLD)
    assert [warning.code for warning in one.warnings] == [WarningCode.COUNT_MISMATCH]
    assert one.confidence == doubt.CAP


def test_an_answer_without_a_text_and_lines_that_are_no_part_are_warnings() -> None:
    empty = _record(*ASKED, *FIRST, *SECOND, at(PAGE, Part.DATE, "Ours", post=3))
    assert [(warning.code, warning.answer) for warning in empty.warnings] == [(WarningCode.DOUBTFUL_BOUNDARY, 2)]
    assert [answer.confidence for answer in empty.answers] == [doubt.TOLD, doubt.CAP]
    left = _record(*ASKED, *FIRST, at(PAGE, Part.REST, "7 people found this helpful", post=2))
    assert [(warning.code, warning.line) for warning in left.warnings] == [(WarningCode.UNASSIGNED_LINES, 11)]
    assert left.confidence == doubt.CAP


def test_questions_without_answers_among_others_are_a_list_of_questions() -> None:
    one = having(PAGE, ASKED[0], at(PAGE, Part.TITLE, "Both calves", post=1))
    assert [len(record.answers) for record in to_records(one, SITE)] == [0]
    second = at(PAGE, Part.QUESTION, "wren", "sleep", post=2), at(PAGE, Part.TITLE, "wren", post=2)
    answer = at(PAGE, Part.ANSWER, "Ours", "too.", post=3)
    assert to_records(having(PAGE, *one.regions, *second), SITE) == []
    assert [record.question.title for record in to_records(having(PAGE, *one.regions, *second, answer), SITE)] == [
        "wren"
    ]


def test_questions_that_a_firm_asks_itself_are_records_of_sites_that_are_known_alone() -> None:
    numbers = ((Part.QUESTION, 1, "Both"), (Part.TITLE, 1, "Both"), (Part.ANSWER, 2, "A diuretic"))
    others = ((Part.QUESTION, 3, "wren"), (Part.TITLE, 3, "wren"), (Part.ANSWER, 4, "Ours"))
    page = having(PAGE, *(at(PAGE, part, text, post=post) for part, post, text in (*numbers, *others)))
    assert (len(to_records(page, SITE)), to_records(page, GENERIC)) == (2, [])
